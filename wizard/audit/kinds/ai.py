"""Conversations with Meta AI, and what Meta's AI thinks the person likes. Only their number is read."""

from wizard.audit.kind import ANY, BARE, INSTAGRAM, Reader, Shown
from wizard.audit.records import Record, numbered

READERS = (
    Reader(ANY, ("messages/ai_conversations.json",), (BARE,), Record, numbered("ai_chats")),
    Reader(
        INSTAGRAM,
        ("ai/interest_categories.json",),
        (BARE, "topics_your_topics"),
        Record,
        numbered("ai_interests"),
    ),
)
SHOWN = (
    Shown("ai_chats", "conversation with Meta AI", "conversations with Meta AI", 66, severity=4),
    Shown("ai_interests", "interest that Meta's AI noted", "interests that Meta's AI noted", 67, extra=True),
)
