"""Rules for reach: whatever is written, somebody can come to read it."""

from collections.abc import Iterator, Sequence

from wizard.core.condition import Condition

from .conditions import known_values, makes_sense
from .finding import Flaw
from .homes import Home, homes, homes_under, meetable
from .mentions import statements
from .shelf import Shelf

WIDEN = "Mend its “when”; together with the place and the other answers it never holds."


def unreachable_question(shelf: Shelf) -> Iterator[Flaw]:
    """Every question is put to somebody."""
    for place, question in shelf.questions:
        if _never(shelf, homes(shelf), question.when):
            yield Flaw(f"{place} {question.id}", "Nobody is asked this.", WIDEN)


def unreachable_step(shelf: Shelf) -> Iterator[Flaw]:
    """For every step there is a country with answers that bring it into the plan, and so there is for its links."""
    for place, step in shelf.steps():
        if _never(shelf, homes(shelf), step.when):
            yield Flaw(place, "No answers bring this step into a plan.", WIDEN)
            continue
        for number, link in enumerate(step.links, 1):
            if link.when.alternatives and _never(shelf, homes(shelf), step.when, link.when):
                yield Flaw(f"{place} [[links]] {number}", "Nobody who has the step in the plan sees this link.", WIDEN)


def unreachable_statement(shelf: Shelf) -> Iterator[Flaw]:
    """Everything that a regime says, it says to somebody who lives under it."""
    for told in statements(shelf):
        under = homes_under(shelf, told.regime.id)
        if under and _never(shelf, under, told.statement.when):
            yield Flaw(told.place, "Nobody under this regime reads this.", WIDEN)


def _never(shelf: Shelf, where: Sequence[Home], *conditions: Condition) -> bool:
    """Tell whether conditions that make sense can never hold together; what makes no sense is for other rules to say."""
    return makes_sense(known_values(shelf.library), *conditions) and not meetable(shelf, where, *conditions)
