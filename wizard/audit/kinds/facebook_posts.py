"""Posts on Facebook, with the photos and videos in them."""

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.media import Media, count_media
from wizard.audit.tally import Tally

_MENTION = "@["
"""How a name in a text begins that links to somebody."""


class AttachmentItem(Struct, gc=False):
    """One attached thing."""

    media: Media | None = None


class Attachment(Struct, gc=False):
    """Things attached together."""

    data: tuple[AttachmentItem, ...] = ()


class PostText(Struct, gc=False):
    """What the person wrote."""

    post: str | None = None


class TaggedPerson(Struct, gc=False):
    """Somebody who was named."""

    name: str | None = None


class FacebookPost(Struct, gc=False):
    """A post; also a story or a picture update, which look the same."""

    timestamp: float = 0
    data: tuple[PostText, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tags: tuple[TaggedPerson | str, ...] = ()

    def media(self) -> list[Media]:
        """All that is attached and is a photo or a video."""
        return [item.media for attachment in self.attachments for item in attachment.data if item.media is not None]


def count_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Each record is a post, empty ones too; the year is that of the record."""
    found, written, naming = [], 0, 0
    for post in posts:
        words, names, moment = False, bool(post.tags), post.timestamp
        for attachment in post.attachments:
            for item in attachment.data:
                media = item.media
                if media is not None:
                    found.append((media, moment, 0))
                    if media.description:
                        words, names = True, names or _MENTION in media.description
        for each in post.data:
            if each.post:
                words, names = True, names or _MENTION in each.post
        written += words
        naming += names
    tally.add_dated("posts", [post.timestamp for post in posts])
    tally.add("captions", written)
    tally.add("naming", naming)
    tally.mark_present("photos", "videos")
    count_media(found, tally)


def count_profile_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Posts of a page or a professional profile, which has a file of another name."""
    tally.set_fact("professional", "yes")
    count_posts(posts, tally)


READERS = (
    RecordReader(FACEBOOK, ("posts/your_posts_*.json", "posts/your_posts.json"), (UNNAMED_LIST,), FacebookPost, count_posts),
    RecordReader(FACEBOOK, ("posts/profile_posts_*.json",), (UNNAMED_LIST,), FacebookPost, count_profile_posts),
)
LABELS = (
    CountLabel("posts", "post", "posts", 10, severity=3),
    CountLabel("captions", "post with your words", "posts with your words", 60),
    CountLabel("naming", "post that names people", "posts that name people", 65, severity=2, extra=True),
)
