"""Posts on Instagram in their two forms, which repeat or complete each other, and profile pictures."""

import re
from collections.abc import Sequence

from msgspec import Struct

from wizard.audit.deduplication import HAS_TEXT, MADE_BY_AI, NAMES_PEOPLE, POST, PROFILE, pack_attributes
from wizard.audit.kind import INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.instagram_items import instagram_items, profile_items
from wizard.audit.media import InstagramMedia, ListedMedia, count_media, media_serial_number
from wizard.audit.mojibake import normalize_label
from wizard.audit.tally import Tally
from wizard.audit.timestamps import year_code
from wizard.audit.translated_fields import LabelValueRecord, as_list, normalize_labels, parse_translated_bool

_CAPTION = normalize_labels(
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


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Count posts, each identified by the number of its first photo or video, and their media."""
    listed: list[ListedMedia] = []
    found_posts: list[tuple[str, float, int]] = []
    for post in posts:
        timestamp, first_uri = post.creation_timestamp, ""
        for item in as_list(post.media):
            timestamp = timestamp or item.creation_timestamp
            first_uri = first_uri or item.uri or ""
            listed.append((item, timestamp, 0))
        found_posts.append((media_serial_number(first_uri), timestamp, text_flags(post.texts())))
    count_media(listed, tally)
    _add_posts(found_posts, tally)


def count_translated_posts(posts: list[LabelValueRecord], tally: Tally) -> None:
    """Count posts in the form of 2026: translated fields, recognised by their label where it matters."""
    listed: list[ListedMedia] = []
    found_posts: list[tuple[str, float, int]] = []
    for post in posts:
        media, flags = list(post.all_media()), 0
        listed += [(item, post.first_timestamp, 0) for item in media]
        for field in post.fields():
            label = normalize_label(field.label or "")
            if label in _CAPTION and field.value:
                flags |= text_flags((field.value,))
            elif label in _AI_MADE and parse_translated_bool(field.value):
                flags |= MADE_BY_AI
        first_uri = next((item.uri for item in media if item.uri), "")
        post_id = media_serial_number(first_uri) if first_uri else post.fbid or ""
        found_posts.append((post_id, post.first_timestamp, flags))
    count_media(listed, tally)
    _add_posts(found_posts, tally)


def _add_posts(posts: list[tuple[str, float, int]], tally: Tally) -> None:
    """Add posts to the tally: id, "" if unknown, timestamp and flags of each."""
    uris = [f"post:{post_id}" if post_id else "" for post_id, _, _ in posts]
    tally.mark_present("posts", "photos", "videos")
    tally.widen_item_range([timestamp for _, timestamp, _ in posts])
    tally.add_distinct(uris, [pack_attributes(POST, year_code(timestamp), flags) for _, timestamp, flags in posts])


def count_profile(pictures: list[InstagramMedia], tally: Tally) -> None:
    """Count profile pictures, earlier ones too."""
    tally.mark_present("profile_pictures")
    count_media([(picture, 0.0, PROFILE) for picture in pictures], tally)


READERS = (
    RecordReader(
        INSTAGRAM,
        ("media/posts_*.json", "content/posts_*.json"),
        (UNNAMED_LIST,),
        MediaPost,
        count_posts,
        instagram_items("posts"),
    ),
    RecordReader(
        INSTAGRAM,
        ("media/posts.json", "content/posts.json"),
        (UNNAMED_LIST,),
        LabelValueRecord,
        count_translated_posts,
        instagram_items("posts"),
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
