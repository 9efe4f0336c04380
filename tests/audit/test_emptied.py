"""A file that is there and empty says nought; a file that is not there says nothing."""

from typing import Any

import pytest

from tests.audit.kinds.reading import MOMENT, emptied, of, report_of

IN_FACEBOOK, IN_INSTAGRAM = "your_facebook_activity/", "your_instagram_activity/"


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("posts/your_posts_1.json", [], {"posts", "photos", "videos", "captions", "naming", "gps_posts"}),
        ("posts/profile_posts_1.json", [], {"posts", "photos", "videos", "captions", "naming", "gps_posts"}),
        ("posts/album/1.json", {"name": "Sea", "photos": []}, {"photos", "album_photos"}),
        ("posts/album/1.json", {"name": "Profile pictures", "photos": []}, {"photos", "album_photos", "profile_pictures"}),
        ("posts/album/1.json", {"name": "Cover photos", "photos": []}, {"photos", "album_photos", "cover_pictures"}),
        ("posts/your_uncategorized_photos.json", {"other_photos_v2": []}, {"photos"}),
        ("posts/your_videos.json", {"videos_v2": []}, {"videos"}),
        ("posts/archive.json", [], {"archived"}),
        ("posts/trash.json", [], {"deleted"}),
        ("reels/your_reels.json", {"lasso_videos_v2": []}, {"reels"}),
        ("stories/archived_stories.json", {"archived_stories_v2": []}, {"stories"}),
        ("comments_and_reactions/comments.json", {"comments_v2": []}, {"comments"}),
        ("groups/group_posts_and_comments.json", {"group_posts_v2": []}, {"group_posts"}),
        ("groups/your_comments_in_groups.json", {"group_comments_v2": []}, {"group_comments"}),
        ("profile_information/profile_update_history.json", {"profile_updates_v2": []}, {"profile_pictures"}),
    ],
)
def test_on_facebook(name: str, value: Any, kinds: set[str]) -> None:
    """Whoever has deleted all of something is told so."""
    assert emptied(f"{IN_FACEBOOK}{name}", value) == kinds


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("media/posts_1.json", [], {"posts", "photos", "videos"}),
        ("media/posts.json", [], {"posts", "photos", "videos"}),
        ("media/profile_photos.json", {"ig_profile_picture": []}, {"profile_pictures"}),
        ("media/reels.json", {"ig_reels_media": []}, {"reels"}),
        ("media/stories.json", {"ig_stories": []}, {"stories"}),
        ("comments/post_comments_1.json", [], {"comments"}),
        (
            "login_and_profile_creation/profile_privacy_changes.json",
            {"account_history_account_privacy_history": []},
            {"privacy_changes"},
        ),
    ],
)
def test_on_instagram(name: str, value: Any, kinds: set[str]) -> None:
    """Posts and pictures are told apart by their address; that there are none is known without one."""
    assert emptied(f"{IN_INSTAGRAM}{name}", value, "instagram") == kinds


def test_on_threads() -> None:
    """Its one file lists all there is."""
    name = f"{IN_INSTAGRAM}threads/threads_and_replies.json"
    assert emptied(name, {"text_post_app_text_posts": []}, "threads") == {"posts", "photos", "videos", "captions", "naming"}


def test_instagram_until_2020() -> None:
    """Each list of its one file is a kind."""
    media: dict[str, Any] = {"photos": [], "videos": [], "stories": [], "profile": []}
    files: dict[str, Any] = {"media.json": media, "profile.json": {}, "connections.json": {}}
    assert of(report_of(files), "instagram").counts == dict.fromkeys(
        ("posts", "photos", "videos", "stories", "profile_pictures"), 0
    )


def test_what_is_not_there_says_nothing() -> None:
    """Nobody knows whether there are comments where no file lists them."""
    found = of(report_of({f"{IN_FACEBOOK}posts/archive.json": []}), "facebook")
    assert found.counts == {"archived": 0}


def test_one_of_several_files() -> None:
    """An empty one beside a full one takes nothing away, whichever comes first."""
    full: dict[str, Any] = {"comments_v2": [{"timestamp": MOMENT}]}
    empty: dict[str, Any] = {"comments_v2": []}
    for first, second in ((full, empty), (empty, full)):
        files = {f"{IN_FACEBOOK}comments/comments.json": first, f"{IN_FACEBOOK}comments_and_reactions/comments.json": second}
        found = of(report_of(files), "facebook")
        assert (found.counts, found.years) == ({"comments": 1}, {2024: {"comments": 1}})
