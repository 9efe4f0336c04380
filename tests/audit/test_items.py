"""A photo that an export lists many times is one photo."""

from hypothesis import example, given
from hypothesis import strategies as st

from wizard.audit.deduplication import CAMERA, GPS, OTHER, PHOTO, PROFILE, VIDEO, Deduplicator, pack_attributes, unpack_attributes

ADDRESSES = [f"your_facebook_activity/posts/media/Album_{album}/{number}.jpg" for album in range(40) for number in range(500)]


def test_each_address_counts_once() -> None:
    """However often it is mentioned, and however alike the addresses are."""
    items = Deduplicator()
    for _ in range(3):
        items.add(ADDRESSES, [pack_attributes(PHOTO, 7, GPS)] * len(ADDRESSES))
    assert items.distinct_counts() == {pack_attributes(PHOTO, 7, GPS): len(ADDRESSES)}


def test_mentions_of_one_thing_complete_each_other() -> None:
    """All marks, the earliest year that is known, and the surest kind."""
    items = Deduplicator()
    items.add(
        ["a"] * 4,
        [
            pack_attributes(PHOTO, 9, GPS),
            pack_attributes(PHOTO, 0, 0),
            pack_attributes(OTHER, 8, PROFILE),
            pack_attributes(PHOTO, 9, CAMERA),
        ],
    )
    items.add(["b"], [pack_attributes(VIDEO, 3, 0)])
    assert items.distinct_counts() == {pack_attributes(PHOTO, 8, GPS | CAMERA | PROFILE): 1, pack_attributes(VIDEO, 3, 0): 1}


@given(st.lists(st.text(max_size=80), max_size=30), st.lists(st.text(max_size=80), max_size=30))
@example(["", "a"], ["\0", "a\0"])
def test_two_processes_count_as_one(here: list[str], there: list[str]) -> None:
    """What one took down and what the other did are put together."""
    one, other = Deduplicator(), Deduplicator()
    one.add(here, [pack_attributes(PHOTO, 1, 0)] * len(here))
    other.add(there, [pack_attributes(PHOTO, 1, 0)] * len(there))
    one.merge(other.packed())
    assert one.distinct_counts().total() == len({*here, *there})


@given(st.integers(1, 4), st.integers(0, 63), st.integers(0, 31))
def test_kind_year_and_marks_share_a_number(kind: int, year: int, flags: int) -> None:
    """And can be told apart again."""
    assert unpack_attributes(pack_attributes(kind, year, flags)) == (kind, year, flags)
