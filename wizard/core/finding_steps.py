"""The steps that resolve the findings of an audit."""

from collections.abc import Mapping

from .content_models import Step
from .snapshot import Snapshot

_DELETION = "delete-your-data"
"""The action whose steps cannot be taken back, so that milder steps for the same finding come first."""


def steps_by_finding(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the id of the step that resolves each finding: the first in the plan, or else the one with the most impact.

    Of several the milder one is taken: a step that deletes comes after those that do not. A finding that no step resolves is
    missing.
    """
    planned = sorted((plan_step.step for plan_step in snapshot.steps), key=_is_deletion)
    by_impact = sorted(snapshot.library.steps.values(), key=lambda step: (_is_deletion(step), -step.impact))
    steps: dict[str, str] = {}
    for step in (*planned, *by_impact):
        for finding_id in step.resolves:
            steps.setdefault(finding_id, step.id)
    return steps


def _is_deletion(step: Step) -> bool:
    return step.action == _DELETION
