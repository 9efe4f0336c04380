"""What content is: small questions one may ask of it."""

import pytest

from tests.making import day, library, step
from wizard.core.content_models import StepSection


@pytest.mark.parametrize(("id", "today"), [("a", "c"), ("b", "c"), ("c", "c"), ("other", "other"), ("x", "x"), ("self", "self")])
def test_a_renamed_id_leads_to_the_present_one(id: str, today: str) -> None:
    """Over several renames; a circle in the list ends somewhere and does not hang."""
    made = library(retired={"a": "b", "b": "c", "x": "y", "y": "x", "self": "self"})
    assert made.current_id(id) == today


def test_questions_and_passages_are_found_by_id() -> None:
    """Or they are not there."""
    made = library(step("a", sections=(StepSection("web", "On the web", "1. Do."), StepSection("limits", "Limits", "None."))))
    found = made.steps["privacy-settings/a"].passage("limits")
    assert found
    assert found.title == "Limits"
    assert made.steps["privacy-settings/a"].passage("ios") is None
    assert made.question("services") is made.questions[2]
    assert made.question("unheard-of") is None


def test_the_content_stands_for_the_day_of_its_newest_step() -> None:
    """Without steps it stands for no day at all."""
    made = library(
        step("a", checked=day("2026-01-02")), step("b", checked=day("2026-03-04")), step("c", checked=day("2025-12-31"))
    )
    assert made.as_of == day("2026-03-04")
    assert library().as_of == day("0001-01-01")
