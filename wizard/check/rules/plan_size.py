"""Rules for whole plans: short enough to finish, and what matters first.

Each rule reports the first plan that breaks it: one correction usually mends the others too.
"""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.sample_plans import sample_plans
from wizard.core.account import SERVICES, enterable_services
from wizard.core.place import MITIGATION
from wizard.core.plan import ESSENTIAL_MINUTES, MAX_ESSENTIALS, MIN_ESSENTIALS, is_objection_form

SHORT_STEP_MINUTES = 20
"""A step of fewer minutes is short: five such steps fit among the essentials, but only two longer ones."""
MAX_STEPS = 25
"""The most steps of a plan."""
QUICK_MINUTES = 10
"""A short sitting, which must hold an objection form where there is one."""
PLACE = "actions"


def long_plan(content: ContentTree) -> Iterator[Violation]:
    """A plan is short enough to be finished."""
    for user, snapshot, _ in sample_plans(content):
        if snapshot.total > MAX_STEPS:
            what = f"The plan of {user} has {snapshot.total} steps; {MAX_STEPS} is the most."
            yield Violation(PLACE, what, "Make steps part of others, or narrow a “when”.")
            return


def number_of_essentials(content: ContentTree) -> Iterator[Violation]:
    """A plan begins with a few essentials that can be done in one sitting."""
    for user, snapshot, _ in sample_plans(content):
        number, minutes = len(snapshot.essential_steps), snapshot.essentials.minutes
        minimum = min(MIN_ESSENTIALS, sum(entry.step.minutes < SHORT_STEP_MINUTES for entry in snapshot.steps))
        if not minimum <= number <= MAX_ESSENTIALS or minutes > ESSENTIAL_MINUTES:
            what = f"The plan of {user} begins with {number} essentials in {minutes} minutes."
            limits = f"{MIN_ESSENTIALS} to {MAX_ESSENTIALS} steps that fit into {ESSENTIAL_MINUTES} minutes"
            yield Violation(PLACE, what, f"Choose “essential” so that it begins with {limits}.")
            return


def weak_essentials(content: ContentTree) -> Iterator[Violation]:
    """The essentials alone are at least half of the protection."""
    for user, snapshot, is_named in sample_plans(content):
        impact = sum(entry.step.impact for entry in snapshot.essential_steps)
        if is_named and 2 * impact < snapshot.exposure.total:
            what = f"The essentials of {user} have {impact} of {snapshot.exposure.total} points of impact."
            yield Violation(PLACE, what, "Declare the steps “essential” that protect these people most.")
            return


def objection_not_first(content: ContentTree) -> Iterator[Violation]:
    """Where Meta's form is expected, the plan begins with it, and ten minutes are enough for it."""
    for user, snapshot, _ in sample_plans(content):
        forms = {entry.id for entry in snapshot.steps if entry.step.records and is_objection_form(entry.step)}
        services = snapshot.interview.facts.get(SERVICES, frozenset())
        uses_form = enterable_services(content.library, snapshot.accounts, services) & {"facebook", "instagram"}
        if snapshot.place is None or snapshot.place.path == MITIGATION or not uses_form:
            continue
        quick = {entry.id for entry in snapshot.best_within(QUICK_MINUTES)}
        if not snapshot.steps or snapshot.steps[0].id not in forms or not forms & quick:
            what = f"The plan of {user} does not begin with an objection form that fits into {QUICK_MINUTES} minutes."
            yield Violation(PLACE, what, "Give the form “essential = true” and “leads = true”, and make it short.")
            return
