"""Find the blocks in a page of an HTML export: each shows one record, and is recognised by Meta's class names.

The class names have hardly changed since 2019, and they do not depend on the language. What is in a block is kept as texts and
addresses in their order; `html_records` makes records of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from urllib.parse import unquote

from .html_dates import has_date
from .json_stream import MAX_DEPTH, MAX_RECORD_BYTES
from .read_problems import TOO_DEEP, TOO_LARGE, UnreadableFileError

MAX_MEDIA, MAX_ROWS = 10_000, 10_000
"""Maximum number of photos and videos, and of rows of tables, that are kept of one block."""
_MAX_CLASS_NAMES, _MAX_ROLES = 1000, 1000
_MAX_TITLE_PIECES = 10
"""How many pieces of text outside of blocks are kept for the title of the page; what comes after is not read."""
_COORDINATES = re.compile(r"\((-?\d{1,2}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)\)\s*$")
"""At the end of a place: `Place: Name (52.1, 4.2)`."""
_INLINE = frozenset({"a", "b", "br", "em", "font", "i", "span", "strong", "u", "wbr"})
"""Elements that do not end a text."""
_HANDLED = frozenset({"a", "img", "script", "source", "style", "tr", "video"})
"""Elements that matter by their name."""
_NO_FILE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|$)|\.html?$|(?:^|/)files/|(?:^|/)stickers_used/", re.IGNORECASE)
"""Addresses that lead out of the export, to a page, to a picture of Meta's own, or to a sticker."""


class ElementRole(IntEnum):
    """What an element shows, by its class. If it has several classes the smallest number counts."""

    BLOCK = 1
    CELL = 2
    HEADING = 3
    DATE = 4
    PEOPLE = 5
    GALLERY = 6
    CONTENT = 7
    DESCRIPTION = 8
    NONE = 9


_ROLE_OF_CLASS = {
    "_a6-g": ElementRole.BLOCK, "_2lej": ElementRole.BLOCK,
    "_a6_q": ElementRole.CELL, "_a6_r": ElementRole.CELL, "_a6-q": ElementRole.CELL,
    "_a6-h": ElementRole.HEADING, "_2lel": ElementRole.HEADING,
    "_a72d": ElementRole.DATE, "_a6-o": ElementRole.DATE, "_2lem": ElementRole.DATE,
    "_a701": ElementRole.PEOPLE,
    "_a7ng": ElementRole.GALLERY,
    "_2pin": ElementRole.CONTENT,
    "_3-95": ElementRole.DESCRIPTION,
}  # fmt: skip
"""The classes of 2021 and later, and those of 2018 to 2020 for the block, its heading and its date."""


@dataclass(slots=True)
class HtmlMedia:
    """A photo or video that a block shows, with the rows of the table below it."""

    uri: str
    is_video: bool
    is_image: bool
    description: str = ""
    rows: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class HtmlBlock:
    """What one block shows, in its order."""

    heading: str = ""
    date: str = ""
    words: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    media: dict[str, HtmlMedia] = field(default_factory=dict)
    rows: list[tuple[str, str]] = field(default_factory=list)
    """Label and value of each row of its tables, those below photos too."""
    places: list[tuple[str, float, float]] = field(default_factory=list)
    """Name, latitude and longitude of each place that was tagged."""


