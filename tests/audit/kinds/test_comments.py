"""Comments."""

from typing import Any

import pytest

from tests.audit.shapes import mapped

from .reading import MOMENT, counts, is_read

THREE = [{"timestamp": MOMENT}] * 3


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/comments_and_reactions/comments.json", {"comments_v2": THREE}, {"comments": 3}),
        ("comments/comments.json", {"comments": THREE}, {"comments": 3}),
        ("your_instagram_activity/comments/post_comments_1.json", [mapped(Comment="x", Time=MOMENT)] * 3, {"comments": 3}),
        ("your_instagram_activity/comments/post_comments_1.json", mapped(Comment="x", Time=MOMENT), {"comments": 1}),
        ("your_instagram_activity/comments/reels_comments.json", {"comments_reels_comments": [mapped(Time=1)]}, {"comments": 1}),
        ("your_instagram_activity/comments/hype.json", {"comments_story_comments": [mapped(Time=1)]}, {"comments": 1}),
    ],
)
def test_a_comment_each(name: str, value: Any, expected: dict[str, int]) -> None:
    """In any of the shapes."""
    assert counts(name, value, "instagram" if "your_instagram" in name else "facebook") == expected


@pytest.mark.parametrize(
    "name", ["comments_and_reactions/likes_and_reactions_1.json", "likes/liked_posts.json", "saved/saved_posts.json"]
)
def test_likes_and_saved_things_are_not_opened(name: str) -> None:
    """They are most of the bytes, and show nothing of the person."""
    assert not is_read(f"your_facebook_activity/{name}")
