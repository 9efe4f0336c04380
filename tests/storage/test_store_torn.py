"""Killed, interrupted or out of room at every point of a write: the file is whole and nothing recorded is lost."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest

from tests.running import in_child, process
from tests.storage.keeping import TORN, around, aside, record, recorded
from tests.storage.trouble import trouble
from wizard.errors import WizardError
from wizard.storage.store import Store
from wizard.views.error_messages import error_message

KILLED = 9


def die() -> NoReturn:
    os._exit(KILLED)


def full() -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def broken_disk() -> NoReturn:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def interrupt() -> NoReturn:
    raise KeyboardInterrupt


def nothing_yet(path: Path) -> list[str]:
    return []


def one_event(path: Path) -> list[str]:
    record(path, "first")
    return ["first"]


def two_events(path: Path) -> list[str]:
    record(path, "first", "second")
    return ["first", "second"]


def broken_with_backup(path: Path) -> list[str]:
    record(path, "first", "second")
    path.write_bytes(TORN)
    return ["first"]


def broken_without_backup(path: Path) -> list[str]:
    path.write_bytes(TORN)
    return []


def left_by_a_crash(path: Path) -> list[str]:
    record(path, "first", "second")
    Store(path).temp_path.write_bytes(TORN)
    Store(path).backup_temp_path.hardlink_to(path)
    Store(path).backup.unlink()
    Store(path).backup.hardlink_to(path)
    return ["first", "second"]


Scene = Callable[[Path], list[str]]
SCENES = (nothing_yet, one_event, two_events, broken_with_backup, broken_without_backup, left_by_a_crash)


def _points(scene: Scene, folder: Path) -> list[str]:
    """The calls that touch the disk in this scene, when nothing goes wrong."""
    folder.mkdir()
    scene(folder / "state.json")
    with trouble(-1, die) as made:
        record(folder / "state.json", "new")
    return made


def _each_point(scene: Scene, folder: Path) -> list[tuple[int, Path, list[str]]]:
    """For every point at which trouble can strike: a fresh scene, and what was recorded in it."""
    scenes = []
    for point, call in enumerate(_points(scene, folder / "rehearsal")):
        path = folder / f"{point}-{call}" / "state.json"
        path.parent.mkdir()
        scenes.append((point, path, scene(path)))
    return scenes


def _is_whole(path: Path, before: list[str]) -> None:
    """All that had been recorded is there, with or without the new event, and the work goes on."""
    broken = [TORN] if path.exists() and path.read_bytes() == TORN else []
    found = [event["target"] for event in Store(path).read().events]
    assert found in (before, [*before, "new"]), path
    assert aside(path)[-1:] == broken or not broken
    record(path, "after")
    assert recorded(path) == [*found, "after"]
    assert around(path) <= {"", ".bak", "."}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be copied")
@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_any_point(tmp_path: Path, scene: Scene) -> None:
    """The next start finds a whole file with everything that was recorded before."""
    for point, path, before in _each_point(scene, tmp_path):

        def act(point: int = point, path: Path = path) -> None:
            with trouble(point, die):
                record(path, "new")

        assert in_child(act) == KILLED
        _is_whole(path, before)


@pytest.mark.parametrize("scene", SCENES)
def test_a_full_disk_at_any_point(tmp_path: Path, scene: Scene) -> None:
    """Either the event is there, or a sentence says that it is not and to make room; nothing is left lying about."""
    for point, path, before in _each_point(scene, tmp_path):
        with trouble(point, full):
            refused = _refusal(path)
        if refused is None:
            assert recorded(path) == [*before, "new"]
        else:
            assert "No space left on device" in str(refused.values["reason"])
            assert error_message(refused).next_step == "Make room on the disk and try again."
        _is_whole(path, before)


def _refusal(path: Path) -> WizardError | None:
    try:
        record(path, "new")
    except WizardError as error:
        return error
    return None


@pytest.mark.parametrize("scene", SCENES)
def test_interrupted_at_any_point(tmp_path: Path, scene: Scene) -> None:
    """Ctrl-C is passed on; the lock is given back."""
    for point, path, before in _each_point(scene, tmp_path):
        with trouble(point, interrupt), pytest.raises(KeyboardInterrupt):
            record(path, "new")
        _is_whole(path, before)


def test_half_a_write_is_no_write(tmp_path: Path) -> None:
    """The half lies in the draft, and is gone after the next write."""
    path = tmp_path / "state.json"
    record(path, "first")
    point = _points(one_event, tmp_path / "rehearsal").index("write")

    def act() -> None:
        with trouble(point, die):
            record(path, "new")

    assert in_child(act) == KILLED
    draft = Store(path).temp_path.read_bytes()
    assert draft.startswith(b'{\n  "schema": 1')
    assert not draft.endswith(b"}\n")
    assert recorded(path) == ["first"]
    record(path, "second")
    assert not Store(path).temp_path.exists()


@pytest.mark.parametrize("scene", SCENES)
def test_what_fails_after_the_move_undoes_nothing(tmp_path: Path, scene: Scene) -> None:
    """Once the new file is in place the change is recorded, and nobody is told to do it again."""
    after = _points(scene, tmp_path / "rehearsal")
    moved = len(after) - after[::-1].index("replace")
    assert after[moved:], "the draft is looked for and the folder flushed"
    for point in range(moved, len(after)):
        path = tmp_path / f"{point}" / "state.json"
        path.parent.mkdir()
        before = scene(path)
        with trouble(point, broken_disk):
            record(path, "new")
        assert recorded(path) == [*before, "new"]


@pytest.mark.parametrize("error", [full, interrupt])
def test_no_draft_is_left_by_a_write_that_fails(tmp_path: Path, error: Callable[[], NoReturn]) -> None:
    """At whatever point, but for the one that only removes it."""
    for point, path, _ in _each_point(two_events, tmp_path):
        with trouble(point, error) as made, suppress(WizardError, KeyboardInterrupt):
            record(path, "new")
        assert around(path) == {"", ".bak"} or made[point] == "unlink", made


FULL = """
import resource, sys
sys.dont_write_bytecode = True
from wizard.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (800, 800))
sys.exit(main(["mark", "privacy-settings/instagram-private", "done", "--note", "x" * int(sys.argv[1])]))
"""


def test_a_file_that_may_not_grow(state_file: Path) -> None:
    """Not simulated: the system refuses the last bytes. One sentence, exit code 1, and the file as it was."""
    pytest.importorskip("resource")
    fits = process("10", python=FULL)
    assert fits.code == 0
    before = state_file.read_bytes()
    refused = process("900", python=FULL)
    assert refused.code == 1
    assert refused.sentence == (
        f"{state_file} could not be written: File too large. What was saved before is unharmed. "
        "Make room on the disk and try again."
    )
    assert state_file.read_bytes() == before
    assert around(state_file) == {""}


def test_the_rehearsal_sees_every_kind_of_call(tmp_path: Path) -> None:
    """So that no point is forgotten when the writer changes: draft, write, flush, second name, two moves, folder flushed."""
    calls = _points(two_events, tmp_path / "rehearsal")
    assert {"open", "write", "fsync", "link", "replace", "unlink"} <= set(calls)
    assert (calls.count("replace"), calls.count("fsync")) == (2, 2)
    assert calls.index("write") < calls.index("fsync") < calls.index("link") < calls.index("replace")
