"""Random access to bytes: of a file on disk, of a range of another source, and of a compressed archive."""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path

from wizard.audit.read_problems import CUT_OFF, TOO_MANY_PASSES, UnreadableFileError

from .central_directory import ByteSource, ZipEntry
from .inflate import inflate_blocks

_TAIL = 4 << 20
"""How many bytes at the end of an inflated archive are kept; the central directory of most archives fits."""
ScanCallback = Callable[[], None]
"""Called now and then during a long scan; may raise an error to stop it."""
MAX_PASSES = 20
"""How often an archive is inflated from its start at most; one made to go back and forth would never end."""


class DiskFile:
    """A file on disk, opened for reading only."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self.size = os.fstat(self._file.fileno()).st_size

    def read_at(self, place: int, length: int) -> bytes:
        """Return `length` bytes from offset `place` on; fewer at the end."""
        self._file.seek(place)
        return self._file.read(length) or b""

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ByteRange:
    """A range of another source, such as an archive that is stored without compression in another archive."""

    def __init__(self, source: ByteSource, start: int, size: int) -> None:
        self._source, self._start = source, start
        self.size = min(size, source.size - start)

    def read_at(self, place: int, length: int) -> bytes:
        """Return `length` bytes from offset `place` on; fewer at the end."""
        return self._source.read_at(self._start + place, max(0, min(length, self.size - place)))


class InflatedArchive:
    """An archive that is compressed inside another archive; a read before the current position inflates it again."""

    # Inflating only goes forward. The first pass measures the size and keeps the last _TAIL bytes, where the central directory
    # is; the second one reads the files in the order of their offsets. So two passes are enough for a regular archive, and it
    # is never held as a whole, neither on disk nor in memory.

    def __init__(self, source: ByteSource, entry: ZipEntry, shift: int, on_scan: ScanCallback = lambda: None) -> None:
        self._source, self._entry, self._shift = source, entry, shift
        self._passes = 0
        self._restart()
        self.size, self._tail = self._measure(on_scan)
        self._restart()

    def _measure(self, on_scan: ScanCallback) -> tuple[int, bytes]:
        """Inflate everything. Returns the size in bytes and the last _TAIL bytes."""
        size, kept, kept_bytes = 0, deque[bytes](), 0
        for block in self._blocks:
            on_scan()
            size += len(block)
            kept.append(block)
            kept_bytes += len(block)
            while kept_bytes - len(kept[0]) >= _TAIL:
                kept_bytes -= len(kept.popleft())
        return size, b"".join(kept)[-_TAIL:]

    def _restart(self) -> None:
        self._passes += 1
        if self._passes > MAX_PASSES:
            raise UnreadableFileError(TOO_MANY_PASSES)
        self._blocks = inflate_blocks(self._source, self._entry, self._shift)
        self._window, self._window_start = b"", 0

    def read_at(self, place: int, length: int) -> bytes:
        """Return `length` bytes from offset `place` on; fewer at the end."""
        tail_start = self.size - len(self._tail)
        if place >= tail_start:
            return self._tail[place - tail_start :][:length]
        if place < self._window_start:
            self._restart()
        while place >= self._window_start + len(self._window):
            self._advance()
        parts, missing = [self._window[place - self._window_start :][:length]], length
        missing -= len(parts[0])
        while missing > 0 and self._window_start + len(self._window) < self.size:
            self._advance()
            parts.append(self._window[:missing])
            missing -= len(parts[-1])
        return b"".join(parts)

    def _advance(self) -> None:
        """Replace the window by the next block."""
        self._window_start += len(self._window)
        window = next(self._blocks, None)
        if window is None:  # the file has become shorter while it was read
            raise UnreadableFileError(CUT_OFF)
        self._window = window
