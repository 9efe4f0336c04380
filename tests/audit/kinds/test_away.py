"""Archived posts, and the bin."""

from typing import Any

import pytest

from tests.audit.shapes import labelled

from .reading import counts


def service(name: str) -> str:
    """The service by its folder."""
    return "instagram" if "instagram" in name else "facebook"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/posts/archive.json", [labelled(Message="x")] * 2, {"archived": 2}),
        ("your_facebook_activity/posts/archive.json", labelled(Message="x"), {"archived": 1}),
        ("posts/trash.json", {"trash_v2": [labelled(Message="x")] * 3}, {"deleted": 3}),
        ("your_instagram_activity/media/archived_posts.json", {"ig_archived_post_media": [{"media": []}]}, {"archived": 1}),
        ("your_instagram_activity/media/recently_deleted_content.json", {"ig_recently_deleted_media": [{}] * 3}, {"deleted": 3}),
    ],
)
def test_what_others_do_not_see(name: str, value: Any, expected: dict[str, int]) -> None:
    """In lists of label values, in a single one, and under a name."""
    assert counts(name, value, service(name)) == expected


def test_photos_in_the_bin_are_not_published() -> None:
    """They are not counted among the photos."""
    media = {"uri": "media/posts/1.jpg", "creation_timestamp": 1_700_000_000}
    value = {"ig_recently_deleted_media": [{"media": [media]}]}
    assert counts("content/recently_deleted_content.json", value, "instagram") == {"deleted": 1}
