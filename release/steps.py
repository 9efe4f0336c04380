"""What several steps of a release need: paths, the time of the commit, and running other programs."""

import os
import subprocess
import sys
from pathlib import Path

import wizard

CHECKOUT = Path(wizard.__file__).parents[1]
NAME = "protect-my-photos"
EARLIEST = 315_532_800
"""1980 in seconds: no ZIP archive can hold an earlier time."""


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program and return what it printed. Ends the release if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"This failed: {' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def source_date_epoch() -> int:
    """Return the time that every built file carries: that of the environment, else that of the last commit."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    return max(EARLIEST, int(named or run("git", "log", "-1", "--format=%ct", cwd=CHECKOUT)))


def build_environment() -> dict[str, str]:
    """Return the variables under which builders make the same bytes each time."""
    return {"SOURCE_DATE_EPOCH": str(source_date_epoch()), "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def scripts_folder(environment: Path) -> Path:
    """Return the folder of a virtual environment that holds its programs."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def say(line: str) -> None:
    """Print one line at once, since the next step may take a minute."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
