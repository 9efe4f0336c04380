"""Every way of ending but KILL, in every face: terminal given back, all saved, an honest code, and how to go on."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal
from tests.running import PROGRAM
from tests.shell import Shell
from tests.storage.keeping import around, held
from tests.tui.making import BERLIN, session

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="needs the signals and terminals of a Unix system")
CTRL_C, CTRL_Z = "\x03", "\x1a"


@dataclass(frozen=True)
class Face:
    """How a face is started, what shows that it waits for a key, and how it is left."""

    words: tuple[str, ...]
    env: dict[str, str]
    waits: str
    leave: str


FACES = {
    "screen": Face((), {}, "Welcome back", "q"),
    "arrows": Face(("--plain",), {}, "»", "q"),
    "numbers": Face((), {"ACCESSIBLE": "1"}, "Number:", "q\n"),
}
ENDS: dict[str, tuple[signal.Signals | str, int]] = {
    "terminated": (signal.SIGTERM, 143),
    "hung up": (signal.SIGHUP, 129),
    "interrupted from outside": (signal.SIGINT, 130),
    "told to quit": (signal.SIGQUIT, 131),
    "Ctrl+C": (CTRL_C, 130),
}
PAUSES: dict[str, signal.Signals | str] = {"Ctrl+Z": CTRL_Z, "stopped from outside": signal.SIGTSTP}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state of a person in Berlin, and nobody who holds it."""
    path = tmp_path / "kept" / "state.json"
    session(path, BERLIN)
    return path


def begun(face: Face, state: Path) -> Shell:
    """The face in a shell, waiting for a key."""
    shell = Shell("--state", str(state), *face.words, folder=state.parents[1], env=face.env)
    waits(shell, face)
    return shell


def waits(terminal: Terminal, face: Face, begun: int = 0) -> None:
    """Until the face waits for a key."""
    terminal.until(lambda _: face.waits.encode() in terminal.raw[begun:], f"{face.waits} is shown")


def give(shell: Shell, what: signal.Signals | str) -> None:
    """A signal, or a key."""
    if isinstance(what, str):
        shell.type(what)
    else:
        shell.signal(what)


def says_how_to_go_on(shell: Shell, state: Path) -> bool:
    """After everything else, where the person sees it."""
    said = "".join(shell.last_words.split())  # a long path is broken anywhere
    return "Everythingissaved.Togoonwhereyoustopped:" in said and f"--state{state}" in said


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("face", FACES)
def test_an_end_gives_the_terminal_back(face: str, end: str, state: Path) -> None:
    """Echo on, the first screen back, cursor shown, mouse and marked pasting off; the file is as it was."""
    before = held(state)
    what, code = ENDS[end]
    with begun(FACES[face], state) as shell:
        give(shell, what)
        assert shell.returns() == (code, True)
        assert shell.left_on == set()
        assert says_how_to_go_on(shell, state), shell.last_words
    assert held(state) == before
    assert around(state) <= {"", ".bak"}


@pytest.mark.parametrize("pause", PAUSES)
@pytest.mark.parametrize("face", FACES)
def test_a_pause_gives_the_terminal_back_and_takes_it_again(face: str, pause: str, state: Path) -> None:
    """The shell has a terminal as it was; `fg` draws the face again, and it can be left as ever."""
    with begun(FACES[face], state) as shell:
        give(shell, PAUSES[pause])
        code, untouched = shell.returns()
        assert code - 128 in (signal.SIGTSTP, signal.SIGSTOP)
        assert untouched
        assert shell.left_on == set()
        written = len(shell.raw)
        shell.wakes()
        if face != "numbers":  # nothing is ever redrawn there
            waits(shell, FACES[face], written)
        shell.type(FACES[face].leave)
        assert shell.returns() == (0, True)
        assert shell.left_on == set()
        assert says_how_to_go_on(shell, state)


STOPPED_WHILE_DRAWING = """
import queue, signal, sys, threading
from textual.drivers import _writer_thread

class Queue(queue.Queue):
    stopped = False

    def _put(self, item):  # the lock of the queue is held here
        super()._put(item)
        if not Queue.stopped and "Welcome back" in (item or "") and threading.current_thread() is threading.main_thread():
            Queue.stopped = True
            signal.raise_signal(signal.SIGTSTP)

_writer_thread.Queue = Queue
from wizard.__main__ import start
start()
"""


def test_a_pause_waits_until_what_is_being_drawn_is_written(state: Path) -> None:
    """The signal comes at the worst moment: in the middle of handing a frame to the thread that writes."""
    program = (sys.executable, "-c", STOPPED_WHILE_DRAWING)
    with Shell("--state", str(state), folder=state.parents[1], program=program) as shell:
        assert shell.returns() == (128 + signal.SIGSTOP, True)
        assert shell.left_on == set()
        written = len(shell.raw)
        shell.wakes()
        waits(shell, FACES["screen"], written)
        shell.type(FACES["screen"].leave)
        assert shell.returns() == (0, True)


@pytest.mark.parametrize("face", FACES)
def test_a_window_that_is_closed_ends_the_program(face: str, state: Path) -> None:
    """At once, for a reason that can be told; nothing hangs on and nothing is lost."""
    before, face_ = held(state), FACES[face]
    with Terminal("--state", str(state), *face_.words, folder=state.parents[1], env=face_.env) as window:
        waits(window, face_)
        os.dup2(os.open(os.devnull, os.O_RDWR), window.line)  # which closes the window's own end
        window.code = _ended(window)
        assert window.code in (128 + signal.SIGHUP, -signal.SIGHUP)
    assert held(state) == before
    assert around(state) <= {"", ".bak"}


def _ended(window: Terminal) -> int:
    deadline = time.monotonic() + 10
    while True:
        number, status = os.waitpid(window.number, os.WNOHANG)
        if number:
            return os.waitstatus_to_exitcode(status)
        assert time.monotonic() < deadline, "it went on without a window"
        time.sleep(0.02)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_waits_ends_at_once(end: signal.Signals, state: Path) -> None:
    """It writes the file whole or not at all, so an end in between needs no last words."""
    before = held(state)
    with Path(f"{state}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        words = ["--state", str(state), "mark", "privacy-settings/instagram-private", "done"]
        command = subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.8)
        command.send_signal(end)
        said = command.communicate(timeout=10)
    assert (command.returncode, said) == (-end, (b"", b""))
    assert held(state) == before
    assert around(state) <= {"", ".bak"}


def test_a_paused_command_goes_on(state: Path) -> None:
    """Stopped while it waits for another program, woken, and done."""
    with Path(f"{state}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        words = ["--state", str(state), "mark", "privacy-settings/instagram-private", "done"]
        command = subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.8)
        command.send_signal(signal.SIGSTOP)
    command.send_signal(signal.SIGCONT)
    assert command.communicate(timeout=20)[1] == b""
    assert command.returncode == 0
    assert held(state)["events"][-1]["kind"] == "done"
