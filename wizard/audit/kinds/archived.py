"""Posts that are kept but not shown to others: archived posts, and posts in the bin."""

from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.records import TimestampedRecord, counter_for

READERS = (
    RecordReader(
        FACEBOOK,
        ("posts/archive.json",),
        (UNNAMED_LIST, "archive_v2"),
        TimestampedRecord,
        counter_for("archived"),
        facebook_items("archived"),
    ),
    RecordReader(
        FACEBOOK,
        ("posts/trash.json",),
        (UNNAMED_LIST, "trash_v2"),
        TimestampedRecord,
        counter_for("deleted"),
        facebook_items("deleted"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/archived_posts.json", "content/archived_posts.json"),
        (UNNAMED_LIST, "ig_archived_post_media"),
        TimestampedRecord,
        counter_for("archived"),
        instagram_items("archived"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/recently_deleted_content.json", "content/recently_deleted_content.json"),
        (UNNAMED_LIST, "ig_recently_deleted_media"),
        TimestampedRecord,
        counter_for("deleted"),
        instagram_items("deleted"),
    ),
)
LABELS = (
    CountLabel("archived", "archived post", "archived posts", 50),
    CountLabel("deleted", "post in the bin", "posts in the bin", 51),
)
