"""Instagram as it was exported until 2020: one `media.json` for all media, moments in ISO 8601, text in true UTF-8."""

from functools import partial

from msgspec import Struct

from wizard.audit.deduplication import OTHER, PHOTO, POST, PROFILE, VIDEO, pack_attributes
from wizard.audit.kind import INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.media import media_kind
from wizard.audit.tally import Tally
from wizard.audit.timestamps import parse_iso_timestamp, year_code

from .account import record_private_flag
from .instagram_posts import text_flags

ROOT = "instagram-2018"
"""The folder that the paths of such an export begin with in this program; its own files stand at the root."""


class LegacyMedia(Struct, gc=False):
    """A medium and the moment in which it was shared."""

    path: str | None = None
    taken_at: str | None = None
    caption: str | None = None

    @property
    def year(self) -> int:
        """The code of the year."""
        return year_code(parse_iso_timestamp(self.taken_at or ""))


class LegacyProfile(Struct, gc=False):
    """The profile; whether it is private is a plain yes or no."""

    private_account: bool | None = None


def count_legacy_media(kind: int, shots: list[LegacyMedia], tally: Tally) -> None:
    """Media of one moment are one post."""
    tally.mark_present("posts", "videos" if kind == VIDEO else "photos")
    _take_down(kind, shots, tally)
    numbers = [pack_attributes(POST, each.year, text_flags([each.caption] if each.caption else [])) for each in shots]
    tally.add_distinct([f"post:{each.taken_at}" for each in shots], numbers)


def count_legacy_profile_pictures(pictures: list[LegacyMedia], tally: Tally) -> None:
    """Pictures of the profile."""
    tally.mark_present("profile_pictures")
    _take_down(PHOTO, pictures, tally, PROFILE)


def _take_down(kind: int, shots: list[LegacyMedia], tally: Tally, flags: int = 0) -> None:
    addresses = [each.path or "" for each in shots]
    kinds = [kind if (told := media_kind(address)) == OTHER else told for address in addresses]
    tally.add_distinct(addresses, [pack_attributes(told, each.year, flags) for told, each in zip(kinds, shots, strict=True)])


def count_stories(stories: list[LegacyMedia], tally: Tally) -> None:
    """A story each."""
    tally.add_dated("stories", [parse_iso_timestamp(story.taken_at or "") for story in stories])


def count_comments(comments: list[list[str | None]], tally: Tally) -> None:
    """A comment is a moment, its text, and whose post it stands below."""
    tally.add_dated("comments", [parse_iso_timestamp(comment[0] or "") if comment else 0 for comment in comments])


def count_flag(profiles: list[LegacyProfile], tally: Tally) -> None:
    """Whether the account was private when the export was made."""
    for profile in profiles:
        record_private_flag(tally, profile.private_account)


_MEDIA = (f"{ROOT}/media.json",)
READERS = (
    RecordReader(INSTAGRAM, _MEDIA, ("photos",), LegacyMedia, partial(count_legacy_media, PHOTO)),
    RecordReader(INSTAGRAM, _MEDIA, ("videos",), LegacyMedia, partial(count_legacy_media, VIDEO)),
    RecordReader(INSTAGRAM, _MEDIA, ("stories",), LegacyMedia, count_stories),
    RecordReader(INSTAGRAM, _MEDIA, ("profile",), LegacyMedia, count_legacy_profile_pictures),
    RecordReader(INSTAGRAM, (f"{ROOT}/comments.json",), ("media_comments",), list[str | None], count_comments),
    RecordReader(INSTAGRAM, (f"{ROOT}/profile.json",), (UNNAMED_LIST,), LegacyProfile, count_flag),
)
LABELS: tuple[CountLabel, ...] = ()
