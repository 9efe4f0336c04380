"""Inflate one file of a ZIP block by block."""

from collections.abc import Iterator

from wizard.audit.read_problems import CUT_OFF, DAMAGED, ENCRYPTED, LARGER, METHOD, UnreadableFileError

from .central_directory import ByteSource, ZipEntry

try:
    from zlib_ng import zlib_ng as zlib
except ImportError:  # not available for every platform, and only faster
    import zlib  # type: ignore[no-redef]

_InflateError: type[Exception] = zlib.error  # type: ignore[assignment]  # its stubs do not declare it as a class
BLOCK = 1 << 20
"""Maximum size of a block in bytes, however well it was compressed."""
_READ_BYTES = 1 << 16
_HEADER_BYTES = 30
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG = 0x1


def data_offset(file: ByteSource, entry: ZipEntry, shift: int) -> int:
    """Return the offset of the bytes of an entry. Raises UnreadableFileError if it is encrypted, damaged or of unknown method."""
    if entry.flags & _ENCRYPTED_FLAG:
        raise UnreadableFileError(ENCRYPTED)
    if entry.method not in (_STORED, _DEFLATED):
        raise UnreadableFileError(METHOD)
    header = file.read_at(entry.offset + shift, _HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(b"PK\3\4"):
        raise UnreadableFileError(DAMAGED)
    name_length, extra_length = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    return entry.offset + shift + _HEADER_BYTES + name_length + extra_length


def is_stored(entry: ZipEntry) -> bool:
    """Return True if the entry is stored without compression."""
    return entry.method == _STORED


def inflate_blocks(file: ByteSource, entry: ZipEntry, shift: int) -> Iterator[bytes]:
    """Yield the bytes of a file, checked against its size and checksum.

    Raises UnreadableFileError after the last good block if the file is damaged, cut off or larger than it says.
    """
    start = data_offset(file, entry, shift)
    raw = _read_raw(file, start, entry.compressed_size)
    total = checksum = 0
    for block in raw if is_stored(entry) else _inflate(raw):
        total += len(block)
        if total > entry.size:
            raise UnreadableFileError(LARGER)
        checksum = zlib.crc32(block, checksum)
        yield block
    if total < entry.size:
        raise UnreadableFileError(CUT_OFF)
    if checksum != entry.checksum:
        raise UnreadableFileError(DAMAGED)


def _read_raw(file: ByteSource, start: int, length: int) -> Iterator[bytes]:
    while length > 0:
        data = file.read_at(start, min(_READ_BYTES, length))
        if not data:
            raise UnreadableFileError(CUT_OFF)
        yield data
        start += len(data)
        length -= len(data)


def _inflate(raw: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for data in raw:
        pending = data
        while pending and not inflater.eof:
            try:
                block = inflater.decompress(pending, BLOCK)
            except _InflateError as error:
                raise UnreadableFileError(DAMAGED) from error
            if block:
                yield block
            pending = inflater.unconsumed_tail
    rest = inflater.flush()
    if rest:
        yield rest
