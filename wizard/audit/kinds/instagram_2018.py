"""Instagram exports until 2020: one `media.json` for all media, timestamps in ISO 8601, text in correct UTF-8."""

from functools import partial

from msgspec import Struct

from wizard.audit.deduplication import OTHER, PHOTO, POST, PROFILE, VIDEO, pack_attributes
from wizard.audit.exposed_item import ItemReader
from wizard.audit.kind import INSTAGRAM, UNNAMED_LIST, CountLabel, RecordReader
from wizard.audit.listing.instagram_items import legacy_comment_items, legacy_items
from wizard.audit.media import media_kind
from wizard.audit.tally import Tally
from wizard.audit.timestamps import parse_iso_timestamp, year_code

from .account import record_private_flag
from .instagram_posts import text_flags

ROOT = "instagram-2018"
"""The folder used here for the paths of such an export, whose files are at the root."""


class LegacyMedia(Struct, gc=False):
    """A photo or video, and when it was shared."""

    path: str | None = None
    taken_at: str | None = None
    caption: str | None = None

    @property
    def year(self) -> int:
        """Return the year code."""
        return year_code(parse_iso_timestamp(self.taken_at or ""))


class LegacyProfile(Struct, gc=False):
    """The profile; the privacy flag is a JSON boolean."""

    private_account: bool | None = None


class LegacySettings(Struct, gc=False):
    """The settings, of which only one is about what others can do with posts."""

    allow_comments_from: str | None = None


def count_legacy_media(kind: int, media: list[LegacyMedia], tally: Tally) -> None:
    """Count photos or videos, and their posts: media with the same timestamp are one post."""
    tally.mark_present("posts", "videos" if kind == VIDEO else "photos")
    _add_media(kind, media, tally)
    attributes = [pack_attributes(POST, item.year, text_flags([item.caption] if item.caption else [])) for item in media]
    tally.add_distinct([f"post:{item.taken_at}" for item in media], attributes)


def count_legacy_profile_pictures(pictures: list[LegacyMedia], tally: Tally) -> None:
    """Count profile pictures."""
    tally.mark_present("profile_pictures")
    _add_media(PHOTO, pictures, tally, PROFILE)


def _add_media(kind: int, media: list[LegacyMedia], tally: Tally, flags: int = 0) -> None:
    """Add media to the tally; the suffix of a file decides between photo and video, and `kind` where it is unknown."""
    uris = [item.path or "" for item in media]
    kinds = [kind if (by_suffix := media_kind(uri)) == OTHER else by_suffix for uri in uris]
    attributes = [pack_attributes(item_kind, item.year, flags) for item_kind, item in zip(kinds, media, strict=True)]
    tally.add_distinct(uris, attributes)


def count_stories(stories: list[LegacyMedia], tally: Tally) -> None:
    """Count stories by year."""
    tally.add_dated("stories", [parse_iso_timestamp(story.taken_at or "") for story in stories])


def count_comments(comments: list[list[str | None]], tally: Tally) -> None:
    """Count comments by year. A comment is a list: timestamp, text, and author of the post."""
    tally.add_dated("comments", [parse_iso_timestamp(comment[0] or "") if comment else 0 for comment in comments])


def count_flag(profiles: list[LegacyProfile], tally: Tally) -> None:
    """Record whether the account was private when the export was made."""
    for profile in profiles:
        record_private_flag(tally, profile.private_account)


def note_legacy_comment_setting(settings: list[LegacySettings], tally: Tally) -> None:
    """Record who may comment, in the words of the export."""
    for setting in settings:
        if setting.allow_comments_from:
            tally.set_fact("comments_from", setting.allow_comments_from[:100])


_COMMENT_ITEMS = ItemReader(list[str | None], legacy_comment_items)
_MEDIA = (f"{ROOT}/media.json",)
READERS = (
    RecordReader(
        INSTAGRAM, _MEDIA, ("photos",), LegacyMedia, partial(count_legacy_media, PHOTO), legacy_items("photos"), pages=False
    ),
    RecordReader(
        INSTAGRAM, _MEDIA, ("videos",), LegacyMedia, partial(count_legacy_media, VIDEO), legacy_items("videos"), pages=False
    ),
    RecordReader(INSTAGRAM, _MEDIA, ("stories",), LegacyMedia, count_stories, legacy_items("stories"), pages=False),
    RecordReader(
        INSTAGRAM, _MEDIA, ("profile",), LegacyMedia, count_legacy_profile_pictures, legacy_items("profile_pictures"), pages=False
    ),
    RecordReader(
        INSTAGRAM, (f"{ROOT}/comments.json",), ("media_comments",), list[str | None], count_comments, _COMMENT_ITEMS, pages=False
    ),
    RecordReader(INSTAGRAM, (f"{ROOT}/profile.json",), (UNNAMED_LIST,), LegacyProfile, count_flag, newest_only=True, pages=False),
    RecordReader(
        INSTAGRAM,
        (f"{ROOT}/settings.json",),
        (UNNAMED_LIST,),
        LegacySettings,
        note_legacy_comment_setting,
        newest_only=True,
        pages=False,
    ),
)
LABELS: tuple[CountLabel, ...] = ()
