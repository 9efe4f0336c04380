"""The list of items in both formats: complete, in order, safe to open, and without anything that an export could smuggle in."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.packing import zipped
from tests.audit.shapes import written
from tests.making import TODAY
from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE, ExposedItem
from wizard.audit.listing.item_collector import collect_items
from wizard.audit.listing.item_store import ItemStore, opened_item_store
from wizard.content.content_loader import load_shipped_content
from wizard.export.audit import item_page as page_module
from wizard.export.audit.item_csv import COLUMNS, harmless_cell, item_csv
from wizard.export.audit.item_page import item_page
from wizard.views.audit_items import location_text

from .reading import Element, read_page, text

SOURCES = load_shipped_content().sources
MOMENT = 1_420_070_400
"""The first second of 2015."""
HOSTILE = "\x1b[2J\u202eevil <script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} **bold** =1+1"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "x;=1", "x; =1", 'x";=1', "|=1", "=", "--", "@")
"""What spreadsheets calculate, or would after parting cells in another way."""
DANGEROUS = re.compile(r"^\s*[=+\-@＝＋－＠]")


def sample() -> list[tuple[str, ExposedItem]]:
    """Items of every kind of mark, in two years and without a date."""
    return [
        ("facebook", ExposedItem("posts", MOMENT, "Hello", ("a/1.jpg", "a/2.mp4"), 1, 1, PLACE | CAMERA, (52.123, -4.2), "Café")),
        ("facebook", ExposedItem("posts", MOMENT + 1, "Later", marks=PEOPLE)),
        ("facebook", ExposedItem("albums", text="Summer", photos=12)),
        ("facebook", ExposedItem("photos", MOMENT + 9, "Alone", ("a/3.jpg",), 1, album="Summer")),
        ("facebook", ExposedItem("tagged", 0, "Jo", url="https://www.facebook.com/photo?fbid=1")),
        ("instagram", ExposedItem("comments", MOMENT + 40_000_000, "Nice")),
        ("threads", ExposedItem("posts", MOMENT + 80_000_000, "Short")),
    ]


@pytest.fixture
def store() -> Iterator[ItemStore]:
    """A store with the sample."""
    with opened_item_store() as found:
        for number, (service, item) in enumerate(sample()):
            found.add(service, f"list_{number}.json", [item])
        yield found


def rows(store: ItemStore) -> list[dict[str, str]]:
    """The table, as a program reads it."""
    table = "".join(item_csv(store, SOURCES))
    assert table.startswith("\ufeff")
    return list(csv.DictReader(table.removeprefix("\ufeff").splitlines(keepends=True)))


def shown(store: ItemStore, picture: Any = lambda _: "") -> Element:
    """The page, read strictly."""
    return read_page("".join(item_page(store, SOURCES, TODAY, picture)))


def test_the_table_says_everything_of_each_item(store: ItemStore) -> None:
    """One row each, those with a place first, then the oldest; albums are no items."""
    found = rows(store)
    assert [row["first words"] for row in found] == ["Hello", "Later", "Alone", "Nice", "Short", "Jo"]
    assert tuple(found[0]) == COLUMNS
    assert list(found[0].values())[:13] == [
        "2015-01-01", "Facebook", "post", "Hello", "1", "1", "yes", "yes", "", "Café, 52.12 N, 4.20 W", "",
        "list_0.json", "a/1.jpg",
    ]  # fmt: skip
    assert "Activity log" in found[0]["how to find it at Meta"]
    assert "2015" in found[0]["how to find it at Meta"]
    assert found[0]["address at Meta"] == SOURCES["facebook-activity-posts"].url
    assert (found[2]["album"], found[1]["names people"]) == ("Summer", "yes")
    assert (found[5]["date (UTC)"], found[5]["address at Meta"]) == ("", "https://www.facebook.com/photo?fbid=1")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str) -> None:
    """Wherever words of an export get to: first words, place, album, file and path."""
    item = ExposedItem("photos", MOMENT, formula, (formula,), 1, 0, PLACE, None, formula, formula)
    with opened_item_store() as store:
        store.add("facebook", formula, [item])
        (row,) = rows(store)
    for cell in row.values():
        for part in re.split("[;|\t]", cell):
            assert not DANGEROUS.match(part), cell


@given(st.text(st.sampled_from("=+-@;|\t\n '\"ab＝"), max_size=12))
def test_a_harmless_cell_keeps_its_words(words: str) -> None:
    """Only apostrophes are added, and none where there is nothing to fear."""
    cell = harmless_cell(words)
    assert not any(DANGEROUS.match(part) for part in re.split("[;|\t]", cell))
    assert cell.replace("'", "") == words.replace("'", "")
    assert cell == words or any(DANGEROUS.match(part) for part in re.split("[;|\t]", words))


def test_the_page_shows_every_item(store: ItemStore) -> None:
    """In sections: those with a place, then by service and year; checklists, places and albums above them."""
    found = shown(store)
    heads = [text(head) for head in found.all("h2")]
    assert heads == [
        "Checklist by year", "How to find it at Meta", "Places", "Albums", "With their location", "Facebook, 2015",
        "Facebook, no date", "Instagram, 2016", "Threads, 2017",
    ]  # fmt: skip
    items = [text(row.all("td")[3]) for table in found.all("table", class_="items") for row in table.all("tr")[1:]]
    for words, expected in zip(items, ("Hello", "Later", "Alone", "Jo", "Nice", "Short"), strict=True):
        assert words.startswith(expected)
    assert "place, camera: Café, 52.12 N, 4.20 W" in items[0]
    checklist = [text(cell) for row in found.all("table", class_="checklist")[0].all("tr")[1:] for cell in row.all("th", "td")]
    assert checklist == [
        "2015", "2 posts (with 1 photo and 1 video), 1 photo", "☐", "No date", "1 photo or video by others that names you", "☐",
    ]  # fmt: skip
    places = found.one("section", aria_labelledby="places").all("tr")[1]
    assert [text(cell) for cell in places.all("th", "td")] == ["Café", "52.12 N, 4.20 W", "1"]
    albums = found.one("section", aria_labelledby="albums").all("tr")[1]
    assert [text(cell) for cell in albums.all("th", "td")] == ["Summer", "Facebook", "12"]


def test_every_link_leads_to_meta_or_stays_here(store: ItemStore) -> None:
    """Each kind is linked to the way to it, and the way to the page of the content."""
    found = shown(store, picture=lambda media: f"file:///export/{media[0]}" if media else "")
    links = {link.attributes["href"] for link in found.all("a")}
    ids = {each.attributes["id"] for each in found.all() if "id" in each.attributes}
    pages = {source.url for source in SOURCES.values()} | {"https://www.facebook.com/photo?fbid=1"}
    assert links <= {f"#{id}" for id in ids} | pages | {"file:///export/a/1.jpg", "file:///export/a/3.jpg"}
    assert {image.attributes["src"] for image in found.all("img")} == {"file:///export/a/1.jpg", "file:///export/a/3.jpg"}
    policy = found.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    assert "default-src 'none'" in policy
    assert "img-src file: data:;" in policy
    assert not found.all("script", "form", "iframe", "input")


@pytest.mark.parametrize(("picture", "columns"), [(lambda _: "", 5), (None, 4)])
def test_without_an_unpacked_export_there_is_no_column_for_pictures(store: ItemStore, picture: Any, columns: int) -> None:
    """It would be empty in every row."""
    tables = shown(store, picture).all("table", class_="items")
    assert {len(row.all("th", "td")) for table in tables for row in table.all("tr")} == {columns}
    heads = {text(head) for table in tables for head in table.all("th")}
    assert ("Picture" in heads) is (picture is not None)


def test_hostile_words_are_only_words() -> None:
    """In the page and in the table, wherever an export has words: not one element more."""
    with opened_item_store() as store:
        store.add("facebook", HOSTILE, [ExposedItem("posts", MOMENT, HOSTILE, (HOSTILE,), 1, 0, PLACE, None, HOSTILE, HOSTILE)])
        store.add("facebook", "x", [ExposedItem("albums", text=HOSTILE, photos=1)])
        found, table = shown(store), "".join(item_csv(store, SOURCES))
    assert not found.all("script", "img")
    assert "**bold** =1+1" in found.words
    assert "{{ 7 * 7 }}" in found.words
    for made in (found.words, table):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", made)


def test_a_page_that_is_too_long_says_so(store: ItemStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is in the table."""
    assert "This page shows the first" not in shown(store).words
    monkeypatch.setattr(page_module, "MAX_SHOWN", 2)
    found = shown(store)
    assert "This page shows the first 2 of 6 items:" in found.words
    assert sum(len(table.all("tr")) - 1 for table in found.all("table", class_="items")) == 2
    assert len(rows(store)) == 6


