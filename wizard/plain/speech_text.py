"""The plan and its due dates in words for screen readers, without columns, boxes, addresses and ids."""

from collections.abc import Iterator

from wizard.core.snapshot import Snapshot
from wizard.export.plan.document import plan_document, plan_overview
from wizard.export.render_speech import spoken_lines
from wizard.views.user_messages import deadline_message


def spoken_plan(snapshot: Snapshot) -> Iterator[str]:
    """Yield the whole plan in short, one line for each item."""
    return spoken_lines(plan_overview(snapshot, snapshot.steps, with_objections=True))


def spoken_full_plan(snapshot: Snapshot) -> Iterator[str]:
    """Yield the plan with instructions, links, limits and sources."""
    return spoken_lines(plan_document(snapshot, snapshot.steps).blocks)


def spoken_deadlines(snapshot: Snapshot) -> Iterator[str]:
    """Return one line for each deadline, in the order of the days."""
    return (
        f"{'Overdue:' if each.due < snapshot.today else 'Due'} {deadline_message(snapshot, each)}" for each in snapshot.deadlines
    )
