"""Single items of an export: each once, with what it holds and where it was found, whatever the generation of the export."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.facebook import GENERATIONS as FACEBOOK
from tests.audit.facebook import as_bytes
from tests.audit.instagram import GENERATIONS as INSTAGRAM
from tests.audit.instagram import threads
from tests.audit.packing import PACKS, report_on, zipped
from tests.audit.shapes import written
from tests.audit.world import facebook_life, instagram_life, threads_life
from tests.errors import raises_message
from wizard.audit.decode import decode_record
from wizard.audit.exposed_item import CAMERA, PEOPLE, PLACE, ItemReader
from wizard.audit.kind import record_readers
from wizard.audit.listing.item_collector import collect_items
from wizard.audit.listing.item_store import FIRST_WORDS, ItemStore, ListedItem, opened_item_store
from wizard.core.sanitize import sanitize_line

ROOT = "your_facebook_activity/"
POSTS = f"{ROOT}posts/your_posts__check_ins__photos_and_videos_1.json"
ALBUM = f"{ROOT}posts/album/0.json"
GRAM = "your_instagram_activity/media/"
NAMES = (
    "timestamp", "data", "post", "comment", "attachments", "media", "uri", "creation_timestamp", "media_metadata", "title",
    "photo_metadata", "exif_data", "latitude", "longitude", "place", "coordinate", "tags", "name", "label_values", "label",
    "value", "dict", "vec", "string_map_data", "string_list_data", "fbid", "photos", "path", "taken_at", "caption",
)  # fmt: skip
"""Names of fields that are read."""
READERS = [reader.items for reader in record_readers() if reader.items]
MOMENT = 1_718_409_600
"""A second in 2024."""
AT = {"latitude": 52.1, "longitude": 4.2}
EXIF = {"photo_metadata": {"exif_data": [AT | {"camera_make": "Acme"}]}}
URI = f"{ROOT}posts/media/x_1/1.jpg"


@pytest.fixture
def store() -> Iterator[ItemStore]:
    """An empty store."""
    found = ItemStore()
    yield found
    found.close()


def listed(store: ItemStore, folder: Path, files: dict[str, Any]) -> list[ListedItem]:
    """The items of an export with these files."""
    data = {name: value if isinstance(value, bytes) else written(value) for name, value in files.items()}
    collect_items([zipped(folder / "x.zip", data)], store)
    return list(store.items())


def kinds(items: list[ListedItem]) -> dict[str, int]:
    """How many there are of each kind."""
    return dict(Counter(item.kind for item in items))


LISTED = "posts stories reels comments group_posts group_comments profile_pictures cover_pictures"
"""Kinds whose items are as many as the report counts."""


def numbers(folder: Path) -> dict[str, int]:
    """How many of each of these the report counts."""
    counts = report_on([folder / "x.zip"]).services[0].counts
    return {name: counts[name] for name in LISTED.split() if counts.get(name)}


@pytest.mark.parametrize("generation", FACEBOOK)
def test_facebook_in_every_generation(store: ItemStore, tmp_path: Path, generation: str) -> None:
    """As many as the report counts; a photo of a post is listed with its post."""
    life = facebook_life()
    found = kinds(listed(store, tmp_path, as_bytes(FACEBOOK[generation][0](life))))
    assert {name: found[name] for name in LISTED.split() if name in found} == numbers(tmp_path)
    posted = {shot.number for post in life.posts for shot in post.shots}
    alone = {shot for shot in life.published() if shot.number not in posted and not shot.video}
    alone -= {*life.albums["Profile pictures"], *life.albums["Cover photos"]}
    assert found["photos"] == len(alone)
    assert sorted(size for _, _, size in store.albums()) == sorted(map(len, life.albums.values()))


@pytest.mark.parametrize("generation", INSTAGRAM)
def test_instagram_in_every_generation(store: ItemStore, tmp_path: Path, generation: str) -> None:
    """Posts in two forms are one post; until 2020 each photo stands alone."""
    found = kinds(listed(store, tmp_path, INSTAGRAM[generation][0](instagram_life())))
    wanted = numbers(tmp_path) if "posts" in found else {k: v for k, v in numbers(tmp_path).items() if k != "posts"}
    assert {name: found[name] for name in LISTED.split() if name in found} == wanted
    assert ("posts" in found) is not ("photos" in found)


def test_threads(store: ItemStore, tmp_path: Path) -> None:
    """Their own service, with their words."""
    items = listed(store, tmp_path, threads(threads_life()))
    assert {(item.service, item.kind) for item in items} == {("threads", "posts")}
    assert len(items) == len(threads_life().posts)
    assert all(item.text for item in items)


@pytest.mark.parametrize("pack", PACKS)
def test_however_it_is_packed(store: ItemStore, tmp_path: Path, pack: str) -> None:
    """Parts, archives in archives, folders, downloaded twice: the same items, each once."""
    files = as_bytes(FACEBOOK["2024"][0](facebook_life()))
    collect_items(PACKS[pack](tmp_path, files), store)
    expected = ItemStore()
    collect_items([zipped(tmp_path / "alone.zip", files)], expected)
    assert kinds(list(store.items())) == kinds(list(expected.items()))
    expected.close()


PHOTO = {"uri": URI, "creation_timestamp": MOMENT, "media_metadata": EXIF}
POST = {"timestamp": MOMENT, "data": [{"post": "Hello"}], "attachments": [{"data": [{"media": PHOTO}]}]}
PLACE_PART = {"place": {"name": "Café", "coordinate": AT}}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (POSTS, [POST], ("posts", "Hello", PLACE | CAMERA, (52.1, 4.2), "")),
        (POSTS, [{"timestamp": MOMENT, "attachments": [{"data": [PLACE_PART]}]}], ("posts", "", PLACE, (52.1, 4.2), "Café")),
        (POSTS, [{"timestamp": MOMENT, "attachments": [{"data": [{"place": {"name": "P"}}]}]}], ("posts", "", PLACE, None, "P")),
        (POSTS, [{"timestamp": MOMENT, "tags": [{"name": "Jo"}]}], ("posts", "", PEOPLE, None, "")),
        (POSTS, [{"timestamp": MOMENT, "data": [{"post": "@[1:2048:Jo] hi"}]}], ("posts", "Jo hi", PEOPLE, None, "")),
        (f"{GRAM}stories.json", {"ig_stories": [PHOTO | {"title": "Sea"}]}, ("stories", "Sea", PLACE | CAMERA, (52.1, 4.2), "")),
        (f"{GRAM}posts_1.json",
         [{"media": [{"uri": "media/posts/202406/1.jpg"}], "title": "with @jo", "creation_timestamp": MOMENT}],
         ("posts", "with @jo", PEOPLE, None, "")),
        (f"{ROOT}comments_and_reactions/comments.json",
         {"comments_v2": [{"timestamp": MOMENT, "data": [{"comment": {"comment": "Nice", "author": "me"}}]}]},
         ("comments", "Nice", 0, None, "")),
        (f"{ROOT}groups/group_posts_and_comments.json",
         {"group_posts_v2": [{"timestamp": MOMENT, "data": [{"post": "For sale"}]}]},
         ("group_posts", "For sale", 0, None, "")),
        ("your_instagram_activity/comments/post_comments_1.json",
         [{"string_map_data": {"Comment": {"value": "So nice"}, "Media Owner": {"value": "jo"}, "Time": {"timestamp": MOMENT}}}],
         ("comments", "So nice", 0, None, "")),
        (f"{ROOT}posts/archive.json",
         [{"timestamp": MOMENT, "label_values": [{"label": "Message", "value": "Old"}, {"label": "Public", "value": "True"}]}],
         ("archived", "Old", 0, None, "")),
    ],
)  # fmt: skip
def test_what_an_item_says(
    store: ItemStore, tmp_path: Path, name: str, value: Any, expected: tuple[str, str, int, Any, str]
) -> None:
    """Kind, first words, marks, location and place; its moment and the file that it was found in."""
    (item,) = listed(store, tmp_path, {name: value, POSTS: b"[]"} | {name: value})
    assert (item.kind, item.text, item.marks, item.location, item.place) == expected
    assert (item.moment or MOMENT, item.year or 2024, item.file) == (MOMENT, 2024, name)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({POSTS: [POST], ALBUM: {"name": "A", "photos": [PHOTO]}}, {"posts": 1}),
        ({ALBUM: {"name": "A", "photos": [PHOTO]}, f"{ROOT}posts/your_uncategorized_photos.json": {"other_photos_v2": [PHOTO]}},
         {"photos": 1}),
        ({POSTS: [POST, POST], POSTS.replace("_1", "_2"): [POST]}, {"posts": 1}),
        ({POSTS: [{"timestamp": MOMENT}] * 3}, {"posts": 3}),
        ({ALBUM: {"name": "A", "photos": [{"uri": f"{ROOT}posts/media/x_1/1.mp4"}, {"uri": "https://evil.invalid/1.jpg"}]}},
         {"videos": 1}),
        ({ALBUM: {"name": "Profile pictures", "photos": [PHOTO]},
          "personal_information/profile_information/profile_update_history.json": {"profile_updates_v2": [POST]}},
         {"profile_pictures": 1}),
        ({f"{GRAM}posts_1.json": [{"media": [{"uri": "media/posts/202406/17900000000000001.jpg"}]}],
          f"{GRAM}posts.json": [{"timestamp": MOMENT, "fbid": "17900000000000001", "label_values": []}]},
         {"posts": 1}),
    ],
)  # fmt: skip
def test_a_thing_that_stands_in_several_lists_is_listed_once(
    store: ItemStore, tmp_path: Path, files: dict[str, Any], expected: dict[str, int]
) -> None:
    """A photo with its post, an album photo, a post in two files or in two forms. Posts without any content are not joined."""
    assert kinds(listed(store, tmp_path, files)) == expected


def test_those_with_a_place_come_first_then_the_oldest(store: ItemStore, tmp_path: Path) -> None:
    """What has no date comes last."""
    plain = [{"timestamp": moment, "data": [{"post": str(moment)}]} for moment in (0, MOMENT + 2, MOMENT)]
    placed = [{"timestamp": moment, "attachments": [{"data": [PLACE_PART]}]} for moment in (MOMENT + 5, MOMENT + 4)]
    items = listed(store, tmp_path, {POSTS: plain + placed})
    assert [item.moment for item in items] == [MOMENT + 4, MOMENT + 5, MOMENT, MOMENT + 2, 0]
    assert [(year.year, year.items) for year in store.years()] == [(2024, 4), (0, 1)]
    assert list(store.places()) == [("Café", 52.1, 4.2, 2)]


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("https://www.facebook.com/photo/?fbid=1", True),
        ("https://m.facebook.com/1", True),
        ("https://facebook.com.evil.invalid/1", False),
        ("https://evil.invalid/facebook.com/", False),
        ("http://www.facebook.com/1", False),
        ("javascript:alert(1)//https://www.facebook.com/", False),
        ('https://www.facebook.com/"onmouseover="x', False),
        ("https://www.facebook.com/" + "x" * 600, False),
        ("https://user@www.facebook.com/", False),
    ],
)
def test_only_addresses_at_meta_are_kept(store: ItemStore, tmp_path: Path, address: str, is_kept: bool) -> None:
    """Any other one in an export could lead anywhere."""
    record = {"timestamp": MOMENT, "label_values": [{"label": "URL", "value": address}, {"label": "Name", "value": "Jo"}]}
    name = f"{ROOT}activity_you're_tagged_in/photos_and_videos_you're_tagged_in.json"
    (item,) = listed(store, tmp_path, {name: [record], POSTS: []})
    assert (item.kind, item.url) == ("tagged", address if is_kept else "")


def test_words_of_an_export_are_repaired_cut_and_cleaned(store: ItemStore, tmp_path: Path) -> None:
    """Meta's wrong encoding is undone, and nothing that steers a terminal or turns a line around is kept."""
    words = ["Schöner Tag 🌊", "a\x1b[31m\u202eb\r\nc\x00", "x" * 1000]
    items = listed(store, tmp_path, {POSTS: [{"timestamp": MOMENT + n, "data": [{"post": w}]} for n, w in enumerate(words)]})
    assert [item.text for item in items] == ["Schöner Tag 🌊", "a[31mb c", "x" * FIRST_WORDS]


