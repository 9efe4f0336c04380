"""Split a JSON file of any size into chunks of whole records.

No more is held in memory than a chunk, or a record where that is larger. A chunk ends where one record probably ends and the
next begins: the bytes between the first two records are searched for backwards, which is fast. Nested records can look alike,
so this is a guess. If decoding fails, the same bytes are split again record by record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .new_list_names import is_new_list
from .read_problems import CUT_OFF, EMPTY, NO_JSON, TOO_DEEP, TOO_LARGE, UnreadableFileError

CHUNK_BYTES = 1 << 20
"""Approximate size of a chunk in bytes."""
MAX_RECORD_BYTES = 32 << 20
"""Maximum size of a single record in bytes."""
MAX_DEPTH = 10_000
"""Maximum nesting of brackets."""

_SPACE = re.compile(rb"[ \t\n\r]*")
# Possessive quantifiers (`*+`) never backtrack, so a string without a closing quote costs one scan.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]"]', re.DOTALL)
_SCALAR_END = re.compile(rb"[,\]}]")
_FIRST_KEY = re.compile(rb'\{[ \t\n\r]*"[^"\\]*"')
_CLOSING = re.compile(rb"\](?:[ \t\n\r]*\})*[ \t\n\r]*$")
_OPEN, _CLOSE, _QUOTE, _COMMA = b"{[", b"}]", 0x22, 0x2C


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes of one list: whole records separated by commas, or a single record."""

    key: str
    """The path of the list in the file, such as "posts_v2" or "deep/list"; "" for a list without a name."""
    data: bytes
    is_single: bool = False
    """Whether the boundaries were found by counting brackets; they are certain then."""


