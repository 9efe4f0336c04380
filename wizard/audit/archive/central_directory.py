"""The list of files at the end of a ZIP, read as a stream, so that millions of names need no memory.

`zipfile` keeps an object for each of them, and has no limit; here nothing is kept that is not asked for.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from wizard.audit.read_problems import DAMAGED, NO_ZIP, UnreadableFileError

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_HEADER = struct.Struct("<4s4B4H3L5H2L")
_TAIL = _END.size + 0xFFFF
_BLOCK = 1 << 20
_WANTED = (b".json", b".html", b".zip")
_UTF8, _FULL, _FULL_16 = 0x800, 0xFFFFFFFF, 0xFFFF
_ZIP64_FIELD = 1


class ByteSource(Protocol):
    """Something to read from at any place: a file, a part of one, or an inflated one."""

    size: int

    def read_at(self, place: int, length: int) -> bytes:
        """The bytes there; fewer at the end."""


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in a ZIP, as its directory describes it."""

    name: str
    method: int
    flags: int
    checksum: int
    compressed_size: int
    size: int
    offset: int
    mode: int
    stamp: int


@dataclass(frozen=True, slots=True)
class CentralDirectory:
    """Where the directory lies, and by how much the whole archive is shifted within its file."""

    start: int
    length: int
    shift: int


def find_central_directory(file: ByteSource) -> CentralDirectory:
    """The directory of a ZIP. Raises Unreadable where there is none."""
    tail_at = max(0, file.size - _TAIL)
    tail = file.read_at(tail_at, _TAIL)
    found = tail.rfind(b"PK\5\6")
    if found < 0 or len(tail) - found < _END.size:
        raise UnreadableFileError(NO_ZIP)
    *_, length, offset, _ = _END.unpack_from(tail, found)
    end = tail_at + found
    if found >= _LOCATOR_64.size and tail[found - _LOCATOR_64.size :].startswith(b"PK\6\7"):
        end -= _LOCATOR_64.size + _END_64.size
        record = file.read_at(end, _END_64.size) if end >= 0 else b""
        if not record.startswith(b"PK\6\6") or len(record) < _END_64.size:
            raise UnreadableFileError(DAMAGED)
        *_, length, offset = _END_64.unpack(record)
    shift = end - length - offset
    if shift < 0:
        raise UnreadableFileError(NO_ZIP)
    return CentralDirectory(offset + shift, length, shift)


def read_zip_entries(
    file: ByteSource, directory: CentralDirectory, endings: tuple[bytes, ...] = _WANTED
) -> Iterator[ZipEntry | None]:
    """Each file that may matter, by the end of its name; None for every other one. Raises Unreadable where it breaks off."""
    place, end = directory.start, directory.start + directory.length
    data, at = b"", 0
    while place + at < end:
        if len(data) - at < _HEADER.size + 3 * _FULL_16 and place + len(data) < end:
            place, at, data = place + at, 0, file.read_at(place + at, min(_BLOCK, end - place - at))
        if len(data) - at < _HEADER.size or not data.startswith(b"PK\1\2", at):
            raise UnreadableFileError(DAMAGED)
        fields = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size
        name, extra = data[start : start + fields[12]], start + fields[12]
        at = extra + fields[13] + fields[14]
        yield _entry(fields, name, data[extra : extra + fields[13]]) if name.lower().endswith(endings) else None


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes) -> ZipEntry:
    flags, method, time, day, checksum, packed, size = fields[5:12]
    offset = fields[18]
    if _FULL in (packed, size, offset):
        size, packed, offset = _large(extra, size, packed, offset)
    return ZipEntry(_text(name, flags), method, flags, checksum, packed, size, offset, fields[17] >> 16, day << 16 | time)


def _large(extra: bytes, *small: int) -> tuple[int, int, int]:
    """The numbers that need more than 32 bits; they stand in a field of their own, in this order, if they are needed."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _ZIP64_FIELD:
            values = iter(struct.unpack_from(f"<{min(length, len(extra) - place - 4) // 8}Q", extra, place + 4))
            size, packed, offset = (next(values, _FULL) if each == _FULL else each for each in small)
            return size, packed, offset
        place += 4 + length
    size, packed, offset = small
    return size, packed, offset


def _text(name: bytes, flags: int) -> str:
    if flags & _UTF8:
        return name.decode("utf-8", "replace")
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp437")
