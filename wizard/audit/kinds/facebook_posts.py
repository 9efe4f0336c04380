"""Posts on Facebook, with the photos and videos in them."""

from msgspec import Struct

from wizard.audit.kind import BARE, FACEBOOK, Reader, Shown
from wizard.audit.media import Media, count_media
from wizard.audit.tally import Tally


class Item(Struct, gc=False):
    """One attached thing."""

    media: Media | None = None


class Attachment(Struct, gc=False):
    """Things attached together."""

    data: tuple[Item, ...] = ()


class Words(Struct, gc=False):
    """What the person wrote."""

    post: str | None = None


class Tag(Struct, gc=False):
    """Somebody who was named."""

    name: str | None = None


class Post(Struct, gc=False):
    """A post; also a story or a picture update, which look the same."""

    timestamp: float = 0
    data: tuple[Words, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tags: tuple[Tag | str, ...] = ()

    def media(self) -> list[Media]:
        """All that is attached and is a photo or a video."""
        return [item.media for attachment in self.attachments for item in attachment.data if item.media is not None]


def count_posts(posts: list[Post], tally: Tally) -> None:
    """Each record is a post, empty ones too; the year is that of the record."""
    found, written, naming = [], 0, 0
    for post in posts:
        words, moment = False, post.timestamp
        for attachment in post.attachments:
            for item in attachment.data:
                media = item.media
                if media is not None:
                    found.append((media, moment, 0))
                    words = words or bool(media.description)
        for each in post.data:
            words = words or bool(each.post)
        written += words
        if post.tags:
            naming += 1
    tally.dated("posts", [post.timestamp for post in posts])
    tally.add("captions", written)
    tally.add("naming", naming)
    count_media(found, tally)


POSTS = (
    "posts/your_posts_*.json",
    "posts/your_posts.json",
    "posts/profile_posts_*.json",
)
READERS = (Reader(FACEBOOK, POSTS, (BARE,), Post, count_posts),)
SHOWN = (
    Shown("posts", "post", "posts", 10, severity=3),
    Shown("captions", "post with your words", "posts with your words", 60),
    Shown("naming", "post that names people", "posts that name people", 65, severity=2, extra=True),
)
