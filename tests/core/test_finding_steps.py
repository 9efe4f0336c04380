"""Each finding leads to one step: the first in the plan, or else the one with the most impact."""

import pytest

from tests.making import case, library, said, step, when
from wizard.core.content_models import Step
from wizard.core.finding_steps import steps_by_finding

APPS = "facebook.apps.active"
ELSEWHERE = when(country="FR")
"""The condition of steps that are not in the plan of a user in Germany."""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("small", 2, resolves=(APPS,)), step("great", 4, resolves=(APPS,))], "great"),
        ([step("planned", 1, resolves=(APPS,)), step("elsewhere", 5, resolves=(APPS,), when=ELSEWHERE)], "planned"),
        (
            [step("weak", 2, resolves=(APPS,), when=ELSEWHERE), step("strong", 4, resolves=(APPS,), when=ELSEWHERE)],
            "strong",
        ),
        ([step("other", 5)], None),
    ],
)
def test_a_finding_leads_to_the_best_step(steps: list[Step], expected: str | None) -> None:
    """A step of the plan comes before all others; a finding that nothing resolves is missing."""
    found = steps_by_finding(case(library(*steps), said(country="DE"))).get(APPS)
    assert found == (expected and f"privacy-settings/{expected}")
