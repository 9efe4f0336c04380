"""A photo or a video as exports describe it: its address, its moment, and what the camera left in it."""

from bisect import bisect_right
from collections.abc import Iterable
from os.path import splitext

from msgspec import Struct

from .items import CAMERA, GPS, KIND_AT, OTHER, PHOTO, VIDEO, YEAR_AT
from .moments import STARTS, TOO_LATE, year_code
from .tally import Tally

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


class Exif(Struct, gc=False):
    """One block of what the camera wrote; place and device may stand in different blocks of one photo."""

    latitude: float | None = None
    longitude: float | None = None
    camera_make: str | None = None
    camera_model: str | None = None
    lens_make: str | None = None
    lens_model: str | None = None
    software: str | None = None


class Facts(Exif, gc=False):
    """What is known of a photo or video; until 2022 the camera's words stand here, later in blocks of their own."""

    exif_data: tuple[Exif, ...] = ()


class MediaFacts(Struct, gc=False):
    """The facts, under the name that tells photo from video."""

    photo_metadata: Facts | None = None
    video_metadata: Facts | None = None


class Media(Struct, gc=False):
    """One photo or video."""

    uri: str | None = None
    creation_timestamp: float = 0
    media_metadata: MediaFacts | None = None
    title: str | None = None
    description: str | None = None


def count_media(found: Iterable[tuple[Media, float, int]], tally: Tally) -> None:
    """Take down published photos and videos: each with the moment of what it belongs to, and with marks from there.

    The moment counts where the medium has none of its own. Millions pass through here, so it is written for speed.
    """
    addresses, numbers, root = [], [], "\0"
    for media, moment, marks in found:
        about, kind = media.media_metadata, 0
        if about is not None:
            facts, kind = about.photo_metadata, PHOTO
            if facts is None:
                facts, kind = about.video_metadata, VIDEO
            if facts is None:
                kind = 0
            else:
                marks |= marks_of(facts)  # noqa: PLW2901 - the marks from there and its own
        uri = media.uri or ""
        if not uri.startswith(root) and uri:
            root, uri = rooted(uri)
        code = bisect_right(STARTS, media.creation_timestamp or moment)
        if code == TOO_LATE:
            code = year_code(media.creation_timestamp or moment)
        if not uri and media.uri:
            continue  # an address elsewhere, and no file of the export
        addresses.append(uri)
        numbers.append((kind or kind_by_name(uri)) << KIND_AT | code << YEAR_AT | marks)
    tally.things(addresses, numbers)


def marks_of(facts: Facts) -> int:
    """The marks that the camera left, in whatever block they stand."""
    found = _marks(facts) if not facts.exif_data else 0
    for block in facts.exif_data:
        if block.camera_make or block.camera_model or block.lens_model or block.lens_make or block.software:
            found |= CAMERA
        if block.latitude is not None:
            found |= _marks(block)
    return found


def _marks(exif: Exif) -> int:
    """GPS for a place on Earth other than 0, 0; CAMERA for a camera, a lens or a program."""
    found = 0
    if exif.camera_make or exif.camera_model or exif.lens_model or exif.lens_make or exif.software:
        found = CAMERA
    lat, lon = exif.latitude, exif.longitude
    if lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180 and (lat or lon):
        found |= GPS
    return found


def rooted(uri: str) -> tuple[str, str]:
    """The folder at the export's own root, and the address from there on; empty for what is no file of the export."""
    if "://" in uri:
        return "\0", ""
    parts = uri.replace("\\", "/").split("/")
    for number, part in enumerate(parts[:-1]):
        if part in _ROOTS:
            return (f"{part}/" if not number else "\0"), "/".join(parts[number:])
    return "\0", "/".join(parts)


def kind_by_name(address: str) -> int:
    """What the ending of the name says."""
    ending = splitext(address)[1].lower()  # noqa: PTH122 - an address in an export is no path of this system
    return PHOTO if ending in _PHOTO_ENDINGS else VIDEO if ending in _VIDEO_ENDINGS else OTHER


def serial(uri: str) -> str:
    """The number at the end of a media file's name, by which Instagram knows the post; else the whole address."""
    stem = uri.rpartition("/")[2].partition(".")[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return digits if len(digits) >= 10 else uri
