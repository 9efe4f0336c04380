"""Posts on Facebook, with their photos and videos."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from wizard.audit.kind import FACEBOOK, LABEL_VALUES, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.lenient import coerce
from wizard.audit.listing.facebook_items import facebook_items
from wizard.audit.media import ListedMedia, Media, TaggedPlace, count_media, is_located
from wizard.audit.tally import Tally
from wizard.audit.translated_fields import LabelValueRecord, normalize_labels

_MESSAGE = normalize_labels("Message", "Post", "Text", "Nachricht", "Mensaje", "Mensagem", "Messaggio", "Bericht", "메시지")
_MENTION = "@["
"""The beginning of a linked name in a text."""


class AttachmentItem(Struct, gc=False):
    """One item of an attachment."""

    media: Media | None = None
    place: TaggedPlace | None = None
    life_event: Any = None
    event: Any = None
    for_sale_item: Any = None

    def nested_media(self) -> Iterator[Media]:
        """Yield the photos and videos at any depth in a life event, an event or something for sale."""
        stack = [value for value in (self.life_event, self.event, self.for_sale_item) if value]
        while stack:
            value = stack.pop()
            if isinstance(value, dict) and isinstance(value.get("uri"), str) and "creation_timestamp" in value:
                media = coerce(Media, value)
                if isinstance(media, Media):
                    yield media
            elif isinstance(value, dict):
                stack += reversed(value.values())
            elif isinstance(value, list):
                stack += reversed(value)


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

    @property
    def has_place(self) -> bool:
        """Return True if a place with coordinates is tagged."""
        return any(item.place is not None and item.place.is_located for group in self.attachments for item in group.data)

    def media(self) -> list[Media]:
        """Return the attached photos and videos."""
        return attached_media(self.attachments)


class RecordWithMedia(Struct, gc=False):
    """A comment, or something posted in a group; only its timestamp and its photos and videos are read."""

    timestamp: float = 0
    attachments: tuple[Attachment, ...] = ()


def attached_media(attachments: Sequence[Attachment]) -> list[Media]:
    """Return the photos and videos in attachments."""
    items = [item for attachment in attachments for item in attachment.data]
    return [media for item in items for media in ((item.media,) if item.media is not None else item.nested_media())]


def count_attached(name: str, records: list[RecordWithMedia], tally: Tally) -> None:
    """Count the photos and videos of records under `media_NAME`, and those with the place in them under `gps_NAME`."""
    media = [item for record in records if record.attachments for item in attached_media(record.attachments)]
    shown = [item for item in media if "stickers_used/" not in (item.uri or "")]
    if shown:
        tally.add(f"media_{name}", len(shown))
        tally.add(f"gps_{name}", sum(map(is_located, shown)))


def count_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Count posts, empty ones too, and their media. The year is that of the record."""
    listed, with_text, naming_people, with_place = [], 0, 0, 0
    for post in posts:
        has_text, names_people, timestamp, has_place = False, bool(post.tags), post.timestamp, False
        for attachment in post.attachments:
            for item in attachment.data:
                media = item.media
                if media is not None:
                    listed.append((media, timestamp, 0))
                    if media.description:
                        has_text, names_people = True, names_people or _MENTION in media.description
                elif item.place is not None:
                    has_place = has_place or item.place.is_located
                else:
                    listed += [(nested, timestamp, 0) for nested in item.nested_media()]
        for text in post.data:
            if text.post:
                has_text, names_people = True, names_people or _MENTION in text.post
        with_text += has_text
        naming_people += names_people
        with_place += has_place
    tally.add_dated("posts", [post.timestamp for post in posts])
    tally.add("captions", with_text)
    tally.add("naming", naming_people)
    tally.add("gps_posts", with_place)
    tally.mark_present("photos", "videos")
    count_media(listed, tally)


def count_labelled_posts(posts: list[LabelValueRecord], tally: Tally) -> None:
    """Count posts in the form of label values, in which Meta writes more and more files."""
    listed: list[ListedMedia] = [(item, post.first_timestamp, 0) for post in posts for item in post.all_media()]
    tally.add_dated("posts", [post.first_timestamp for post in posts])
    tally.add("captions", sum(bool(post.text(_MESSAGE)) for post in posts))
    tally.add("naming", sum(_MENTION in post.text(_MESSAGE) for post in posts))
    tally.mark_present("photos", "videos")
    count_media(listed, tally)


def count_profile_posts(posts: list[FacebookPost], tally: Tally) -> None:
    """Count posts of a page or professional profile, which has a file of a different name."""
    tally.set_fact("professional", "yes")
    count_posts(posts, tally)


_POSTS = ("posts/your_posts_*.json", "posts/your_posts.json")
READERS = (
    RecordReader(FACEBOOK, _POSTS, (UNNAMED_LIST,), FacebookPost, count_posts, facebook_items("posts"), needs_fields=True),
    RecordReader(
        FACEBOOK, _POSTS, (UNNAMED_LIST,), LabelValueRecord, count_labelled_posts, facebook_items("posts"), form=LABEL_VALUES
    ),
    RecordReader(
        FACEBOOK,
        ("posts/profile_posts_*.json",),
        (UNNAMED_LIST,),
        FacebookPost,
        count_profile_posts,
        facebook_items("posts"),
        needs_fields=True,
    ),
)
LABELS = (
    CountLabel("posts", "post", "posts", 10, severity=3),
    CountLabel("gps_posts", "post with a tagged place", "posts with a tagged place", 62, severity=5, extra=True),
    CountLabel("captions", "post with your words", "posts with your words", 60),
    CountLabel("naming", "post that names people", "posts that name people", 65, severity=2, extra=True),
)
