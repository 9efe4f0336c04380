"""Photos and videos as parts of items: their paths, their number, what is marked in them, and where they were taken."""

from collections.abc import Iterable, Iterator

from wizard.audit.deduplication import CAMERA as CAMERA_FLAG
from wizard.audit.deduplication import GPS as GPS_FLAG
from wizard.audit.deduplication import VIDEO
from wizard.audit.exposed_item import CAMERA, PLACE, ExposedItem, Location
from wizard.audit.media import InstagramMedia, Media, camera_flags, is_valid_location, media_kind, split_export_root

AnyMedia = Media | InstagramMedia
_MESSAGE_FOLDER = "messages/"


def item_of_media(kind: str, media: Iterable[AnyMedia], timestamp: float = 0) -> ExposedItem:
    """Return an item with these photos and videos. Its moment is `timestamp`, or else that of the first of them."""
    paths: list[str] = []
    photos, videos, marks, location = 0, 0, 0, None
    for medium in media:
        timestamp = timestamp or medium.creation_timestamp
        path = media_path(medium)
        if path:
            is_photo = _is_photo(medium, path)
            photos, videos = photos + is_photo, videos + (not is_photo)
            paths.append(path)
        marks |= _marks(medium)
        location = location or media_location(medium)
    return ExposedItem(kind, timestamp, media=tuple(paths), photos=photos, videos=videos, marks=marks, location=location)


def single_media(media: AnyMedia, kind: str, album: str = "", timestamp: float = 0) -> Iterator[ExposedItem]:
    """Yield the item of a photo or video that stands alone; nothing for a web address, or for what was sent in a message."""
    item = item_of_media(kind, [media], timestamp)
    if item.media:
        if item.kind == "photos" and item.videos:
            item = item._replace(kind="videos")
        text = media.description if isinstance(media, Media) else media.title
        yield item._replace(text=text or "", album=album, key=f"media:{item.media[0]}")


def media_path(media: AnyMedia) -> str:
    """Return the path from the root of the export, or "" if it is none of the user's published files."""
    path = split_export_root(media.uri)[1] if media.uri else ""
    return "" if _MESSAGE_FOLDER in path else path


def media_location(media: AnyMedia) -> Location | None:
    """Return where a photo or video was taken, or None."""
    metadata = media.media_metadata
    details = metadata and (metadata.photo_metadata or metadata.video_metadata)
    for block in (details.exif_data or (details,)) if details else ():
        latitude, longitude = block.latitude, block.longitude
        if latitude is not None and longitude is not None and is_valid_location(latitude, longitude):
            return latitude, longitude
    return None


def _is_photo(media: AnyMedia, path: str) -> bool:
    metadata = media.media_metadata
    if metadata is not None and (metadata.photo_metadata or metadata.video_metadata):
        return metadata.photo_metadata is not None
    return media_kind(path) != VIDEO


def _marks(media: AnyMedia) -> int:
    metadata = media.media_metadata
    details = metadata and (metadata.photo_metadata or metadata.video_metadata)
    flags = camera_flags(details) if details else 0
    return (PLACE if flags & GPS_FLAG else 0) | (CAMERA if flags & CAMERA_FLAG else 0)
