"""Posts and replies on Threads, which travel in the export of Instagram."""

from wizard.audit.items import NAMING, WORDS
from wizard.audit.kind import THREADS, Reader, Shown
from wizard.audit.labels import each_of
from wizard.audit.media import count_media
from wizard.audit.tally import Tally

from .instagram_posts import MediaPost, word_marks


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post; many have words only."""
    found, moments, marks = [], [], []
    for post in posts:
        media = list(each_of(post.media))
        moment = post.creation_timestamp or next((each.creation_timestamp for each in media if each.creation_timestamp), 0)
        moments.append(moment)
        marks.append(word_marks(post.words()))
        found += [(each, moment, 0) for each in media if each.uri]
    tally.dated("posts", moments)
    tally.add("captions", sum(bool(each & WORDS) for each in marks))
    tally.add("naming", sum(bool(each & NAMING) for each in marks))
    tally.has("photos", "videos")
    count_media(found, tally)


READERS = (Reader(THREADS, ("threads/threads_and_replies.json",), ("text_post_app_text_posts",), MediaPost, count_posts),)
SHOWN: tuple[Shown, ...] = ()