@pytest.mark.parametrize(
    "data",
    [
        b"[" + written(POST) + b', {"timestamp": ',
        b"[object Object]",
        b"",
        b"[42, null, [], {}]",
        b'[{"attachments": 5, "data": "x"}]',
    ],
)
def test_a_broken_list_costs_no_other_one(store: ItemStore, tmp_path: Path, data: bytes) -> None:
    """What could be read is listed; the report names the rest."""
    items = listed(store, tmp_path, {POSTS: [POST | {"timestamp": MOMENT + 1}], POSTS.replace("_1", "_2"): data})
    assert MOMENT + 1 in [item.moment for item in items]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(READERS), st.lists(JSON_VALUES, max_size=4))
def test_any_values_are_listed_or_left_out(reader: ItemReader, values: list[Any]) -> None:
    """No record can stop the list, whatever stands in the fields."""
    with opened_item_store() as store:
        for value in values:
            store.add("facebook", "x.json", reader.items(decode_record(reader.record, json.dumps(value).encode())[0]))
        assert all(item.text == sanitize_line(item.text) for item in store.items())
        assert all(number > 0 for *_, number in store.places())


def test_without_sqlite_one_sentence_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some minimal installations of Python lack it; only the list needs it."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    with raises_message("this installation of Python lacks SQLite"):
        ItemStore()


def test_nothing_is_left_on_the_disk(store: ItemStore, tmp_path: Path) -> None:
    """The items are in a temporary database without a name."""
    before = sorted(tmp_path.iterdir())
    listed(store, tmp_path, {POSTS: [POST]})
    assert [path.name for path in sorted(tmp_path.iterdir()) if path not in before] == ["x.zip"]
