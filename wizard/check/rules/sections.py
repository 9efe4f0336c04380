"""Rules for passages that hold for some readers only: each condition has its passage, and each passage a reader."""

from collections.abc import Iterator, Mapping

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.scenarios import all_scenarios, is_satisfiable

from .conditions import is_well_formed, known_values
from .steps import WAYS

LIMITS = "limits"


def orphan_condition(shelf: ContentTree) -> Iterator[Violation]:
    """A condition in the table `passages` belongs to a headed part of the same file."""
    for place, step in shelf.steps():
        ids = {passage.id for passage in step.sections}
        told = shelf.pages[place].fields.get("passages")
        for id in told if isinstance(told, Mapping) else ():
            if id not in ids:
                yield Violation(
                    f"{place} [passages.{id}]", f"There is no part with {{#{id}}} in the text.", did_you_mean(id, ids)
                )


def conditional_base_section(shelf: ContentTree) -> Iterator[Violation]:
    """Everybody who has the step is told what to do and what it does not do; what only some need to know comes on top."""
    for place, step in shelf.steps():
        for_all = {passage.kind for passage in step.sections if not passage.when.alternatives}
        if any(passage.kind in WAYS for passage in step.sections) and not for_all.intersection(WAYS):
            yield Violation(
                place, "All that it says to do is under conditions.", "Leave one passage with taps without a condition."
            )
        if any(passage.kind == LIMITS for passage in step.sections) and LIMITS not in for_all:
            yield Violation(place, "All that it does not do is under conditions.", "Leave {#limits} without a condition.")


def unreachable_section(shelf: ContentTree) -> Iterator[Violation]:
    """Somebody who has the step in the plan reads each of its passages."""
    for place, step in shelf.steps():
        for passage in step.sections:
            conditions = (step.when, passage.when)
            if not passage.when.alternatives or not is_well_formed(known_values(shelf.library), *conditions):
                continue
            if not is_satisfiable(shelf, all_scenarios(shelf), *conditions):
                yield Violation(
                    f"{place} {{#{passage.id}}}", "Nobody who has the step in the plan reads this.", "Mend its “when”."
                )
