"""Posts that are kept but not shown to others: archived posts, and posts in the bin."""

from functools import partial

from wizard.audit.deduplication import HIDDEN, pack_attributes
from wizard.audit.kind import FACEBOOK, INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.media import is_located, media_serial_number, split_export_root
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord


def count_hidden(name: str, posts: list[LabelValueRecord], tally: Tally) -> None:
    """Count posts that others do not see, and those with the place in a photo or video."""
    timestamps = [post.first_timestamp for post in posts]
    tally.add_dated(name, timestamps)
    located = 0
    for post, timestamp in zip(posts, timestamps, strict=True):
        tally.widen_time_range(name, timestamp)
        located += any(map(is_located, post.all_media()))
    if located:
        tally.add("gps_archived", located)


def count_hidden_on_instagram(name: str, posts: list[LabelValueRecord], tally: Tally) -> None:
    """Count posts that others do not see. What they hold is not published, even if another list names it, too."""
    count_hidden(name, posts, tally)
    uris = [uri for post in posts for medium in post.all_media() if (uri := split_export_root(medium.uri or "")[1])]
    hidden = [*uris, *(f"post:{media_serial_number(uri)}" for uri in uris)]
    tally.add_distinct(hidden, [pack_attributes(HIDDEN, 0, 0)] * len(hidden))


READERS = (
    RecordReader(
        FACEBOOK,
        ("posts/archive.json",),
        (UNNAMED_LIST, "archive_v2"),
        LabelValueRecord,
        partial(count_hidden, "archived"),
        facebook_items("archived"),
    ),
    RecordReader(
        FACEBOOK,
        ("posts/trash.json",),
        (UNNAMED_LIST, "trash_v2"),
        LabelValueRecord,
        partial(count_hidden, "deleted"),
        facebook_items("deleted"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/archived_posts.json", "content/archived_posts.json"),
        (UNNAMED_LIST, "ig_archived_post_media"),
        LabelValueRecord,
        partial(count_hidden_on_instagram, "archived"),
        instagram_items("archived"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/recently_deleted_content.json", "content/recently_deleted_content.json"),
        (UNNAMED_LIST, "ig_recently_deleted_media"),
        LabelValueRecord,
        partial(count_hidden_on_instagram, "deleted"),
        instagram_items("deleted"),
    ),
)
LABELS = (
    CountLabel("archived", "archived post", "archived posts", 50),
    CountLabel("deleted", "post in the bin", "posts in the bin", 51),
    CountLabel("gps_archived", "hidden post with its location", "hidden posts with their location", 62, severity=2, extra=True),
)
