"""Albums, pictures of profile and cover, and photos outside of albums."""

import pytest

from .reading import MOMENT, counts, is_read, of, report_of

ALBUM = "your_facebook_activity/posts/album/3.json"


def photos(folder: str, number: int) -> list[dict[str, object]]:
    """Photos in a folder."""
    root = f"your_facebook_activity/posts/media/{folder}"
    return [{"uri": f"{root}/{each}.jpg", "creation_timestamp": MOMENT} for each in range(number)]


def test_an_album_has_a_name_or_photos() -> None:
    """Anything else is none."""
    assert counts(ALBUM, {"name": "Sea", "photos": photos("Sea_1", 2)}) == {"albums": 1, "album_photos": 2, "photos": 2}
    assert counts(ALBUM, {"photos": photos("Sea_1", 1)})["albums"] == 1
    assert counts(ALBUM, {"name": "Empty"})["albums"] == 1
    assert report_of({ALBUM: {"description": "x"}}).services[0].counts == {}


def test_the_cover_of_an_album_is_one_of_its_photos() -> None:
    """It is not counted again."""
    assert counts(ALBUM, {"name": "Sea", "photos": photos("Sea_1", 2), "cover_photo": photos("Other_1", 1)[0]})["photos"] == 2


@pytest.mark.parametrize(
    ("name", "folder", "kind"),
    [
        ("Profile pictures", "X_1", "profile_pictures"),
        ("Profilbilder", "X_1", "profile_pictures"),
        ("프로필 사진", "Profilepictures_1", "profile_pictures"),
        ("Cover photos", "X_1", "cover_pictures"),
        ("Titelbilder", "X_1", "cover_pictures"),
        ("커버 사진", "Coverphotos_1", "cover_pictures"),
    ],
)
def test_pictures_of_profile_and_cover(name: str, folder: str, kind: str) -> None:
    """By the name of the album, or by the folder, whatever the language."""
    assert counts(ALBUM, {"name": name, "photos": photos(folder, 3)}) == {"albums": 1, "album_photos": 3, "photos": 3, kind: 3}


def test_the_history_of_the_profile_tells_in_any_language() -> None:
    """Its pictures stand in an album too, and count once."""
    pictures = photos("X_1", 2)
    history = [{"timestamp": MOMENT, "attachments": [{"data": [{"media": each}]}]} for each in pictures]
    files = {
        ALBUM: {"name": "Photos du profil de Jo", "photos": pictures},
        "personal_information/profile_information/profile_update_history.json": {"profile_updates_v2": history},
    }
    found = of(report_of(files), "facebook").counts
    assert (found["photos"], found["profile_pictures"]) == (2, 2)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("your_facebook_activity/posts/your_uncategorized_photos.json", "other_photos_v2"),
        ("posts/your_uncategorized_photos.json", "other_photos"),
        ("photos_and_videos/your_photos.json", "photos"),
        ("your_facebook_activity/posts/your_videos.json", "videos_v2"),
        ("photos_and_videos/your_videos.json", "videos"),
    ],
)
def test_outside_of_albums(name: str, key: str) -> None:
    """Photos and videos of any origin."""
    ending = "mp4" if "videos" in key else "jpg"
    media = [{"uri": f"posts/media/{n}.{ending}", "thumbnail": {"uri": f"posts/media/t{n}.jpg"}} for n in range(3)]
    assert counts(name, {key: media}) == {"videos" if "videos" in key else "photos": 3}


def test_memories_are_not_read() -> None:
    """They repeat what is elsewhere."""
    assert not is_read("your_facebook_activity/posts/media_used_for_memories.json")
    assert not is_read("your_facebook_activity/posts/birthday_media.json")
