"""The helper as its employer sees it: takes a run when it has time, answers later, and may fail without harm."""

from contextlib import suppress
from queue import Empty, Full, Queue
from subprocess import PIPE
from threading import Thread
from typing import IO, Any

import msgspec

from wizard.child_process import python_command, start_python

from .file_matching import FilePlan
from .json_stream import Chunk
from .kind import SERVICES, record_readers
from .worker import DONE, REQUEST, RESPONSE, RUN, SINGLE

COMMAND = python_command("wizard.audit.worker")
_WAITING = 2


class WorkerProcess:
    """A second process that counts. Without one, or once it has failed, everything is simply counted here."""

    def __init__(self) -> None:
        self._numbers = {id(reader): number for number, reader in enumerate(record_readers())}
        self._orders: Queue[tuple[bytes, bytes] | None] = Queue(_WAITING)
        self._answers: Queue[dict[str, Any] | None] = Queue()
        self._process = start_python(COMMAND, stdin=PIPE, stdout=PIPE)
        self._failed = False
        self._threads = [Thread(target=each, daemon=True) for each in (self._send_requests, self._receive_results)]
        for thread in self._threads:
            thread.start()

    def submit(self, run: Chunk, plan: FilePlan) -> bool:
        """Hand over a run, if there is time for it now."""
        what = SINGLE if run.is_single else RUN
        order = REQUEST.pack(
            what, self._numbers[id(plan.readers[run.key])], SERVICES.index(plan.services[run.key]), len(run.data)
        )
        try:
            if not self._failed:
                self._orders.put_nowait((order, run.data))
                return True
        except Full:
            pass
        return False

    def end_file(self) -> None:
        """Ask for what was counted since the last file."""
        self._orders.put((REQUEST.pack(DONE, 0, 0, 0), b""))

    def finish(self) -> None:
        """Say that no more comes; a helper that has nothing to answer ends."""
        self._orders.put(None)

    def next_result(self, *, wait: bool) -> dict[str, Any] | None:
        """The next answer; None when it is not there, or will never be."""
        try:
            answer = self._answers.get(block=wait)
        except Empty:
            return None
        if answer is None:
            self._answers.put(None)  # whoever asks again is told the same
        return answer

    def close(self) -> None:
        """End the process."""
        self._failed = True
        self._process.kill()
        self._orders.put(None)
        for thread in self._threads:
            thread.join()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def _send_requests(self) -> None:
        pipe = self._process.stdin
        while pipe and (order := self._orders.get()) is not None:
            try:
                for part in order if not self._failed else ():
                    _write(pipe, part)
            except OSError:
                self._failed = True
        if pipe:
            with suppress(OSError):
                pipe.close()

    def _receive_results(self) -> None:
        pipe = self._process.stdout
        while pipe and len(head := _read(pipe, RESPONSE.size)) == RESPONSE.size:
            (length,) = RESPONSE.unpack(head)
            try:
                self._answers.put(msgspec.msgpack.decode(_read(pipe, length), strict=False))
            except msgspec.DecodeError:
                break
        self._failed = True
        self._answers.put(None)


def _write(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _read(pipe: IO[bytes], length: int) -> bytes:
    parts = []
    while length and (part := pipe.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
