"""Conversations with Meta AI, and the interests that it noted about the user. Only their number is read."""

from wizard.audit.kind import ANY, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.records import TimestampedRecord, counter_for

READERS = (
    RecordReader(
        ANY, ("messages/ai_conversations.json",), (UNNAMED_LIST,), TimestampedRecord, counter_for("ai_chats"), pages=False
    ),
    RecordReader(
        INSTAGRAM,
        ("ai/interest_categories.json",),
        (UNNAMED_LIST, "topics_your_topics"),
        TimestampedRecord,
        counter_for("ai_interests"),
        pages=False,
    ),
)
LABELS = (
    CountLabel("ai_chats", "conversation with Meta AI", "conversations with Meta AI", 66, severity=4),
    CountLabel("ai_interests", "interest that Meta's AI noted", "interests that Meta's AI noted", 67, extra=True),
)
