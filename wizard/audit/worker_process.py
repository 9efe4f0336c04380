"""Client side of the worker process.

A chunk that the worker has no time for is counted in this process instead, and so is a file whose chunks the worker lost.
"""

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
from .worker import CHUNK, END_OF_FILE, REQUEST, RESPONSE, SINGLE

COMMAND = python_command("wizard.audit.worker")
_MAX_WAITING_REQUESTS = 2
"""Limits the memory, and the work that is left for the worker when this process has finished."""


class WorkerProcess:
    """A second process that counts chunks. Once it has failed, `submit` refuses everything. See `worker` for the protocol."""

    # Two threads keep the pipes moving, so that this process never waits for the worker except for the last results:
    # one writes the requests, the other reads the responses. Each file that was shared with the worker gives exactly one
    # result, in the order of the files, or None if the worker fails first: the caller then reads these files again.

    def __init__(self) -> None:
        self._reader_index = {id(reader): index for index, reader in enumerate(record_readers())}
        self._requests: Queue[tuple[bytes, bytes] | None] = Queue(_MAX_WAITING_REQUESTS)
        self._results: Queue[dict[str, Any] | None] = Queue()
        self._process = start_python(COMMAND, stdin=PIPE, stdout=PIPE)
        self._failed = False
        self._threads = [Thread(target=target, daemon=True) for target in (self._send_requests, self._receive_results)]
        for thread in self._threads:
            thread.start()

    def submit(self, chunk: Chunk, plan: FilePlan) -> bool:
        """Hand a chunk to the worker. Returns False if it is busy or has failed; the caller counts the chunk then."""
        command = SINGLE if chunk.is_single else CHUNK
        reader = self._reader_index[id(plan.readers[chunk.key])]
        header = REQUEST.pack(command, reader, SERVICES.index(plan.services[chunk.key]), len(chunk.data))
        try:
            if not self._failed:
                self._requests.put_nowait((header, chunk.data))
                return True
        except Full:
            pass
        return False

    def end_file(self) -> None:
        """Request the counts of all chunks since the last file. To be called only if a chunk of this file was submitted."""
        self._requests.put((REQUEST.pack(END_OF_FILE, 0, 0, 0), b""))

    def finish(self) -> None:
        """Close the input of the worker, which ends once it has sent its last result."""
        self._requests.put(None)

    def next_result(self, *, wait: bool) -> dict[str, Any] | None:
        """Return the counts of the next file; None if they are not there yet, or with `wait` if they will never come."""
        try:
            result = self._results.get(block=wait)
        except Empty:
            return None
        if result is None:
            self._results.put(None)  # for the next call, which must not wait for ever
        return result

    def close(self) -> None:
        """Kill the worker and wait for it and both threads."""
        self._failed = True
        self._process.kill()
        self._requests.put(None)
        for thread in self._threads:
            thread.join()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def _send_requests(self) -> None:
        pipe = self._process.stdin
        while pipe and (request := self._requests.get()) is not None:
            try:
                for part in request if not self._failed else ():
                    _write(pipe, part)
            except OSError:  # the worker has ended; later requests are discarded, so that `end_file` never blocks
                self._failed = True
        if pipe:
            with suppress(OSError):
                pipe.close()

    def _receive_results(self) -> None:
        pipe = self._process.stdout
        while pipe and len(header := _read(pipe, RESPONSE.size)) == RESPONSE.size:
            (length,) = RESPONSE.unpack(header)
            try:
                self._results.put(msgspec.msgpack.decode(_read(pipe, length), strict=False))
            except msgspec.DecodeError:
                break
        self._failed = True
        self._results.put(None)


def _write(pipe: IO[bytes], data: bytes) -> None:
    """Write all bytes; an unbuffered pipe may take only some of them at once."""
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _read(pipe: IO[bytes], length: int) -> bytes:
    """Read so many bytes; fewer at the end of the pipe."""
    parts = []
    while length and (part := pipe.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
