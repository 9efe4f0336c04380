"""A JSON file of any size as runs of whole records, without ever holding more of it than a record or a run.

A run is cut where the text says that one record ends and the next begins: the words between the first two records are
looked for from behind, which is fast. Nested records can look alike, so whoever decodes a run says whether it held; if not,
the same stretch is cut again record by record, which is slow and always right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .read_problems import CUT_OFF, EMPTY, NO_JSON, TOO_DEEP, TOO_LARGE, UnreadableFileError

CHUNK_BYTES = 1 << 20
"""Bytes of a run, about."""
MAX_RECORD_BYTES = 32 << 20
"""The largest single record that is looked at."""
MAX_DEPTH = 10_000
"""Brackets within brackets, so many at most."""

_SPACE = re.compile(rb"[ \t\n\r]*")
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]"]', re.DOTALL)
_SCALAR_END = re.compile(rb"[,\]}]")
_FIRST_KEY = re.compile(rb'\{[ \t\n\r]*"[^"\\]*"')
_CLOSING = re.compile(rb"\](?:[ \t\n\r]*\})*[ \t\n\r]*$")
_OPEN, _CLOSE, _QUOTE, _COMMA = b"{[", b"}]", 0x22, 0x2C


@dataclass(slots=True)
class Chunk:
    """Records of one list, commas between them; `held` is set to False by whoever finds that it was cut wrongly."""

    key: str
    data: bytes
    is_single: bool = False
    held: bool = True


class ByteCursor:
    """A window on a stream of bytes that slides forward and grows where one value needs it."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self.data = b""
        self.at = 0
        self.ended = False
        self.trouble: UnreadableFileError | None = None

    def fill(self) -> bool:
        """Take in about as much again as is waiting, at least a run; False at the end of the stream."""
        if self.ended:
            return False
        wanted = max(CHUNK_BYTES, len(self.data) - self.at)
        parts, got = [self.data[self.at :]], 0
        while got < wanted:
            block = self._next()
            if block is None:
                break
            parts.append(block)
            got += len(block)
        self.data, self.at = b"".join(parts), 0
        return got > 0

    def _next(self) -> bytes | None:
        """The next block. What stands in the way of the rest is kept until all that came before is used."""
        try:
            block = next(self._blocks, None)
        except UnreadableFileError as trouble:
            block, self.trouble = None, trouble
        self.ended = block is None
        return block

    def drain(self) -> None:
        """Go to the end of the stream, where its checksum is checked. Raises Unreadable if anything was in the way."""
        while not self.ended:
            self._next()
        if self.trouble:
            raise self.trouble

    def skip_space(self) -> int:
        """Go to the next byte that is no space; that byte, or -1 at the end."""
        while True:
            found = _SPACE.match(self.data, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.data):
                return self.data[self.at]
            if not self.fill():
                return -1

    def value_end(self, *, keep: bool = True) -> int:
        """Where the value that begins here ends, as a place in `data`; reads on as far as needed.

        Unless the value is to be kept, what was passed is let go, so that it may be of any length.
        """
        depth, place = 0, self.at
        if place >= len(self.data):
            raise self.trouble or UnreadableFileError(CUT_OFF)
        if self.data[place] not in b'{["':
            return self._scalar_end()
        while True:
            for token in _TOKEN.finditer(self.data, place):
                first = self.data[token.start()]
                if first == _QUOTE and token.end() - token.start() == 1:
                    break  # a text that goes on beyond the window
                place = token.end()
                if first in _OPEN:
                    depth += 1
                    if depth > MAX_DEPTH:
                        raise UnreadableFileError(TOO_DEEP)
                elif first in _CLOSE:
                    depth -= 1
                if depth <= 0:
                    return place
            if not keep:
                self.at = place
            place = self._grown(place)

    def _scalar_end(self) -> int:
        place = self.at
        while True:
            found = _SCALAR_END.search(self.data, place)
            if found:
                return found.start()
            if self.ended:
                return len(self.data)
            place = self._grown(len(self.data))

    def _grown(self, place: int) -> int:
        """Read on; where `place` lies then."""
        if len(self.data) - self.at > MAX_RECORD_BYTES:
            raise UnreadableFileError(TOO_LARGE)
        place -= self.at
        if not self.fill():
            raise self.trouble or UnreadableFileError(CUT_OFF)
        return self.at + place


