"""Where each kind is found at Meta: in the words of the menus that the content has, and with its pages."""

import re

import pytest

from wizard.audit.kind import SERVICES, count_labels, record_readers
from wizard.content.content_loader import load_shipped_content
from wizard.core.blocks import line_text
from wizard.core.urls import is_web_address
from wizard.views.find_at_meta import all_ways, page_at_meta, way_at_meta

LOG = "Open your profile, then the three dots, then Activity log"
ACTIVITY = "Open your profile, then the menu with three lines, then Your activity"
LIBRARY = load_shipped_content()
KINDS = [label.name for label in count_labels() if not label.name.startswith(("apps", "off_meta"))]


def test_menu_words_are_those_of_the_steps() -> None:
    """A word that is corrected there must be corrected here, and none is made up here."""
    content = "\n".join(
        f"{step.intro}\n" + "\n".join(section.text for section in step.sections) for step in LIBRARY.steps.values()
    )
    known = set(re.findall(r"\*\*(.+?)\*\*", content))
    used = {span.text for line in all_ways() for span in line if span.strong}
    assert used <= known
    assert len(used) >= 12


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_way(service: str, kind: str) -> None:
    """A whole sentence without a gap; the year only where it is known."""
    text = line_text(way_at_meta(service, kind, 2012))
    assert text.endswith(".")
    assert not re.search(r"[{}]", text)
    assert "2012" not in line_text(way_at_meta(service, kind))
    assert ("2012" in text) is (service not in ("threads", "meta-ai"))


@pytest.mark.parametrize(
    ("service", "kind", "year", "text", "url"),
    [
        (
            "facebook", "posts", 2012,
            f"{LOG}, then Your activity, then Your posts, photos and videos. Go to 2012.",
            "facebook-activity-posts",
        ),
        (
            "facebook", "comments", 2012,
            f"{LOG}, and look for your comments. Go to 2012.",
            "facebook-activity-log",
        ),
        (
            "instagram", "reels", 2019,
            f"{ACTIVITY}, then Reels. With Sort & filter choose the dates of 2019.",
            "instagram-activity-reels",
        ),
        ("threads", "posts", 2024, "Go to your Threads profile. On a post, open the three dots and choose Delete.", ""),
    ],
)  # fmt: skip
def test_the_way_and_the_page(service: str, kind: str, year: int, text: str, url: str) -> None:
    """By service, kind and year."""
    assert line_text(way_at_meta(service, kind, year)) == text
    page = page_at_meta(service, kind, LIBRARY.sources)
    assert (page.url if page else "") == (LIBRARY.sources[url].url if url else "")


def test_every_page_is_an_address_of_the_content() -> None:
    """No source is missing, and none is without an address."""
    pages = [page_at_meta(service, reader.count.args[0], LIBRARY.sources) for service in SERVICES for reader in record_readers()
             if hasattr(reader.count, "args") and isinstance(reader.count.args[0], str)]  # fmt: skip
    assert all(page is None or is_web_address(page.url) for page in pages)
    for service, kind in (("facebook", "albums"), ("facebook", "deleted"), ("instagram", "stories"), ("instagram", "posts")):
        assert page_at_meta(service, kind, LIBRARY.sources)
