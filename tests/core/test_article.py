"""Articles: which ones have the words asked for, the best first, and when one is due for another look."""

from datetime import date
from typing import Any

import pytest

from wizard.core.article import is_stale, linked_source_ids, search_articles, tokenize, vocabulary
from wizard.core.content_models import Article

CHECKED = date(2026, 11, 23)


def article(id: str, title: str = "A title", summary: str = "A line.", text: str = "Some text.", **more: Any) -> Article:
    """An article on a law, checked today, unless told otherwise."""
    given: dict[str, Any] = {"keywords": (), "sources": (), "checked": CHECKED, "kind": "law", "confidence": "confirmed"} | more
    return Article(id=id, title=title, summary=summary, text=text, **given)


SHELF = {
    each.id: each
    for each in (
        article("in-text", text="It is said that a watermark helps."),
        article("in-summary", summary="On watermarks."),
        article("in-keywords", keywords=("watermark",)),
        article("in-title", title="Watermarks and more"),
        article("other", text="Nothing of the kind, but private messages."),
    )
}


def found(query: str) -> list[str]:
    """The ids of what is found, in order."""
    return [each.id for each in search_articles(SHELF, query)]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("watermark", ["in-title", "in-keywords", "in-summary", "in-text"]),
        ("WATERM", ["in-title", "in-keywords", "in-summary", "in-text"]),
        ("watermark helps", ["in-text"]),
        ("private messages", ["other"]),
        ("ater", []),
        ("watermark nonsense", []),
        ("", []),
        ("?!", []),
    ],
)
def test_every_word_must_begin_a_word(query: str, ids: list[str]) -> None:
    """In the title it counts most, then among the keywords, in the summary, in the text."""
    assert found(query) == ids


def test_an_address_is_not_searched() -> None:
    """The words of a link are, the id of its source is not."""
    shelf = {"x": article("x", text="See [the office](source:some-office-com).")}
    assert search_articles(shelf, "office")
    assert not search_articles(shelf, "com")
    assert linked_source_ids(shelf["x"]) == ("some-office-com",)


@pytest.mark.parametrize(
    ("kind", "days", "stale"), [("form", 60, False), ("form", 61, True), ("setting", 181, True), ("law", 365, False)]
)
def test_an_article_goes_stale(kind: str, days: int, stale: bool) -> None:
    """Forms after 60 days, settings after 180, the law after a year."""
    assert is_stale(article("x", kind=kind), date.fromordinal(CHECKED.toordinal() + days)) is stale


def test_words_and_vocabulary() -> None:
    """Small letters, apostrophes kept, and no words of one or two letters."""
    assert tokenize("What's “GDPR”, then?") == ("what's", "gdpr", "then")
    assert vocabulary([article("x", title="Of an ox", summary="", text="")]) == frozenset()
