"""The journeys by arrow keys, in a terminal: the cursor is led to what is wanted, by what stands on the screen."""

from collections.abc import Iterator
from itertools import chain

from tests.journeys.deeds import Journey
from tests.journeys.intents import Intent, Keep, Letter1, Many, Pick, Place, Text, Yes, intents
from tests.journeys.terminal import Terminal
from tests.journeys.world import World

POINTER, ASKS = "»", "? "
DOWN, UP, ENTER, END_OF_LINES, CLEAR = "\x1b[B", "\x1b[A", "\r", "\x13", "\x01\x0b"
LEAVE = "q"
MARKS = "○● "


def travel(journey: Journey, world: World) -> None:
    """Take the journey, each sitting a process of its own in a terminal of its own."""
    for deeds in journey.sittings:
        with Terminal("--state", str(world.state), "--plain", folder=world.folder) as terminal:
            wishes: Iterator[Intent] = (wish for deed in deeds for wish in intents(deed, world))
            for asked, wish in enumerate(chain(wishes, [Letter1(LEAVE)]), 1):
                terminal.soon(lambda _, asked=asked: terminal.questions >= asked, f"question {asked}, for {wish}")  # type: ignore[misc]
                follow(wish, terminal)
                if wish == Letter1(LEAVE):
                    break
            assert terminal.ends() == 0


def follow(wish: Intent, terminal: Terminal) -> None:
    """Press the keys that one thing takes, once the screen asks for it."""
    match wish:
        case Pick(words):
            _lead_to(words, terminal)
            terminal.type(ENTER)
        case Many(words):
            for each in words:
                _lead_to(each, terminal)
                terminal.type(" ")
            terminal.soon(lambda lines: sum("●" in line for line in _rows(lines)) == len(words), f"{words} chosen")
            terminal.type(ENTER)
        case Place(name):
            terminal.soon(lambda lines: not _rows(lines), "a field for a place")
            terminal.type(f"{name}{ENTER}")
        case Text():
            _write(wish, terminal)
        case Keep(lines):
            terminal.soon(lambda shown: not _rows(shown), "a field")
            terminal.type(END_OF_LINES if lines else ENTER)
        case Yes():
            _lead_to("yes", terminal)
            terminal.type(ENTER)
        case Letter1(letter, in_text):
            terminal.soon(
                lambda shown: bool(_rows(shown)) is not in_text,
                f"a question that knows {letter}",
            )
            terminal.type(f"{CLEAR}{letter}{ENTER}" if in_text else letter)


def _write(wish: Text, terminal: Terminal) -> None:
    """Put a text into the field."""
    terminal.soon(lambda shown: not _rows(shown), "a field")
    terminal.type(f"{CLEAR}\x1b[200~{wish.text}\x1b[201~")
    terminal.type(END_OF_LINES if wish.lines else ENTER)


def _lead_to(words: str, terminal: Terminal) -> None:
    """Move the cursor to the row that begins with these words."""
    terminal.soon(lambda lines: any(_words(row).startswith(words) for row in _rows(lines)), f"a row “{words}”")
    rows = _rows(terminal.lines)
    target = next(number for number, row in enumerate(rows) if _words(row).startswith(words))
    at = next((number for number, row in enumerate(rows) if POINTER in row), -1)
    terminal.type((DOWN if target > at else UP) * abs(target - at))
    terminal.soon(
        lambda lines: any(POINTER in row and _words(row).startswith(words) for row in _rows(lines)), f"the cursor on “{words}”"
    )


def _rows(lines: list[str]) -> list[str]:
    """The rows of the list that is asked now: those below the last question, if there are any; further lines are indented."""
    begin = max((number for number, line in enumerate(lines) if line.startswith(ASKS)), default=len(lines))
    return [line for line in lines[begin + 1 :] if line.startswith((f" {POINTER}", "   ")) and not line.startswith("    ")]


def _words(row: str) -> str:
    return row.replace(POINTER, " ").lstrip(MARKS)
