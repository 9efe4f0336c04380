"""Killed at any moment, any number of times: the state file is whole, and what a command reported as done is in it.

Two hundred times, or as often as `--deaths` says, `mark` is killed with SIGKILL at a random moment, two of them at a time on
one file. Most are copies of a process that has the program loaded already, so that the moments fall where it matters; the
others are the real command line.
"""

import io
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.running import PROGRAM, child
from tests.storage.keeping import around, held
from wizard.cli import main
from wizard.storage.store import Store

COPIES_OF_TEN = 9
"""So many of ten deaths are those of copies, the others of real command lines."""
STEP = "privacy-settings/instagram-private"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed and copied")


@dataclass
class Tally:
    """What became of the commands: the notes of those that ended well, and how many were killed."""

    done: list[str] = field(default_factory=list)
    killed: int = 0

    def count(self, note: str, code: int) -> None:
        """Take one command into account; any other end than these two is a failure."""
        assert code in (0, -signal.SIGKILL), (note, code)
        if code:
            self.killed += 1
        else:
            self.done.append(note)


def words(note: str) -> list[str]:
    """The command that records this note."""
    return ["mark", STEP, "done", "--note", note]


def a_copy(note: str) -> int:
    """Start the command in a copy of this process that says nothing."""

    def act() -> None:
        with redirect_stdout(io.StringIO()):
            assert main(words(note)) == 0

    return child(act)


def a_process(note: str) -> int:
    """Start the real command line."""

    def become() -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execv(PROGRAM[0], [*PROGRAM, *words(note)])

    return child(become)


def code_of(number: int) -> int:
    """How a process ended."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def duration(start: Callable[[str], int]) -> float:
    """How long the command takes when it is left alone."""
    began = time.monotonic()
    assert code_of(start("warming up")) == 0
    return time.monotonic() - began


def in_pairs(total: int, name: str) -> Iterator[tuple[str, str]]:
    """The notes of two commands at a time."""
    return ((f"{name} {number}", f"{name} {number + 1}") for number in range(0, total, 2))


def kill_in_pairs(start: Callable[[str], int], pairs: Iterator[tuple[str, str]], chance: random.Random, longest: float) -> Tally:
    """Start two at once and kill each at a moment of its own; the file is whole after each pair."""
    tally = Tally()
    path = Path(os.environ["PROTECT_MY_PHOTOS_STATE"])
    for pair in pairs:
        began = time.monotonic()
        running = sorted((chance.uniform(0, longest), note, start(note)) for note in pair)
        for moment, _, number in running:
            time.sleep(max(0.0, began + moment - time.monotonic()))
            os.kill(number, signal.SIGKILL)
        for _, note, number in running:
            tally.count(note, code_of(number))
        held(path)
    return tally


@pytest.fixture
def path(state_file: Path) -> Path:
    """A state file with a little in it."""
    assert main(["answer", "country=DE", "services=facebook,instagram"]) == 0
    return state_file


def test_many_deaths(path: Path, deaths: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that had been said to be recorded is missing, and nothing is there twice."""
    seed = random.SystemRandom().randrange(10**9)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    copies = 2 * (deaths * COPIES_OF_TEN // 20)
    tallies = [
        kill_in_pairs(a_copy, in_pairs(copies, "copy"), chance, 2 * duration(a_copy)),
        kill_in_pairs(a_process, in_pairs(deaths - copies, "real"), chance, 2 * duration(a_process)),
    ]
    notes = [event["note"] for event in held(path)["events"] if event.get("note", "warming up") != "warming up"]
    done = [note for tally in tallies for note in tally.done]
    killed = sum(tally.killed for tally in tallies)
    counts = (
        f"seed {seed}: {killed} killed, {len(done)} done before they could be; "
        f"{len(notes)} events in the file, {len(notes) - len(done)} of them by commands killed after writing"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{counts}\n")
    assert killed + len(done) == deaths, counts
    assert killed > deaths // 4, counts
    assert set(done) <= set(notes), counts
    assert len(set(notes)) == len(notes), counts
    assert json.loads(Store(path).backup.read_bytes())["schema"] == 1
    assert list(path.parent.glob("*.broken-*")) == []
    assert main(words("afterwards")) == 0
    assert around(path) == {"", ".bak"}
