"""Days, times, shares and standings in words."""

import pytest

from tests.making import OUTCOMES, case, day, event, form_step, library, said, step
from wizard.core import formatting
from wizard.core.jurisdiction import CONFIDENCES
from wizard.core.place import PATHS
from wizard.core.plan_entries import Exposure
from wizard.core.request import OVERDUE

LIBRARY = library(form_step("facebook", minutes=5), step("a", 3, 60, "b"), step("b", 2, 15))
ANSWERS = said(country="DE", region="DE-HH", services="facebook")


def test_days_are_written_the_same_everywhere() -> None:
    """No locale, no ambiguity between day and month."""
    assert formatting.format_date(day("2026-11-03")) == "3 Nov 2026"
    assert formatting.format_weekday(day("2026-11-23")) == "Mon 23 Nov 2026"


@pytest.mark.parametrize(
    ("value", "distance"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-22", "yesterday"),
        ("2026-12-05", "in 12 days"),
        ("2026-11-20", "3 days ago"),
    ],
)
def test_how_far_a_day_lies(value: str, distance: str) -> None:
    """Seen from today."""
    assert formatting.relative_days(day(value), day("2026-11-23")) == distance


@pytest.mark.parametrize(
    ("minutes", "text"), [(5, "5 min"), (59, "59 min"), (60, "1 h"), (100, "1 h 40 min"), (120, "2 h"), (0, "0 min")]
)
def test_lengths_of_time(minutes: int, text: str) -> None:
    """Hours from sixty minutes on."""
    assert formatting.format_minutes(minutes) == text


@pytest.mark.parametrize(
    ("left", "total", "text"),
    [(0, 0, "100%"), (0, 10, "100%"), (10, 10, "0%"), (1, 1000, "99%"), (999, 1000, "1%"), (61, 100, "39%")],
)
def test_only_everything_done_is_everything(left: int, total: int, text: str) -> None:
    """A remainder never reads as 100%, and a first step never as 0%."""
    assert formatting.format_protection(Exposure(left, total)) == text


def test_a_heading_names_place_law_and_path() -> None:
    """The region comes first; without a country nothing is claimed."""
    assert formatting.place_heading(case(LIBRARY, ANSWERS)) == "Part DE-HH, Land DE · GDPR · you can object"
    assert formatting.place_heading(case(LIBRARY, {})) == "No country yet"


def test_the_lines_count_what_they_say() -> None:
    """Exposure says how it is counted; progress says how long the rest takes."""
    begun = case(LIBRARY, ANSWERS, event("b", "done"))
    assert (
        formatting.exposure_summary(begun) == "Your plan: 20% of the protection done (2 of 10 points; each step counts 1 to 5)."
    )
    assert formatting.progress_summary(begun).endswith(" In all 1 of 3 steps done, about 1 h 5 min left.")
    assert formatting.action_progress(begun.actions[1]) == "1 of 2"
    everything = case(LIBRARY, ANSWERS, *(event(id, "done") for id in LIBRARY.steps))
    assert formatting.progress_summary(everything).endswith(" In all 3 of 3 steps done.")


def test_a_step_waits_for_what_is_still_open() -> None:
    """Prerequisites that are done, or not in the plan, are not waited for."""
    fresh, begun = case(LIBRARY, ANSWERS), case(LIBRARY, ANSWERS, event("b", "done"))
    waiting = fresh.step("privacy-settings/a")
    assert waiting
    assert [each.id for each in formatting.open_prerequisites(fresh, waiting)] == ["privacy-settings/b"]
    assert formatting.open_prerequisites(begun, waiting) == ()


def test_every_status_path_and_confidence_has_words() -> None:
    """Nothing that the core can say is left to be shown as an id."""
    assert {outcome.status for outcome in OUTCOMES.values()} | {OVERDUE} == set(formatting.REQUEST_STATUS_WORDS)
    assert set(formatting.PATH) == set(PATHS.values())
    assert set(formatting.CONFIDENCE) == set(CONFIDENCES)
