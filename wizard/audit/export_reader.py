"""The reading of an export: file after file, on both cores where it is large, to one tally for each service."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field

from wizard.child_process import can_start_python
from wizard.core.formatting import pluralize as counted

from .file_count import FileCount
from .json_stream import RecordStream
from .manifest import ExportFile, ExportManifest
from .prefetch import Prefetcher
from .read_problems import NO_JSON, UNKNOWN_FORM, ReadProblems, UnreadableFileError
from .tally import Tally
from .worker_process import WorkerProcess

TWO_THREADS_FROM = 4 << 20
TWO_PROCESSES_FROM = 24 << 20
"""From so many bytes on it pays to start a second process."""
ProgressCallback = Callable[[int, int], None]
"""Told now and then how many bytes of how many are read; of nought while it is not known how many there are."""


@dataclass(slots=True)
class ReadResult:
    """What was read."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    read: int = 0
    troubles: ReadProblems = field(default_factory=ReadProblems)

    def add_file(self, member: ExportFile, count: FileCount) -> None:
        """Add what was counted in a file."""
        self.read += 1
        for service, tally in count.tallies.items():
            self.tallies.setdefault(service, Tally()).merge(tally.to_plain())
        if count.problem:
            self.troubles.add(member.label, count.problem)
        elif count.skipped and not count.understood:
            self.troubles.add(member.label, NO_JSON)
        elif count.skipped:
            self.troubles.add(member.label, f"holds {counted(count.skipped, 'record')} that could not be understood")


def read_export(shelf: ExportManifest, progress: ProgressCallback) -> ReadResult:
    """Read what is on the shelf."""
    members = shelf.accepted_files()
    total = sum(member.size for member in members)
    reading = ReadResult(troubles=shelf.troubles)
    with ExitStack() as opened:
        opened.enter_context(_gc_disabled())
        ahead = opened.enter_context(closing(Prefetcher(members))) if total >= TWO_THREADS_FROM else None
        helper = _start_worker(opened) if total >= TWO_PROCESSES_FROM and _can_use_worker() else None
        again = _ReadPass(reading, progress, total, helper).read_all(members, ahead)
    with _gc_disabled():
        _ReadPass(reading, lambda _done, _total: None, total, None).read_all(again, None)
    return reading


class _ReadPass:
    """One pass over files, alone or with a helper."""

    def __init__(self, reading: ReadResult, progress: ProgressCallback, total: int, helper: WorkerProcess | None) -> None:
        self.reading, self.progress, self.total, self.helper = reading, progress, total, helper
        self.done = 0
        self.waiting: list[tuple[ExportFile, FileCount]] = []
        self.again: list[ExportFile] = []

    def read_all(self, members: list[ExportFile], ahead: Prefetcher | None) -> list[ExportFile]:
        """Read all; the files that have to be read again, because a run was cut in the wrong place."""
        for number, member in enumerate(members):
            self._read(member, ahead.blocks(number) if ahead else member.blocks())
            self._collect(wait=False)
        if self.helper:
            self.helper.finish()
        self._collect(wait=True)
        return self.again

    def _read(self, member: ExportFile, blocks: Iterator[bytes]) -> None:
        count, shared = FileCount(), False
        stream = RecordStream(self._watched(blocks), frozenset(member.plan.readers))
        try:
            for run in stream.chunks():
                if self.helper and self.helper.submit(run, member.plan):
                    shared = True
                else:
                    count.count_chunk(run, member.plan)
            count.problem = "" if stream.known_shape else UNKNOWN_FORM
        except UnreadableFileError as error:
            count.problem = str(error)
        except OSError as error:
            count.problem = f"cannot be read: {error.strerror}"
        if shared and self.helper:
            self.helper.end_file()
            self.waiting.append((member, count))
        else:
            self.reading.add_file(member, count)

    def _watched(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        for block in blocks:
            yield block
            self.done += len(block)
            self.progress(self.done, self.total)

    def _collect(self, *, wait: bool) -> None:
        """Add the answers of the helper to what was counted here; without an answer the file is read again."""
        while self.helper and self.waiting:
            answer = self.helper.next_result(wait=wait)
            if answer is None and not wait:
                return
            member, count = self.waiting.pop(0)
            if answer is None or not answer["held"]:
                self.again.append(member)
                continue
            for service, packed in answer["tallies"].items():
                count.tallies.setdefault(service, Tally()).merge(packed)
            count.skipped += answer["lost"]
            count.understood += answer["understood"]
            self.reading.add_file(member, count)


def _start_worker(opened: ExitStack) -> WorkerProcess | None:
    """A second process; without one the work is only slower."""
    try:
        return opened.enter_context(closing(WorkerProcess()))
    except OSError:
        return None


def _can_use_worker() -> bool:
    """Tell whether there is a second core, and a Python that can be started on it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores > 1 and can_start_python()


@contextmanager
def _gc_disabled() -> Iterator[None]:
    """Records hold no circles, and looking for some takes time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
