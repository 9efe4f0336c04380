"""Photos and videos, and what the camera left in them."""

from typing import Any

import pytest

from .reading import MOMENT, counts

POSTS = "your_facebook_activity/posts/your_posts_1.json"


def told(media: dict[str, Any]) -> dict[str, int]:
    """What is counted of one medium."""
    found = counts(POSTS, [{"timestamp": MOMENT, "attachments": [{"data": [{"media": media}]}]}])
    return {name: number for name, number in found.items() if name != "posts"}


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("posts/media/1.jpg", "photos"),
        ("posts/media/1.HEIC", "photos"),
        ("posts/media/1.webp", "photos"),
        ("posts/media/1.mp4", "videos"),
        ("posts/media/1.MOV", "videos"),
        ("posts/media/1", "other_media"),
        ("posts/media/1.srt", "other_media"),
    ],
)
def test_the_ending_tells_the_kind(uri: str, kind: str) -> None:
    """Where nothing else does."""
    assert told({"uri": uri}) == {kind: 1}


@pytest.mark.parametrize(("name", "kind"), [("photo_metadata", "photos"), ("video_metadata", "videos")])
def test_the_description_knows_better(name: str, kind: str) -> None:
    """Whatever the ending is."""
    assert told({"uri": "posts/media/1", "media_metadata": {name: {}}}) == {kind: 1}


def test_without_an_address_it_counts() -> None:
    """Meta leaves it out for what was removed; each counts for itself."""
    media: dict[str, Any] = {"media_metadata": {"photo_metadata": {}}}
    post = {"timestamp": MOMENT, "attachments": [{"data": [{"media": media}, {"media": media}]}]}
    assert counts(POSTS, [post])["photos"] == 2


@pytest.mark.parametrize("uri", ["https://example.invalid/1.jpg", "http://example.invalid/1.jpg"])
def test_an_address_elsewhere_is_no_photo_here(uri: str) -> None:
    """The export does not hold it."""
    assert told({"uri": uri}) == {}


def test_the_folder_that_people_add_does_not_matter() -> None:
    """Nor does the kind of slash."""
    medias = ["posts/media/A/1.jpg", "facebook-jane/posts/media/A/1.jpg", "posts\\media\\A\\1.jpg"]
    posts = [{"timestamp": MOMENT, "attachments": [{"data": [{"media": {"uri": uri}}]}]} for uri in medias]
    assert counts(POSTS, posts)["photos"] == 1


@pytest.mark.parametrize(
    ("exif", "marks"),
    [
        ([{"latitude": 51.5, "longitude": -0.1}], {"gps"}),
        ([{"latitude": 45, "longitude": 9}], {"gps"}),
        ([{"latitude": 0, "longitude": 0}], set()),
        ([{"latitude": 51.5}], set()),
        ([{"latitude": 251.5, "longitude": 9}], set()),
        ([{"latitude": "x", "longitude": 9}], set()),
        ([{"device_id": "android-1"}], set()),
        ([{"camera_make": "", "camera_model": ""}], set()),
        ([{"camera_model": "One"}], {"camera"}),
        ([{"latitude": 45.5, "longitude": -122.6}, {"camera_make": "Acme"}], {"gps", "camera"}),
        ({"latitude": 51.5, "longitude": -0.1}, {"gps"}),
    ],
)
def test_what_the_camera_left(exif: Any, marks: set[str]) -> None:
    """Place and device may stand in different blocks; nought and nought is no place; a device's number is no camera."""
    found = told({"uri": "posts/media/1.jpg", "media_metadata": {"photo_metadata": {"exif_data": exif}}})
    assert found == {"photos": 1} | dict.fromkeys(marks, 1)


@pytest.mark.parametrize(
    ("exif", "marks"),
    [
        ([{"device_id": "android-1"}], {"device_media"}),
        ([{"lens_model": "Acme 4mm"}], {"camera"}),
        ([{"software": "17.5"}], {"camera"}),
        ([{"latitude": 45.5, "longitude": -122.6}, {"lens_make": "Acme", "device_id": "x"}], {"gps", "camera", "device_media"}),
    ],
)
def test_what_instagram_keeps_of_it(exif: Any, marks: set[str]) -> None:
    """Place and device stand in different blocks; a device's number is no camera, and counts by itself."""
    media = {"uri": "media/posts/1.jpg", "media_metadata": {"photo_metadata": {"exif_data": exif}}}
    found = counts("content/posts_1.json", [{"media": [media]}], "instagram")
    assert found == {"posts": 1, "photos": 1} | dict.fromkeys(marks, 1)


def test_until_2022_it_stands_with_the_photo() -> None:
    """Without blocks."""
    about = {"camera_make": "Acme", "latitude": 1.5, "longitude": 2.5, "taken_timestamp": -62169958800}
    assert told({"uri": "posts/media/1.jpg", "media_metadata": {"photo_metadata": about}}) == {"photos": 1, "gps": 1, "camera": 1}


def test_places_of_videos_are_counted_apart() -> None:
    """The contract speaks of photos."""
    about = {"exif_data": [{"latitude": 1.5, "longitude": 2.5, "camera_make": "Acme"}]}
    assert told({"uri": "posts/media/1.mp4", "media_metadata": {"video_metadata": about}}) == {"videos": 1, "gps_videos": 1}
