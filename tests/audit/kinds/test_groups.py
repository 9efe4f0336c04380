"""Groups and pages."""

from typing import Any

import pytest

from .reading import MOMENT, counts

THREE = [{"timestamp": MOMENT}] * 3


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/groups/group_posts_and_comments.json", {"group_posts_v2": THREE}, {"group_posts": 3}),
        ("groups/your_posts_in_groups.json", {"group_posts_v2": {"timestamp": 1}}, {"group_posts": 1}),
        ("groups/your_posts_and_comments_in_groups.json", {"group_posts": {"activity_log_data": THREE}}, {"group_posts": 3}),
        ("groups/your_comments_in_groups.json", {"group_comments_v2": THREE}, {"group_comments": 3}),
        ("groups/your_group_membership_activity.json", {"groups_joined_v2": THREE}, {"groups": 3}),
        ("groups/your_groups.json", {"groups_admined_v2": THREE}, {"groups_run": 3}),
        ("pages/pages_you've_liked.json", {"page_likes_v2": THREE}, {"pages_liked": 3}),
        ("pages/pages_you_ve_liked.json", {"page_likes_v2": THREE}, {"pages_liked": 3}),
        ("pages/your_pages.json", {"pages_v2": THREE}, {"pages": 3}),
    ],
)
def test_what_is_known_of_groups(name: str, value: Any, expected: dict[str, int]) -> None:
    """A list under its name, or a single record."""
    assert counts(name, value, "facebook") == expected
