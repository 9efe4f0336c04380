"""A photo or a video as exports describe it: its address, its moment, and what the camera left in it."""

from bisect import bisect_right
from collections.abc import Iterable
from os.path import splitext

from msgspec import Struct

from .deduplication import CAMERA, GPS, KIND_AT, OTHER, PHOTO, VIDEO, YEAR_AT
from .tally import Tally
from .timestamps import MAX_TIMESTAMP, YEAR_STARTS, year_code

_PHOTO_ENDINGS = frozenset({".jpg", ".jpeg", ".webp", ".heic", ".png", ".gif"})
_VIDEO_ENDINGS = frozenset({".mp4", ".mov", ".m4v", ".webm"})
_ROOTS = frozenset(
    {
        "your_facebook_activity",
        "your_activity_across_facebook",
        "this_profile's_activity_across_facebook",
        "your_instagram_activity",
        "media",
        "posts",
        "photos_and_videos",
        "photos",
        "videos",
        "stories",
        "profile",
        "groups",
    }
)
"""Folders that addresses of media begin with; what stands before them is the person's own."""
_OF_MESSAGES = "messages/"
"""In the address of a sticker, or of a picture sent in a message, which is not counted wherever it is listed."""


class Exif(Struct, gc=False):
    """One block of what the camera wrote, as far as Facebook keeps it.

    A type has no more fields than it needs: each one is compared with all names that an export holds.
    """

    latitude: float | None = None
    longitude: float | None = None
    camera_make: str | None = None
    camera_model: str | None = None


class InstagramExif(Exif, gc=False):
    """The same for Instagram; place and device may stand in different blocks of one photo."""

    lens_make: str | None = None
    lens_model: str | None = None
    software: str | None = None

    @property
    def lens(self) -> bool:
        """Tell whether a lens or a program is named."""
        return bool(self.lens_model or self.lens_make or self.software)


class PhotoMetadata(Exif, gc=False):
    """What is known of a photo or video; until 2022 the camera's words stand here, later in blocks of their own."""

    exif_data: tuple[Exif, ...] = ()


class InstagramPhotoMetadata(InstagramExif, gc=False):
    """The same for Instagram."""

    exif_data: tuple[InstagramExif, ...] = ()


class MediaMetadata(Struct, gc=False):
    """The facts, under the name that tells photo from video."""

    photo_metadata: PhotoMetadata | None = None
    video_metadata: PhotoMetadata | None = None


class InstagramMediaMetadata(Struct, gc=False):
    """The same for Instagram."""

    photo_metadata: InstagramPhotoMetadata | None = None
    video_metadata: InstagramPhotoMetadata | None = None


class Media(Struct, gc=False):
    """One photo or video on Facebook."""

    uri: str | None = None
    creation_timestamp: float = 0
    media_metadata: MediaMetadata | None = None
    description: str | None = None


class InstagramMedia(Struct, gc=False):
    """One photo or video on Instagram."""

    uri: str | None = None
    creation_timestamp: float = 0
    media_metadata: InstagramMediaMetadata | None = None
    title: str | None = None


ListedMedia = tuple[Media | InstagramMedia, float, int]
"""A medium, the moment of what it belongs to, which counts where it has none of its own, and marks from there."""


def count_media(found: Iterable[ListedMedia], tally: Tally) -> None:
    """Take down published photos and videos. Millions pass through here, so it is written for speed."""
    addresses, numbers, root = [], [], "\0"
    for media, around, given in found:
        about, kind, marks = media.media_metadata, 0, given
        if about is not None:
            facts, kind = about.photo_metadata, PHOTO
            if facts is None:
                facts, kind = about.video_metadata, VIDEO
            kind = 0 if facts is None else kind
            marks |= 0 if facts is None else camera_flags(facts)
        uri = media.uri or ""
        if not uri.startswith(root) and uri:
            root, uri = split_export_root(uri)
            if not uri:
                continue  # an address elsewhere, and no file of the export
        if _OF_MESSAGES in uri:
            continue
        moment = media.creation_timestamp or around
        code = bisect_right(YEAR_STARTS, moment)
        addresses.append(uri)
        numbers.append(
            (kind or media_kind(uri)) << KIND_AT | (code if code < MAX_TIMESTAMP else year_code(moment)) << YEAR_AT | marks
        )
    tally.add_distinct(addresses, numbers)


def camera_flags(facts: PhotoMetadata | InstagramPhotoMetadata) -> int:
    """Marks for what the camera left in any of the blocks."""
    marks = 0
    for block in facts.exif_data or (facts,):
        if block.camera_model or block.camera_make or (isinstance(block, InstagramExif) and block.lens):
            marks |= CAMERA
        if block.latitude is not None and block.longitude is not None and is_valid_location(block.latitude, block.longitude):
            marks |= GPS
    return marks


def is_valid_location(latitude: float, longitude: float) -> bool:
    """Tell whether this is a place; nought and nought stand for none."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180 and bool(latitude or longitude)


def split_export_root(uri: str) -> tuple[str, str]:
    """The folder at the export's own root, and the address from there on; empty for what is no file of the export."""
    if "://" in uri:
        return "\0", ""
    parts = uri.replace("\\", "/").split("/")
    for number, part in enumerate(parts[:-1]):
        if part in _ROOTS:
            return (f"{part}/" if not number else "\0"), "/".join(parts[number:])
    return "\0", "/".join(parts)


def media_kind(address: str) -> int:
    """What the ending of the name says."""
    ending = splitext(address)[1].lower()  # noqa: PTH122 - an address in an export is no path of this system
    return PHOTO if ending in _PHOTO_ENDINGS else VIDEO if ending in _VIDEO_ENDINGS else OTHER


def media_serial_number(uri: str) -> str:
    """The number at the end of a media file's name, by which Instagram knows the post; else the whole address."""
    stem = uri.rpartition("/")[2].partition(".")[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return digits if len(digits) >= 10 else uri
