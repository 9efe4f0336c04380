"""The steps that resolve the findings of an audit."""

from collections.abc import Mapping

from .snapshot import Snapshot


def steps_by_finding(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the id of the step that resolves each finding: the first in the plan, or else the one with the most impact.

    A finding that no step resolves is missing.
    """
    by_impact = sorted(snapshot.library.steps.values(), key=lambda step: -step.impact)
    steps: dict[str, str] = {}
    for step in (*(plan_step.step for plan_step in snapshot.steps), *by_impact):
        for finding_id in step.resolves:
            steps.setdefault(finding_id, step.id)
    return steps
