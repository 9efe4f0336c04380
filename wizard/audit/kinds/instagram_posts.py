"""Posts on Instagram in their two shapes, which repeat or complete each other, and profile pictures."""

from msgspec import Struct

from wizard.audit.items import MADE_BY_AI, POST, PROFILE, WORDS
from wizard.audit.kind import BARE, INSTAGRAM, Reader, Shown
from wizard.audit.labels import Labelled, each_of, truth, words_of
from wizard.audit.media import Media, count_media, serial
from wizard.audit.mojibake import label_key
from wizard.audit.tally import Tally

_CAPTION = words_of("Caption", "Légende", "캡션", "Bildunterschrift", "Pie de foto", "Legenda", "Didascalia", "Bijschrift")
_AI_MADE = words_of("Marked as AI-generated", "Marqué comme généré par l’IA", "Marked as AI generated", "AI info")


class MediaPost(Struct, gc=False):
    """A post of one or several media; its words stand with the post, or with its only medium."""

    media: list[Media] | Media | None = None
    title: str | None = None
    creation_timestamp: float = 0


def count_posts(posts: list[MediaPost], tally: Tally) -> None:
    """Each record is a post, known by the number of its first medium."""
    for post in posts:
        media = each_of(post.media)
        moment = post.creation_timestamp
        first, written = "", bool(post.title)
        for each in media:
            moment = moment or each.creation_timestamp
            first = first or each.uri or ""
            written = written or bool(each.title)
            count_media(each, tally, moment)
        _take_down(tally, serial(first), moment, WORDS if written else 0)


def count_labelled(posts: list[Labelled], tally: Tally) -> None:
    """The shape of 2026: fields with translated names, told apart by what they hold."""
    for post in posts:
        first, flags = "", 0
        for media in post.all_media():
            first = first or media.uri or ""
            count_media(media, tally, post.moment)
        for field in post.fields():
            label = label_key(field.label or "")
            if label in _CAPTION and field.value:
                flags |= WORDS
            elif label in _AI_MADE and truth(field.value):
                flags |= MADE_BY_AI
        _take_down(tally, serial(first) if first else post.fbid or "", post.moment, flags)


def _take_down(tally: Tally, known_by: str, moment: float, flags: int) -> None:
    if known_by:
        tally.thing(f"post:{known_by}", POST, moment, flags)
    else:
        tally.nameless_thing(POST, moment, flags)


def count_profile(pictures: list[Media], tally: Tally) -> None:
    """Pictures of the profile, past ones too."""
    for picture in pictures:
        count_media(picture, tally, flags=PROFILE)


READERS = (
    Reader(INSTAGRAM, ("media/posts_*.json", "content/posts_*.json"), (BARE,), MediaPost, count_posts),
    Reader(INSTAGRAM, ("media/posts.json", "content/posts.json"), (BARE,), Labelled, count_labelled),
    Reader(
        INSTAGRAM, ("media/profile_photos.json", "content/profile_photos.json"), ("ig_profile_picture",), Media, count_profile
    ),
)
SHOWN = (Shown("ai_labelled", "post that Meta marked as made by AI", "posts that Meta marked as made by AI", 68),)
