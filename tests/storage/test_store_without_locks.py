"""File systems that have no locks: everything is recorded there too, one window at a time, and no lock is false or for ever."""

import errno
import fcntl
import os
import time
from pathlib import Path
from typing import NoReturn

import filelock
import pytest

from tests.errors import raises_message
from tests.running import Run, child, in_child
from tests.storage.keeping import record, recorded
from wizard.storage import state_lock as room
from wizard.storage.store import Store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the calls are those of a Unix system")
NO_LOCKS = ("ENOSYS", "ENOLCK", "EOPNOTSUPP", "ENOTSUP")
DEAD = 2**22 + 7
"""No Linux gives a process such a number."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file with one event, recorded while there were locks: an empty lock lies beside it."""
    path = tmp_path / "state.json"
    record(path, "before")
    return path


@pytest.fixture(params=NO_LOCKS)
def _without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the file system refuses each lock, in one of the ways in which they do."""
    refuse(monkeypatch, getattr(errno, request.param))


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let each lock fail with this error."""

    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refused)


def no_acquire(*_: object, **__: object) -> NoReturn:
    """As some versions of filelock, which take a failing lock for one that is held."""
    raise filelock.Timeout("tried until the time was up")


def held(path: Path) -> Path:
    """The file that stands for the lock."""
    return path.with_name("state.json.lock.held")


@pytest.mark.usefixtures("_without_locks")
def test_everything_is_recorded_there_too(path: Path) -> None:
    """Without a warning, which would be an error here, and without leaving the lock file."""
    record(path, "one", "two")
    assert recorded(path) == ["before", "one", "two"]
    assert not held(path).exists()


def test_where_no_file_can_be_created_no_window_is_blamed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in /proc: the system's own reason is said at once, and not that another program holds the lock."""
    create = os.open

    def refused(name: str | Path, flags: int, *rest: int, **named: int) -> int:
        if str(name).endswith(".lock") and flags & os.O_CREAT:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        return create(name, flags, *rest, **named)

    path.with_name("state.json.lock").unlink()
    monkeypatch.setattr(os, "open", refused)
    with raises_message("state.json could not be written: No such file or directory. What was saved before is unharmed."):
        record(path, "one")
    assert recorded(path) == ["before"]


@pytest.mark.usefixtures("_without_locks")
def test_two_windows_lose_nothing(path: Path) -> None:
    """Each waits for the other."""
    names = [[f"{who}{number}" for number in range(15)] for who in "ab"]
    children = [child(lambda each=each: record(path, *each)) for each in names]  # type: ignore[misc]
    assert [os.waitpid(number, 0)[1] for number in children] == [0, 0]
    assert sorted(recorded(path)) == sorted(["before", *names[0], *names[1]])


def test_a_window_that_was_killed_holds_nobody_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lock file names a process that has ended."""
    refuse(monkeypatch, errno.ENOSYS)
    held(path).write_text(f"protect-my-photos {DEAD} {room.computer_name()}\n", encoding="utf-8")
    record(path, "after")
    assert recorded(path) == ["before", "after"]
    assert not held(path).exists()


def test_a_kill_while_the_lock_is_held_leaves_nothing_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it happens: the process dies within a change."""
    refuse(monkeypatch, errno.ENOLCK)
    assert in_child(lambda: Store(path).change(lambda _: os.kill(os.getpid(), 9))) == -9
    assert held(path).exists()
    record(path, "after")
    assert recorded(path) == ["before", "after"]


@pytest.mark.parametrize("owner", ["{alive} {here}", "{dead} another-computer"])
def test_a_window_that_may_be_at_work_is_waited_for(owner: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On this computer as long as it runs; on another one, where nobody can see it, for ten minutes."""
    refuse(monkeypatch, errno.ENOSYS)
    monkeypatch.setattr(room, "LOCK_SECONDS", 0.2)
    text = owner.format(alive=os.getppid(), dead=DEAD, here=room.computer_name())
    held(path).write_text(f"protect-my-photos {text}\n", encoding="utf-8")
    os.utime(held(path), (time.time(), time.time()))  # by the same clock as the program's, which a test run may have moved
    with raises_message("Another program is holding"):
        record(path, "now")
    long_ago = time.time() - room.STALE_SECONDS - 60
    os.utime(held(path), (long_ago, long_ago))
    record(path, "later")
    assert recorded(path) == ["before", "later"]


@pytest.mark.parametrize("text", ["my thesis", "protect-my-photos", "protect-my-photos " + "9" * 5000])
def test_a_foreign_file_in_its_place_is_refused_and_stays(text: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte; nothing is recorded, and the sentence names it."""
    refuse(monkeypatch, errno.ENOSYS)
    held(path).write_text(text, encoding="utf-8")
    with raises_message("state.json.lock.held is in the way"):
        record(path, "now")
    assert held(path).read_text(encoding="utf-8") == text
    assert recorded(path) == ["before"]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ("EIO", "could not be written: Input/output error"),
        ("ESTALE", "could not be written: Stale file handle"),
        ("EPERM", "permission to open the lock .*. If no other window of this program is open, delete that file"),
    ],
)
def test_a_lock_that_fails_is_not_taken_for_one_that_is_held(
    error: str, message: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor for a file system without locks: the true reason is said, at once and with every version of filelock."""
    refuse(monkeypatch, getattr(errno, error))
    monkeypatch.setattr(filelock.FileLock, "acquire", no_acquire)
    with raises_message(message):
        record(path, "now")


def test_wipe_takes_a_left_lock_file_along(run: Run, state_file: Path) -> None:
    """Also where there are locks again."""
    record(state_file, "before")
    held(state_file).write_text(f"protect-my-photos {DEAD} {room.computer_name()}\n", encoding="utf-8")
    assert run("state", "wipe", "--yes").code == 0
    assert not state_file.parent.exists() or list(state_file.parent.iterdir()) == []
