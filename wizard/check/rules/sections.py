"""Rules for conditional sections: each condition has a section, each section has possible readers."""

from collections.abc import Iterator, Mapping

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.scenarios import all_scenarios, is_satisfiable

from .conditions import is_well_formed, known_values
from .steps import WAYS

LIMITS = "limits"


def orphan_condition(content: ContentTree) -> Iterator[Violation]:
    """A condition in the table `passages` belongs to a headed part of the same file."""
    for place, step in content.steps():
        ids = {section.id for section in step.sections}
        conditions = content.pages[place].fields.get("passages")
        for id in conditions if isinstance(conditions, Mapping) else ():
            if id not in ids:
                yield Violation(
                    f"{place} [passages.{id}]", f"There is no part with {{#{id}}} in the text.", did_you_mean(id, ids)
                )


def conditional_base_section(content: ContentTree) -> Iterator[Violation]:
    """A step has instructions and limits for every user who has it; sections with a condition are added to them."""
    for place, step in content.steps():
        for_all = {section.kind for section in step.sections if not section.when.alternatives}
        if any(section.kind in WAYS for section in step.sections) and not for_all.intersection(WAYS):
            yield Violation(
                place, "All that it says to do is under conditions.", "Leave one passage with taps without a condition."
            )
        if any(section.kind == LIMITS for section in step.sections) and LIMITS not in for_all:
            yield Violation(place, "All that it does not do is under conditions.", "Leave {#limits} without a condition.")


def unreachable_section(content: ContentTree) -> Iterator[Violation]:
    """Each section of a step is shown to some user who has the step in the plan."""
    for place, step in content.steps():
        for section in step.sections:
            conditions = (step.when, section.when)
            if not section.when.alternatives or not is_well_formed(known_values(content.library), *conditions):
                continue
            if not is_satisfiable(content, all_scenarios(content), *conditions):
                yield Violation(
                    f"{place} {{#{section.id}}}", "Nobody who has the step in the plan reads this.", "Mend its “when”."
                )
