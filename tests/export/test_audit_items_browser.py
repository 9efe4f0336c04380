"""The list of items in a real browser: it shows the pictures of the export, loads nothing else, and fits on phone and paper."""

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import TODAY
from tests.running import needs_tool
from wizard.audit.exposed_item import CAMERA, PLACE, ExposedItem
from wizard.audit.listing.item_store import opened_item_store
from wizard.audit.listing.media_files import MediaFolders
from wizard.content.content_loader import load_shipped_content
from wizard.export.audit.item_page import item_page

from .browser import Browser, browser, find_chromium
from .test_audit_browser import AXE, FOUND, RUN, needs_axe

CHROMIUM = find_chromium()
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""A photo of one pixel."""
HOSTILE = "<img src=https://evil.invalid/x.png> " + "w" * 100

pytestmark = needs_tool(CHROMIUM is not None, "there is no Chromium on the PATH; .ci/browser installs it")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with browser(CHROMIUM or "", tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unpacked export with one picture."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "1.png").write_bytes(PICTURE)
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, export: Path) -> Path:
    """The list of a few items, as a file."""
    path = tmp_path_factory.mktemp("page") / "list.html"
    items = [
        ExposedItem("posts", 1_420_070_400, "Hello", ("1.png",), 1, 0, PLACE | CAMERA, (52.1, 4.2), "Café"),
        ExposedItem("posts", 1_430_070_400, HOSTILE, ("https://evil.invalid/1.png",), 1, album=HOSTILE),
        ExposedItem("albums", text=HOSTILE, photos=3),
        *(ExposedItem("comments", 1_440_000_000 + number, f"Words {number}") for number in range(60)),
    ]
    with opened_item_store() as store:
        store.add("facebook", f"your_facebook_activity/posts/{'x' * 90}.json", items)
        pieces = item_page(store, load_shipped_content().sources, TODAY, MediaFolders([export]).picture_url)
        path.write_text("".join(pieces), encoding="utf-8")
    return path


@pytest.mark.parametrize("dark", [False, True])
def test_only_pictures_of_the_export_are_loaded(tab: Browser, page: Path, export: Path, dark: bool) -> None:
    """Two requests: the page and the picture, which is really shown; the policy has nothing to complain of."""
    tab.show(page, dark=dark)
    tab.ask("document.querySelector('.items img').scrollIntoView()")  # pictures are loaded when they come into view
    assert (
        tab.ask("document.querySelector('.items img').decode().then(() => document.querySelector('.items img').naturalWidth)")
        == 1
    )
    assert tab.complaints == []
    assert [url for url in tab.requests if not url.startswith("data:,")] == [page.as_uri(), (export / "1.png").as_uri()]


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1920])
def test_the_list_fits(tab: Browser, page: Path, width: int) -> None:
    """What is too wide for a phone scrolls in its own frame, and the frame takes the focus."""
    tab.show(page, width)
    assert tab.ask("document.documentElement.scrollWidth") <= width
    assert tab.ask("[...document.querySelectorAll('.scroll')].every(each => each.tabIndex == 0 && each.ariaLabel)")


@pytest.mark.parametrize("width", [390, 1000])
def test_no_year_and_no_date_is_broken(tab: Browser, page: Path, width: int) -> None:
    """Each stands in one line, and so do the heads of the checklist."""
    tab.show(page, width)
    tall = "[...document.querySelectorAll('.checklist th:not(:nth-child(2)), time')].filter(each => {const box = new Range(); "
    tall += "box.selectNodeContents(each); return new Set([...box.getClientRects()].map(rect => rect.top)).size > 1})"
    assert tab.ask(f"{tall}.map(each => each.textContent)") == []


@needs_axe
@pytest.mark.parametrize("width", [1000, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_the_list_shuts_nobody_out(tab: Browser, page: Path, dark: bool, width: int) -> None:
    """Not one violation of what axe knows to check."""
    tab.show(page, width, dark=dark)
    tab.ask(AXE.read_text(encoding="utf-8"))
    assert tab.ask(f"{RUN}.then({FOUND})")["failed"] == []


def test_the_list_is_printed_whole(tab: Browser, page: Path) -> None:
    """On A4, nothing cut off at the side."""
    tab.show(page, 680, dark=True, media="print")
    assert tab.ask("document.documentElement.scrollWidth") <= 680
    sheets = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", tab.paper(8.27, 11.69))
    assert {(round(float(wide)), round(float(high))) for wide, high in sheets} == {(596, 842)}
