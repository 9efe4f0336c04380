"""Two programs on one file: whoever writes waits for the other, and nothing is lost."""

import os
import threading
import time
from pathlib import Path

import pytest

from tests.running import child, in_child
from tests.services.keeping import TORN, around, aside, record, recorded
from wizard.errors import WizardError
from wizard.services import state_lock as room
from wizard.services.state import State
from wizard.services.store import Store

EACH = 50
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be copied")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file that two programs share."""
    return tmp_path / "state.json"


def _names(who: str) -> list[str]:
    return [f"{who}{number}" for number in range(EACH)]


def test_two_threads_lose_nothing(path: Path) -> None:
    """A hundred events in the end, each thread's in its order."""
    threads = [threading.Thread(target=record, args=(path, *_names(who))) for who in "ab"]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    _has_all(path)


@needs_fork
def test_two_processes_lose_nothing(path: Path) -> None:
    """The same for two windows."""
    processes = [child(lambda who=who: record(path, *_names(who))) for who in "ab"]  # type: ignore[misc]
    assert [os.waitpid(each, 0)[1] for each in processes] == [0, 0]
    _has_all(path)


def _has_all(path: Path) -> None:
    found = recorded(path)
    assert len(found) == 2 * EACH
    assert [[name for name in found if name[0] == who] for who in "ab"] == [_names("a"), _names("b")]
    assert around(path) == {"", ".bak"}


def test_a_change_is_made_to_what_stands_there_now(path: Path) -> None:
    """Not to what was read when the program began."""
    early = Store(path)
    early.read()
    record(path, "theirs")
    state = early.change(lambda state: state.answers.update(country="DE"))
    assert [event["target"] for event in state.events] == ["theirs"]
    assert recorded(path) == ["theirs"]


@needs_fork
def test_reading_waits_for_nobody(path: Path) -> None:
    """While another program writes, the file is what it was before."""
    record(path, "first")
    seen: list[str] = []

    def edit(state: State) -> None:
        state.events.append({"target": "second"})
        seen.extend(event["target"] for event in Store(path).read().events)

    Store(path).change(edit)
    assert (seen, recorded(path)) == (["first"], ["first", "second"])


@needs_fork
def test_who_waits_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And can close the other window; nothing was lost."""
    monkeypatch.setattr(room, "LOCK_SECONDS", 0.1)
    record(path, "first")
    ready, tell = os.pipe()
    holder = child(lambda: Store(path).change(lambda _: time.sleep(30 * os.write(tell, b"!"))))
    assert os.read(ready, 1) == b"!"
    try:
        with pytest.raises(WizardError, match=r"Another program is holding .*\. Close the other window and try again"):
            record(path, "refused")
    finally:
        os.kill(holder, 9)
        os.waitpid(holder, 0)
    record(path, "after")
    assert recorded(path) == ["first", "after"]


@needs_fork
def test_a_lock_dies_with_its_holder(path: Path) -> None:
    """Killed in the middle of a change: the next one need not wait."""
    assert in_child(lambda: Store(path).change(lambda _: os._exit(9))) == 9
    started = time.monotonic()
    record(path, "after")
    assert time.monotonic() - started < 5
    assert recorded(path) == ["after"]


def test_a_change_that_fails_changes_nothing(path: Path) -> None:
    """The lock is given back, and the error is passed on."""
    record(path, "first")
    before = path.read_bytes()

    def edit(state: State) -> None:
        state.events.clear()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Store(path).change(edit)
    assert path.read_bytes() == before
    record(path, "second")
    assert recorded(path) == ["first", "second"]


@needs_fork
def test_two_programs_that_find_a_broken_file_set_it_aside_once(path: Path) -> None:
    """The second one finds the mended file."""
    record(path, "first", "second")
    path.write_bytes(TORN)
    processes = [child(lambda who=who: record(path, who)) for who in "ab"]  # type: ignore[misc]
    assert [os.waitpid(each, 0)[1] for each in processes] == [0, 0]
    assert sorted(recorded(path)) == ["a", "b", "first"]
    assert aside(path) == [TORN]
