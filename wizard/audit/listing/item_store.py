"""Holds the items of an export while they are listed: any number of them in bounded memory, each once, and sorted.

The items are in a temporary database without a name: SQLite keeps it in memory while it is small, and otherwise in a temporary
file that only the user can read and that is gone as soon as the program ends, however it ends.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from wizard.audit.exposed_item import CAMERA, MAX_MEDIA, PEOPLE, PLACE, ExposedItem
from wizard.audit.mojibake import fix_mojibake
from wizard.audit.timestamps import UNKNOWN_YEAR, to_unix_seconds, year_code, year_of_code
from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError

FIRST_WORDS = 120
"""Maximum number of characters that are kept of a text."""
MAX_PATH = 300
"""Maximum number of characters of a path in the export."""
CACHE_KIBIBYTES = 32_768
"""Memory that the database may use before it writes to a temporary file."""
ALONE = ("photos", "videos")
"""Kinds of photos and videos that stand alone; one that is part of a post is listed with the post only."""
_TABLES = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -{CACHE_KIBIBYTES};
CREATE TABLE items (
  id INTEGER PRIMARY KEY, key INTEGER NOT NULL, service TEXT, kind TEXT, moment REAL, year INTEGER, text TEXT, file TEXT,
  media TEXT, photos INTEGER, videos INTEGER, marks INTEGER, latitude REAL, longitude REAL, place TEXT, album TEXT, url TEXT
);
CREATE UNIQUE INDEX items_by_key ON items (key);
CREATE TABLE attached (key INTEGER PRIMARY KEY) WITHOUT ROWID;
"""
_INSERT = """
INSERT INTO items (
  key, service, kind, moment, year, text, file, media, photos, videos, marks, latitude, longitude, place, album, url
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
  marks = marks | excluded.marks, photos = max(photos, excluded.photos), videos = max(videos, excluded.videos),
  moment = CASE WHEN moment = 0 THEN excluded.moment ELSE moment END, year = CASE WHEN year = 0 THEN excluded.year ELSE year END,
  text = CASE WHEN text = '' THEN excluded.text ELSE text END, media = CASE WHEN media = '' THEN excluded.media ELSE media END,
  latitude = coalesce(latitude, excluded.latitude), longitude = coalesce(longitude, excluded.longitude),
  place = CASE WHEN place = '' THEN excluded.place ELSE place END,
  album = CASE WHEN album = '' THEN excluded.album ELSE album END,
  url = CASE WHEN url = '' THEN excluded.url ELSE url END
"""
_COLUMNS = "service, kind, moment, year, text, file, media, photos, videos, marks, latitude, longitude, place, album, url"
_LISTED = "kind <> 'albums' AND NOT (kind IN ('photos', 'videos') AND key IN (SELECT key FROM attached))"
"""The rows that are items of the list: no albums, and no photo or video that is listed with its post."""
_WITH_PHOTOS = "photos > 0 AND kind IN ('posts', 'photos', 'notes', 'profile_pictures', 'cover_pictures')"
_WITH_VIDEOS = "videos > 0 AND kind IN ('posts', 'videos', 'reels')"
_LISTED_KINDS = (
    "posts", "stories", "reels", "comments", "group_posts", "group_comments", "profile_pictures", "cover_pictures", "tagged",
    "elsewhere", "notes", "archived", "deleted",
)  # fmt: skip
_CONDITIONS = {kind: f"kind = '{kind}'" for kind in _LISTED_KINDS} | {
    "photos": _WITH_PHOTOS,
    "videos": _WITH_VIDEOS,
    "gps": f"marks & {PLACE} AND {_WITH_PHOTOS}",
    "gps_videos": f"marks & {PLACE} AND {_WITH_VIDEOS}",
    "camera": f"marks & {CAMERA} AND {_WITH_PHOTOS}",
    "naming": f"marks & {PEOPLE} AND kind = 'posts'",
    "gps_posts": f"marks & {PLACE} AND kind = 'posts'",
    "gps_stories": f"marks & {PLACE} AND kind = 'stories'",
    "gps_archived": f"marks & {PLACE} AND kind IN ('archived', 'deleted')",
    "gps_comments": f"marks & {PLACE} AND kind = 'comments'",
    "gps_groups": f"marks & {PLACE} AND kind IN ('group_posts', 'group_comments')",
}
"""Which items stand behind a finding, as a condition in SQL."""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item as it is shown. Texts are sanitized; `moment` is in Unix seconds, and `year` is 0 if the date is unknown."""

    service: str
    kind: str
    moment: float
    year: int
    text: str
    file: str
    media: tuple[str, ...]
    photos: int
    videos: int
    marks: int
    location: tuple[float, float] | None
    place: str
    album: str
    url: str


class YearOfKind(NamedTuple):
    """How many items of a kind a year has, with the photos and videos in them."""

    service: str
    year: int
    kind: str
    items: int
    photos: int
    videos: int


class ItemStore:
    """All items of an export. Raises WizardError if the disk for temporary files is full, or if there is no SQLite."""

    def __init__(self) -> None:
        try:
            import sqlite3  # late: most audits list no items, and some minimal installations of Python lack it
        except ImportError as error:
            raise WizardError("items-need-sqlite") from error
        # The front end builds the store in a thread and reads it in another one, never in both at a time.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(f"{_TABLES} BEGIN;")
        self._positions: Counter[str] = Counter()
        """The number of items of each file so far."""

    def close(self) -> None:
        """Remove everything."""
        self._database.close()

    def add(self, service: str, file: str, items: Iterable[ExposedItem]) -> None:
        """Add the items of one list, found in the file with this path in the export."""
        path = sanitize_line(file, MAX_PATH)
        attached: list[tuple[int]] = []

        def rows() -> Iterator[tuple[object, ...]]:
            """Yield the items as rows, and note their media, which then are not listed as items of their own."""
            for item in items:
                if item.kind not in ALONE:
                    attached.extend((_number(f"{service}:media:{uri}"),) for uri in item.media)
                self._positions[path] += 1
                yield _row(service, path, item, self._positions[path])

        with _reporting_full_disk():
            self._database.executemany(_INSERT, rows())
            self._database.executemany("INSERT OR IGNORE INTO attached VALUES (?)", attached)

    def items(
        self, where: str = "", parameters: tuple[object, ...] = (), limit: int = -1, *, by_service: bool = False
    ) -> Iterator[ListedItem]:
        """Yield the items: those with a place first, then the oldest; undated ones last. `where` is a condition in SQL.

        With `by_service` those without a place are together by service and year.
        """
        condition = f"{_LISTED} AND ({where})" if where else _LISTED
        order = f"marks & {PLACE} = 0, moment = 0, moment, id"
        if by_service:
            order = f"marks & {PLACE} = 0, CASE WHEN marks & {PLACE} THEN '' ELSE service END, moment = 0, moment, id"
        query = f"SELECT {_COLUMNS} FROM items WHERE {condition} ORDER BY {order} LIMIT ?"  # noqa: S608 - conditions of the program
        yield from map(_listed_item, self._rows(query, (*parameters, limit)))

    def count(self, where: str = "", parameters: tuple[object, ...] = ()) -> int:
        """Return the number of items that meet a condition."""
        condition = f"{_LISTED} AND ({where})" if where else _LISTED
        ((number,),) = self._rows(f"SELECT count(*) FROM items WHERE {condition}", parameters)  # noqa: S608
        return int(number)

    def years(self) -> Iterator[YearOfKind]:
        """Yield what there is of each kind in each year, oldest first; the year 0 has those without a date."""
        rows = self._rows(
            f"SELECT service, year, kind, count(*), sum(photos), sum(videos) FROM items WHERE {_LISTED} "  # noqa: S608
            "GROUP BY service, year, kind ORDER BY service, year = 0, year, kind"
        )
        return (YearOfKind(*row) for row in rows)

    def albums(self) -> Iterator[tuple[str, str, int]]:
        """Yield service, name and size of each album, the largest first."""
        return self._rows("SELECT service, text, photos FROM items WHERE kind = 'albums' ORDER BY photos DESC, text")

    def places(self) -> Iterator[tuple[str, float | None, float | None, int]]:
        """Yield name, rounded latitude and longitude (None if unknown) and the number of items, most items first."""
        return self._rows(
            f"SELECT max(place), round(latitude, 2), round(longitude, 2), count(*) AS number FROM items "  # noqa: S608
            f"WHERE {_LISTED} AND marks & {PLACE} GROUP BY round(latitude, 2), round(longitude, 2), "
            "CASE WHEN latitude IS NULL THEN place ELSE '' END ORDER BY number DESC, 2, 3, 1"
        )

    def _rows(self, query: str, parameters: tuple[object, ...] = ()) -> Iterator[Any]:
        with _reporting_full_disk():
            yield from self._database.execute(query, parameters)


@contextmanager
def opened_item_store() -> Iterator[ItemStore]:
    """Open an empty store, and remove everything in it at the end."""
    store = ItemStore()
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _reporting_full_disk() -> Iterator[None]:
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise WizardError("items-not-sorted", reason=str(error)) from error


def _number(text: str) -> int:
    """Return a number of 64 bits that stands for a text."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _row(service: str, file: str, item: ExposedItem, position: int) -> tuple[object, ...]:
    """Return the values of an item. Without any content two items are the same only at the same position of a file."""
    seconds = to_unix_seconds(item.timestamp)
    code = year_code(seconds)
    has_content = item.text or item.media or item.url
    contents = (item.timestamp, item.text, item.media, item.url) if has_content else (file, position)
    key = item.key or repr((item.kind, *contents))
    latitude, longitude = item.location or (None, None)
    return (
        _number(f"{service}:{key}"),
        service,
        item.kind,
        seconds if code != UNKNOWN_YEAR else 0,
        year_of_code(code) if code != UNKNOWN_YEAR else 0,
        sanitize_line(fix_mojibake(item.text[: FIRST_WORDS * 8]), FIRST_WORDS),
        file,
        "\n".join(sanitize_line(path, MAX_PATH) for path in item.media[:MAX_MEDIA]),
        item.photos,
        item.videos,
        item.marks,
        latitude,
        longitude,
        sanitize_line(fix_mojibake(item.place[:MAX_PATH]), FIRST_WORDS),
        sanitize_line(fix_mojibake(item.album[:MAX_PATH]), FIRST_WORDS),
        item.url,
    )


def _listed_item(row: tuple[Any, ...]) -> ListedItem:
    service, kind, moment, year, text, file, media, photos, videos, marks, latitude, longitude, place, album, url = row
    return ListedItem(
        service=service,
        kind=kind,
        moment=moment,
        year=year,
        text=text,
        file=file,
        media=tuple(media.split("\n")) if media else (),
        photos=photos,
        videos=videos,
        marks=marks,
        location=(latitude, longitude) if latitude is not None and longitude is not None else None,
        place=place,
        album=album,
        url=url,
    )


def condition_of_findings(ids: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return a condition that the items of any of these findings meet, and its parameters; ("", ()) if none has items."""
    pairs = [(service, name) for service, _, name in (id.partition(".") for id in ids) if name in _CONDITIONS]
    condition = " OR ".join(f"(service = ? AND {_CONDITIONS[name]})" for _, name in pairs)
    return condition, tuple(service for service, _ in pairs)
