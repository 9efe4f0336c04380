"""Rules for reach: whatever is written, somebody can come to read it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.references import located_statements
from wizard.check.scenarios import FACTS, Scenario, all_scenarios, is_satisfiable, minimal_answers, scenarios_for_regime
from wizard.core.condition import Condition

from .conditions import is_well_formed, known_values

WIDEN = "Mend its “when”; together with the place and the other answers it never holds."


def unreachable_question(shelf: ContentTree) -> Iterator[Violation]:
    """Every question is put to somebody."""
    for place, question in shelf.questions:
        if _never(shelf, all_scenarios(shelf), question.when):
            yield Violation(f"{place} {question.id}", "Nobody is asked this.", WIDEN)


def unreachable_step(shelf: ContentTree) -> Iterator[Violation]:
    """For every step there is a country with answers that bring it into the plan, and so there is for its links."""
    for place, step in shelf.steps():
        if _never(shelf, all_scenarios(shelf), step.when):
            yield Violation(place, "No answers bring this step into a plan.", WIDEN)
            continue
        for number, link in enumerate(step.links, 1):
            if link.when.alternatives and _never(shelf, all_scenarios(shelf), step.when, link.when):
                yield Violation(f"{place} [[links]] {number}", "Nobody who has the step in the plan sees this link.", WIDEN)


def unreachable_statement(shelf: ContentTree) -> Iterator[Violation]:
    """Everything that a regime says, it says to somebody who lives under it."""
    for told in located_statements(shelf):
        under = scenarios_for_regime(shelf, told.regime.id)
        if under and _never(shelf, under, told.statement.when):
            yield Violation(told.place, "Nobody under this regime reads this.", WIDEN)


def _never(shelf: ContentTree, where: Sequence[Scenario], *conditions: Condition) -> bool:
    """Tell whether conditions that make sense can never hold together; what makes no sense is for other rules to say."""
    return is_well_formed(known_values(shelf.library), *conditions) and not is_satisfiable(shelf, where, *conditions)


def empty_plan(shelf: ContentTree) -> Iterator[Violation]:
    """Whatever one answers, wherever one lives, there is a first thing to do."""
    library = shelf.library
    steps = [step.when for step in library.steps.values() if step.valid.holds(shelf.today)]
    if any(not when.alternatives for when in steps):
        return  # somebody for whom nothing else is written still has that step
    empty = (
        (home, answers)
        for home in all_scenarios(shelf)
        for answers, facts in minimal_answers(shelf, home)
        if not any(when.holds(facts) for when in steps)
    )
    for home, answers in islice(empty, 1):  # when one is mended, most of the others are
        said = " ".join(f"{id}={','.join(values)}" for id, values in answers.items() if id not in FACTS)
        place = f"countries.csv {home.place.country.alpha2}"
        yield Violation(place, f"There, “{said}” leads to an empty plan.", "Write a step for these people, or widen a “when”.")
