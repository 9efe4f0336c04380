"""The audit as a page: it stands on its own, says in words what it draws, and whatever an export holds is only words."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from wizard.export.audit.html import chart_columns

from .audits import HOSTILE, LINKS, NOWHERE, changes, document, emptied, full, hostile
from .reading import Element, read_page, text

PAGES = {
    "full": lambda: document("html", full()),
    "compared": lambda: document("html", emptied(), changes()),
    "hostile": lambda: document("html", hostile()),
    "html export": lambda: document("html", NOWHERE),
}


def page(name: str) -> Element:
    """The page, read strictly: a mistake in its markup is an error."""
    return read_page(PAGES[name]())


def section(of: Element, id: str) -> Element:
    """The part under a heading."""
    return of.one("section", aria_labelledby=id)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_stands_on_its_own(name: str) -> None:
    """No script, nothing loaded; the policy knows the one style sheet by its hash; links lead to Meta's pages of the steps."""
    found = page(name)
    assert not found.all("script", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "a", href="")
    assert not [e for e in found.all() for name in e.attributes if name in ("style", "src", "srcset") or name[:2] == "on"]
    assert [each.attributes for each in found.all("link")] == [{"rel": "icon", "href": "data:,"}]
    pages = {link.url for links in LINKS.values() for link in links}
    assert {each.attributes["href"] for each in found.all("a")} <= {"#report"} | pages
    style = found.one("style").words
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert found.one("meta", http_equiv="Content-Security-Policy").attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"@import|url\(|http", style)


def test_hostile_words_are_only_words() -> None:
    """Not one element more; nothing that steers, hides or turns around."""
    found = page("hostile")
    assert "<script>" in HOSTILE
    assert text(section(found, "unreadable")).count("<script>alert(1)") == 2
    assert "{{ 7 * 7 }}" in text(section(found, "facebook"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", found.words)


def test_every_number_stands_there() -> None:
    """As on the terminal."""
    found = page("full")
    for service in full().services:
        part = section(found, service.service)
        told = {text(row.one("th")): text(row.one("td")) for row in part.all("table", class_="counts")[0].all("tr")[1:]}
        assert list(told.values()) == [f"{value:,}" for _, value in service.labelled_counts()]


def test_a_chart_says_what_it_draws() -> None:
    """Its name tells each year, as high as its bar; a table below holds all kinds."""
    for service in full().services:
        part = section(page("full"), service.service)
        chart, found = part.one("svg"), service.years
        assert chart.attributes["role"] == "img"
        named = text(chart.below[0])
        assert chart.below[0].name == "title"
        for column in chart_columns(service):
            number = found.get(column.year, {}).get("photos", 0) + found.get(column.year, {}).get("videos", 0)
            assert f"{column.year} {number}" in named
        table = part.all("table")[-1]
        assert [text(row.one("th")) for row in table.all("tr")[1:]] == [str(year) for year in found]


def test_the_highest_year_fills_the_chart() -> None:
    """The others in proportion, and none that is not nought is invisible."""
    for service in full().services:
        heights = [column.height for column in chart_columns(service)]
        assert max(heights) == 120
        assert all(column.height >= 2 if column.value else column.height == 0 for column in chart_columns(service))


def test_a_single_service_is_named_once() -> None:
    """In the heading of what is worst; where there are several, each finding says whose it is."""
    one, several = section(page("hostile"), "worst"), section(page("full"), "worst")
    assert (text(one.one("h2")), text(several.one("h2"))) == ("Worst first on Facebook", "Worst first")
    assert "(Facebook)" not in text(one)
    assert "(Facebook)" in text(several)


def test_what_has_changed_comes_first() -> None:
    """Before and after in a table; who sees the account; what was not compared."""
    found = page("compared")
    assert text(found.all("h2")[0]) == "What has changed"
    part = section(found, "changes")
    rows = {text(row.one("th")): [text(each) for each in row.all("td")] for row in part.one("table").all("tr")[1:]}
    assert rows["Posts (Facebook)"] == ["60", "5", "55 fewer"]
    for words in ("Your Instagram account is private now.", "Threads is in the older export only", "for all time"):
        assert words in text(part)


def test_html_is_told_how_to_become_json() -> None:
    """Steps in a list, and nothing else."""
    found = page("html export")
    assert len(found.one("ol").all("li")) == 5
    assert not found.all("svg", "table")
    assert "Nothing was counted." in text(found)


@pytest.mark.parametrize("name", PAGES)
def test_headings_follow_each_other(name: str) -> None:
    """One title; no level is skipped; each section has its name."""
    found = page(name)
    levels = [int(each.name[1]) for each in found.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = {each.attributes["id"] for each in found.all() if "id" in each.attributes}
    assert {each.attributes["aria-labelledby"] for each in found.all("section") if "aria-labelledby" in each.attributes} <= ids
