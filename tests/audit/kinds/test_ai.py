"""Conversations with Meta AI, and what it thinks the person likes."""

from typing import Any

import pytest

from tests.audit.shapes import labelled

from .reading import counts, is_read


def service(name: str) -> str:
    """The service by its folder."""
    return "instagram" if "instagram" in name else "facebook"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("your_facebook_activity/messages/ai_conversations.json", [labelled(Title="x")] * 4, {"ai_chats": 4}),
        ("your_instagram_activity/messages/ai_conversations.json", labelled(Title="x"), {"ai_chats": 1}),
        ("your_instagram_activity/ai/interest_categories.json", [labelled(Interest="x")] * 2, {"ai_interests": 2}),
        ("your_instagram_activity/ai/interest_categories.json", {"topics_your_topics": [{}] * 3}, {"ai_interests": 3}),
    ],
)
def test_only_their_number_is_read(name: str, value: Any, expected: dict[str, int]) -> None:
    """They are the only file among the messages that is opened."""
    assert counts(name, value, service(name)) == expected


@pytest.mark.parametrize("name", ["inbox/jo_1/message_1.json", "archived_threads/jo/message_1.json", "secret_conversations.json"])
def test_no_message_is_opened(name: str) -> None:
    """Whatever it is called."""
    assert not is_read(f"your_facebook_activity/messages/{name}")
    assert not is_read(f"messages/{name}")
