"""Photos and videos as exports describe them: URI, timestamp and camera data."""

import re
from bisect import bisect_right
from calendar import timegm
from collections.abc import Iterable
from os.path import splitext

from msgspec import Struct

from .deduplication import CAMERA, DEVICE, GPS, KIND_AT, OTHER, PHOTO, VIDEO, YEAR_AT
from .tally import Tally
from .timestamps import MAX_TIMESTAMP, YEAR_STARTS, year_code

_PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".webp", ".heic", ".png", ".gif"})
_VIDEO_SUFFIXES = frozenset({".mp4", ".mov", ".m4v", ".webm"})
_ROOT_FOLDERS = frozenset(
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
"""Folders with which the URIs of media begin; folders before them were added by the user."""
_MONTH_FOLDER = re.compile(r"(?:^|/)media/[a-z_]+/(20\d\d)(0[1-9]|1[0-2])/")
_MESSAGE_FOLDER = "messages/"
"""Part of the URI of a sticker, or of media sent in a message, which is not counted wherever it is listed."""
_STICKER_FOLDER = "stickers_used/"
"""Part of the URI of a sticker that was posted: the picture is Meta's."""


class Coordinate(Struct, gc=False):
    """A position."""

    latitude: float = 0
    longitude: float = 0


class TaggedPlace(Struct, gc=False):
    """A place that was tagged."""

    coordinate: Coordinate | None = None

    @property
    def is_located(self) -> bool:
        """Return True if the place has coordinates."""
        position = self.coordinate
        return position is not None and is_valid_location(position.latitude, position.longitude)


class Exif(Struct, gc=False):
    """One block of camera data in a Facebook export.

    The fields of Instagram are in a type of their own: each additional field costs time, since it is compared with every
    name in the export.
    """

    latitude: float | None = None
    longitude: float | None = None
    camera_make: str | None = None
    camera_model: str | None = None


class InstagramExif(Exif, gc=False):
    """One block of camera data in an Instagram export; a photo may have location and device in different blocks."""

    lens_make: str | None = None
    lens_model: str | None = None
    software: str | None = None
    device_id: str | None = None

    @property
    def lens(self) -> bool:
        """Return True if a lens or a program is named."""
        return bool(self.lens_model or self.lens_make or self.software)


class PhotoMetadata(Exif, gc=False):
    """Metadata of a photo or video on Facebook. Until 2022 it contains the camera data itself, later in `exif_data`."""

    exif_data: tuple[Exif, ...] = ()


class InstagramPhotoMetadata(InstagramExif, gc=False):
    """Metadata of a photo or video on Instagram."""

    exif_data: tuple[InstagramExif, ...] = ()


class MediaMetadata(Struct, gc=False):
    """The metadata under a name that tells photos from videos."""

    photo_metadata: PhotoMetadata | None = None
    video_metadata: PhotoMetadata | None = None


class InstagramMediaMetadata(Struct, gc=False):
    """The same for media on Instagram."""

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
"""A photo or video, the timestamp of its post, used if it has none itself, and flags known from there."""


def count_media(listed: Iterable[ListedMedia], tally: Tally) -> None:
    """Count published photos and videos, each URI once."""
    # Millions of media pass through this loop, so it calls as little as possible: the root folder of the last URI is kept, since
    # the next one mostly has the same, and `year_code` is called only for timestamps that are not in seconds.
    uris, attributes, root = [], [], "\0"
    for media, post_timestamp, post_flags in listed:
        metadata, kind, flags = media.media_metadata, 0, post_flags
        if metadata is not None:
            camera_data, kind = metadata.photo_metadata, PHOTO
            if camera_data is None:
                camera_data, kind = metadata.video_metadata, VIDEO
            kind = 0 if camera_data is None else kind
            flags |= 0 if camera_data is None else camera_flags(camera_data)
        uri = media.uri or ""
        if not uri.startswith(root) and uri:
            root, uri = split_export_root(uri)
            if not uri:
                continue  # a web address, no file of the export
        if _MESSAGE_FOLDER in uri or _STICKER_FOLDER in uri:
            continue
        timestamp = media.creation_timestamp or post_timestamp
        year = bisect_right(YEAR_STARTS, timestamp)
        uris.append(uri)
        attributes.append(
            (kind or media_kind(uri)) << KIND_AT | (year if year < MAX_TIMESTAMP else year_code(timestamp)) << YEAR_AT | flags
        )
    tally.add_distinct(uris, attributes)


def camera_flags(metadata: PhotoMetadata | InstagramPhotoMetadata) -> int:
    """Return the flags CAMERA, DEVICE and GPS if any block of camera data has them."""
    flags = 0
    for block in metadata.exif_data or (metadata,):
        if block.camera_model or block.camera_make:
            flags |= CAMERA
        if isinstance(block, InstagramExif):
            flags |= CAMERA * block.lens | DEVICE * bool(block.device_id)
        if block.latitude is not None and block.longitude is not None and is_valid_location(block.latitude, block.longitude):
            flags |= GPS
    return flags


def media_flags(media: Media | InstagramMedia) -> int:
    """Return the flags CAMERA, DEVICE and GPS of a photo or video."""
    metadata = media.media_metadata
    camera_data = metadata and (metadata.photo_metadata or metadata.video_metadata)
    return camera_flags(camera_data) if camera_data else 0


def is_located(media: Media | InstagramMedia) -> bool:
    """Return True if the place is in the camera data of a photo or video."""
    return bool(media_flags(media) & GPS)


def is_valid_location(latitude: float, longitude: float) -> bool:
    """Return True if this is a location on earth; zero for both means that there is none."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180 and bool(latitude or longitude)


def split_export_root(uri: str) -> tuple[str, str]:
    """Return the root folder to expect in the next URI, and the URI from the root of the export on.

    The URI is "" if it is a web address, and the root is a text with which no URI begins if nothing can be expected.
    """
    if "://" in uri:
        return "\0", ""
    parts = uri.replace("\\", "/").split("/")
    for position, part in enumerate(parts[:-1]):
        if part in _ROOT_FOLDERS:
            return (f"{part}/" if not position else "\0"), "/".join(parts[position:])
    return "\0", "/".join(parts)


def media_kind(uri: str) -> int:
    """Return PHOTO, VIDEO or OTHER by the suffix of the file name."""
    suffix = splitext(uri)[1].lower()  # noqa: PTH122 - a URI in an export is no path of this system
    return PHOTO if suffix in _PHOTO_SUFFIXES else VIDEO if suffix in _VIDEO_SUFFIXES else OTHER


def month_of_path(uri: str) -> float:
    """Return a timestamp in the month that is part of the path of a medium on Instagram, or 0: `media/posts/202406/1.jpg`."""
    match = _MONTH_FOLDER.search(uri)
    return timegm((int(match[1]), int(match[2]), 15, 12, 0, 0)) if match else 0


def media_serial_number(uri: str) -> str:
    """Return the number at the end of a file name, which identifies the post on Instagram, or else the whole URI."""
    stem = uri.rpartition("/")[2].partition(".")[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return digits if len(digits) >= 10 else uri
