"""The golden letters: every letter with all its blanks filled in, and four of them in every format."""

from collections.abc import Callable

from tests.letters import EVERYTHING, PLACES, first_place, given, optional, person, written
from tests.making import REQUESTS
from wizard.content.content_loader import load_shipped_content
from wizard.core.letter.models import Letter
from wizard.export.letter import LETTER_FORMATS

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
    about = "" if "objection" in letter.about else next(kind.id for kind in REQUESTS.values() if kind.is_among(letter.about))
    case = person(PLACES[first_place(letter)], *(f"{each} {about}".rstrip() for each in EVERYTHING))
    return LETTER_FORMATS[ending](written(letter, case, given(letter, case, optional(letter))))
