"""Posts on Instagram in their two shapes, which repeat or complete each other, and profile pictures."""

import re
from collections.abc import Sequence

from msgspec import Struct

from wizard.audit.deduplication import HAS_TEXT, MADE_BY_AI, NAMES_PEOPLE, POST, PROFILE, pack_attributes
from wizard.audit.kind import INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
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
"""Somebody's name on Instagram, in a caption; an address for mail is none."""


class MediaPost(Struct, gc=False):
    """A post of one or several media; its words stand with the post, or with its only medium."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    title: str | None = None
    creation_timestamp: float = 0

    def words(self) -> list[str]:
        """What the person wrote to it."""
        return [text for text in (self.title, *(each.title for each in as_list(self.media))) if text]


def text_flags(texts: Sequence[str]) -> int:
    """What is marked of a post with these texts: that there are words, and that they name somebody."""
    return (HAS_TEXT if texts else 0) | (NAMES_PEOPLE if any(map(_MENTION.search, texts)) else 0)


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post, known by the number of its first medium."""
    found: list[ListedMedia] = []
    known: list[tuple[str, float, int]] = []
    for post in posts:
        media = as_list(post.media)
        moment = post.creation_timestamp
        first, written = "", post.words()
        for each in media:
            moment = moment or each.creation_timestamp
            first = first or each.uri or ""
            found.append((each, moment, 0))
        known.append((media_serial_number(first), moment, text_flags(written)))
    count_media(found, tally)
    _take_down(known, tally)


def count_translated_posts(posts: list[LabelValueRecord], tally: Tally) -> None:
    """The shape of 2026: fields with translated names, told apart by what they hold."""
    found: list[ListedMedia] = []
    known: list[tuple[str, float, int]] = []
    for post in posts:
        media, flags = list(post.all_media()), 0
        found += [(each, post.first_timestamp, 0) for each in media]
        for field in post.fields():
            label = normalize_label(field.label or "")
            if label in _CAPTION and field.value:
                flags |= text_flags((field.value,))
            elif label in _AI_MADE and parse_translated_bool(field.value):
                flags |= MADE_BY_AI
        first = next((each.uri for each in media if each.uri), "")
        known.append((media_serial_number(first) if first else post.fbid or "", post.first_timestamp, flags))
    count_media(found, tally)
    _take_down(known, tally)


def _take_down(posts: list[tuple[str, float, int]], tally: Tally) -> None:
    addresses = [f"post:{known_by}" if known_by else "" for known_by, _, _ in posts]
    tally.mark_present("posts", "photos", "videos")
    tally.add_distinct(addresses, [pack_attributes(POST, year_code(moment), flags) for _, moment, flags in posts])


def count_profile(pictures: list[InstagramMedia], tally: Tally) -> None:
    """Pictures of the profile, past ones too."""
    tally.mark_present("profile_pictures")
    count_media([(each, 0.0, PROFILE) for each in pictures], tally)


READERS = (
    RecordReader(INSTAGRAM, ("media/posts_*.json", "content/posts_*.json"), (UNNAMED_LIST,), MediaPost, count_posts),
    RecordReader(
        INSTAGRAM, ("media/posts.json", "content/posts.json"), (UNNAMED_LIST,), LabelValueRecord, count_translated_posts
    ),
    RecordReader(
        INSTAGRAM,
        ("media/profile_photos.json", "content/profile_photos.json"),
        ("ig_profile_picture",),
        InstagramMedia,
        count_profile,
    ),
)
LABELS = (CountLabel("ai_labelled", "post that Meta marked as made by AI", "posts that Meta marked as made by AI", 68),)
