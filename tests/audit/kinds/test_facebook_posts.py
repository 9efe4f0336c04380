"""Posts on Facebook."""

from typing import Any

import pytest

from .reading import MOMENT, counts, is_read, of, report_of

POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"


def photo(**more: Any) -> dict[str, Any]:
    """A post with one photo."""
    media = {"uri": "your_facebook_activity/posts/media/A_1/1.jpg", "creation_timestamp": MOMENT} | more
    return {"timestamp": MOMENT, "attachments": [{"data": [{"media": media}]}]}


@pytest.mark.parametrize(
    "name",
    [
        POSTS,
        "posts/your_posts.json",
        "posts/your_posts_12.json",
        "facebook-jane/your_activity_across_facebook/posts/your_posts_1.json",
        "this_profile's_activity_across_facebook/posts/profile_posts_1.json",
    ],
)
def test_where_posts_stand(name: str) -> None:
    """In any generation, below any folder."""
    assert is_read(name)


@pytest.mark.parametrize(
    "name", ["posts/edits_you_made_to_posts.json", "posts/shared_memories.json", "myposts/your_posts_1.json"]
)
def test_where_none_stand(name: str) -> None:
    """Edits and memories repeat posts."""
    assert not is_read(name)


def test_an_empty_post_is_a_post() -> None:
    """They are common."""
    assert counts(POSTS, [{"timestamp": MOMENT, "data": []}, {"timestamp": MOMENT}])["posts"] == 2


def test_a_single_post_may_stand_without_a_list() -> None:
    """As Meta often writes a list of one."""
    assert counts(POSTS, photo())["posts"] == 1


def test_a_photo_counts_once() -> None:
    """Posted twice, listed twice."""
    assert counts(POSTS, [photo(), photo()]) == {"posts": 2, "photos": 1}


@pytest.mark.parametrize(
    ("post", "has_words"),
    [({"data": [{"post": "x"}]}, 1), ({"data": [{"post": ""}, {}]}, 0), (photo(description="x"), 1), (photo(description=""), 0)],
)
def test_words(post: dict[str, Any], has_words: int) -> None:
    """Those of the post, or those of its photo."""
    assert counts(POSTS, [post]).get("captions", 0) == has_words


@pytest.mark.parametrize("tags", [[{"name": "Jo"}], ["Jo"]])
def test_people_who_are_named(tags: list[Any]) -> None:
    """In both ways of writing."""
    assert counts(POSTS, [{"timestamp": MOMENT, "tags": tags}])["naming"] == 1


@pytest.mark.parametrize(
    ("post", "names"),
    [
        ({"data": [{"post": "with @[100:2048:Jo Roe] at the lake"}]}, 1),
        (photo(description="@[100:2048:Jo Roe]"), 1),
        ({"data": [{"post": "me @ the lake, jo@example.invalid"}]}, 0),
        ({"data": [{"post": "@[100:2048:Jo]"}], "tags": [{"name": "Jo"}]}, 1),
    ],
)
def test_people_who_are_named_in_the_words(post: dict[str, Any], names: int) -> None:
    """As Facebook writes a name that links to somebody."""
    assert counts(POSTS, [post]).get("naming", 0) == names


@pytest.mark.parametrize("uri", ["messages/stickers_used/1.png", "your_facebook_activity/messages/inbox/jo_1/photos/1.jpg"])
def test_what_belongs_to_messages_is_no_photo(uri: str) -> None:
    """Wherever it is listed."""
    assert "photos" not in counts(POSTS, [photo(uri=uri)])


def test_years() -> None:
    """The post by its own moment, the photo by its own; without one by that of the post."""
    older = 1_230_768_000
    service = of(
        report_of({POSTS: [photo(creation_timestamp=older), photo(uri="posts/media/2.jpg", creation_timestamp=0)]}), "facebook"
    )
    assert service.years == {2009: {"photos": 1}, 2024: {"posts": 2, "photos": 1}}


@pytest.mark.parametrize("moment", [0, -5, 12_591_158_400])
def test_a_moment_that_cannot_be(moment: int) -> None:
    """Counted, and in no year."""
    service = of(report_of({POSTS: [{"timestamp": moment}, {"timestamp": MOMENT}]}), "facebook")
    assert service.counts["posts"] == 2
    assert (service.years, service.odd_dates) == ({2024: {"posts": 1}}, 1)
