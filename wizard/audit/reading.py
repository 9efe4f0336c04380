"""The reading of an export: file after file, on both cores where it is large, to one tally for each service."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field

from wizard.child_process import can_start_python
from wizard.core.words import count as counted

from .ahead import Ahead
from .companion import Companion
from .count import Count
from .shelf import Member, Shelf
from .stream import Stream
from .tally import Tally
from .trouble import NO_JSON, UNKNOWN_FORM, Troubles, Unreadable

TWO_THREADS_FROM = 4 << 20
TWO_PROCESSES_FROM = 24 << 20
"""From so many bytes on it pays to start a second process."""
Progress = Callable[[int, int], None]
"""Told now and then how many bytes of how many are read; of nought while it is not known how many there are."""


@dataclass(slots=True)
class Reading:
    """What was read."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    read: int = 0
    troubles: Troubles = field(default_factory=Troubles)

    def keep(self, member: Member, count: Count) -> None:
        """Add what was counted in a file."""
        self.read += 1
        for service, tally in count.tallies.items():
            self.tallies.setdefault(service, Tally()).take(tally.packed())
        if count.trouble:
            self.troubles.say(member.label, count.trouble)
        elif count.lost and not count.understood:
            self.troubles.say(member.label, NO_JSON)
        elif count.lost:
            self.troubles.say(member.label, f"holds {counted(count.lost, 'record')} that could not be understood")


def read(shelf: Shelf, progress: Progress) -> Reading:
    """Read what is on the shelf."""
    members = shelf.in_order()
    total = sum(member.size for member in members)
    reading = Reading(troubles=shelf.troubles)
    with ExitStack() as opened:
        opened.enter_context(_without_collector())
        ahead = opened.enter_context(closing(Ahead(members))) if total >= TWO_THREADS_FROM else None
        helper = _helper(opened) if total >= TWO_PROCESSES_FROM and _can_help() else None
        again = _Round(reading, progress, total, helper).read_all(members, ahead)
    with _without_collector():
        _Round(reading, lambda _done, _total: None, total, None).read_all(again, None)
    return reading


class _Round:
    """One pass over files, alone or with a helper."""

    def __init__(self, reading: Reading, progress: Progress, total: int, helper: Companion | None) -> None:
        self.reading, self.progress, self.total, self.helper = reading, progress, total, helper
        self.done = 0
        self.waiting: list[tuple[Member, Count]] = []
        self.again: list[Member] = []

    def read_all(self, members: list[Member], ahead: Ahead | None) -> list[Member]:
        """Read all; the files that have to be read again, because a run was cut in the wrong place."""
        for number, member in enumerate(members):
            self._read(member, ahead.blocks(number) if ahead else member.blocks())
            self._collect(wait=False)
        if self.helper:
            self.helper.finish()
        self._collect(wait=True)
        return self.again

    def _read(self, member: Member, blocks: Iterator[bytes]) -> None:
        count, shared = Count(), False
        stream = Stream(self._watched(blocks), frozenset(member.plan.readers))
        try:
            for run in stream.runs():
                if self.helper and self.helper.take(run, member.plan):
                    shared = True
                else:
                    count.take_run(run, member.plan)
            count.trouble = "" if stream.known_shape else UNKNOWN_FORM
        except Unreadable as error:
            count.trouble = str(error)
        except OSError as error:
            count.trouble = f"cannot be read: {error.strerror}"
        if shared and self.helper:
            self.helper.end_file()
            self.waiting.append((member, count))
        else:
            self.reading.keep(member, count)

    def _watched(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        for block in blocks:
            yield block
            self.done += len(block)
            self.progress(self.done, self.total)

    def _collect(self, *, wait: bool) -> None:
        """Add the answers of the helper to what was counted here; without an answer the file is read again."""
        while self.helper and self.waiting:
            answer = self.helper.answer(wait=wait)
            if answer is None and not wait:
                return
            member, count = self.waiting.pop(0)
            if answer is None or not answer["held"]:
                self.again.append(member)
                continue
            for service, packed in answer["tallies"].items():
                count.tallies.setdefault(service, Tally()).take(packed)
            count.lost += answer["lost"]
            count.understood += answer["understood"]
            self.reading.keep(member, count)


def _helper(opened: ExitStack) -> Companion | None:
    """A second process; without one the work is only slower."""
    try:
        return opened.enter_context(closing(Companion()))
    except OSError:
        return None


def _can_help() -> bool:
    """Tell whether there is a second core, and a Python that can be started on it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores > 1 and can_start_python()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Records hold no circles, and looking for some takes time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
