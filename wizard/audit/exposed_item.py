"""One item of an export that others may see: a post, a photo, a comment; and how records are turned into items."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

PLACE, CAMERA, PEOPLE = 1, 2, 4
"""Marks of an item: the place is in it, camera data are in it, it names people."""
MAX_MEDIA = 20
"""Maximum number of media of which a listed item keeps the path; all of them are counted."""
Location = tuple[float, float]
"""Latitude and longitude."""


class ExposedItem(NamedTuple):
    """A post, photo, comment or album, under the name of its count; texts are as the export has them, not sanitized.

    `key` identifies an item that is listed several times; without one it is identified by everything in it. `media` are
    paths in the export; `photos` and `videos` say how many there are. `url` is the address at Meta where the export has one.
    """

    kind: str
    timestamp: float = 0
    text: str = ""
    media: tuple[str, ...] = ()
    photos: int = 0
    videos: int = 0
    marks: int = 0
    location: Location | None = None
    place: str = ""
    album: str = ""
    url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ItemReader:
    """How the records of a list become items: the type to decode them as, and the function that turns them into items."""

    record: Any
    items: Callable[[list[Any]], Iterable[ExposedItem]]
