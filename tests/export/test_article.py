"""An article as plain text: wrapped lines, numbered links with their addresses at the end, sources with their days."""

from datetime import date

import pytest

from tests.making import library
from wizard.core.content_models import Article, Library, Source
from wizard.export.article import article_data, article_list, article_text

TODAY = date(2026, 11, 23)
TEXT = """\
First **bold** words with [a page](source:page) and [the same](source:page).
They go on here.

## A heading

- One thing, which is [elsewhere](source:paper), said in so many words that they have to be wrapped.
- Another thing.

1. Tap.
2. Tap again.

> As the law says.
"""


def article(**more: object) -> Article:
    """An article with all kinds of text."""
    given: dict[str, object] = {
        "id": "thing", "title": "A thing", "summary": "What it is.", "text": TEXT, "keywords": ("x",),
        "sources": ("page", "form"), "checked": TODAY, "kind": "setting", "confidence": "reported",
    }  # fmt: skip
    return Article(**(given | more))  # type: ignore[arg-type]


@pytest.fixture
def shelf() -> Library:
    """A library with three sources, one without an address."""
    paper = Source("paper", "A paper", "The press", "", date(2026, 1, 2), "reported")
    made = library()
    return library(sources={**made.sources, "paper": paper})


def test_an_article_reads_well_as_plain_text(shelf: Library) -> None:
    """Headings stand out to the left, items hang, each address stands alone in its line."""
    assert article_text(article(), shelf, TODAY, 48).splitlines() == [
        "A thing",
        "",
        "  What it is.",
        "",
        "  First “bold” words with a page [1] and the",
        "  same [1]. They go on here.",
        "",
        "A heading",
        "",
        "  - One thing, which is elsewhere [2], said in",
        "    so many words that they have to be wrapped.",
        "  - Another thing.",
        "",
        "  1. Tap.",
        "  2. Tap again.",
        "",
        "    As the law says.",
        "",
        "Links",
        "",
        "  [1] page, Meta, read in a stored copy, 23 Nov",
        "      2026",
        "      https://page.example/",
        "  [2] A paper, The press",
        "      address not recorded",
        "",
        "More sources",
        "",
        "  - form, Meta, read in a stored copy, 23 Nov",
        "    2026",
        "    https://form.example/",
        "",
        "Pages read 23 Nov 2026; reported, not confirmed.",
        "Information, not legal advice.",
    ]


def test_a_stale_article_says_so(shelf: Library) -> None:
    """In its last lines, in a list, and as data."""
    later = date(2027, 6, 1)
    assert "it may have changed since" in article_text(article(), shelf, later)
    assert "may have changed" in article_list([article()], later)
    assert article_data(article(), shelf, later)["stale"] is True
    assert "changed" not in article_text(article(), shelf, TODAY)


def test_a_source_without_record_is_passed_over(shelf: Library) -> None:
    """Its words stay; no number leads nowhere."""
    text = article_text(article(text="See [this](source:nowhere).", sources=()), shelf, TODAY)
    assert "See this." in text
    assert "Links" not in text
    assert "Sources" not in text


def test_the_list_has_two_groups() -> None:
    """Background first, then answers to common questions, whatever the order of the files."""
    text = article_list([article(id="faq-b", title="Why?"), article(id="a", title="How it works")], TODAY)
    assert text.index("Background") < text.index("How it works") < text.index("Common questions") < text.index("Why?")


def test_every_shipped_article_can_be_read(content: Library) -> None:
    """No markup is left over, no line is too long but an address, and every link has its number."""
    for each in content.articles.values():
        text = article_text(each, content, TODAY)
        assert "**" not in text
        assert "](" not in text
        assert all(len(line) <= 72 or line.strip().startswith("http") for line in text.splitlines()), each.id
