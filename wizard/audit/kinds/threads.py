"""Posts and replies on Threads, which travel in the export of Instagram."""

from wizard.audit.kind import THREADS, Reader, Shown
from wizard.audit.labels import each_of
from wizard.audit.media import count_media
from wizard.audit.tally import Tally

from .instagram_posts import MediaPost


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post; many have words only."""
    for post in posts:
        moment, written = post.creation_timestamp, bool(post.title)
        for media in each_of(post.media):
            moment = moment or media.creation_timestamp
            written = written or bool(media.title)
            if media.uri:
                count_media(media, tally, moment)
        tally.dated("posts", moment)
        if written:
            tally.add("captions")


READERS = (Reader(THREADS, ("threads/threads_and_replies.json",), ("text_post_app_text_posts",), MediaPost, count_posts),)
SHOWN: tuple[Shown, ...] = ()
