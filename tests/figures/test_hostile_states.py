"""Hostile state files with every command: no traceback, nothing that steers the terminal, valid JSON, and no byte lost."""

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.figures.figures import Figures
from tests.figures.hostile_states import STEP, hostile_states
from wizard.cli import main

FILL_IN = "--set=name=Kim --set=email=kim@example.org --set=accounts=kim --set=reasons=face"
COMMANDS = (
    "status", "status --json", "plan", "plan --full --format json", "plan --format md", "plan --format html", "answer --list",
    "answer device=ios", f"mark {STEP} done", "mark case/facebook note --note x", "mark --undo", "letter --list",
    f"letter objection {FILL_IN}", "calendar", f"why {STEP}", "state show", "state export -",
)  # fmt: skip
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")


def in_this_process(*words: str) -> tuple[int, str, str]:
    """Exit code, answer and complaint of a command."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        code = main(list(words))
        for stream in streams:
            stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return code, out, err


def is_survived(raw: bytes, command: str) -> None:
    """One command on one file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "state.json"
        path.write_bytes(raw)
        code, out, err = in_this_process("--state", str(path), *command.split())
        kept = [each.read_bytes() for each in path.parent.iterdir()]
    assert code in (0, 1)
    assert "Traceback" not in out + err
    assert "The program stopped" not in err
    assert bool(err) or not code
    assert not (found := STEERS.search(out.replace("\r\n", "\n") + err)), repr(found)
    if "json" in command and not code:
        json.loads(out)
    assert raw in kept or not raw.strip(b"\0"), "the bytes are gone"


@pytest.mark.usefixtures("home")
def test_hostile_states(figures: Figures) -> None:
    """Every file with every command."""
    cases = {f"{name}, {command}": (raw, command) for (name, raw), command in product(hostile_states().items(), COMMANDS)}
    figures.try_cases("hostile states", cases, lambda case: is_survived(*case), 60)
