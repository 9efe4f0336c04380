"""Sentences that every face says."""

import pytest

from tests.making import case, event, form_step, library, said, step, taken_back
from wizard.core.jurisdiction import Period
from wizard.core.review_date import REVIEW_INTERVAL
from wizard.views import user_messages

HERE = said(country="DE", services="facebook")
MADE = library(step("first", gain="Better now.", minutes=4), step("second", requires="first", minutes=6), form_step("facebook"))
FIRST = "privacy-settings/first"


@pytest.mark.parametrize(
    ("target", "kind", "note", "expected"),
    [
        (FIRST, "done", "", "Better now. Next: Do objection/facebook-form, 5 min."),
        ("privacy-settings/second", "done", "", "Do second. Next: Do objection/facebook-form, 5 min."),
        (FIRST, "skipped", "I do not use this", "Left out: Do first."),
        (FIRST, "skipped", " ", "Left out: Do first. Without a reason it still counts as open."),
        (FIRST, "reopened", "", "Open again."),
        ("case/facebook", "sent", "", "Recorded. Objection, Facebook: waiting for Meta's answer."),
        ("gone/step", "done", "", ""),
    ],
)
def test_what_was_recorded(target: str, kind: str, note: str, expected: str) -> None:
    """The reward names what got better; a case says where it stands now."""
    found = case(MADE, HERE, event(target, kind, note=note))
    assert user_messages.recorded_message(found, target, kind, note) == expected


def test_what_was_taken_back() -> None:
    """In words, or that there was nothing."""
    done = event("first", "done")
    assert user_messages.undo_message(case(MADE, HERE, done, taken_back(done)), done) == "Taken back: Do first, done."
    assert user_messages.undo_message(case(MADE, HERE), None) == "There is nothing to take back."


def test_the_last_things_done_are_three_and_no_notes() -> None:
    """The newest first."""
    kinds = ("skipped", "done", "reopened", "done", "note")
    events = [event("first", kind, f"2026-11-0{number}") for number, kind in enumerate(kinds, 1)]
    assert [each.on.day for each in user_messages.recent_events(events)] == [4, 3, 2]


def test_an_answer_in_words() -> None:
    """What was said, what was skipped, what is still open."""
    found = case(MADE, {"country": ("DE",), "services": ()})
    words = [user_messages.answer_text(found, each, found.answers) for each in found.interview.questions]
    assert words == ["Land DE", "not answered yet", "skipped", "not answered yet"]


def test_a_row_says_where_a_step_stands_or_what_it_waits_for() -> None:
    """By the number of that step, where it is in the same list."""
    found = case(MADE, HERE)
    first, second = (found.step(f"privacy-settings/{name}") for name in ("first", "second"))
    assert first is not None
    assert second is not None
    assert user_messages.step_row_hint(found, second, {first.id: 1, second.id: 2}) == "6 min, after 1"
    assert user_messages.step_row_hint(found, second, {}) == "6 min, after Do first"
    done = case(MADE, HERE, event("first", "done", "2026-11-21"))
    entry = done.step(FIRST)
    assert entry is not None
    assert user_messages.step_row_hint(done, entry, {}) == "4 min, done"
    assert user_messages.step_status_text(done, entry) == "done, 2 days ago"


@pytest.mark.parametrize(
    ("minutes", "expected"), [(1, "No open step fits into this time."), (4, "1 step, 4 min: 27% of what is left of your plan.")]
)
def test_a_short_sitting(minutes: int, expected: str) -> None:
    """How much the best steps bring."""
    assert user_messages.quick_wins_summary(case(MADE, HERE), minutes) == expected


def test_nothing_is_open_any_more() -> None:
    """Said as it is."""
    assert user_messages.quick_wins_summary(case(library(), HERE), 10) == "Nothing is open."


def test_after_the_last_step_nothing_is_open() -> None:
    """It says when to look again: as long as the calendar says."""
    made = library(step("only", gain="Better now"))
    found = case(made, HERE, event("only", "done"))
    last = "Better now. Nothing is open. Look again in three months."
    assert user_messages.recorded_message(found, "privacy-settings/only", "done", "") == last
    assert Period(3, "months") == REVIEW_INTERVAL


@pytest.mark.parametrize(("new", "expected"), [(0, "0 events were"), (1, "1 event was"), (3, "3 events were")])
def test_what_was_merged(new: int, expected: str) -> None:
    """In the number that there were."""
    assert user_messages.merged_message(new) == f"Merged: {expected} new. Nothing was removed."


def test_the_size_of_a_plan() -> None:
    """The essentials with their share, then how much more there is."""
    assert user_messages.plan_size_summary(case(MADE, HERE)).startswith(
        "3 essential steps, about 15 min. They are 100% of the protection."
    )


@pytest.mark.parametrize(("services", "why"), [("facebook", True), ("instagram", False)])
def test_why_a_step_is_in_the_plan_is_said_only_if_it_is(services: str, why: bool) -> None:
    """Whoever finds another one by the search reads where it comes from, and no reason that does not hold."""
    asks = library(form_step("facebook"))
    found = case(asks, said(country="DE", services=services))
    entry = found.any_step("objection/facebook-form")
    assert entry is not None
    lines = user_messages.step_source_summary(found, entry)
    assert [line.startswith("Why it is here: ") for line in lines] == ([True, False] if why else [False])
