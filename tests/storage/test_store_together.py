"""Two programs on one file: whoever writes waits for the other, and nothing is lost."""

import errno
import os
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock

from tests.errors import raises_message
from tests.running import Run, child, in_child
from tests.storage.keeping import TORN, around, aside, held, record, recorded
from wizard.storage import state_lock as room
from wizard.storage.state_format import State
from wizard.storage.store import Store

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
        with raises_message(r"Another program is holding .*\. Close the other window and try again"):
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


@pytest.mark.parametrize("error", [errno.ESTALE, errno.EIO, errno.ENOLCK])
def test_what_was_recorded_stays_recorded_when_the_lock_cannot_be_released(
    run: Run, state_file: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """The command says that it was recorded, as it was; and the next one works."""
    real = FileLock.release

    def release(lock: FileLock, *given: bool, **named: bool) -> None:
        real(lock, *given, **named)
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(FileLock, "release", release)
    monkeypatch.setattr(FileLock, "__del__", lambda _: None, raising=False)
    for number in (1, 2):
        said = run("mark", "case/facebook", "note", "--note", "late")
        assert (said.code, said.out, said.err) == (0, "Note kept.\n", "")
        assert len(held(state_file)["events"]) == number
