"""The country by name: what a typed text finds, and the guess that is offered but never assumed."""

from wizard.core.library import Library

from .talk import Talk
from .teller import Finds, Row, Seek

OTHER = "Or type another name."


def seeker(library: Library) -> Seek:
    """The search over all places, as rows."""

    def seek(text: str) -> Finds:
        from wizard.services.place_search import find_places

        found = find_places(library, text)
        rows = tuple(Row(*each) for each in found.rows)
        return Finds(rows, found.chosen, OTHER if rows else found.doubt, found.doubt)

    return seek


def place_help() -> str:
    """What can be typed; the search is loaded only where one is asked for a place."""
    from wizard.services.place_search import HOW

    return HOW


def at_first(talk: Talk, given: tuple[str, ...]) -> Finds:
    """What is offered before anything is typed: the answer so far, else what this computer's settings suggest."""
    from wizard.services.place_search import HOW, guessed_place

    library = talk.case.library
    answered = library.countries.get(next(iter(given), ""))
    if answered:
        return Finds((Row(answered.alpha2, answered.name, "your answer so far"),), answered.alpha2, OTHER)
    guessed = guessed_place(library, talk.env)
    return Finds((Row(*guessed),), remark=OTHER) if guessed else Finds((), remark=HOW)