def test_nothing_to_list_is_a_whole_page() -> None:
    """An export of nothing but settings."""
    with opened_item_store() as store:
        assert "0 items" in shown(store).words
        assert rows(store) == []


def test_long_lists_come_in_pieces(tmp_path: Path) -> None:
    """Neither format is ever in memory as a whole."""
    posts = [{"timestamp": MOMENT + number, "data": [{"post": f"Words {number}"}]} for number in range(3000)]
    path = zipped(tmp_path / "x.zip", {"posts/your_posts_1.json": written(posts)})
    with opened_item_store() as store:
        collect_items([path], store)
        for pieces in (item_csv(store, SOURCES), item_page(store, SOURCES, TODAY, lambda _: "")):
            sizes = list(map(len, pieces))
            assert max(sizes) < sum(sizes) / 3
        assert len(rows(store)) == 3000


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [(52.1, 4.2, "52.10 N, 4.20 E"), (-33.456, -70.0, "33.46 S, 70.00 W"), (0, 0.004, "0.00 N, 0.00 E"), (None, 4.2, "")],
)
def test_a_location_in_words(latitude: float | None, longitude: float | None, said: str) -> None:
    """Rounded to about a kilometre; no minus sign that a spreadsheet could calculate."""
    assert location_text(latitude, longitude) == said
