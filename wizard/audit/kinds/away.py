"""What is kept but not shown to others: archived posts, and what lies in the bin."""

from wizard.audit.kind import BARE, FACEBOOK, INSTAGRAM, Reader, Shown
from wizard.audit.records import Record, numbered

READERS = (
    Reader(FACEBOOK, ("posts/archive.json",), (BARE, "archive_v2"), Record, numbered("archived")),
    Reader(FACEBOOK, ("posts/trash.json",), (BARE, "trash_v2"), Record, numbered("deleted")),
    Reader(
        INSTAGRAM,
        ("media/archived_posts.json", "content/archived_posts.json"),
        (BARE, "ig_archived_post_media"),
        Record,
        numbered("archived"),
    ),
    Reader(
        INSTAGRAM,
        ("media/recently_deleted_content.json", "content/recently_deleted_content.json"),
        (BARE, "ig_recently_deleted_media"),
        Record,
        numbered("deleted"),
    ),
)
SHOWN = (
    Shown("archived", "archived post", "archived posts", 50),
    Shown("deleted", "post in the bin", "posts in the bin", 51),
)
