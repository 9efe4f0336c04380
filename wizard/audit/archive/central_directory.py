"""The central directory at the end of a ZIP file, read as a stream, so that millions of names need no memory.

`zipfile` keeps an object for each entry, without a limit; here only the entries with a needed suffix become objects.
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
"""The end record can be followed by a comment of up to 65,535 bytes."""
_BLOCK = 1 << 20
_SUFFIXES = (b".json", b".html", b".zip")
_UTF8_FLAG, _MAX_32, _MAX_16 = 0x800, 0xFFFFFFFF, 0xFFFF
_ZIP64_FIELD = 1


class ByteSource(Protocol):
    """Bytes that can be read from any offset: a file, a range of one, or an inflated archive."""

    size: int

    def read_at(self, place: int, length: int) -> bytes:
        """Return `length` bytes from offset `place` on; fewer at the end."""


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in a ZIP, as the central directory describes it. None of it can be trusted."""

    name: str
    method: int
    flags: int
    checksum: int
    compressed_size: int
    size: int
    offset: int
    mode: int
    modified: int
    """Date and time in the format of MS-DOS; later values are larger."""


@dataclass(frozen=True, slots=True)
class CentralDirectory:
    """Where the central directory is, in bytes."""

    start: int
    length: int
    shift: int
    """How many bytes precede the archive in its file, as in a self-extracting one; all offsets are relative to it."""


def find_central_directory(file: ByteSource) -> CentralDirectory:
    """Return the central directory of a ZIP. Raises UnreadableFileError if there is none, or if it is damaged."""
    tail_at = max(0, file.size - _TAIL)
    tail = file.read_at(tail_at, _TAIL)
    end_record = tail.rfind(b"PK\5\6")
    if end_record < 0 or len(tail) - end_record < _END.size:
        raise UnreadableFileError(NO_ZIP)
    *_, length, offset, _ = _END.unpack_from(tail, end_record)
    end = tail_at + end_record
    if end_record >= _LOCATOR_64.size and tail[end_record - _LOCATOR_64.size :].startswith(b"PK\6\7"):
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
    file: ByteSource, directory: CentralDirectory, suffixes: tuple[bytes, ...] = _SUFFIXES
) -> Iterator[ZipEntry | None]:
    """Yield each entry whose name has one of the suffixes, and None for every other one.

    Raises UnreadableFileError if the directory breaks off.
    """
    place, end = directory.start, directory.start + directory.length
    data, at = b"", 0
    while place + at < end:
        if len(data) - at < _HEADER.size + 3 * _MAX_16 and place + len(data) < end:
            place, at, data = place + at, 0, file.read_at(place + at, min(_BLOCK, end - place - at))
        if len(data) - at < _HEADER.size or not data.startswith(b"PK\1\2", at):
            raise UnreadableFileError(DAMAGED)
        fields = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size
        name, extra = data[start : start + fields[12]], start + fields[12]
        at = extra + fields[13] + fields[14]
        yield _entry(fields, name, data[extra : extra + fields[13]]) if name.lower().endswith(suffixes) else None


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes) -> ZipEntry:
    flags, method, time, day, checksum, compressed_size, size = fields[5:12]
    offset, mode = fields[18], fields[17] >> 16
    if _MAX_32 in (compressed_size, size, offset):
        size, compressed_size, offset = _zip64_numbers(extra, size, compressed_size, offset)
    return ZipEntry(_decode_name(name, flags), method, flags, checksum, compressed_size, size, offset, mode, day << 16 | time)


def _zip64_numbers(extra: bytes, *small: int) -> tuple[int, int, int]:
    """Return size, compressed size and offset. Those with all 32 bits set follow in this order in the ZIP64 field."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _ZIP64_FIELD:
            values = iter(struct.unpack_from(f"<{min(length, len(extra) - place - 4) // 8}Q", extra, place + 4))
            size, compressed_size, offset = (next(values, _MAX_32) if number == _MAX_32 else number for number in small)
            return size, compressed_size, offset
        place += 4 + length
    size, compressed_size, offset = small
    return size, compressed_size, offset


def _decode_name(name: bytes, flags: int) -> str:
    """Return the name as text: UTF-8 even without its flag, as many tools write it, else code page 437 of the ZIP format."""
    if flags & _UTF8_FLAG:
        return name.decode("utf-8", "replace")
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp437")
