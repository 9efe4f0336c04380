"""Each system call on the state files fails once, for real: what was recorded stays, and what is said about it is true.

`tests/test_no_room.py` and `tests/storage/test_store_torn.py` do the same inside of Python on every system; here the kernel
refuses, by way of strace, whatever calls the program makes. `make endure` names this file; the usual run does not collect it.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.figures.figures import Figures
from tests.running import PROGRAM, needs_tool
from tests.storage.keeping import around, held
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
ENDINGS = ("", ".bak", ".new", ".bak.new", ".lock")
ERRORS = ("EIO", "ENOSPC", "EACCES", "ESTALE")
COMMANDS = {"mark": ("mark", STEP, "done", "--note", "NEW"), "status": ("status",)}
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
LEFT_ALONE = {"close", "lseek", "ioctl", "fcntl", "exit_group", "getcwd", "mmap", "munmap"}
"""Calls on the files that never fail on a disk."""
STRACE = shutil.which("strace")
pytestmark = needs_tool(
    STRACE is not None and subprocess.run([STRACE, "-qq", "true"], capture_output=True, check=False).returncode == 0,
    "there is no strace, or it may not look into other programs",
)


@contextmanager
def begun() -> Iterator[tuple[Path, int]]:
    """A state file with a backup, and how many events it holds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept" / "s.json"
        made = session(path, BERLIN, [(STEP, "done"), (STEP, "reopened")])
        yield path, len(made.store.read().events)


def traced(path: Path, words: tuple[str, ...], *options: str) -> subprocess.CompletedProcess[str]:
    """The command under strace, which looks only at calls that name the state files or their folder."""
    names = [option for ending in ENDINGS for option in ("-P", f"{path}{ending}")]
    return subprocess.run(
        [STRACE or "", "-f", "-qq", *names, "-P", str(path.parent), *options, *PROGRAM, "--state", str(path), *words],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@cache
def calls(command: str) -> Counter[str]:
    """Which calls the command makes on the files, and how often each."""
    with begun() as (path, _), TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        assert traced(path, COMMANDS[command], "-o", str(log)).returncode == 0
        found = Counter(match[1] for line in log.read_text(encoding="utf-8").splitlines() if (match := CALL.match(line)))
    return Counter({name: number for name, number in found.items() if name not in LEFT_ALONE})


def is_survived(command: str, call: str, number: int, error: str) -> None:
    """One command, of which this call fails for the so-many-th time."""
    with begun() as (path, before):
        done = traced(
            path, COMMANDS[command], "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"
        )
        events = held(path)["events"]
        recorded = [event for event in events if event.get("note") == "NEW"]
        assert done.returncode in (0, 1), done
        assert "Traceback" not in done.stderr, done.stderr
        assert "The program stopped" not in done.stderr, done.stderr
        assert "Another program is holding" not in done.stderr, done.stderr
        assert len(events) == before + len(recorded), "an event is gone"
        if command == "mark":
            assert len(recorded) == (done.returncode == 0), f"it says {done.stderr or done.stdout!r}"
        assert done.returncode == 0 or done.stderr.count("\n") == 1, done.stderr
        again = subprocess.run([*PROGRAM, "--state", str(path), *COMMANDS["mark"]], capture_output=True, text=True, check=False)
        assert again.returncode == 0, again.stderr
        assert around(path) <= {"", ".bak"}, around(path)


@pytest.mark.usefixtures("home")
def test_failing_calls(figures: Figures) -> None:
    """Every call of every kind, with every error."""
    cases = {
        f"{command}: {call} no. {number} fails with {error}": (command, call, number, error)
        for command in COMMANDS
        for call, often in calls(command).items()
        for number in range(1, often + 1)
        for error in ERRORS
    }
    assert len(cases) > 100, calls("mark")
    figures.try_cases("failing system calls", cases, lambda case: is_survived(*case), 8)