class RecordStream:
    """The records of one file, list by list, for the lists that are asked for by name."""

    def __init__(self, blocks: Iterator[bytes], keys: frozenset[str]) -> None:
        self.cursor = ByteCursor(blocks)
        self.keys = keys
        self.known_shape = False

    def chunks(self) -> Iterator[Chunk]:
        """All runs. Raises Unreadable where the file breaks off or is no JSON."""
        cursor = self.cursor
        if cursor.fill() and cursor.data.startswith(b"\xef\xbb\xbf"):
            cursor.at = 3
        first = cursor.skip_space()
        if first == -1:
            raise cursor.trouble or UnreadableFileError(EMPTY)
        if first == ord("["):
            yield from self._list_chunks("") if "" in self.keys else ()
        elif first == ord("{"):
            yield from self._object_chunks("")
        else:
            raise UnreadableFileError(NO_JSON)
        cursor.drain()

    def _object_chunks(self, above: str) -> Iterator[Chunk]:
        """The lists of an object under their names; without one that is asked for, the object is a record itself."""
        cursor, pairs, found = self.cursor, [], False
        cursor.at += 1
        while cursor.skip_space() == _QUOTE:
            name = self._name()
            key = f"{above}{name.decode('utf-8', 'replace')}"
            first = cursor.skip_space()
            if key in self.keys and first == ord("["):
                found = True
                yield from self._list_chunks(key)
            elif first == ord("{") and any(each.startswith(f"{key}/") for each in self.keys):
                found = True
                yield from self._object_chunks(f"{key}/")
            else:
                wanted = key in self.keys
                bare = not found and "" in self.keys and not above
                end = cursor.value_end(keep=wanted or bare)
                value = cursor.data[cursor.at : end]
                cursor.at = end
                if wanted:
                    found = self.known_shape = True
                    yield Chunk(key, value, is_single=True)
                elif bare:
                    pairs.append(b'"%b":%b' % (name, value))
                    if sum(map(len, pairs)) > MAX_RECORD_BYTES:
                        raise UnreadableFileError(TOO_LARGE)
            if cursor.skip_space() == _COMMA:
                cursor.at += 1
        self._close(ord("}"))
        if pairs and not found:
            self.known_shape = True
            yield Chunk("", b"{%b}" % b",".join(pairs), is_single=True)

    def _name(self) -> bytes:
        """The name that stands here; goes behind its colon."""
        end = self.cursor.value_end()
        name = self.cursor.data[self.cursor.at + 1 : end - 1]
        self.cursor.at = end
        if self.cursor.skip_space() != ord(":"):
            raise UnreadableFileError(NO_JSON)
        self.cursor.at += 1
        return name

    def _close(self, bracket: int) -> None:
        found = self.cursor.skip_space()
        if found != bracket:
            raise self.cursor.trouble or UnreadableFileError(CUT_OFF if found == -1 else NO_JSON)
        self.cursor.at += 1

    def _list_chunks(self, key: str) -> Iterator[Chunk]:
        self.known_shape = True
        cursor = self.cursor
        cursor.at += 1
        between = b""
        if cursor.skip_space() == ord("]"):
            yield Chunk(key, b"")
        while cursor.skip_space() not in (ord("]"), -1):
            if len(cursor.data) - cursor.at < CHUNK_BYTES:
                cursor.fill()
            between = between or self._record_separator()
            end, after = self._guess_boundary(between)
            if end:
                run = Chunk(key, cursor.data[cursor.at : end])
                yield run
                if run.held:
                    cursor.at = after
                    continue
            yield from self._record_by_record(key)
        self._close(ord("]"))

    def _record_separator(self) -> bytes:
        """The text from the end of the first record to the name in the second; empty where it cannot be told."""
        cursor = self.cursor
        if cursor.data[cursor.at] != ord("{"):
            return b""
        end = cursor.value_end()
        if cursor.data[end - 1] != ord("}"):
            return b""  # brackets that do not belong together
        comma = _SPACE.match(cursor.data, end)
        after = _SPACE.match(cursor.data, comma.end() + 1) if comma else None
        name = _FIRST_KEY.match(cursor.data, after.end()) if after else None
        if not (comma and name) or cursor.data[comma.end()] != _COMMA:
            return b""
        start = end - 1
        while cursor.data[start - 1] in b" \t\n\r":
            start -= 1
        return cursor.data[start : name.end()]

    def _guess_boundary(self, between: bytes) -> tuple[int, int]:
        """Where the last whole record of the window probably ends, and where the next one begins; 0 where nothing says so."""
        cursor = self.cursor
        if cursor.ended and (found := _CLOSING.search(cursor.data, max(cursor.at, len(cursor.data) - 100))):
            return found.start(), found.start()
        place = cursor.data.rfind(between, cursor.at) if between else -1
        if place < 0:
            return 0, 0
        brace = cursor.data.index(b"}", place)
        return brace + 1, cursor.data.index(b"{", brace)

    def _record_by_record(self, key: str) -> Iterator[Chunk]:
        """Single records for about the length of a run, each found by its brackets."""
        cursor, left = self.cursor, CHUNK_BYTES
        while left > 0 and cursor.skip_space() not in (ord("]"), -1):
            end = cursor.value_end()
            if end == cursor.at:
                raise UnreadableFileError(NO_JSON)
            run = Chunk(key, cursor.data[cursor.at : end], is_single=True)
            left -= len(run.data)
            cursor.at = end
            if cursor.skip_space() == _COMMA:
                cursor.at += 1
            yield run
