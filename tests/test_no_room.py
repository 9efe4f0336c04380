"""The disk is full, broken or read-only at every single write, in every command and every face: a sentence, and nothing lost."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.plain import telling
from tests.running import PROGRAM, Run
from tests.storage.keeping import around, held
from tests.storage.trouble import trouble
from tests.tui.making import BERLIN, session, sitting, wizard
from wizard.tui.messages import EventRecorded
from wizard.tui.screens.step import StepScreen

STEP = "privacy-settings/facebook-camera-roll"
ERRORS = {name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EROFS", "EDQUOT")}
ME = ("--set", "name=Kim", "--set", "email=kim@example.org", "--set", "accounts=Facebook: kim", "--set", "reasons=face")
COMMANDS = {
    "mark": ("mark", STEP, "done", "--note", "new"),
    "answer": ("answer", "visibility=private"),
    "taking back": ("mark", "--undo"),
    "keep": ("letter", "objection", *ME, "--keep"),
}


def striking(number: int) -> Callable[[], NoReturn]:
    """What the system says instead of writing."""

    def strike() -> NoReturn:
        raise OSError(number, os.strerror(number))

    return strike


def a_sentence(text: str, number: int) -> bool:
    """Tell whether it says what happened, that nothing was lost, and what to do."""
    flat = " ".join(text.replace("▌", " ").split())
    todo = "Make room on the disk and try again." if number in (errno.ENOSPC, errno.EDQUOT) else "Use --state FILE"
    return f": {os.strerror(number)}. What was saved before is unharmed. {todo}" in flat


def begun(path: Path) -> int:
    """A person with answers and two events; how many events that makes."""
    made = session(path, BERLIN, [(STEP, "done"), (STEP, "reopened")])
    return len(made.store.read().events)


@pytest.mark.parametrize("first", range(2))
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command(run: Run, state_file: Path, command: str, first: int) -> None:
    """Either it is done, or one sentence says why not; then there is room again, and it is done."""
    words = COMMANDS[command]
    begun(state_file)
    with trouble(-1, striking(0)) as made:
        assert run(*words).code == 0
    refused = 0
    for point in range(len(made)):
        number = list(ERRORS.values())[(first + point) % len(ERRORS)]
        run("state", "wipe", "--yes")
        before = begun(state_file)
        with trouble(point, striking(number)):
            said = run(*words)
        assert said.code in (0, 1), (point, made[point])
        if said.code:
            refused += 1
            assert a_sentence(said.err, number), said.err
            assert said.err.count("\n") == 1
        now = held(state_file)
        assert len(now["events"]) >= before
        assert "Traceback" not in said.err
        run("status")
        assert run(*words).code == 0
        assert around(state_file) == {"", ".bak"}, (point, made[point])
    assert refused > 5, made


NO_ROOM = "No space left on device. What was saved before is unharmed. Make room on the disk and try again."


async def test_a_key_in_full_screen(state: Path) -> None:
    """A note above the keys says why it was not done; the same key does it when there is room again."""
    begun(state)
    on = session(state)
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")

        async def done(*keys: str) -> None:
            """Say that the step is done, with keys or as they do, until that is recorded or something is said."""
            person.app.clear_notifications()
            before = len(on.events)
            if keys:
                await person.press(*keys)
            else:
                person.app.post_message(EventRecorded(STEP, "done"))
            await person.until(lambda: len(on.events) > before or bool(person.app._notifications))
            await person.pilot.pause()

        with trouble(-1, striking(errno.ENOSPC)) as made:
            await done()
        person.app.run_or_report(lambda: on.mark(STEP, "reopened"))
        person.app.push_screen(StepScreen(STEP))
        await person.at("StepScreen")
        with trouble(made.index("write"), striking(errno.ENOSPC)):
            await done("d")
        assert any(note.message.endswith(NO_ROOM) for note in person.app._notifications)
        await person.at("StepScreen")
        await done("d")
        await person.at("WelcomeBackScreen")
        person.app.run_or_report(lambda: on.mark(STEP, "reopened"))
        for point in range(len(made)):
            number = list(ERRORS.values())[point % len(ERRORS)]
            before = len(held(state)["events"])
            with trouble(point, striking(number)):
                await done()
            said = [note.message for note in person.app._notifications]
            assert said == [] or a_sentence(said[0], number), (point, said)
            assert len(held(state)["events"]) >= before
            if said:
                await done()
                assert not person.app._notifications
            assert len(held(state)["events"]) > before
            on.mark(STEP, "reopened")
            assert around(state) == {"", ".bak"}
            assert person.app.return_code is None


def test_a_line(state: Path) -> None:
    """The same in lines: what went wrong is said, the step is still offered, and it is done when there is room."""
    on = telling.session(state, telling.HAMBURG)
    with trouble(-1, striking(errno.ENOSPC)) as made:
        telling.heard(on, "1", "1", "q")
    on.undo()
    for point in range(len(made)):
        number = list(ERRORS.values())[point % len(ERRORS)]
        before = len(held(state)["events"])
        with trouble(point, striking(number)):
            said = telling.heard(on, "1", "1", "q")
        if "Done: " not in said:
            assert a_sentence(said, number), (point, said)
            on.reload()
            if len(on.events) == before:
                assert "Done: " in telling.heard(on, "1", "1", "q")
        assert len(held(state)["events"]) > before
        on.undo()
        assert around(state) == {"", ".bak"}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state file that does not exist yet."""
    return tmp_path / "state" / "state.json"


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kilobytes."""
    place, mount = tmp_path / "tiny", shutil.which("mount")
    place.mkdir()
    if (
        not mount
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False).returncode
    ):
        pytest.skip("only root can make a disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_disk_that_is_really_full(tiny: Path) -> None:
    """Notes until there is no more room: every one that was said to be kept is there, then again with some room."""
    path = tiny / "kept" / "state.json"

    def note(number: int) -> subprocess.CompletedProcess[str]:
        words = ["--state", str(path), "mark", STEP, "note", "--note", f"{number} " + "x" * 3000]
        return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False)

    kept = 0
    while (said := note(kept)).returncode == 0:
        kept += 1
    assert kept > 2
    assert said.returncode == 1
    assert a_sentence(said.stderr, errno.ENOSPC)
    assert [event["note"].split()[0] for event in held(path)["events"]] == [str(number) for number in range(kept)]
    assert around(path) == {"", ".bak"}
    path.with_name("state.json.bak").unlink()
    assert note(kept).returncode == 0
    assert len(held(path)["events"]) == kept + 1
