"""The bytes of one file in a ZIP, block by block, never more than a block at once."""

from collections.abc import Iterator

from wizard.audit.read_problems import CUT_OFF, DAMAGED, ENCRYPTED, LARGER, METHOD, UnreadableFileError

from .central_directory import ByteSource, ZipEntry

try:
    from zlib_ng import zlib_ng as zlib
except ImportError:  # not made for every computer, and only faster
    import zlib  # type: ignore[no-redef]

_BROKEN: type[Exception] = zlib.error  # type: ignore[assignment]  # as its stubs have it, an error is no class
BLOCK = 1 << 20
_READ = 1 << 16
_HEADER = 30
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x1


def data_offset(file: ByteSource, entry: ZipEntry, shift: int) -> int:
    """Where the bytes of an entry begin. Raises Unreadable for what cannot be read."""
    if entry.flags & _LOCKED:
        raise UnreadableFileError(ENCRYPTED)
    if entry.method not in (_STORED, _DEFLATED):
        raise UnreadableFileError(METHOD)
    header = file.read_at(entry.offset + shift, _HEADER)
    if len(header) < _HEADER or not header.startswith(b"PK\3\4"):
        raise UnreadableFileError(DAMAGED)
    return entry.offset + shift + _HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")


def is_stored(entry: ZipEntry) -> bool:
    """Tell whether the bytes lie in the archive as they are."""
    return entry.method == _STORED


def inflate_blocks(file: ByteSource, entry: ZipEntry, shift: int) -> Iterator[bytes]:
    """The file's bytes, checked against its size and checksum. Raises Unreadable, after what could be read."""
    start = data_offset(file, entry, shift)
    raw = _raw(file, start, entry.compressed_size)
    total = checksum = 0
    for block in raw if is_stored(entry) else _inflated(raw):
        total += len(block)
        if total > entry.size:
            raise UnreadableFileError(LARGER)
        checksum = zlib.crc32(block, checksum)
        yield block
    if total < entry.size:
        raise UnreadableFileError(CUT_OFF)
    if checksum != entry.checksum:
        raise UnreadableFileError(DAMAGED)


def _raw(file: ByteSource, start: int, length: int) -> Iterator[bytes]:
    while length > 0:
        data = file.read_at(start, min(_READ, length))
        if not data:
            raise UnreadableFileError(CUT_OFF)
        yield data
        start += len(data)
        length -= len(data)


def _inflated(raw: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for data in raw:
        waiting = data
        while waiting and not inflater.eof:
            try:
                block = inflater.decompress(waiting, BLOCK)
            except _BROKEN as error:
                raise UnreadableFileError(DAMAGED) from error
            if block:
                yield block
            waiting = inflater.unconsumed_tail
    rest = inflater.flush()
    if rest:
        yield rest
