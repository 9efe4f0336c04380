"""Random keys, clicks and window sizes in a real terminal: the program does not break, ends when told to, and keeps its file.

`make endure` presses 21,000 keys in 14 seeds. A seed that failed runs again with `--seed N`.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.making import TODAY
from tests.running import PROGRAM
from tests.tui.making import BERLIN
from tests.tui.making import session as begun
from wizard.content.content_loader import load_shipped_content
from wizard.storage.session import Session
from wizard.storage.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
KEYS_OF_SEED = 1500
APART_SECONDS = 0.012
START_SECONDS = 60.0
SETTLE_SECONDS = 1.0
END_SECONDS = 20.0
WAKE_SECONDS = 0.1
RESIZES, BURSTS = 0.07, 0.2
SIZES = ((1, 1), (3, 300), (200, 5), (12, 10), (80, 24), (120, 40), (60, 20), (40, 12), (200, 60), (110, 34))
NAMED = (
    b"\r", b"\r", b"\x1b", b"\t", b"\x1b[Z", b" ", b"\x7f", b"\x1b[A", b"\x1b[B", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~",
    b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\x1bOP", b"\x1b[21~", b"\x10", b"\x13", b"\x14", b"\x04", b"/", b"?",
)  # fmt: skip
BROKEN = (
    b"\x1b[",
    b"\x1b[<0;9",
    b"\x1bO",
    b"\x1b[200~",
    b"\xff\xfe",
    b"\xc3",
    b"\x1b[999;999R",
    b"\x1b]11;rgb:",
    b"\x1b[I",
    b"\x1b[O",
)
LETTERS = b"abcdefghijklmnoprstuvwxyz0123456789+-=.,[]()*~"
"""Without q: it leaves, and the program would not be tried any more."""


def presses(chance: random.Random) -> bytes:
    """One key, click, paste, change of focus or broken sequence; some of them several times in one burst."""
    kind = chance.random()
    if kind < 0.40:
        pressed = chance.choice(NAMED)
    elif kind < 0.75:
        pressed = bytes([chance.choice(LETTERS)])
    elif kind < 0.90:
        x, y = chance.randint(1, 130), chance.randint(1, 45)
        pressed = b"".join(b"\x1b[<%d;%d;%d%c" % (chance.choice((0, 0, 0, 64, 65)), x, y, end) for end in b"Mm")
    elif kind < 0.95:
        pressed = b"\x1b[200~" + bytes(chance.choices(LETTERS + b" \r\n", k=chance.randint(0, 30))) + b"\x1b[201~"
    else:
        pressed = chance.choice(BROKEN)
    return pressed * (chance.randint(2, 6) if chance.random() < BURSTS else 1)


class Window:
    """The program in a window whose picture nobody looks at."""

    def __init__(self, folder: Path) -> None:
        import pty

        self.seen = b""
        self.code: int | None = None
        self.left = False
        self.number, self.line = pty.fork()
        if self.number == 0:
            os.chdir(folder)
            os.environ |= {"TERM": "xterm-256color", "PYTHONFAULTHANDLER": "1"}
            os.execv(PROGRAM[0], PROGRAM)
        self.turn(110, 34)

    def turn(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Read for so long what the program writes; return False when it has ended."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.line], [], [], left)[0]:
                try:
                    came = os.read(self.line, 1 << 16)
                except OSError:
                    came = b""
                if not came:
                    return False
                self.seen = (self.seen + came)[-200_000:]
        return True

    def started(self) -> bool:
        """Wait until the full screen is there and its signals are heeded, however busy the computer is."""
        for _ in range(int(START_SECONDS / WAKE_SECONDS)):
            if not self.read(WAKE_SECONDS):
                return False
            if b"\x1b[?1049h" in self.seen:
                return self.read(SETTLE_SECONDS)
        return True

    def end(self) -> int:
        """Ask the program to end; its exit code. One that does not end says where it hangs."""
        for number in (signal.SIGTERM, signal.SIGABRT, signal.SIGKILL):
            self.go_on()
            if self.code is None:
                os.kill(self.number, number)
            if self._ends():
                break
        os.close(self.line)
        code = self.code if self.code is not None else os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1])
        return 0 if self.left else code

    def went_on_in_lines(self) -> bool:
        """Tell whether the full screen was left for the line mode, which has its own tests; the program is ended then."""
        if self.code is not None or not self._is_away:
            return False
        for _ in range(10):  # paused, or leaving
            self.read(WAKE_SECONDS)
            self.go_on()
        if self.code is None and self._is_away:
            os.kill(self.number, signal.SIGKILL)
            self.left = True
        return self.left

    @property
    def _is_away(self) -> bool:
        return self.seen.rfind(b"\x1b[?1049l") > self.seen.rfind(b"\x1b[?1049h")

    def _ends(self) -> bool:
        """Wait for the end, and wake the program whenever a key that was still waiting sends it to sleep."""
        for _ in range(int(END_SECONDS / WAKE_SECONDS)):
            if not self.read(WAKE_SECONDS):
                return True
            self.go_on()
        return False

    def go_on(self) -> None:
        """Wake the program where it was sent to sleep: "pause" is one of the things that the search finds."""
        if self.code is not None:
            return
        number, status = os.waitpid(self.number, os.WNOHANG | os.WUNTRACED)
        if number and os.WIFSTOPPED(status):
            os.kill(self.number, signal.SIGCONT)
        elif number:
            self.code = os.waitstatus_to_exitcode(status)

    @property
    def last_words(self) -> str:
        """What the program said when it ended."""
        at = max(self.seen.rfind(b"The program stopped"), self.seen.rfind(b"Traceback"), self.seen.rfind(b"Fatal Python"))
        return self.seen[at:].decode("utf-8", "replace") if at >= 0 else ""


def broken_off(seed: int, keys: int, folder: Path) -> Iterator[str]:
    """Press so many keys, and start again where they left the program; yield what was wrong."""
    chance, pressed, last = random.Random(seed), 0, b""
    while pressed < keys:
        window = Window(folder)
        alive = window.started()
        while alive and pressed < keys:
            if chance.random() < RESIZES:
                window.turn(*chance.choice(SIZES))
            with suppress(OSError):
                os.write(window.line, last := presses(chance))
            pressed += 1
            alive = window.read(APART_SECONDS)
            window.go_on()
            alive = alive and not window.went_on_in_lines()
        code = window.end()
        if window.last_words or code not in (0, 143):
            yield f"seed {seed}: exit code {code} after {pressed} keys, the last were {last!r}: {window.last_words[-6000:]}"


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> dict[int, int]:
    """How many keys are pressed for each seed in this run."""
    keys, seed = int(request.config.getoption("--keys")), request.config.getoption("--seed")
    if seed is not None:
        return {int(seed): min(keys, KEYS_OF_SEED)}
    number = max(2, -(-keys // KEYS_OF_SEED))
    first = random.SystemRandom().randrange(10**6)
    return {first + each: keys // number for each in range(number)}


def test_random_keys_never_break_the_program(
    seeds: dict[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user with a plan: all states along the way are sound, no file is left behind beside what the user saved."""
    wrong: list[str] = []
    monkeypatch.setenv("BROWSER", "true")
    for seed, keys in seeds.items():
        folder = tmp_path / str(seed)
        state = folder / "state" / "state.json"
        folder.mkdir()
        monkeypatch.setenv("PROTECT_MY_PHOTOS_STATE", str(state))
        monkeypatch.setenv("HOME", str(folder))
        begun(state, BERLIN)
        found = [*broken_off(seed, keys, folder)]
        if state.exists():
            json.loads(state.read_text(encoding="utf-8"))
            found += [f"seed {seed}: {each}" for each in Session(load_shipped_content(), Store(state), TODAY).store.notices]
        left = {path.name for path in state.parent.iterdir()} - {"state.json", "state.json.bak", "state.json.lock"}
        found += [f"seed {seed}: {left} left"] if left else []
        with capsys.disabled():
            sys.stdout.write("".join(f"\n{each}" for each in found))
        wrong += found
    with capsys.disabled():
        sys.stdout.write(f"\nseeds {min(seeds)} to {max(seeds)}: {sum(seeds.values())} keys, {len(wrong)} failed\n")
    assert not wrong, "\n".join(wrong)
