"""Conversations with Meta AI, what was shown to it, and the interests that it noted. Only their number is read."""

import re

from wizard.audit.kind import ANY, INSTAGRAM, META_AI, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.records import TimestampedRecord, counter_for
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord

_CONVERSATION_FILE = re.compile(r"_\d\d-\d\d-\d{4}_\d+\.txt")
"""The end of the name under which the Meta AI app lists a conversation, with its day and number."""
_TEXT_FILE = ".txt"


def count_conversations(records: list[LabelValueRecord], tally: Tally) -> None:
    """Count the conversations of the Meta AI app by the names of their files; a record without any is one conversation."""
    for record in records:
        texts = [text for field in record.fields() for text in (field.label, field.value) if text]
        texts += [medium.uri for medium in record.all_media() if medium.uri]
        names = {match[0] for text in texts for match in _CONVERSATION_FILE.finditer(text)}
        tally.add("ai_chats", max(1, len(names)))


def count_shown_media(records: list[LabelValueRecord], tally: Tally) -> None:
    """Count the photos and videos that the Meta AI app holds, those taken with glasses too."""
    tally.mark_present("ai_media")
    for record in records:
        uris = {medium.uri for medium in record.all_media() if medium.uri and not medium.uri.endswith(_TEXT_FILE)}
        tally.add("ai_media", len(uris))
        if uris:
            tally.widen_time_range("ai_media", record.first_timestamp)


READERS = (
    RecordReader(
        ANY, ("messages/ai_conversations.json",), (UNNAMED_LIST,), TimestampedRecord, counter_for("ai_chats"), pages=False
    ),
    RecordReader(
        META_AI, ("meta_ai_profile/your_ai_conversations.json",), (UNNAMED_LIST,), LabelValueRecord, count_conversations
    ),
    RecordReader(META_AI, ("meta_ai_app/meta_ai_media.json",), (UNNAMED_LIST,), LabelValueRecord, count_shown_media),
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
    CountLabel(
        "ai_media", "photo or video in the Meta AI app", "photos and videos in the Meta AI app", 66, severity=4, extra=True
    ),
    CountLabel("ai_interests", "interest that Meta's AI noted", "interests that Meta's AI noted", 67, extra=True),
)
