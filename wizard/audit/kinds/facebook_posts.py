"""Posts on Facebook, with their photos and videos."""

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.media import Media, count_media
from wizard.audit.tally import Tally

_MENTION = "@["
"""The beginning of a linked name in a text."""


class AttachmentItem(Struct, gc=False):
    """One item of an attachment."""

    media: Media | None = None


class Attachment(Struct, gc=False):
    """Items attached together."""

    data: tuple[AttachmentItem, ...] = ()


class PostText(Struct, gc=False):
    """The text of the user."""

    post: str | None = None


class TaggedPerson(Struct, gc=False):
    """A person tagged in a post."""

    name: str | None = None


class FacebookPost(Struct, gc=False):
    """A post, or a story or picture update, which have the same form."""

    timestamp: float = 0
    data: tuple[PostText, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tags: tuple[TaggedPerson | str, ...] = ()

    def media(self) -> list[Media]:
        """Return the attached photos and videos."""
        return [item.media for attachment in self.attachments for item in attachment.data if item.media is not None]


def count_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Count posts, empty ones too, and their media. The year is that of the record."""
    listed, with_text, naming_people = [], 0, 0
    for post in posts:
        has_text, names_people, timestamp = False, bool(post.tags), post.timestamp
        for attachment in post.attachments:
            for item in attachment.data:
                media = item.media
                if media is not None:
                    listed.append((media, timestamp, 0))
                    if media.description:
                        has_text, names_people = True, names_people or _MENTION in media.description
        for text in post.data:
            if text.post:
                has_text, names_people = True, names_people or _MENTION in text.post
        with_text += has_text
        naming_people += names_people
    tally.add_dated("posts", [post.timestamp for post in posts])
    tally.add("captions", with_text)
    tally.add("naming", naming_people)
    tally.mark_present("photos", "videos")
    count_media(listed, tally)


def count_profile_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Count posts of a page or professional profile, which has a file of a different name."""
    tally.set_fact("professional", "yes")
    count_posts(posts, tally)


READERS = (
    RecordReader(
        FACEBOOK,
        ("posts/your_posts_*.json", "posts/your_posts.json"),
        (UNNAMED_LIST,),
        FacebookPost,
        count_posts,
        facebook_items("posts"),
    ),
    RecordReader(
        FACEBOOK, ("posts/profile_posts_*.json",), (UNNAMED_LIST,), FacebookPost, count_profile_posts, facebook_items("posts")
    ),
)
LABELS = (
    CountLabel("posts", "post", "posts", 10, severity=3),
    CountLabel("captions", "post with your words", "posts with your words", 60),
    CountLabel("naming", "post that names people", "posts that name people", 65, severity=2, extra=True),
)
