"""Rules for reach: whatever is written, somebody can come to read it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from wizard.core.condition import Condition

from .conditions import known_values, makes_sense
from .finding import Flaw
from .homes import FACTS, Home, homes, homes_under, meetable, smallest_ways
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


def empty_plan(shelf: Shelf) -> Iterator[Flaw]:
    """Whatever one answers, wherever one lives, there is a first thing to do."""
    library = shelf.library
    steps = [step.when for step in library.steps.values() if step.valid.holds(shelf.today)]
    if any(not when.alternatives for when in steps):
        return  # somebody for whom nothing else is written still has that step
    empty = (
        (home, answers)
        for home in homes(shelf)
        for answers, facts in smallest_ways(shelf, home)
        if not any(when.holds(facts) for when in steps)
    )
    for home, answers in islice(empty, 1):  # when one is mended, most of the others are
        said = " ".join(f"{id}={','.join(values)}" for id, values in answers.items() if id not in FACTS)
        place = f"countries.csv {home.place.country.alpha2}"
        yield Flaw(place, f"There, “{said}” leads to an empty plan.", "Write a step for these people, or widen a “when”.")
