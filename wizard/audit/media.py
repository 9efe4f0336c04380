"""A photo or a video as exports describe it: its address, its moment, and what the camera left in it."""

from os.path import splitext

from msgspec import Struct

from .items import CAMERA, GPS, OTHER, PHOTO, VIDEO
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

    @property
    def marks(self) -> int:
        """GPS for a place on Earth other than 0, 0; CAMERA for a camera, a lens or a program."""
        found = 0
        lat, lon = self.latitude, self.longitude
        if lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180 and (lat or lon):
            found = GPS
        if self.camera_model or self.camera_make or self.lens_model or self.software or self.lens_make:
            found |= CAMERA
        return found


class Facts(Exif, gc=False):
    """What is known of a photo or video; until 2022 the camera's words stand here, later in blocks of their own."""

    exif_data: list[Exif] | Exif | None = None


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


def count_media(media: Media, tally: Tally, moment: float = 0, flags: int = 0) -> None:
    """Take down a published photo or video; without a date of its own it gets the moment of what it belongs to."""
    kind, marks = described(media)
    uri = media.uri
    moment = media.creation_timestamp or moment
    if uri:
        if "\\" in uri or uri.partition("/")[0] not in _ROOTS:
            uri = plain_address(uri)
        if uri:
            tally.thing(uri, kind or kind_by_name(uri), moment, flags | marks)
    else:
        tally.nameless_thing(kind or OTHER, moment, flags | marks)


def described(media: Media) -> tuple[int, int]:
    """Whether it is a PHOTO, a VIDEO or neither (0) by its description, and its marks."""
    about = media.media_metadata
    if about is None:
        return 0, 0
    facts = about.photo_metadata
    kind = PHOTO
    if facts is None:
        facts, kind = about.video_metadata, VIDEO
        if facts is None:
            return 0, 0
    marks = facts.marks
    blocks = facts.exif_data
    for block in blocks if isinstance(blocks, list) else (blocks,):
        if block is not None:
            marks |= block.marks
    return kind, marks


def kind_by_name(address: str) -> int:
    """What the ending of the name says."""
    ending = splitext(address)[1].lower()  # noqa: PTH122 - an address in an export is no path of this system
    return PHOTO if ending in _PHOTO_ENDINGS else VIDEO if ending in _VIDEO_ENDINGS else OTHER


def plain_address(uri: str) -> str:
    """The address from the export's own root on; empty for what is no file of the export."""
    parts = uri.replace("\\", "/").split("/")
    if "://" in uri:
        return ""
    for number, part in enumerate(parts[:-1]):
        if part in _ROOTS:
            return "/".join(parts[number:])
    return "/".join(parts)


def serial(uri: str) -> str:
    """The number at the end of a media file's name, by which Instagram knows the post; else the whole address."""
    stem = uri.rpartition("/")[2].partition(".")[0]
    digits = stem[len(stem.rstrip("0123456789")) :]
    return digits if len(digits) >= 10 else uri
