"""Make records of the blocks of a page, in the shapes that the JSON files of the same name have."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .html_blocks import HtmlBlock, HtmlMedia
from .html_dates import has_date, parse_local_date
from .kind import RecordReader
from .kinds.apps import App, LinkedApp
from .kinds.facebook_albums import Album
from .kinds.facebook_posts import FacebookPost, RecordWithMedia
from .kinds.instagram_posts import CAPTION_LABELS, MediaPost
from .kinds.reels import Reel
from .media import InstagramMedia, Media, month_of_path
from .mojibake import normalize_label
from .read_problems import TOO_LARGE, UnreadableFileError
from .records import TimestampedRecord
from .translated_fields import LabelValueRecord, TranslatedRecord

Record = dict[str, Any]
BuildRecords = Callable[[HtmlBlock, float, int], Iterable[Record]]
"""Returns the records of a block; the other arguments are its timestamp in UTC, 0 if unknown, and the offset of the page."""
MAX_ALBUM_PHOTOS = 100_000
"""Maximum number of photos of one album, which is a single record."""
_EXIF_FIELDS = (
    (("latit", "breitengrad", "breedtegraad", "breddegrad", "широта", "위도", "緯度", "纬度", "szerokość", "enlem"), "latitude"),
    (("longit", "längengrad", "lengtegraad", "længdegrad", "долгота", "경도", "経度", "经度", "długość", "boylam"), "longitude"),
    (("camera make", "lens make"), "camera_make"),
    (("camera model", "lens model", "software"), "camera_model"),
)
"""The beginnings of the labels of camera data, and the field of each. Those of other languages than English are assumed."""


def is_page_record(record: object) -> bool:
    """Return True if records of this type can be made of the blocks of a page."""
    return record in _BUILDERS


def page_records(
    reader: RecordReader, blocks: Iterable[HtmlBlock], title: Callable[[], str], offset: Callable[[], int]
) -> Iterator[Record]:
    """Yield the records of all blocks of a page; `title` and `offset` are asked for when the blocks come in."""
    if reader.record is Album:
        yield from _album(_photos_of_album(blocks, offset), title)
        return
    build = _BUILDERS[reader.record]
    for block in blocks:
        yield from build(block, _timestamp(block, offset()), offset())


def _timestamp(block: HtmlBlock, offset: int) -> float:
    """Return the moment of a block in UTC. Without a date it is the month in the path of its first photo or video, or 0."""
    local = parse_local_date(block.date)
    if local:
        return local - offset
    return next((moment for uri in block.media if (moment := month_of_path(uri))), 0)


def _album(listed: Iterable[Record], title: Callable[[], str]) -> Iterator[Record]:
    """Yield the one record of a page that shows an album, also if the page breaks off."""
    photos: list[Record] = []
    problem = None
    try:
        for photo in listed:
            photos.append(photo)
            if len(photos) > MAX_ALBUM_PHOTOS:
                problem = UnreadableFileError(TOO_LARGE)
                break
    except UnreadableFileError as error:
        problem = error
    if photos or title():
        yield {"name": title(), "photos": photos}
    if problem is not None:
        raise problem


def _photos_of_album(blocks: Iterable[HtmlBlock], offset: Callable[[], int]) -> Iterator[Record]:
    seen: set[str] = set()
    for block in blocks:
        moment = _timestamp(block, offset())
        for medium in block.media.values():
            if medium.uri not in seen:
                seen.add(medium.uri)
                yield _media(medium, moment)


def _media(medium: HtmlMedia, moment: float = 0, title: str = "") -> Record:
    """Return a photo or video. The moment is given only where the block shows nothing else."""
    record: Record = {"uri": medium.uri, "creation_timestamp": moment}
    exif = _exif(medium.rows)
    if medium.is_video or medium.is_image:
        record["media_metadata"] = {
            "video_metadata" if medium.is_video else "photo_metadata": {"exif_data": [exif] if exif else []}
        }
    record |= {"description": medium.description} if medium.description else {}
    return record | ({"title": title} if title else {})


def _exif(rows: Iterable[tuple[str, str]]) -> Record:
    exif: Record = {}
    for label, value in rows:
        text = label.casefold()
        name = next((name for prefixes, name in _EXIF_FIELDS if text.startswith(prefixes)), "")
        if name in ("latitude", "longitude"):
            try:
                exif.setdefault(name, float(value.replace(",", ".")))
            except ValueError:
                continue
        elif name and value:
            exif.setdefault(name, value)
    return exif


def _facebook_posts(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    items: list[Record] = [{"media": _media(medium)} for medium in block.media.values()]
    items += [
        {"place": {"name": name, "coordinate": {"latitude": latitude, "longitude": longitude}}}
        for name, latitude, longitude in block.places
    ]
    yield {
        "timestamp": moment,
        "data": [{"post": "\n".join(block.words)}],
        "attachments": [{"data": items}],
        "tags": [{"name": name} for name in block.people],
    }


def _instagram_posts(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    caption = block.heading or next((value for label, value in block.rows if normalize_label(label) in CAPTION_LABELS), "")
    yield {"creation_timestamp": moment, "title": caption, "media": [_media(medium) for medium in block.media.values()]}


def _labelled(block: HtmlBlock, moment: float, offset: int) -> Iterable[Record]:
    rows: list[Record] = [{"label": label, "value": value} for label, value in block.rows]
    cells = (cell for row in block.rows for cell in row if has_date(cell))  # a date may have no label
    dated = next((local - offset for cell in cells if (local := parse_local_date(cell))), 0)
    media = [_media(medium) for medium in block.media.values()]
    yield {"timestamp": moment or dated, "title": block.heading, "media": media, "label_values": rows}


def _each_medium(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    """Yield a record for each photo or video; a block without any, such as a story that Meta has removed, is one too."""
    yield from [_media(medium, moment, block.heading) for medium in block.media.values()] or [{"creation_timestamp": moment}]


def _only_media(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    yield from (_media(medium, moment) for medium in block.media.values())


def _reels(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    yield {"creation_timestamp": moment, "media": [_media(medium) for medium in block.media.values()]}


def _translated(block: HtmlBlock, moment: float, offset: int) -> Iterable[Record]:
    entries: dict[str, Record] = {}
    for label, value in block.rows:
        local = parse_local_date(value) if has_date(value) else 0
        entries.setdefault(label, {"value": value} | ({"timestamp": local - offset} if local else {}))
    if moment and not any("timestamp" in entry for entry in entries.values()):
        entries[""] = {"timestamp": moment}
    yield {"title": block.heading, "string_map_data": entries}


def _timestamped(block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    """Yield the moment, which is counted, and the words, which are listed if the user asks for single items."""
    words = [{"post": "\n".join(block.words)}] if block.words else []
    yield {"timestamp": moment, "data": words, "label_values": [{"label": label, "value": value} for label, value in block.rows]}


def _apps(_block: HtmlBlock, moment: float, _offset: int) -> Iterable[Record]:
    yield {"added_timestamp": moment}


_BUILDERS: dict[Any, BuildRecords] = {
    Album: _only_media,
    App: _apps,
    FacebookPost: _facebook_posts,
    InstagramMedia: _each_medium,
    LabelValueRecord: _labelled,
    LinkedApp: _translated,
    Media: _only_media,
    MediaPost: _instagram_posts,
    RecordWithMedia: _facebook_posts,
    Reel: _reels,
    TimestampedRecord: _timestamped,
    TranslatedRecord: _translated,
}
"""How the records of each type are made; of other types only JSON is read."""
