"""Rules for reachability: every text has possible readers, all answers lead to a plan."""

from collections.abc import Iterator, Sequence
from itertools import islice

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.references import located_statements
from wizard.check.scenarios import FACTS, Scenario, all_scenarios, is_satisfiable, minimal_answers, scenarios_for_regime
from wizard.core.condition import Condition

from .conditions import is_well_formed, known_values

WIDEN = "Mend its “when”; together with the place and the other answers it never holds."


def unreachable_question(content: ContentTree) -> Iterator[Violation]:
    """Every question is asked of some user."""
    for place, question in content.questions:
        if _is_unsatisfiable(content, all_scenarios(content), question.when):
            yield Violation(f"{place} {question.id}", "Nobody is asked this.", WIDEN, fields=("when",))


def unreachable_step(content: ContentTree) -> Iterator[Violation]:
    """For every step there is a country with answers that bring it into the plan, and so there is for its links."""
    for place, step in content.steps():
        if _is_unsatisfiable(content, all_scenarios(content), step.when):
            yield Violation(place, "No answers bring this step into a plan.", WIDEN, fields=("when",))
            continue
        for number, link in enumerate(step.links, 1):
            if link.when.alternatives and _is_unsatisfiable(content, all_scenarios(content), step.when, link.when):
                yield Violation(
                    f"{place} [[links]] {number}", "Nobody who has the step in the plan sees this link.", WIDEN, fields=("when",)
                )


def unreachable_statement(content: ContentTree) -> Iterator[Violation]:
    """Every statement of a regime is shown to some user who lives under it."""
    for located in located_statements(content):
        scenarios = scenarios_for_regime(content, located.regime.id)
        if scenarios and _is_unsatisfiable(content, scenarios, located.statement.when):
            yield Violation(located.place, "Nobody under this regime reads this.", WIDEN, fields=("when",))


def _is_unsatisfiable(content: ContentTree, scenarios: Sequence[Scenario], *conditions: Condition) -> bool:
    """Return True if the conditions are well-formed (see other rules) but can never hold together."""
    return is_well_formed(known_values(content.library), *conditions) and not is_satisfiable(content, scenarios, *conditions)


def empty_plan(content: ContentTree) -> Iterator[Violation]:
    """Whatever users answer, and wherever they live, there is a first thing to do."""
    library = content.library
    steps = [step.when for step in library.steps.values() if step.valid.holds(content.today)]
    if any(not when.alternatives for when in steps):
        return  # a step without a condition is in every plan
    empty = (
        (scenario, answers)
        for scenario in all_scenarios(content)
        for answers, facts in minimal_answers(content, scenario)
        if not any(when.holds(facts) for when in steps)
    )
    for scenario, answers in islice(empty, 1):  # one report is enough: one correction usually solves most of them
        answered = " ".join(f"{id}={','.join(values)}" for id, values in answers.items() if id not in FACTS)
        place = f"countries.csv {scenario.place.country.alpha2}"
        yield Violation(
            place, f"There, “{answered}” leads to an empty plan.", "Write a step for these people, or widen a “when”."
        )
