"""Posts and replies on Threads, which are part of the Instagram export."""

from wizard.audit.deduplication import HAS_TEXT, NAMES_PEOPLE
from wizard.audit.kind import THREADS, CountLabel, RecordReader
from wizard.audit.listing.instagram_items import instagram_items
from wizard.audit.media import count_media
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list

from .instagram_posts import MediaPost, text_flags


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Count posts by year, and their media; many posts have text only."""
    listed, timestamps, post_flags = [], [], []
    for post in posts:
        media = list(as_list(post.media))
        timestamp = post.creation_timestamp or next((item.creation_timestamp for item in media if item.creation_timestamp), 0)
        timestamps.append(timestamp)
        post_flags.append(text_flags(post.texts()))
        listed += [(item, timestamp, 0) for item in media if item.uri]
    tally.add_dated("posts", timestamps)
    tally.add("captions", sum(bool(flags & HAS_TEXT) for flags in post_flags))
    tally.add("naming", sum(bool(flags & NAMES_PEOPLE) for flags in post_flags))
    tally.mark_present("photos", "videos")
    count_media(listed, tally)


READERS = (
    RecordReader(
        THREADS,
        ("threads/threads_and_replies.json",),
        ("text_post_app_text_posts",),
        MediaPost,
        count_posts,
        instagram_items("posts"),
    ),
)
LABELS: tuple[CountLabel, ...] = ()
