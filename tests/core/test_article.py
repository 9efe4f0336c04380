"""Articles: which one a text names, what it links to, and when one is due for another look."""

from datetime import date
from typing import Any

import pytest

from tests.making import library
from wizard.core.article import article_named, is_stale, linked_source_ids, tokenize
from wizard.core.content_models import Article

CHECKED = date(2026, 11, 23)


def article(id: str, title: str = "A title", summary: str = "A line.", text: str = "Some text.", **more: Any) -> Article:
    """An article on a law, checked today, unless told otherwise."""
    given: dict[str, Any] = {"keywords": (), "sources": (), "checked": CHECKED, "kind": "law", "confidence": "confirmed"} | more
    return Article(id=id, title=title, summary=summary, text=text, **given)


SHELF = library(articles={each.id: each for each in (article("in-title", title="Watermarks, and more"), article("faq-other"))})


@pytest.mark.parametrize(
    ("topic", "id"),
    [
        ("in-title", "in-title"),
        ("IN TITLE", "in-title"),
        ("watermarks and more", "in-title"),
        ("faq other", "faq-other"),
        ("watermarks", ""),
        ("", ""),
        ("?!", ""),
    ],
)
def test_an_article_is_named_by_its_id_or_its_title(topic: str, id: str) -> None:
    """Words alone are for the search."""
    found = article_named(SHELF, topic)
    assert (found.id if found else "") == id


def test_links_are_found_by_their_sources() -> None:
    """Each once, in the order of the text."""
    linking = article("x", text="See [the office](source:some-office-com), [it](source:a-b) and [it](source:some-office-com).")
    assert linked_source_ids(linking) == ("some-office-com", "a-b")


@pytest.mark.parametrize(
    ("kind", "days", "stale"), [("form", 60, False), ("form", 61, True), ("setting", 181, True), ("law", 365, False)]
)
def test_an_article_goes_stale(kind: str, days: int, stale: bool) -> None:
    """Forms after 60 days, settings after 180, the law after a year."""
    assert is_stale(article("x", kind=kind), date.fromordinal(CHECKED.toordinal() + days)) is stale


def test_words_of_a_text() -> None:
    """Small letters, apostrophes kept."""
    assert tokenize("What's “GDPR”, then?") == ("what's", "gdpr", "then")
