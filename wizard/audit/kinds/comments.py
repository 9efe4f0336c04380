"""Comments that the user wrote."""

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.records import TimestampedRecord, yearly_counter_for
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import TranslatedRecord


def count_instagram(comments: list[TranslatedRecord], tally: Tally) -> None:
    """Count comments by year, in either form of translated records."""
    tally.add_dated("comments", [comment.timestamp for comment in comments])


READERS = (
    RecordReader(
        FACEBOOK,
        ("comments_and_reactions/comments.json", "comments/comments.json"),
        ("comments_v2", "comments"),
        TimestampedRecord,
        yearly_counter_for("comments"),
        facebook_items("comments"),
    ),
    RecordReader(
        INSTAGRAM,
        ("comments/post_comments*.json", "comments/reels_comments.json", "comments/hype.json"),
        (UNNAMED_LIST, "comments_media_comments", "comments_reels_comments", "comments_story_comments"),
        TranslatedRecord,
        count_instagram,
        instagram_items("comments", is_comment=True),
    ),
)
LABELS = (CountLabel("comments", "comment", "comments", 40, severity=2),)
