"""Instagram as it was exported until 2020: one `media.json` for all media, moments in ISO 8601, text in true UTF-8."""

from functools import partial

from msgspec import Struct

from wizard.audit.items import OTHER, PHOTO, POST, PROFILE, VIDEO, about
from wizard.audit.kind import BARE, INSTAGRAM, Reader, Shown
from wizard.audit.media import kind_by_name
from wizard.audit.moments import written_moment, year_code
from wizard.audit.tally import Tally

from .account import state_private
from .instagram_posts import word_marks

ROOT = "instagram-2018"
"""The folder that the paths of such an export begin with in this program; its own files stand at the root."""


class Taken(Struct, gc=False):
    """A medium and the moment in which it was shared."""

    path: str | None = None
    taken_at: str | None = None
    caption: str | None = None

    @property
    def year(self) -> int:
        """The code of the year."""
        return year_code(written_moment(self.taken_at or ""))


class Profile(Struct, gc=False):
    """The profile; whether it is private is a plain yes or no."""

    private_account: bool | None = None


def count_shots(kind: int, shots: list[Taken], tally: Tally) -> None:
    """Media of one moment are one post."""
    tally.has("posts", "videos" if kind == VIDEO else "photos")
    _take_down(kind, shots, tally)
    numbers = [about(POST, each.year, word_marks([each.caption] if each.caption else [])) for each in shots]
    tally.things([f"post:{each.taken_at}" for each in shots], numbers)


def count_pictures(pictures: list[Taken], tally: Tally) -> None:
    """Pictures of the profile."""
    tally.has("profile_pictures")
    _take_down(PHOTO, pictures, tally, PROFILE)


def _take_down(kind: int, shots: list[Taken], tally: Tally, flags: int = 0) -> None:
    addresses = [each.path or "" for each in shots]
    kinds = [kind if (told := kind_by_name(address)) == OTHER else told for address in addresses]
    tally.things(addresses, [about(told, each.year, flags) for told, each in zip(kinds, shots, strict=True)])


def count_stories(stories: list[Taken], tally: Tally) -> None:
    """A story each."""
    tally.dated("stories", [written_moment(story.taken_at or "") for story in stories])


def count_comments(comments: list[list[str | None]], tally: Tally) -> None:
    """A comment is a moment, its text, and whose post it stands below."""
    tally.dated("comments", [written_moment(comment[0] or "") if comment else 0 for comment in comments])


def count_flag(profiles: list[Profile], tally: Tally) -> None:
    """Whether the account was private when the export was made."""
    for profile in profiles:
        state_private(tally, profile.private_account)


_MEDIA = (f"{ROOT}/media.json",)
READERS = (
    Reader(INSTAGRAM, _MEDIA, ("photos",), Taken, partial(count_shots, PHOTO)),
    Reader(INSTAGRAM, _MEDIA, ("videos",), Taken, partial(count_shots, VIDEO)),
    Reader(INSTAGRAM, _MEDIA, ("stories",), Taken, count_stories),
    Reader(INSTAGRAM, _MEDIA, ("profile",), Taken, count_pictures),
    Reader(INSTAGRAM, (f"{ROOT}/comments.json",), ("media_comments",), list[str | None], count_comments),
    Reader(INSTAGRAM, (f"{ROOT}/profile.json",), (BARE,), Profile, count_flag),
)
SHOWN: tuple[Shown, ...] = ()
