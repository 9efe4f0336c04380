"""Posts and replies on Threads, which travel in the export of Instagram."""

from wizard.audit.deduplication import HAS_TEXT, NAMES_PEOPLE
from wizard.audit.kind import THREADS, CountLabel, RecordReader
from wizard.audit.media import count_media
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import as_list

from .instagram_posts import MediaPost, text_flags


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post; many have words only."""
    found, moments, marks = [], [], []
    for post in posts:
        media = list(as_list(post.media))
        moment = post.creation_timestamp or next((each.creation_timestamp for each in media if each.creation_timestamp), 0)
        moments.append(moment)
        marks.append(text_flags(post.words()))
        found += [(each, moment, 0) for each in media if each.uri]
    tally.add_dated("posts", moments)
    tally.add("captions", sum(bool(each & HAS_TEXT) for each in marks))
    tally.add("naming", sum(bool(each & NAMES_PEOPLE) for each in marks))
    tally.mark_present("photos", "videos")
    count_media(found, tally)


READERS = (RecordReader(THREADS, ("threads/threads_and_replies.json",), ("text_post_app_text_posts",), MediaPost, count_posts),)
LABELS: tuple[CountLabel, ...] = ()
