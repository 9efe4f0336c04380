"""Instagram as it was exported until 2020: one `media.json` for all media, moments in ISO 8601, text in true UTF-8."""

from functools import partial

from msgspec import Struct

from wizard.audit.items import OTHER, PHOTO, POST, PROFILE, VIDEO, WORDS
from wizard.audit.kind import BARE, INSTAGRAM, Reader, Shown
from wizard.audit.media import kind_by_name
from wizard.audit.moments import written_moment
from wizard.audit.tally import Tally

from .account import state_private

ROOT = "instagram-2018"
"""The folder that the paths of such an export begin with in this program; its own files stand at the root."""


class Taken(Struct, gc=False):
    """A medium and the moment in which it was shared."""

    path: str | None = None
    taken_at: str | None = None
    caption: str | None = None


class Profile(Struct, gc=False):
    """The profile; whether it is private is a plain yes or no."""

    private_account: bool | None = None


def count_media(kind: int, media: list[Taken], tally: Tally) -> None:
    """Media of one moment are one post."""
    for each in media:
        moment = written_moment(each.taken_at or "")
        _take_down(each, kind, moment, tally)
        tally.thing(f"post:{each.taken_at}", POST, moment, WORDS if each.caption else 0)


def count_pictures(pictures: list[Taken], tally: Tally) -> None:
    """Pictures of the profile."""
    for picture in pictures:
        _take_down(picture, PHOTO, written_moment(picture.taken_at or ""), tally, PROFILE)


def _take_down(each: Taken, kind: int, moment: float, tally: Tally, flags: int = 0) -> None:
    address = each.path or ""
    told = kind_by_name(address)
    if address:
        tally.thing(address, kind if told == OTHER else told, moment, flags)
    else:
        tally.nameless_thing(kind, moment, flags)


def count_stories(stories: list[Taken], tally: Tally) -> None:
    """A story each."""
    for story in stories:
        tally.dated("stories", written_moment(story.taken_at or ""))


def count_comments(comments: list[list[str | None]], tally: Tally) -> None:
    """A comment is a moment, its text, and whose post it stands below."""
    for comment in comments:
        tally.dated("comments", written_moment(comment[0] or "") if comment else 0)


def count_flag(profiles: list[Profile], tally: Tally) -> None:
    """Whether the account was private when the export was made."""
    for profile in profiles:
        state_private(tally, profile.private_account)


_MEDIA = (f"{ROOT}/media.json",)
READERS = (
    Reader(INSTAGRAM, _MEDIA, ("photos",), Taken, partial(count_media, PHOTO)),
    Reader(INSTAGRAM, _MEDIA, ("videos",), Taken, partial(count_media, VIDEO)),
    Reader(INSTAGRAM, _MEDIA, ("stories",), Taken, count_stories),
    Reader(INSTAGRAM, _MEDIA, ("profile",), Taken, count_pictures),
    Reader(INSTAGRAM, (f"{ROOT}/comments.json",), ("media_comments",), list[str | None], count_comments),
    Reader(INSTAGRAM, (f"{ROOT}/profile.json",), (BARE,), Profile, count_flag),
)
SHOWN: tuple[Shown, ...] = ()
