"""Calling the program as people and scripts do: in this process, as a process of its own, and in a child that may die."""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

_SCRIPT = Path(sys.executable).with_name("protect-my-photos")
PROGRAM = (str(_SCRIPT),) if _SCRIPT.exists() else (sys.executable, "-m", "wizard")
"""The real command line."""


def needs_tool(is_there: bool, /, reason: str) -> pytest.MarkDecorator:
    """Mark tests that need a tool of this computer: without it they are skipped, but where CI is set they fail."""
    return pytest.mark.needs_tool(is_there, reason)


def miss_tool(reason: str) -> NoReturn:
    """Skip the test that runs for want of a tool; where CI is set it fails, so that nothing is left out unseen."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; where CI is set, no tool may be missing", pytrace=False)
    pytest.skip(reason)


@dataclass(frozen=True)
class Said:
    """What the program answered: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as data; it must be JSON and nothing else."""
        assert self.code == 0, self
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line that says what could not be done; nothing else may have been written."""
        assert self.out == "", self
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err
        return self.err.strip()


Run = Callable[..., Said]


def search_path(folder: Path) -> str:
    """PYTHONPATH for a child that imports from this folder too; what stands there already stays, as under a moved clock."""
    return os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))


def process(*words: str | Path, env: Mapping[str, str] | None = None, python: str = "") -> Said:
    """The program, or these lines of Python, in a process of its own that has no terminal."""
    command = (sys.executable, "-c", python) if python else PROGRAM
    done = subprocess.run(
        [*command, *map(str, words)],
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def child(act: Callable[[], object]) -> int:
    """Start a copy of this process that does this and ends with 0, or with 1 where it raises; its number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        number = os.fork()
    if number:
        return number
    code = 1
    try:
        act()
        code = 0
    finally:
        os._exit(code)


def in_child(act: Callable[[], object]) -> int:
    """Do this in a copy of the process; the exit code, or the signal's number below nought."""
    return os.waitstatus_to_exitcode(os.waitpid(child(act), 0)[1])
