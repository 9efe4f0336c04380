"""The faces killed at any moment: the state file is whole, and holds at least what was said to be saved.

`make endure` does it, and the deaths of commands, two thousand times.
"""

import os
import pty
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making import TODAY
from tests.running import PROGRAM
from tests.storage.keeping import held
from wizard.content.content_loader import load_shipped_content
from wizard.storage.session import Session
from wizard.storage.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")
LINES = "1\nGermany\n\n3\n1,2\n1\n1\n1\n1\n1\n1\n1\n"
"""Typed into line mode: begin, where one lives, and the first choice of each question."""
KEYS = ((b"Start", b"\r"), (b"Where do you live", b"Germany"), (b"Enter takes", b"\r"), *[(b"of about", b" \r")] * 9)
"""The same for the full screen: what is seen before, and what is pressed then."""
LIVES = {"lines": (0.3, 0.9), "screen": (0.8, 4.5)}
"""How long a life is, in seconds: from before the first answer to after the last one, on slow and quick computers."""


def die_in_lines(state: Path, moment: float) -> int:
    """Answer in lines, and be killed; how many answers were said to be saved."""
    script = state.with_name("typed.txt")
    script.write_text(LINES, encoding="utf-8")
    said = state.with_name("said.txt")
    with said.open("wb") as out:
        process = subprocess.Popen([*PROGRAM, "--plain", "--script", str(script)], stdout=out, stderr=out)
        time.sleep(moment)
        process.kill()
        process.wait()
    return said.read_text(encoding="utf-8").count("Saved.")


def die_on_screen(_: Path, moment: float) -> int:
    """Answer in full screen, and be killed; 1 when an answer was said to be saved."""
    process, terminal = pty.fork()
    if not process:
        os.environ["TERM"] = "xterm-256color"
        os.execv(PROGRAM[0], PROGRAM)
    end, seen, read, todo = time.monotonic() + moment, b"", 0, list(KEYS)
    while (left := end - time.monotonic()) > 0 and select.select([terminal], [], [], left)[0]:
        seen += os.read(terminal, 65536)
        if todo and todo[0][0] in seen[read:]:
            read = len(seen)
            os.write(terminal, todo.pop(0)[1])
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return "✓ saved".encode() in seen


FACES: dict[str, tuple[Callable[[Path, float], int], int]] = {"lines": (die_in_lines, 8), "screen": (die_on_screen, 4)}
"""How each face dies, and how often of two hundred deaths in all."""


@pytest.mark.parametrize("face", FACES)
def test_a_face_dies_without_harm(
    face: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each time somebody new begins: what is in the file then are the first answers, whole, and the next start goes on there."""
    die, share = FACES[face]
    seed = random.SystemRandom().randrange(10**9)
    chance = random.Random(seed)
    found: Counter[int] = Counter()
    for number in range(share * deaths // 200):
        state = tmp_path / f"{number}" / "state.json"
        state.parent.mkdir()
        monkeypatch.setenv("PROTECT_MY_PHOTOS_STATE", str(state))
        said = die(state, chance.uniform(*LIVES[face]))
        kept = [event["target"] for event in held(state)["events"]] if state.exists() else []
        assert len(kept) >= said, f"seed {seed}"
        session = Session(load_shipped_content(), Store(state), TODAY)
        assert list(dict.fromkeys(kept)) == list(session.answers), f"seed {seed}"
        assert session.store.notices == [], f"seed {seed}"
        found[len(kept)] += 1
    often = ", ".join(f"{times} x {answers}" for answers, times in sorted(found.items()))
    with capsys.disabled():
        sys.stdout.write(f"\nseed {seed}: {found.total()} deaths in {face}; answers kept: {often}\n")
    assert found.total() == share * deaths // 200
