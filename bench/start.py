"""Measure how long the program takes to start and to answer a key, compared with bare toolkits; all in one run, in turn.

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
"""Without the PYTHON variables of the shell, which would change the results."""
TIMEOUT_SECONDS = 20.0
KEY_COUNT = 20
"""How many keys are pressed for each measure."""
ENTER, PLAN, BACK = b"\r", b"p", b"b"
ARROWS = b"\x1b[B", b"\x1b[A"


@dataclass(frozen=True)
class Contender:
    """A program to compare: its name, and the function that measures one run of it, in milliseconds or megabytes."""

    name: str
    run: Callable[[], float]


def command_ms(*command: str | Path) -> float:
    """Return the milliseconds from start to end of a program that needs no terminal."""
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, env=ENV, check=True)
    return (time.perf_counter() - start) * 1000


class Terminal:
    """A program in a terminal of 100 columns and 30 lines, and its output so far."""

    def __init__(self, *command: str | Path) -> None:
        self.start = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if not self.pid:
            os.execve(
                str(command[0]),
                [str(word) for word in command],
                ENV | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
            )
        self.output = b""

    def read(self, seconds: float) -> bytes:
        """Return the output within so many seconds, or b"" if there is none."""
        received = os.read(self.descriptor, 65536) if select.select([self.descriptor], [], [], seconds)[0] else b""
        self.output += received
        return received

    def wait_for(self, text: bytes) -> float:
        """Return the milliseconds from the start until the text is written. Raises TimeoutError if it never is."""
        while text not in self.output:
            if not self.read(TIMEOUT_SECONDS):
                raise TimeoutError(f"{text!r} was never written")
        return (time.perf_counter() - self.start) * 1000

    def wait_until_idle(self) -> None:
        """Wait until nothing has been drawn for 0.3 seconds."""
        while self.read(0.3):
            pass

    def press(self, key: bytes) -> float:
        """Press a key. Returns the milliseconds until the first output after it."""
        start = time.perf_counter()
        os.write(self.descriptor, key)
        self.read(TIMEOUT_SECONDS)
        elapsed = (time.perf_counter() - start) * 1000
        self.wait_until_idle()
        return elapsed

    def close(self) -> None:
        """Kill the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def first_screen_ms(text: bytes, *program: str | Path) -> float:
    """Return the milliseconds until the screen shows the text."""
    terminal = Terminal(*program)
    try:
        return terminal.wait_for(text)
    finally:
        terminal.close()


def key_ms(text: bytes, before: Sequence[bytes], keys: Sequence[bytes], *program: str | Path) -> float:
    """Return the 95th percentile of the milliseconds for each of `keys`, pressed in turn after the keys `before`."""
    terminal = Terminal(*program)
    try:
        terminal.wait_for(text)
        terminal.wait_until_idle()
        for key in before:
            terminal.press(key)
        return sorted(terminal.press(key) for _ in range(KEY_COUNT // len(keys)) for key in keys)[KEY_COUNT * 95 // 100 - 1]
    finally:
        terminal.close()


def peak_memory_mb(text: bytes, *program: str | Path) -> float:
    """Return the peak memory in megabytes, once the text is shown and nothing is drawn any more."""
    terminal = Terminal(*program)
    try:
        terminal.wait_for(text)
        terminal.wait_until_idle()
        status = Path(f"/proc/{terminal.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1000
    finally:
        terminal.close()


def known_programs() -> list[Contender]:
    """Return well-known terminal programs for scale, if they are installed."""
    installed = [(name, path) for name in ("posting", "harlequin") if (path := which(name))]
    return [Contender(f"{name} --help", lambda path=path: command_ms(path, "--help")) for name, path in installed]  # type: ignore[misc]


def contenders(state: Path, no_state: Path) -> dict[str, list[Contender]]:
    """Return the groups of contenders by title; the first of each group counts as 1."""
    program, returning, new = str(PROGRAM), ("--state", state), ("--state", no_state)
    hello, options, prompt = ((sys.executable, APPS / name) for name in ("hello.py", "options.py", "prompt.py"))
    return {
        "a command, from start to end, ms": [
            Contender("a bare interpreter", lambda: command_ms(sys.executable, "-c", "pass")),
            Contender("--version", lambda: command_ms(program, "--version")),
            Contender("--help", lambda: command_ms(program, "--help")),
            Contender("status", lambda: command_ms(program, *returning, "status")),
            Contender("status in German", lambda: command_ms(program, "--lang", "de", *returning, "status")),
            Contender("plan --format json", lambda: command_ms(program, *returning, "plan", "--format", "json")),
            *known_programs(),
        ],
        "full screen, until the title is seen, ms": [
            Contender("hello world in Textual", lambda: first_screen_ms(b"Hello", *hello)),
            Contender("the first start", lambda: first_screen_ms(b"Keep your photos", program, *new)),
            Contender("welcome back", lambda: first_screen_ms(b"Welcome back", program, *returning)),
        ],
        "lines, until the last choice stands, ms": [
            Contender("a choice in questionary", lambda: first_screen_ms(b"Option 5", *prompt)),
            Contender("the menu", lambda: first_screen_ms(b"Search", program, "--plain", *new)),
        ],
        "memory with the first screen, MB": [
            Contender("hello world in Textual", lambda: peak_memory_mb(b"Hello", *hello)),
            Contender("welcome back", lambda: peak_memory_mb(b"Welcome back", program, *returning)),
        ],
        "from a key to its frame, 95th percentile, ms": [
            Contender("a list in Textual", lambda: key_ms(b"Option 1", (), ARROWS, *options)),
            Contender("the board", lambda: key_ms(b"Welcome back", (PLAN,), ARROWS, program, *returning)),
            Contender("to a step and back", lambda: key_ms(b"Welcome back", (PLAN,), (ENTER, BACK), program, *returning)),
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
            measures: dict[str, list[float]] = {contender.name: [] for contender in group}
            for contender in group:
                contender.run()  # compiles the modules and fills the disk cache
            for _ in range(rounds):
                for contender in group:
                    measures[contender.name].append(contender.run())
            first = statistics.median(measures[group[0].name])
            sys.stdout.write(f"\n{title}\n")
            for name, times in measures.items():
                median = statistics.median(times)
                sys.stdout.write(f"  {name:<24} {median:7.0f}   {median / first:5.2f}   (least {min(times):.0f})\n")


if __name__ == "__main__":
    main()
