"""Stories."""

from typing import Any

import pytest

from .reading import MOMENT, counts, of, report_of

INSTAGRAM = {"uri": "media/stories/1.jpg", "creation_timestamp": MOMENT}
FACEBOOK = {"attachments": [{"data": [{"media": INSTAGRAM}]}]}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/stories/archived_stories.json", {"archived_stories_v2": [FACEBOOK] * 3}, {"stories": 3}),
        ("stories/archived_stories.json", {"archived_stories": FACEBOOK}, {"stories": 1}),
        ("your_instagram_activity/media/stories.json", {"ig_stories": [INSTAGRAM] * 2}, {"stories": 2}),
    ],
)
def test_a_story_each(name: str, value: Any, expected: dict[str, int]) -> None:
    """Its photo is not counted among what is posted to stay."""
    assert counts(name, value, "instagram" if "media" in name else "facebook") == expected


def test_the_year_of_a_story() -> None:
    """That of the record, or of its medium."""
    files = {"stories/archived_stories.json": {"archived_stories_v2": [FACEBOOK, {"timestamp": 1_230_768_000}]}}
    assert of(report_of(files), "facebook").years == {2009: {"stories": 1}, 2024: {"stories": 1}}


def test_camera_data_of_stories_is_a_count_of_its_own() -> None:
    """Stories are no photos of posts, so their camera data is not among that of photos; a place is no camera data."""
    camera = {"camera_make": "Acme", "camera_model": "One"}
    place = {"latitude": 52.1, "longitude": 4.2}
    media = [
        INSTAGRAM | {"media_metadata": {"photo_metadata": {"exif_data": blocks}}}
        for blocks in ([camera], [place], [place, camera], [])
    ]
    expected = {"stories": 4, "gps_stories": 2, "camera_stories": 2}
    facebook = [{"attachments": [{"data": [{"media": each}]}]} for each in media]
    assert counts("your_instagram_activity/media/stories.json", {"ig_stories": media}, "instagram") == expected
    assert counts("your_facebook_activity/stories/archived_stories.json", {"archived_stories_v2": facebook}) == expected
