"""Read the files of an export into one tally per service, on two cores if the export is large."""

import gc
import os
from collections.abc import Callable, Container, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wizard.child_process import can_start_python

from .file_count import FileCount
from .json_stream import RecordStream
from .manifest import ExportFile, ExportManifest
from .prefetch import Prefetcher
from .read_problems import DAMAGED, NO_JSON, NOT_OPENED, RECORDS, UNKNOWN_FORM, ReadProblems, UnreadableFileError
from .repeated_records import RecordFilter
from .tally import Tally
from .worker_process import WorkerProcess

if TYPE_CHECKING:
    from .html_stream import HtmlRecordStream

TWO_THREADS_FROM = 4 << 20
"""Total size in bytes from which a thread that inflates ahead pays off."""
TWO_PROCESSES_FROM = 24 << 20
"""Total size in bytes from which the start of a second process pays off."""
ProgressCallback = Callable[[int, int], None]
"""Called with the bytes read so far and the total; the total is 0 while it is still unknown."""


@dataclass(slots=True)
class ReadResult:
    """The tallies by service, the number of files read, and the problems found."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    read: int = 0
    problems: ReadProblems = field(default_factory=ReadProblems)

    def add_file(self, file: ExportFile, count: FileCount) -> None:
        """Add the counts and the problem of one file. A file from which nothing came because of a problem was not read."""
        problem = count.problem
        if not problem and count.skipped:
            problem = RECORDS if count.understood else NO_JSON
        self.read += bool(count.understood or not problem)
        for service, tally in count.tallies.items():
            self.tallies.setdefault(service, Tally()).merge(tally.to_plain())
        if problem:
            self.problems.add(file.label, problem, reason=count.reason, number=count.skipped if problem == RECORDS else 0)


def read_export(manifest: ExportManifest, progress: ProgressCallback) -> ReadResult:
    """Read all files of the manifest. Files that cannot be read become problems of the result."""
    # A large export keeps two cores busy: a thread inflates the next blocks, and the worker process takes every chunk for which
    # it has time; the other chunks are counted here. bench/README.md has the figures. The second pass reads those files again,
    # without the worker, that it did not count to the end or in which it met a wrong chunk boundary.
    files = manifest.accepted_files()
    total = sum(file.size for file in files)
    result = ReadResult(problems=manifest.problems)
    with ExitStack() as stack:
        stack.enter_context(_gc_disabled())
        prefetcher = stack.enter_context(closing(Prefetcher(files))) if total >= TWO_THREADS_FROM else None
        worker = _start_worker(stack) if total >= TWO_PROCESSES_FROM and _can_use_worker() else None
        unfinished = _ReadPass(result, progress, total, worker, manifest.versions).read_all(files, prefetcher)
    with _gc_disabled():
        _ReadPass(result, lambda _done, _total: None, total, None).read_all(unfinished, None)
    return result


class _ReadPass:
    """One pass over files, with or without the worker process."""

    def __init__(
        self,
        result: ReadResult,
        progress: ProgressCallback,
        total: int,
        worker: WorkerProcess | None,
        repeated: Container[str] = (),
    ) -> None:
        self.result, self.progress, self.total, self.worker = result, progress, total, worker
        self.repeated = repeated
        """The identities of files that are there in several versions."""
        self.filters: dict[str, RecordFilter] = {}
        self.bytes_read = 0
        self.awaiting_worker: list[tuple[ExportFile, FileCount]] = []
        self.unfinished: list[ExportFile] = []

    def read_all(self, files: list[ExportFile], prefetcher: Prefetcher | None) -> list[ExportFile]:
        """Read all files. Returns those that must be read again, because the worker could not count them correctly."""
        for number, file in enumerate(files):
            self._read(file, prefetcher.blocks(number) if prefetcher else file.blocks())
            self._collect_results(wait=False)
        if self.worker:
            self.worker.finish()
        self._collect_results(wait=True)
        return self.unfinished

    def _read(self, file: ExportFile, blocks: Iterator[bytes]) -> None:
        count, is_shared = FileCount(), False
        records, plan, begun = self._record_filter(file), file.plan, set[str]()
        stream = open_record_stream(file, self._report_progress(blocks))
        try:
            for chunk in stream.chunks():
                if chunk.key not in begun:
                    begun.add(chunk.key)
                    plan = plan.with_form_of(chunk)
                if records:
                    new = records.new_records(chunk)
                    if new is None or not count.count_chunk(new, plan):
                        stream.reject(chunk)
                elif self.worker and self.worker.submit(chunk, plan):
                    is_shared = True  # whether the chunk was valid comes later, with the result of the file
                elif not count.count_chunk(chunk, plan):
                    stream.reject(chunk)
            is_known = stream.known_shape and (count.understood or not count.lost)
            count.problem = "" if is_known else UNKNOWN_FORM
        except UnreadableFileError as error:
            # Where some of a file could be read it is JSON, with something wrong in the middle.
            count.problem = DAMAGED if error.code == NO_JSON and (count.understood or is_shared) else error.code
            count.reason = error.reason
        except OSError as error:
            count.problem, count.reason = NOT_OPENED, str(error.strerror)
        if not isinstance(stream, RecordStream) and (asked := stream.asked_range):
            count.tallies.setdefault(next(iter(plan.services.values())), Tally()).note_asked_range(*asked)
        if is_shared and self.worker:
            self.worker.end_file()
            self.awaiting_worker.append((file, count))
        else:
            self.result.add_file(file, count)

    def _record_filter(self, file: ExportFile) -> RecordFilter | None:
        """Return the filter of a file that is there in several versions; such files are counted in this process only."""
        if file.identity not in self.repeated:
            return None
        records = self.filters.setdefault(file.identity, RecordFilter())
        records.start_version()
        return records

    def _report_progress(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the blocks, and report each one as read once the next one is requested."""
        for block in blocks:
            yield block
            self.bytes_read += len(block)
            self.progress(self.bytes_read, self.total)

    def _collect_results(self, *, wait: bool) -> None:
        """Add the results of the worker to what was counted here. A file without a valid result is read again."""
        while self.worker and self.awaiting_worker:
            result = self.worker.next_result(wait=wait)
            if result is None and not wait:
                return
            file, count = self.awaiting_worker.pop(0)
            if result is None or not result["valid"]:
                self.unfinished.append(file)
                continue
            for service, tally in result["tallies"].items():
                count.tallies.setdefault(service, Tally()).merge(tally)
            count.skipped += result["skipped"]
            count.understood += result["understood"]
            self.result.add_file(file, count)


def open_record_stream(file: ExportFile, blocks: Iterator[bytes]) -> "RecordStream | HtmlRecordStream":
    """Return the records of a JSON file or of an HTML page."""
    if not file.is_page:
        return RecordStream(blocks, frozenset(file.plan.readers))
    from .html_stream import HtmlRecordStream  # imported late: only exports in HTML need it

    return HtmlRecordStream(blocks, file.plan)


def _start_worker(stack: ExitStack) -> WorkerProcess | None:
    """Start the worker process, to be closed with the stack. Returns None if the system refuses; reading is only slower then."""
    try:
        return stack.enter_context(closing(WorkerProcess()))
    except OSError:
        return None


def _can_use_worker() -> bool:
    """Return True if there is a second core, and a Python that can be started on it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores > 1 and can_start_python()


@contextmanager
def _gc_disabled() -> Iterator[None]:
    """Disable the garbage collector: records hold no reference cycles, and searching for some takes time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
