"""When something applies: every named fact must have one of its values, in at least one alternative."""

import pytest

from tests.making import when
from wizard.core.condition import ALWAYS, Condition

FACTS = {"services": frozenset({"facebook", "threads"}), "path": frozenset({"opt-out"}), "region": frozenset[str]()}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (ALWAYS, True),
        (when(services="facebook"), True),
        (when(services="instagram threads"), True),
        (when(services="instagram"), False),
        (when(services="facebook", path="opt-out"), True),
        (when(services="facebook", path="mitigation"), False),
        (when({"path": "mitigation"}, {"services": "threads"}), True),
        (when({"path": "mitigation"}, {"services": "instagram"}), False),
        (when(region="DE-HH"), False),
        (when(unheard_of="yes"), False),
    ],
)
def test_a_condition_holds_or_not(condition: Condition, holds: bool) -> None:
    """All names of one alternative decide; a fact that is not known has no value."""
    assert condition.holds(FACTS) is holds


def test_a_condition_tells_what_it_looks_at() -> None:
    """The content check and the explanations ask for the names."""
    assert when({"path": "opt-out"}, {"services": "facebook", "form": "opened"}).fact_names() == {"path", "services", "form"}
    assert ALWAYS.fact_names() == frozenset()
