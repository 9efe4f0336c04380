"""Posts on Instagram in their two shapes, which repeat or complete each other, and profile pictures."""

import re
from collections.abc import Sequence

from msgspec import Struct

from wizard.audit.items import MADE_BY_AI, NAMING, POST, PROFILE, WORDS, about
from wizard.audit.kind import BARE, INSTAGRAM, Reader, Shown
from wizard.audit.labels import Labelled, each_of, truth, words_of
from wizard.audit.media import Found, InstagramMedia, count_media, serial
from wizard.audit.mojibake import label_key
from wizard.audit.moments import year_code
from wizard.audit.tally import Tally

_CAPTION = words_of("Caption", "Légende", "캡션", "Bildunterschrift", "Pie de foto", "Legenda", "Didascalia", "Bijschrift")
_AI_MADE = words_of("Marked as AI-generated", "Marqué comme généré par l’IA", "Marked as AI generated", "AI info")


_MENTION = re.compile(r"(?<![\w.])@\w")
"""Somebody's name on Instagram, in a caption; an address for mail is none."""


class MediaPost(Struct, gc=False):
    """A post of one or several media; its words stand with the post, or with its only medium."""

    media: list[InstagramMedia] | InstagramMedia | None = None
    title: str | None = None
    creation_timestamp: float = 0

    def words(self) -> list[str]:
        """What the person wrote to it."""
        return [text for text in (self.title, *(each.title for each in each_of(self.media))) if text]


def word_marks(texts: Sequence[str]) -> int:
    """What is marked of a post with these texts: that there are words, and that they name somebody."""
    return (WORDS if texts else 0) | (NAMING if any(map(_MENTION.search, texts)) else 0)


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post, known by the number of its first medium."""
    found: list[Found] = []
    known: list[tuple[str, float, int]] = []
    for post in posts:
        media = each_of(post.media)
        moment = post.creation_timestamp
        first, written = "", post.words()
        for each in media:
            moment = moment or each.creation_timestamp
            first = first or each.uri or ""
            found.append((each, moment, 0))
        known.append((serial(first), moment, word_marks(written)))
    count_media(found, tally)
    _take_down(known, tally)


def count_labelled(posts: list[Labelled], tally: Tally) -> None:
    """The shape of 2026: fields with translated names, told apart by what they hold."""
    found: list[Found] = []
    known: list[tuple[str, float, int]] = []
    for post in posts:
        media, flags = list(post.all_media()), 0
        found += [(each, post.moment, 0) for each in media]
        for field in post.fields():
            label = label_key(field.label or "")
            if label in _CAPTION and field.value:
                flags |= word_marks((field.value,))
            elif label in _AI_MADE and truth(field.value):
                flags |= MADE_BY_AI
        first = next((each.uri for each in media if each.uri), "")
        known.append((serial(first) if first else post.fbid or "", post.moment, flags))
    count_media(found, tally)
    _take_down(known, tally)


def _take_down(posts: list[tuple[str, float, int]], tally: Tally) -> None:
    addresses = [f"post:{known_by}" if known_by else "" for known_by, _, _ in posts]
    tally.has("posts", "photos", "videos")
    tally.things(addresses, [about(POST, year_code(moment), flags) for _, moment, flags in posts])


def count_profile(pictures: list[InstagramMedia], tally: Tally) -> None:
    """Pictures of the profile, past ones too."""
    tally.has("profile_pictures")
    count_media([(each, 0.0, PROFILE) for each in pictures], tally)


READERS = (
    Reader(INSTAGRAM, ("media/posts_*.json", "content/posts_*.json"), (BARE,), MediaPost, count_posts),
    Reader(INSTAGRAM, ("media/posts.json", "content/posts.json"), (BARE,), Labelled, count_labelled),
    Reader(
        INSTAGRAM,
        ("media/profile_photos.json", "content/profile_photos.json"),
        ("ig_profile_picture",),
        InstagramMedia,
        count_profile,
    ),
)
SHOWN = (Shown("ai_labelled", "post that Meta marked as made by AI", "posts that Meta marked as made by AI", 68),)
