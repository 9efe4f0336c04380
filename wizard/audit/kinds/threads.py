"""Posts and replies on Threads, which travel in the export of Instagram."""

from wizard.audit.kind import THREADS, Reader, Shown
from wizard.audit.labels import each_of
from wizard.audit.media import count_media
from wizard.audit.tally import Tally

from .instagram_posts import MediaPost


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post; many have words only."""
    found, moments, written = [], [], 0
    for post in posts:
        media = list(each_of(post.media))
        moment = post.creation_timestamp or next((each.creation_timestamp for each in media if each.creation_timestamp), 0)
        moments.append(moment)
        written += bool(post.title or any(each.title for each in media))
        found += [(each, moment, 0) for each in media if each.uri]
    tally.dated("posts", moments)
    tally.add("captions", written)
    count_media(found, tally)


READERS = (Reader(THREADS, ("threads/threads_and_replies.json",), ("text_post_app_text_posts",), MediaPost, count_posts),)
SHOWN: tuple[Shown, ...] = ()
