"""Read a page of an HTML export as records in JSON, so that everything behind it counts pages and JSON files alike.

The page is parsed block by block, and no more of it is held in memory than one block and a few megabytes of the parser.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec

from .file_matching import FilePlan
from .html_blocks import BlockParser, HtmlBlock
from .html_dates import INSTAGRAM_OFFSET, parse_utc, parse_zone_offset
from .html_records import page_records
from .json_stream import CHUNK_BYTES, Chunk
from .kind import FACEBOOK
from .read_problems import EMPTY, NO_HTML, TOO_LARGE, UNKNOWN_FORM, UnreadableFileError

_DAY = 24 * 3600
_FEED_BYTES = 1 << 16
_NEW_PARSER_AFTER = 8 << 20
"""Bytes after which the next block is given to a new parser, since a parser keeps what it has read."""
_MAX_PARSER_BYTES = 64 << 20
"""Maximum number of bytes between two places at which a new parser can take over; far beyond any real block."""
_MAX_SILENCE = 4 << 20
"""Maximum number of bytes without an element or text, as in one endless tag or comment."""
_MAX_EVENTS_OF_EMPTY_PAGE = 1000
"""A page without data has a heading and a sentence; one with more, but without a block, has a form that is not known here."""
_BLOCK_STARTS = (b"<section", b"<div")
_ENCODINGS = {b"\xff\xfe": "UTF-16LE", b"\xfe\xff": "UTF-16BE"}


class HtmlRecordStream:
    """The records of one page, with the interface of `RecordStream`."""

    def __init__(self, blocks: Iterator[bytes], plan: FilePlan) -> None:
        self.known_shape = False
        """Whether a block was found so far, or the page shows nothing at all."""
        self._blocks = blocks
        self._key = next(iter(plan.readers))
        self._reader = plan.readers[self._key]
        self._offset = 0 if plan.services[self._key] == FACEBOOK else INSTAGRAM_OFFSET
        self._knows_offset = plan.services[self._key] != FACEBOOK
        self._target = BlockParser()
        self._parser: Any = None
        self._encoding = "utf-8"
        self._fed = self._silence = self._seen_events = 0

    @property
    def asked_range(self) -> tuple[float, float] | None:
        """Return the first and the last moment for which the export was asked, as the head of the page says it, or None."""
        moments = [moment for utc, _ in self._target.times if (moment := parse_utc(utc)) is not None]
        if len(moments) < 3 or not moments[1] <= moments[2] <= moments[0] + _DAY:
            return None  # the head holds when the export was made, and then the first and the last day
        return moments[1], moments[2]

    def chunks(self) -> Iterator[Chunk]:
        """Yield all chunks. Raises UnreadableFileError if the page is cut off, damaged or no page of an export."""
        pending, size, problem = [], 0, None
        try:
            for record in page_records(self._reader, self._all_blocks(), lambda: self._target.title, self._zone_offset):
                pending.append(msgspec.json.encode(record))
                size += len(pending[-1])
                if size >= CHUNK_BYTES:
                    yield Chunk(self._key, b",".join(pending))
                    pending, size = [], 0
        except UnreadableFileError as error:
            problem = error
        self.known_shape = True
        yield Chunk(self._key, b",".join(pending))
        if problem is not None:
            raise problem

    def reject(self, chunk: Chunk) -> None:
        """Do nothing: the records were written here, and are valid JSON."""

    def _zone_offset(self) -> int:
        """Return the seconds from UTC of the times in this page, as far as the page tells."""
        if not self._knows_offset:
            offsets = [parse_zone_offset(utc, printed) for utc, printed in self._target.times]
            self._offset = next((offset for offset in offsets if offset is not None), 0)
            self._knows_offset = True
        return self._offset

    def _all_blocks(self) -> Iterator[HtmlBlock]:
        """Yield the blocks of the page. Raises UnreadableFileError, after the last good block, if it cannot be read on."""
        count, problem = 0, None
        try:
            for data in self._pieces():
                self._feed(data)
                count += len(self._target.blocks)
                yield from self._taken()
        except UnreadableFileError as error:
            problem = error
        self._close_parser()
        count += len(self._target.blocks)
        yield from self._taken()
        if problem is not None:
            raise problem
        if not self._target.events:
            raise UnreadableFileError(NO_HTML)
        if not count and (self._target.media_outside or self._target.events > _MAX_EVENTS_OF_EMPTY_PAGE):
            raise UnreadableFileError(UNKNOWN_FORM)

    def _taken(self) -> list[HtmlBlock]:
        taken, self._target.blocks = self._target.blocks, []
        return taken

    def _pieces(self) -> Iterator[bytes]:
        """Yield the bytes of the page in small pieces."""
        is_first = True
        for block in self._blocks:
            if is_first:
                self._encoding = _ENCODINGS.get(block[:2], "utf-8")
                is_first = False
            yield from (block[start : start + _FEED_BYTES] for start in range(0, len(block), _FEED_BYTES))
        if is_first:
            raise UnreadableFileError(EMPTY)

    def _feed(self, data: bytes) -> None:
        """Feed the parser, and let a new one take over before a block when the present one has read enough."""
        if self._fed >= _NEW_PARSER_AFTER:
            cut = max(data.rfind(start) for start in _BLOCK_STARTS)
            if cut > 0:
                self._feed_parser(data[:cut])
                data = data[cut:]
            if cut >= 0 and not self._target.in_block and not self._target.in_script:
                self._close_parser()
                self._target.depth = 0
        self._feed_parser(data)

    def _feed_parser(self, data: bytes) -> None:
        if self._parser is None:
            self._parser, self._fed = _new_parser(self._target, self._encoding), 0
        try:
            self._parser.feed(data)
        except SyntaxError as error:  # the parser's own errors are of this type
            raise UnreadableFileError(NO_HTML) from error
        self._fed += len(data)
        self._silence = self._silence + len(data) if self._target.events == self._seen_events else 0
        self._seen_events = self._target.events
        if self._fed > _MAX_PARSER_BYTES or self._silence > _MAX_SILENCE:
            raise UnreadableFileError(TOO_LARGE)

    def _close_parser(self) -> None:
        """Let the parser close what is open. It may complain about a page that ended early, which is not an error here."""
        parser, self._parser = self._parser, None
        if parser is not None:
            with suppress(SyntaxError):
                parser.close()


def _new_parser(target: BlockParser, encoding: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Return a parser. It is imported late, since only exports in HTML need it."""
    from lxml import etree

    return etree.HTMLParser(target=target, encoding=encoding, no_network=True)
