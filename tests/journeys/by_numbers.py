"""The journeys by typed numbers: a person who hears each line and types, then the same lines through a pipe."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from tests.journeys.deeds import Journey
from tests.journeys.intents import Intent, Keep, Letter1, Many, Pick, Place, Text, Yes, intents
from tests.journeys.world import World
from tests.running import PROGRAM
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import ExitRequested
from wizard.storage.session import Session

_ROW = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)


class Listener:
    """Someone who hears what is said since the last answer, and types what it takes to do what they want."""

    def __init__(self, wishes: Iterator[Intent]) -> None:
        self.out = StringIO()
        self.typed: list[str] = []
        self._wishes = wishes
        self._heard = 0
        self._ready: list[str] = []

    def readline(self) -> str:
        """What they type next."""
        if not self._ready:
            heard = self.out.getvalue()[self._heard :]
            if "choices are as before" in heard and "?" not in self.typed[-1:]:
                self._ready = ["?"]  # they want to hear all choices again
            else:
                wish = next(self._wishes, None)
                self._ready = ["q"] if wish is None else lines_for(wish, heard)
        self._heard = len(self.out.getvalue())
        line = self._ready.pop(0)
        self.typed.append(line)
        return f"{line}\n"


def lines_for(wish: Intent, heard: str) -> list[str]:
    """The lines to type, by what was heard last."""
    match wish:
        case Pick(words):
            found = [number_of(words, heard)]
        case Many(words):
            found = [", ".join(number_of(each, heard) for each in words)]
        case Place(name):
            found = [name, ""]
        case Text(text, lines):
            found = [text, *(["."] if lines else [])]
        case Keep():
            found = [""]
        case Yes():
            found = ["y"]
        case Letter1(letter):
            found = [letter]
    return found


def number_of(words: str, heard: str) -> str:
    """The number of the row that begins so; nothing that is wanted may go unsaid."""
    rows = {row: number for number, row in _ROW.findall(heard)}
    found = [number for row, number in rows.items() if row.startswith(words)]
    assert found, f"nobody said “{words}”; last heard:\n{heard}"
    return str(found[0])


def listen(
    wishes: Iterable[Intent], session: Session, env: Mapping[str, str] | None = None, *, clipboard: bool = False
) -> Listener:
    """A sitting held in this process: what the person typed, and in `out` all that they heard."""
    listener = Listener(iter(wishes))
    try:
        run_main_menu(Conversation(session, NumberedPrompter(listener, listener.out, clipboard=clipboard), env or {}))
    except ExitRequested:
        return listener
    raise AssertionError("the conversation ended by itself")


def lines_of_a_sitting(wishes: Iterable[Intent], world: World) -> list[str]:
    """What the person types in a sitting, which is held here."""
    return listen(wishes, world.session()).typed


def rehearse(journey: Journey, world: World) -> list[list[str]]:
    """The lines of all sittings, found by taking the journey in this process."""
    return [lines_of_a_sitting((wish for deed in deeds for wish in intents(deed, world)), world) for deeds in journey.sittings]


def travel(lines: list[list[str]], world: World) -> str:
    """Take the journey with these lines, each sitting a process of its own that is fed by a pipe; everything it said."""
    said = []
    for sitting in lines:
        done = subprocess.run(
            [*PROGRAM, "--state", str(world.state), "--plain", "--script", "-"],
            input="".join(f"{line}\n" for line in sitting).encode(),
            capture_output=True,
            cwd=world.folder,
            env={**os.environ, "PROTECT_MY_PHOTOS_TODAY": "2026-11-23"},
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), done
        said.append(done.stdout.decode())
    return "".join(said)
