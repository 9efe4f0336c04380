"""Inflate ahead: a thread unpacks the next blocks while the main thread counts, so that both cores have work."""

import sys
from collections.abc import Iterator
from queue import Full, Queue
from threading import Event, Thread

from .manifest import ExportFile

_MAX_WAITING_BLOCKS = 4
_THREAD_ENDED = sys.maxsize
"""In place of a file number: the thread has ended, and nothing more will come."""
_Block = tuple[int, bytes | Exception | None]
"""The number of a file with one block of it, the error that prevents reading the rest, or None at its end."""


class Prefetcher:
    """The blocks of several files, one file after the other, inflated in a separate thread."""

    # The thread puts (file number, block) into a queue of at most _MAX_WAITING_BLOCKS blocks of 1 MiB, which bounds the memory.
    # Inflating releases the interpreter lock, so it runs beside the decoding. bench/README.md has the figures.

    def __init__(self, files: list[ExportFile]) -> None:
        self._files = files
        self._queue: Queue[_Block] = Queue(_MAX_WAITING_BLOCKS)
        self._stopped = Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def blocks(self, number: int) -> Iterator[bytes]:
        """Yield the blocks of the file with this number. Files must be requested in their order.

        Raises the error that occurred while the file was inflated, after its last good block.
        """
        while True:
            file_number, block = self._queue.get()
            if file_number == _THREAD_ENDED:
                raise RuntimeError("the thread that unpacks has ended before its work")
            if file_number < number:
                continue  # the rest of an earlier file that was not read to its end
            if isinstance(block, bytes):
                yield block
            elif block is None:
                return
            else:
                raise block

    def close(self) -> None:
        """Stop inflating and wait until the thread has ended."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._unpack()
        finally:  # even after an unexpected error: the consumer must not wait for ever
            self._put((_THREAD_ENDED, None))

    def _unpack(self) -> None:
        for number, file in enumerate(self._files):
            end: Exception | None = None
            try:
                for block in file.blocks():
                    if not self._put((number, block)):
                        return
            except Exception as error:  # noqa: BLE001 - the main thread raises it, whatever it is
                end = error
            if not self._put((number, end)):
                return

    def _put(self, block: _Block) -> bool:
        """Wait for room in the queue and put a block there. Returns False once the prefetcher was closed."""
        while not self._stopped.is_set():
            try:
                self._queue.put(block, timeout=0.1)
            except Full:
                continue
            return True
        return False
