"""Posts on Instagram in their two forms, which repeat or complete each other, and profile pictures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from wizard.audit.deduplication import (
    BARE_POST,
    HAS_TEXT,
    MADE_BY_AI,
    NAMES_PEOPLE,
    OWN_MOMENT,
    POST,
    POST_MOMENT,
    PROFILE,
    pack_attributes,
)
from wizard.audit.kind import INSTAGRAM, LABEL_VALUES, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.instagram_items import instagram_items, profile_items
from wizard.audit.media import InstagramMedia, ListedMedia, count_media, media_serial_number
from wizard.audit.mojibake import normalize_label
from wizard.audit.tally import Tally
from wizard.audit.timestamps import year_code
from wizard.audit.translated_fields import LabelValueRecord, as_list, normalize_labels, parse_translated_bool

CAPTION_LABELS = normalize_labels(
    "Caption", "Légende", "캡션", "Bildunterschrift", "Pie de foto", "Legenda", "Didascalia", "Bijschrift"
)
_AI_MADE = normalize_labels("Marked as AI-generated", "Marqué comme généré par l’IA", "Marked as AI generated", "AI info")
_MENTION = re.compile(r"(?<![\w.])@\w")
"""A user name in a caption; an email address does not match."""


class MediaPost(Struct, gc=False):
    """A post with one or more photos or videos; its text is in the post, or in its only photo or video."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    title: str | None = None
    creation_timestamp: float = 0

    def texts(self) -> list[str]:
        """Return the texts of the user."""
        return [text for text in (self.title, *(item.title for item in as_list(self.media))) if text]


def text_flags(texts: Sequence[str]) -> int:
    """Return HAS_TEXT if there is any text, and NAMES_PEOPLE if a user name is in it."""
    return (HAS_TEXT if texts else 0) | (NAMES_PEOPLE if any(map(_MENTION.search, texts)) else 0)


@dataclass(slots=True)
class _FoundPost:
    """What identifies a post, and what is counted of it."""

    first_uri: str
    fbid: str
    timestamp: float
    has_own_moment: bool
    texts: Sequence[str]
    flags: int = 0


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Count posts, each identified by the number of its first photo or video, and their media."""
    listed: list[ListedMedia] = []
    found_posts: list[_FoundPost] = []
    for post in posts:
        timestamp, first_uri = post.creation_timestamp, ""
        for item in as_list(post.media):
            timestamp = timestamp or item.creation_timestamp
            first_uri = first_uri or item.uri or ""
            listed.append((item, timestamp, 0))
        found_posts.append(_FoundPost(first_uri, "", timestamp, bool(post.creation_timestamp), post.texts()))
    count_media(listed, tally)
    _add_posts(found_posts, tally)


def count_translated_posts(posts: list[LabelValueRecord], tally: Tally) -> None:
    """Count posts in the form of 2026: translated fields, recognised by their label where it matters."""
    listed: list[ListedMedia] = []
    found_posts: list[_FoundPost] = []
    for post in posts:
        media, texts, flags = list(post.all_media()), [], 0
        listed += [(item, post.first_timestamp, 0) for item in media]
        for field in post.fields():
            label = normalize_label(field.label or "")
            if label in CAPTION_LABELS and field.value:
                texts.append(field.value)
            elif label in _AI_MADE and parse_translated_bool(field.value):
                flags |= MADE_BY_AI
        first_uri = next((item.uri for item in media if item.uri), "")
        found_posts.append(_FoundPost(first_uri, post.fbid or "", post.first_timestamp, bool(post.timestamp), texts, flags))
    count_media(listed, tally)
    _add_posts(found_posts, tally)


def _add_posts(posts: list[_FoundPost], tally: Tally) -> None:
    """Add posts to the tally. One without media is the same as one with media that has its moment and words."""
    uris, attributes = [], []
    for post in posts:
        flags = post.flags | text_flags(post.texts) | (OWN_MOMENT if post.has_own_moment else 0)
        code = year_code(post.timestamp)
        moment = f"moment:{int(post.timestamp)}:{post.texts[0] if post.texts else ''}" if code else ""
        if post.first_uri:
            uris.append(f"post:{media_serial_number(post.first_uri)}")
            attributes.append(pack_attributes(POST, code, flags))
            if moment:
                uris.append(moment)
                attributes.append(pack_attributes(POST_MOMENT, code, 0))
        else:
            uris.append(moment or (f"post:{post.fbid}" if post.fbid else ""))
            attributes.append(pack_attributes(BARE_POST, code, flags))
    tally.mark_present("posts", "photos", "videos")
    tally.widen_item_range([post.timestamp for post in posts])
    tally.add_distinct(uris, attributes)


def count_profile(pictures: list[InstagramMedia], tally: Tally) -> None:
    """Count profile pictures, earlier ones too."""
    tally.mark_present("profile_pictures")
    count_media([(picture, 0.0, PROFILE) for picture in pictures], tally)


_POSTS = ("media/posts_*.json", "content/posts_*.json", "media/posts.json", "content/posts.json")
READERS = (
    RecordReader(INSTAGRAM, _POSTS, (UNNAMED_LIST,), MediaPost, count_posts, instagram_items("posts"), needs_fields=True),
    RecordReader(
        INSTAGRAM, _POSTS, (UNNAMED_LIST,), LabelValueRecord, count_translated_posts, instagram_items("posts"), form=LABEL_VALUES
    ),
    RecordReader(
        INSTAGRAM,
        ("media/profile_photos.json", "content/profile_photos.json"),
        ("ig_profile_picture",),
        InstagramMedia,
        count_profile,
        profile_items("profile_pictures"),
    ),
)
LABELS = (CountLabel("ai_labelled", "post that Meta marked as made by AI", "posts that Meta marked as made by AI", 68),)
