"""Posts on Facebook, with the photos and videos in them."""

from msgspec import Struct

from wizard.audit.kind import BARE, FACEBOOK, Reader, Shown
from wizard.audit.labels import each_of
from wizard.audit.media import Media, count_media
from wizard.audit.tally import Tally


class Item(Struct, gc=False):
    """One attached thing."""

    media: Media | None = None


class Attachment(Struct, gc=False):
    """Things attached together."""

    data: list[Item] | Item | None = None


class Words(Struct, gc=False):
    """What the person wrote."""

    post: str | None = None


class Tag(Struct, gc=False):
    """Somebody who was named."""

    name: str | None = None


class Post(Struct, gc=False):
    """A post; also a story or a picture update, which look the same."""

    timestamp: float = 0
    data: list[Words] | Words | None = None
    attachments: list[Attachment] | Attachment | None = None
    tags: list[Tag | str] | None = None

    def media(self) -> list[Media]:
        """All that is attached and is a photo or a video."""
        return [
            item.media for attachment in each_of(self.attachments) for item in each_of(attachment.data) if item.media is not None
        ]


def count_posts(posts: list[Post], tally: Tally) -> None:
    """Each record is a post, empty ones too; the year is that of the record."""
    for post in posts:
        tally.dated("posts", post.timestamp)
        written = any(words.post for words in each_of(post.data))
        for media in post.media():
            written = written or bool(media.description)
            count_media(media, tally, post.timestamp)
        if written:
            tally.add("captions")
        if post.tags:
            tally.add("naming")


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