class BlockParser:
    """The target of the HTML parser: collects blocks as elements and texts come in."""

    # `lxml` calls `start`, `data` and `end`; the parser closes what a page leaves open, so that starts and ends are balanced.
    # A text is complete when an element that is not inline begins or ends. The roles of the elements around it, kept with their
    # depth, say what it is.

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        """Complete blocks; the consumer removes them."""
        self.title = ""
        """The heading of the page, such as the name of an album."""
        self.times: list[tuple[str, str]] = []
        """The first times of the page in both forms: machine-readable and as printed."""
        self.events = 0
        """How many elements and texts were read."""
        self.media_outside = False
        """Whether photos or videos were found outside of blocks, as in a form that is not known here."""
        self.depth = 0
        self.in_script = False
        self._block: HtmlBlock | None = None
        self._roles: list[tuple[ElementRole, int]] = []
        self._rows: list[list[str]] = []
        self._text: list[str] = []
        self._size = 0
        self._last_media: HtmlMedia | None = None
        self._time: str | None = None
        self._known_classes: dict[str, ElementRole] = {}

    @property
    def in_block(self) -> bool:
        """Return True within a block."""
        return self._block is not None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the beginning of an element."""
        self.events += 1
        if self._text and tag not in _INLINE:
            self._end_text()
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise UnreadableFileError(TOO_DEEP)
        name = attributes.get("class")
        role = (self._known_classes.get(name) or self._role_of(name)) if name else ElementRole.NONE
        if self._block is None:
            if role is ElementRole.BLOCK:
                self._block, self._roles, self._size = HtmlBlock(), [(ElementRole.BLOCK, self.depth)], 0
            elif tag == "time" and len(self.times) < 3:
                self._time = attributes.get("datetime", "")
        elif role is not ElementRole.NONE and len(self._roles) < _MAX_ROLES:
            self._roles.append((role, self.depth))
        if tag in _HANDLED:
            self._handle(tag, attributes)

    def _handle(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle the beginning of an element that matters by its name and not by its class."""
        if tag == "tr":
            self._rows.append([])
        elif tag in ("script", "style"):
            self.in_script = True
        else:
            self._add_media(tag, attributes.get("href" if tag == "a" else "src", ""))

    def end(self, tag: str) -> None:
        """Handle the end of an element."""
        self.events += 1
        if self._text and tag not in _INLINE:
            self._end_text(tag)
        if tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        elif tag in ("script", "style"):
            self.in_script = False
        if self._roles and self._roles[-1][1] == self.depth:
            self._roles.pop()
            if not self._roles and self._block is not None:
                self.blocks.append(self._block)
                self._block, self._last_media, self._rows = None, None, []
        if self.depth:
            self.depth -= 1

    def data(self, text: str) -> None:
        """Handle a piece of text."""
        self.events += 1
        if self.in_script:
            return
        self._size += len(text)
        if self._size > MAX_RECORD_BYTES and self._block is not None:
            raise UnreadableFileError(TOO_LARGE)
        if self._block is not None or self._time is not None or len(self._text) < _MAX_TITLE_PIECES:
            self._text.append(text)

    def close(self) -> None:
        """Handle the end of the page."""

    def _role_of(self, names: str) -> ElementRole:
        """Return the role of an element with these classes. Cached, since the same few occur again and again."""
        role = min((_ROLE_OF_CLASS.get(name, ElementRole.NONE) for name in names.split()), default=ElementRole.NONE)
        if len(self._known_classes) < _MAX_CLASS_NAMES:
            self._known_classes[names] = role
        return role

    def _end_text(self, tag: str = "") -> None:
        """Put the text so far where it belongs; `tag` is the element that ends with it, if any does."""
        text, self._text = " ".join("".join(self._text).split()), []
        if self._block is None:
            self._add_text_of_page(text, tag)
        elif text:
            self._add_text(self._block, text)

    def _add_text_of_page(self, text: str, tag: str) -> None:
        if tag == "time" and self._time is not None:
            self.times.append((self._time, text[:100]))
            self._time = None
        elif tag in ("h1", "title") and text:
            self.title = text[:1000] if tag == "h1" or not self.title else self.title

    def _add_text(self, block: HtmlBlock, text: str) -> None:
        role, depth = self._roles[-1]
        if self._rows:
            self._rows[-1].append(text)
        elif role is ElementRole.HEADING:
            block.heading = block.heading or text
        elif role is ElementRole.DATE or has_date(text):
            block.date = text if role is ElementRole.DATE or not block.date else block.date
        elif role is ElementRole.PEOPLE:
            block.people.append(text)
        elif place := _COORDINATES.search(text):
            name = text[: place.start()].partition(": ")[2]
            block.places.append((name.strip(), float(place[1]), float(place[2])))
        elif role is ElementRole.CONTENT and self.depth - depth <= 1:
            block.words.append(text)
        elif role is ElementRole.DESCRIPTION and self._last_media is not None:
            self._last_media.description = self._last_media.description or text

    def _end_row(self, row: list[str]) -> None:
        if self._block is None or not row or len(self._block.rows) >= MAX_ROWS:
            return
        pair = row[0], " ".join(row[1:])
        self._block.rows.append(pair)
        if self._last_media is not None:
            self._last_media.rows.append(pair)

    def _add_media(self, tag: str, address: str) -> None:
        """Add the photo or video at an address; the same one is often named twice, by a link and by the picture in it."""
        if _NO_FILE.search(address):
            return
        if self._block is None:
            self.media_outside = self.media_outside or tag != "a"
            return
        uri = (unquote(address) if "%" in address else address).replace("\\", "/")
        while uri.startswith("../"):
            uri = uri[3:]
        known = self._block.media.get(uri)
        if known is None and len(self._block.media) < MAX_MEDIA:
            known = self._block.media[uri] = HtmlMedia(uri, is_video=False, is_image=False)
        if known is not None:
            known.is_video = known.is_video or tag in ("video", "source")
            known.is_image = known.is_image or tag == "img"
            self._last_media = known
