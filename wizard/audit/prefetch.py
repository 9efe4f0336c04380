"""Inflating ahead: while one thread counts, another one already unpacks what comes next. Both cores have work."""

import sys
from collections.abc import Iterator
from queue import Full, Queue
from threading import Event, Thread

from .manifest import ExportFile

_WAITING = 4
_OVER = sys.maxsize
"""In the place of a number: the thread has ended, and nothing more will come."""
_Block = tuple[int, bytes | Exception | None]
"""The number of a file with a block of it, what stands in the way of the rest, or None at its end."""


class Prefetcher:
    """The blocks of several files, one file after the other, unpacked in a thread of their own."""

    def __init__(self, members: list[ExportFile]) -> None:
        self._members = members
        self._queue: Queue[_Block] = Queue(_WAITING)
        self._stopped = Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def blocks(self, number: int) -> Iterator[bytes]:
        """The blocks of the file with this number; files are asked for in their order."""
        while True:
            of, block = self._queue.get()
            if of == _OVER:
                raise RuntimeError("the thread that unpacks has ended before its work")
            if of < number:
                continue  # what nobody wanted of the file before
            if isinstance(block, bytes):
                yield block
            elif block is None:
                return
            else:
                raise block

    def close(self) -> None:
        """Stop unpacking."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._unpack()
        finally:  # whatever happens: whoever waits is told
            self._put((_OVER, None))

    def _unpack(self) -> None:
        for number, member in enumerate(self._members):
            end: Exception | None = None
            try:
                for block in member.blocks():
                    if not self._put((number, block)):
                        return
            except Exception as error:  # noqa: BLE001 - whatever it is, the thread that counts raises it
                end = error
            if not self._put((number, end)):
                return

    def _put(self, block: _Block) -> bool:
        while not self._stopped.is_set():
            try:
                self._queue.put(block, timeout=0.1)
            except Full:
                continue
            return True
        return False
