"""The golden letters: every letter with all its blanks filled in, and four of them in every format.

When a letter is meant to change, write them anew and read the difference before you commit it:

    .venv/bin/python -m tests.export.letters_golden
    git diff tests/golden/letters

Nothing else writes them; a test only compares.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.letters import EVERYTHING, PLACES, first_place, given, optional, person, written
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.models import Letter
from wizard.export.letter import LETTER_FORMATS

GOLDEN = Path(__file__).parents[1] / "golden" / "letters"
IN_EVERY_FORMAT = ("objection-eu", "complaint-to-authority-br", "complaint-to-meta", "ask-friend")


def documents() -> dict[str, Callable[[], str]]:
    """The name of each golden file, and what must stand in it."""
    found: dict[str, Callable[[], str]] = {}
    for id, letter in load_shipped_content().letters.items():
        for ending in LETTER_FORMATS if id in IN_EVERY_FORMAT else ("txt",):
            found[f"{id}.{ending}"] = lambda letter=letter, ending=ending: full(letter, ending)  # type: ignore[misc]
    return found


def full(letter: Letter, ending: str) -> str:
    """The letter of somebody to whom everything happened and who filled in every blank."""
    case = person(PLACES[first_place(letter)], *EVERYTHING)
    return LETTER_FORMATS[ending](written(letter, case, given(letter, case, optional(letter))))


def write_anew() -> None:
    """Replace all golden files."""
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.iterdir():
        path.unlink()
    for name, write in documents().items():
        (GOLDEN / name).write_bytes(write().encode())
        sys.stdout.write(f"{GOLDEN / name}\n")


if __name__ == "__main__":
    write_anew()
