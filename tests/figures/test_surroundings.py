"""Odd surroundings: streams closed or full, locales, variables, time zones, home folders, rights of new files, limits."""

import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.figures.figures import Figures
from tests.figures.test_hostile_states import FILL_IN
from tests.running import PROGRAM
from tests.storage.keeping import held
from tests.tui.making import BERLIN, session

STEP = "privacy-settings/instagram-private"
COMMANDS = ("status", "plan --format json", f"mark {STEP} done", f"letter objection {FILL_IN}")
WAIT_SECONDS = 60
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these surroundings are those of Linux")


@dataclass(frozen=True)
class Surroundings:
    """Variables, and words of a shell that come before the program or behind it."""

    env: dict[str, str] = field(default_factory=dict)
    before: str = ":"
    behind: str = ""
    may_fail: bool = False
    """Whether Python or the system itself may end the program."""


def variables(name: str, *values: str) -> dict[str, Surroundings]:
    """One variable with each of these values."""
    return {f"{name}={value[:40]!r}": Surroundings({name: value}) for value in values}


def streams() -> dict[str, Surroundings]:
    """Each stream closed, full, or without a reader, alone and together."""
    behind = {
        "no input": "<&-", "an empty input": "</dev/null", "an endless input": "</dev/zero", "a folder as input": "</",
        "no output": ">&-", "a full output": ">/dev/full", "no errors": "2>&-", "full errors": "2>/dev/full",
        "an output that may not be written": ">/dev/stdin </dev/null",
        "nothing at all": "<&- >&- 2>&-", "all full": ">/dev/full 2>/dev/full", "no reader": "| true",
        "a short reader": "| head -c 1", "errors to a reader that left": "2>&1 >/dev/null | true",
    }  # fmt: skip
    return {name: Surroundings(behind=words) for name, words in behind.items()}


LOCALES = (
    "", "C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "de_DE.ISO-8859-1", "de_DE@euro", "tr_TR.UTF-8", "ja_JP.eucJP", "zh_TW.Big5",
    "ar_EG", "xx_XX", "bogus", "../../etc", "de:fr:", "\x1b[2J", "x" * 5000,
)  # fmt: skip
ZONES = (
    "",
    "UTC",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "XXX-25",
    "Bogus/Zone",
    "../../../etc/passwd",
    ":/etc/passwd",
    "\x1b[2J",
)
HOMES = ("", "relative", "/nonexistent", "/dev/null", "/", "/proc", "/etc/passwd", "~", "\x1b[2J")
NUMBERS = ("0", "-1", "1", "99999999999", "x", "")
UMASKS = ("000", "022", "077", "0777", "0444")
LIMITS = ("-n 4", "-n 6", "-n 12", "-f 0", "-f 1", "-s 64", "-t 60", "-v 200000", "-c 0", "-l 0", "-u 1")
PYTHON = {
    "PYTHONIOENCODING": ("ascii", "latin-1", "utf-16", "cp437:strict", "utf-8:surrogateescape"),
    "PYTHONUTF8": ("0", "1"), "PYTHONCOERCECLOCALE": ("0", "warn"), "PYTHONWARNINGS": ("error", "default"),
    "PYTHONOPTIMIZE": ("1", "2"), "PYTHONDEVMODE": ("1",), "PYTHONUNBUFFERED": ("1",), "PYTHONDONTWRITEBYTECODE": ("1",),
    "PYTHONSAFEPATH": ("1",), "PYTHONNOUSERSITE": ("1",), "PYTHONHASHSEED": ("0",), "PYTHONINTMAXSTRDIGITS": ("640",),
    "PYTHONTRACEMALLOC": ("3",), "PYTHONMALLOC": ("debug",), "PYTHONPYCACHEPREFIX": ("/dev/null/x",),
    "PYTHONPATH": ("/nonexistent",),
}  # fmt: skip
OWN = {
    "PROTECT_MY_PHOTOS_LANG": ("", "xx", "de", "DE_at", "../de", "\x1b[2J"),
    "PROTECT_MY_PHOTOS_TODAY": ("", "today", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-30T10:00", "\x1b[2J"),
    "TERM": ("", "dumb", "bogus", "xterm-256color", "../x"), "NO_COLOR": ("", "1"), "FORCE_COLOR": ("1", "3", "x"),
    "PATH": ("", "/nonexistent", "."), "TMPDIR": ("/nonexistent", "", "/dev/null"),
}  # fmt: skip


def all_surroundings() -> dict[str, Surroundings]:
    """All of them by name."""
    found = streams()
    for name in ("LC_ALL", "LANG", "LANGUAGE"):
        found |= variables(name, *LOCALES)
    for name, values in (PYTHON | OWN).items():
        found |= variables(name, *values)
    for name in ("COLUMNS", "LINES"):
        found |= variables(name, *NUMBERS)
    found |= variables("TZ", *ZONES)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        found |= variables(name, *HOMES)
    found |= {f"umask {mode}": Surroundings(before=f"umask {mode}") for mode in UMASKS}
    found |= {f"ulimit {limit}": Surroundings(before=f"ulimit {limit}", may_fail=True) for limit in LIMITS}
    found["no variables at all"] = Surroundings(before="unset $(compgen -e | grep -v PROTECT)")
    found["a folder that is gone"] = Surroundings(before="mkdir gone && cd gone && rmdir ../gone")
    return found


def is_survived(around: Surroundings, command: str) -> None:
    """One command in them: an answer or a sentence, an honest code, and a state that is whole."""
    with TemporaryDirectory() as folder:
        state = Path(folder) / "kept" / "s.json"
        before = len(session(state, BERLIN).store.read().events)
        variables = " ".join(shlex.quote(f"{name}={value}") for name, value in around.env.items())
        program = shlex.join(PROGRAM)
        line = f"{around.before}; /usr/bin/env {variables} {program} --state '{state}' {command} {around.behind}"
        done = subprocess.run(
            ["/bin/bash", "-c", line + '; exit "${PIPESTATUS[0]}"'],
            env={**os.environ, "HOME": folder}, cwd=folder,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=WAIT_SECONDS, check=False,
        )  # fmt: skip
        events = len(held(state)["events"])
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    is_ended_by_system = around.may_fail and done.returncode not in (0, 1, 2)
    assert done.returncode in (0, 1, 2) or is_ended_by_system, (done.returncode, said)
    if not around.may_fail:
        assert "Traceback" not in said, said
        assert "The program stopped" not in said, said
    assert b"\x1b" not in done.stdout + done.stderr
    if "json" in command and done.returncode == 0 and done.stdout and "head" not in around.behind:
        json.loads(done.stdout.decode("utf-16" if "utf-16" in around.env.values() else "utf-8"))
    assert before <= events <= before + 1
    assert events == before + 1 or "mark" not in command or done.returncode, "it was said to be recorded"


@pytest.mark.usefixtures("home")
def test_surroundings(figures: Figures) -> None:
    """Every command in all of them, each a process of its own."""
    cases = {f"{name}, {command}": (around, command) for (name, around), command in product(all_surroundings().items(), COMMANDS)}
    figures.try_cases("odd surroundings", cases, lambda case: is_survived(*case), 8)