class ByteCursor:
    """A window on a stream of bytes that moves forward and grows if one value needs more room."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self.data = b""
        self.at = 0
        self.ended = False
        self.problem: UnreadableFileError | None = None

    def fill(self) -> bool:
        """Read on by the size of the unread rest, at least CHUNK_BYTES. Returns False at the end of the stream."""
        if self.ended:
            return False
        wanted = max(CHUNK_BYTES, len(self.data) - self.at)
        parts, received = [self.data[self.at :]], 0
        while received < wanted:
            block = self._next_block()
            if block is None:
                break
            parts.append(block)
            received += len(block)
        self.data, self.at = b"".join(parts), 0
        return received > 0

    def _next_block(self) -> bytes | None:
        """Return the next block, or None at the end. A read problem is kept until all bytes before it are used."""
        try:
            block = next(self._blocks, None)
        except UnreadableFileError as problem:
            block, self.problem = None, problem
        self.ended = block is None
        return block

    def drain(self) -> None:
        """Read to the end of the stream, where the checksum of the file is verified.

        Raises UnreadableFileError if there was any read problem.
        """
        while not self.ended:
            self._next_block()
        if self.problem:
            raise self.problem

    def skip_space(self) -> int:
        """Move to the next byte that is not white space. Returns that byte, or -1 at the end."""
        while True:
            match = _SPACE.match(self.data, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.data):
                return self.data[self.at]
            if not self.fill():
                return -1

    def value_end(self, *, keep: bool = True) -> int:
        """Return the position in `data` where the value at the cursor ends. Reads on as far as needed.

        With `keep=False` the bytes that were passed are dropped, so that the value may have any length.
        Raises UnreadableFileError if the value is cut off, too large or nested too deeply.
        """
        depth, place = 0, self.at
        if place >= len(self.data):
            raise self.problem or UnreadableFileError(CUT_OFF)
        if self.data[place] not in b'{["':
            return self._scalar_end()
        while True:
            for token in _TOKEN.finditer(self.data, place):
                first = self.data[token.start()]
                if first == _QUOTE and token.end() - token.start() == 1:
                    break  # a string that continues beyond the window
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
            place = self._read_on(place)

    def _scalar_end(self) -> int:
        place = self.at
        while True:
            match = _SCALAR_END.search(self.data, place)
            if match:
                return match.start()
            if self.ended:
                return len(self.data)
            place = self._read_on(len(self.data))

    def _read_on(self, place: int) -> int:
        """Extend the window. Returns the new position of the byte that was at `place`."""
        if len(self.data) - self.at > MAX_RECORD_BYTES:
            raise UnreadableFileError(TOO_LARGE)
        place -= self.at
        if not self.fill():
            raise self.problem or UnreadableFileError(CUT_OFF)
        return self.at + place


class RecordStream:
    """The records of one file, list by list, for the lists in `keys`."""

    def __init__(self, blocks: Iterator[bytes], keys: frozenset[str]) -> None:
        self.cursor = ByteCursor(blocks)
        self.keys = keys
        self.known_shape = False
        """Whether one of the lists in `keys`, or a record without a list, was found so far."""
        self._rejected: Chunk | None = None

    def chunks(self) -> Iterator[Chunk]:
        """Yield all chunks. Raises UnreadableFileError if the file is cut off, damaged or not JSON.

        The consumer calls `reject(chunk)` before it asks for the next chunk if a chunk is not valid JSON.
        """
        cursor = self.cursor
        if cursor.fill() and cursor.data.startswith(b"\xef\xbb\xbf"):
            cursor.at = 3
        first = cursor.skip_space()
        if first == -1:
            raise cursor.problem or UnreadableFileError(EMPTY)
        if first == ord("["):
            yield from self._list_chunks("") if "" in self.keys else ()
        elif first == ord("{"):
            yield from self._object_chunks("")
        else:
            raise UnreadableFileError(NO_JSON)
        cursor.drain()

    def reject(self, chunk: Chunk) -> None:
        """Report that the last chunk is not valid JSON; its bytes follow record by record. Ignored for a single record."""
        self._rejected = chunk

    def _object_chunks(self, parent: str) -> Iterator[Chunk]:
        """Yield the lists of an object under their names; if none is in `keys`, the object itself is one record."""
        cursor, has_list, pairs = self.cursor, False, list[bytes]()
        cursor.at += 1
        while cursor.skip_space() == _QUOTE:
            name = self._read_name()
            key = f"{parent}{name.decode('utf-8', 'replace')}"
            first = cursor.skip_space()
            is_new = not pairs and is_new_list(key, cursor.data[cursor.at : cursor.at + 1000], self.keys)
            if (key in self.keys or is_new) and first == ord("["):
                has_list = True
                yield from self._list_chunks("" if is_new else key)
            elif first == ord("{") and any(wanted.startswith(f"{key}/") for wanted in self.keys):
                has_list = True
                yield from self._object_chunks(f"{key}/")
            else:
                is_wanted = key in self.keys
                may_be_record = not has_list and "" in self.keys and not parent
                end = cursor.value_end(keep=is_wanted or may_be_record)
                value = cursor.data[cursor.at : end]
                cursor.at = end
                if is_wanted:
                    has_list = self.known_shape = True
                    yield Chunk(key, value, is_single=True)
                elif may_be_record:
                    pairs.append(b'"%b":%b' % (name, value))
                    if sum(map(len, pairs)) > MAX_RECORD_BYTES:
                        raise UnreadableFileError(TOO_LARGE)
            if cursor.skip_space() == _COMMA:
                cursor.at += 1
        self._close(ord("}"))
        if pairs and not has_list:
            self.known_shape = True
            yield Chunk("", b"{%b}" % b",".join(pairs), is_single=True)

    def _read_name(self) -> bytes:
        """Return the name at the cursor and move behind its colon."""
        end = self.cursor.value_end()
        name = self.cursor.data[self.cursor.at + 1 : end - 1]
        self.cursor.at = end
        if self.cursor.skip_space() != ord(":"):
            raise UnreadableFileError(NO_JSON)
        self.cursor.at += 1
        return name

    def _close(self, bracket: int) -> None:
        """Move behind the closing bracket. Raises UnreadableFileError if something else is there."""
        byte = self.cursor.skip_space()
        if byte != bracket:
            raise self.cursor.problem or UnreadableFileError(CUT_OFF if byte == -1 else NO_JSON)
        self.cursor.at += 1

    def _list_chunks(self, key: str) -> Iterator[Chunk]:
        """Yield the records of one list in chunks of about CHUNK_BYTES."""
        # Counting brackets in Python to find where each record ends is slow, so the boundary is guessed: the bytes between the
        # first two records, for example `},\n  {"timestamp"`, are searched for backwards from the end of the window, and the
        # chunk ends at the brace of the last match. Nested records and strings can contain the same bytes. A chunk that ends
        # there leaves a bracket or a quote open and is never valid JSON: the consumer fails to decode it and calls
        # `reject(chunk)` before it asks for the next one. Then the same bytes are split again by counting brackets.
        self.known_shape = True
        cursor = self.cursor
        cursor.at += 1
        separator = b""
        if cursor.skip_space() == ord("]"):
            yield Chunk(key, b"")  # an empty list still tells that the export has this kind
        while cursor.skip_space() not in (ord("]"), -1):
            if len(cursor.data) - cursor.at < CHUNK_BYTES:
                cursor.fill()
            separator = separator or self._record_separator()
            end, next_start = self._guess_boundary(separator)
            if end:
                chunk = Chunk(key, cursor.data[cursor.at : end])
                yield chunk
                if self._rejected is not chunk:
                    cursor.at = next_start
                    continue
            yield from self._record_by_record(key)
        self._close(ord("]"))

    def _record_separator(self) -> bytes:
        """Return the bytes from the end of the first record to the first name of the second, or b"" if there are none."""
        cursor = self.cursor
        if cursor.data[cursor.at] != ord("{"):
            return b""
        end = cursor.value_end()
        if cursor.data[end - 1] != ord("}"):
            return b""  # mismatched brackets
        comma = _SPACE.match(cursor.data, end)
        next_start = _SPACE.match(cursor.data, comma.end() + 1) if comma else None
        name = _FIRST_KEY.match(cursor.data, next_start.end()) if next_start else None
        if not (comma and name) or cursor.data[comma.end()] != _COMMA:
            return b""
        # The white space before the brace belongs to the separator: it differs between nesting levels of indented JSON.
        start = end - 1
        while cursor.data[start - 1] in b" \t\n\r":
            start -= 1
        return cursor.data[start : name.end()]

    def _guess_boundary(self, separator: bytes) -> tuple[int, int]:
        """Guess where the last whole record in the window ends and the next begins. Returns (0, 0) if there is none."""
        cursor = self.cursor
        # The last 100 bytes of a file: the bracket of the list, then the braces and white space around it.
        if cursor.ended and (match := _CLOSING.search(cursor.data, max(cursor.at, len(cursor.data) - 100))):
            return match.start(), match.start()
        place = cursor.data.rfind(separator, cursor.at) if separator else -1
        if place < 0:
            return 0, 0
        brace = cursor.data.index(b"}", place)
        return brace + 1, cursor.data.index(b"{", brace)

    def _record_by_record(self, key: str) -> Iterator[Chunk]:
        """Yield single records of about CHUNK_BYTES together, each found by counting brackets."""
        cursor, remaining = self.cursor, CHUNK_BYTES
        while remaining > 0 and cursor.skip_space() not in (ord("]"), -1):
            end = cursor.value_end()
            if end == cursor.at:
                raise UnreadableFileError(NO_JSON)
            chunk = Chunk(key, cursor.data[cursor.at : end], is_single=True)
            remaining -= len(chunk.data)
            cursor.at = end
            if cursor.skip_space() == _COMMA:
                cursor.at += 1
            yield chunk
