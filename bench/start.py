"""How long the program takes to start, and a key to be drawn, beside what it stands on; all in one run, in turn.

.venv/bin/python -m bench.start [--rounds 15]
"""

import argparse
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

PROGRAM = Path(sys.executable).with_name("protect-my-photos")
APPS = Path(__file__).parent / "apps"
ANSWERS = (
    "country=DE region=DE-BE services=facebook,instagram visibility=public account=personal habits=none people=none "
    "depth=limit device=web"
)
ENV = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""What the shell tells Python would spoil the numbers."""
PATIENCE = 20.0
KEYS = 20
ENTER, BACK = b"\r", b"b"
ARROWS = b"\x1b[B", b"\x1b[A"


@dataclass(frozen=True)
class Contender:
    """A program: its name, and how one run of it is measured, in milliseconds or megabytes."""

    name: str
    run: Callable[[], float]


def command(*words: str | Path) -> float:
    """From start to end of a program that needs no terminal."""
    began = time.perf_counter()
    subprocess.run([str(word) for word in words], stdout=subprocess.DEVNULL, env=ENV, check=True)
    return (time.perf_counter() - began) * 1000


class Terminal:
    """A program in a terminal of 100 by 30, and what it has written so far."""

    def __init__(self, *words: str | Path) -> None:
        self.began = time.perf_counter()
        self.number, self.end = pty.fork()
        if not self.number:
            os.execve(
                str(words[0]), [str(word) for word in words], ENV | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
            )
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """What comes within this time, or nothing."""
        came = os.read(self.end, 65536) if select.select([self.end], [], [], seconds)[0] else b""
        self.seen += came
        return came

    def until(self, words: bytes) -> float:
        """Milliseconds from the start until these words are written."""
        while words not in self.seen:
            if not self.read(PATIENCE):
                raise TimeoutError(f"{words!r} was never written")
        return (time.perf_counter() - self.began) * 1000

    def quiet(self) -> None:
        """Wait until nothing is drawn any more."""
        while self.read(0.3):
            pass

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the first thing drawn after it."""
        began = time.perf_counter()
        os.write(self.end, key)
        self.read(PATIENCE)
        took = (time.perf_counter() - began) * 1000
        self.quiet()
        return took

    def close(self) -> None:
        """End it."""
        os.kill(self.number, signal.SIGKILL)
        os.waitpid(self.number, 0)
        os.close(self.end)


def painted(words: bytes, *program: str | Path) -> float:
    """Until a screen shows these words."""
    terminal = Terminal(*program)
    try:
        return terminal.until(words)
    finally:
        terminal.close()


def keyed(words: bytes, before: Sequence[bytes], keys: Sequence[bytes], *program: str | Path) -> float:
    """The slow end (the 95th percentile) of keys pressed in turn, after those that lead to where they count."""
    terminal = Terminal(*program)
    try:
        terminal.until(words)
        terminal.quiet()
        for key in before:
            terminal.press(key)
        return sorted(terminal.press(key) for _ in range(KEYS // len(keys)) for key in keys)[KEYS * 95 // 100 - 1]
    finally:
        terminal.close()


def memory(words: bytes, *program: str | Path) -> float:
    """Megabytes at the highest, once these words are seen and all is quiet."""
    terminal = Terminal(*program)
    try:
        terminal.until(words)
        terminal.quiet()
        status = Path(f"/proc/{terminal.number}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1000
    finally:
        terminal.close()


def others() -> list[Contender]:
    """Terminal programs that one may know, for scale, where they are installed."""
    known = [(name, path) for name in ("posting", "harlequin") if (path := which(name))]
    return [Contender(f"{name} --help", lambda path=path: command(path, "--help")) for name, path in known]  # type: ignore[misc]


def contenders(state: Path, nobody: Path) -> dict[str, list[Contender]]:
    """What is compared with what; the first of each group counts as 1."""
    ours, someone, new = str(PROGRAM), ("--state", state), ("--state", nobody)
    hello, options, prompt = ((sys.executable, APPS / name) for name in ("hello.py", "options.py", "prompt.py"))
    return {
        "a command, from start to end, ms": [
            Contender("a bare interpreter", lambda: command(sys.executable, "-c", "pass")),
            Contender("--version", lambda: command(ours, "--version")),
            Contender("--help", lambda: command(ours, "--help")),
            Contender("status", lambda: command(ours, *someone, "status")),
            Contender("plan --format json", lambda: command(ours, *someone, "plan", "--format", "json")),
            *others(),
        ],
        "full screen, until the title is seen, ms": [
            Contender("hello world in Textual", lambda: painted(b"Hello", *hello)),
            Contender("the first start", lambda: painted(b"Keep your photos", ours, *new)),
            Contender("welcome back", lambda: painted(b"Welcome back", ours, *someone)),
        ],
        "lines, until the last choice stands, ms": [
            Contender("a choice in questionary", lambda: painted(b"Option 5", *prompt)),
            Contender("the menu", lambda: painted(b"Settings", ours, "--plain", *new)),
        ],
        "memory with the first screen, MB": [
            Contender("hello world in Textual", lambda: memory(b"Hello", *hello)),
            Contender("welcome back", lambda: memory(b"Welcome back", ours, *someone)),
        ],
        "from a key to its frame, 95th percentile, ms": [
            Contender("a list in Textual", lambda: keyed(b"Option 1", (), ARROWS, *options)),
            Contender("the board", lambda: keyed(b"Welcome back", (ENTER,), ARROWS, ours, *someone)),
            Contender("to a step and back", lambda: keyed(b"Welcome back", (ENTER,), (ENTER, BACK), ours, *someone)),
        ],
    }


def main() -> None:
    """Measure in rounds, each contender once a round, and print medians and ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as folder:
        state = Path(folder) / "state.json"
        subprocess.run([PROGRAM, "--state", state, "answer", *ANSWERS.split()], stdout=subprocess.DEVNULL, env=ENV, check=True)
        for title, group in contenders(state, Path(folder) / "none.json").items():
            took: dict[str, list[float]] = {each.name: [] for each in group}
            for each in group:
                each.run()  # compiles, and warms the disk
            for _ in range(rounds):
                for each in group:
                    took[each.name].append(each.run())
            first = statistics.median(took[group[0].name])
            sys.stdout.write(f"\n{title}\n")
            for name, times in took.items():
                middle = statistics.median(times)
                sys.stdout.write(f"  {name:<24} {middle:7.0f}   {middle / first:5.2f}   (least {min(times):.0f})\n")


if __name__ == "__main__":
    main()
