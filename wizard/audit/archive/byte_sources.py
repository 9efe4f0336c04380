"""Bytes at any place: of a file on disk, of a part of another view, and of a file that is itself packed."""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path

from wizard.audit.read_problems import CUT_OFF, TOO_MANY_PASSES, UnreadableFileError

from .central_directory import ByteSource, ZipEntry
from .inflate import inflate_blocks

_TAIL = 4 << 20
ScanCallback = Callable[[], None]
"""Told now and then that a long look goes on."""
MAX_PASSES = 20
"""An archive is inflated a few times in all; one that was made to go back and forth would be, without end."""


class DiskFile:
    """A file on disk, opened for reading only."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self.size = os.fstat(self._file.fileno()).st_size

    def read_at(self, place: int, length: int) -> bytes:
        """The bytes there; fewer at the end."""
        self._file.seek(place)
        return self._file.read(length) or b""

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class ByteRange:
    """A part of another view, such as an archive that lies unpacked in another archive."""

    def __init__(self, whole: ByteSource, start: int, size: int) -> None:
        self._whole, self._start = whole, start
        self.size = min(size, whole.size - start)

    def read_at(self, place: int, length: int) -> bytes:
        """The bytes there; fewer at the end."""
        return self._whole.read_at(self._start + place, max(0, min(length, self.size - place)))


class InflatedArchive:
    """An archive that is packed in another archive: inflated again from its start wherever one goes back.

    The end, where the directory of an archive lies, is kept, so that two passes are enough. Whoever opens it is told
    while it is looked through, which takes a while where it is large, and may stop that by raising something.
    """

    def __init__(self, whole: ByteSource, entry: ZipEntry, shift: int, looking: ScanCallback = lambda: None) -> None:
        self._whole, self._entry, self._shift = whole, entry, shift
        self._passes = 0
        self._restart()
        self.size, self._tail = self._measured(looking)
        self._restart()

    def _measured(self, looking: ScanCallback) -> tuple[int, bytes]:
        """How many bytes there are, and the last of them."""
        size, kept, waiting = 0, deque[bytes](), 0
        for block in self._blocks:
            looking()
            size += len(block)
            kept.append(block)
            waiting += len(block)
            while waiting - len(kept[0]) >= _TAIL:
                waiting -= len(kept.popleft())
        return size, b"".join(kept)[-_TAIL:]

    def _restart(self) -> None:
        self._passes += 1
        if self._passes > MAX_PASSES:
            raise UnreadableFileError(TOO_MANY_PASSES)
        self._blocks = inflate_blocks(self._whole, self._entry, self._shift)
        self._window, self._place = b"", 0

    def read_at(self, place: int, length: int) -> bytes:
        """The bytes there; fewer at the end."""
        kept_from = self.size - len(self._tail)
        if place >= kept_from:
            return self._tail[place - kept_from :][:length]
        if place < self._place:
            self._restart()
        while place >= self._place + len(self._window):
            self._slide()
        parts, missing = [self._window[place - self._place :][:length]], length
        missing -= len(parts[0])
        while missing > 0 and self._place + len(self._window) < self.size:
            self._slide()
            parts.append(self._window[:missing])
            missing -= len(parts[-1])
        return b"".join(parts)

    def _slide(self) -> None:
        self._place += len(self._window)
        window = next(self._blocks, None)
        if window is None:  # the file has become shorter while it was read
            raise UnreadableFileError(CUT_OFF)
        self._window = window
