"""Where every step stands after what happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import CASE_KINDS, day, event, form_step, library, step, taken_back
from wizard.core.event import STEP_KINDS, Event
from wizard.core.progress import NOT_STARTED, Progress, StepStatus, fold

LIBRARY = library(
    form_step("facebook"),
    form_step("instagram"),
    step("a"),
    step("b"),
    retired={"privacy-settings/old": "privacy-settings/a", "privacy-settings/older": "privacy-settings/old"},
)
FORM, CASE = "objection/facebook-form", "case/facebook"


def stands(target: str, *events: Event) -> str:
    return fold(events, LIBRARY).status_of(target if "/" in target else f"privacy-settings/{target}").status


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ("", "open"),
        ("done", "done"),
        ("skipped", "skipped"),
        ("done reopened", "open"),
        ("done skipped", "skipped"),
        ("skipped done", "done"),
        ("reopened", "open"),
        ("done note", "done"),
        ("done answered", "done"),
        ("done from-a-later-version", "done"),
    ],
)
def test_the_latest_event_decides(kinds: str, status: str) -> None:
    """What is no outcome changes nothing."""
    assert stands("a", *(event("a", kind) for kind in kinds.split())) == status


def test_a_standing_knows_since_when_and_why() -> None:
    """Only a skipped step has a reason; it then no longer counts."""
    progress = fold([event("a", "skipped", "2026-11-20", note=" not mine \n"), event("b", "done", note="at last")], LIBRARY)
    assert progress.status_of("privacy-settings/a") == StepStatus("skipped", day("2026-11-20"), "not mine")
    assert progress.status_of("privacy-settings/b") == StepStatus("done", day("2026-11-23"))
    assert progress.status_of("privacy-settings/unheard-of") == NOT_STARTED


@pytest.mark.parametrize(
    ("standing", "counts"),
    [(NOT_STARTED, True), (StepStatus("done"), True), (StepStatus("skipped"), True), (StepStatus("skipped", None, "why"), False)],
)
def test_only_what_was_skipped_with_a_reason_no_longer_counts(standing: StepStatus, counts: bool) -> None:
    """Skipping alone does not make one safer."""
    assert standing.is_counted is counts


@pytest.mark.parametrize(
    ("happened", "form", "case_events"),
    [
        ([(FORM, "done")], "done", ["sent"]),
        ([(CASE, "sent")], "done", ["sent"]),
        ([(CASE, "prepared")], "open", ["prepared"]),
        ([(CASE, "sent"), (CASE, "refused")], "done", ["sent", "refused"]),
        ([(CASE, "sent"), (CASE, "reopened")], "open", ["sent", "reopened"]),
        ([(FORM, "done"), (FORM, "reopened")], "open", ["sent", "reopened"]),
        ([(FORM, "done"), (CASE, "sent")], "done", ["sent"]),
        ([(CASE, "sent"), (CASE, "refused"), (CASE, "sent")], "done", ["sent", "refused", "sent"]),
        ([(FORM, "skipped")], "skipped", []),
        ([("case/instagram", "sent")], "open", []),
    ],
)
def test_a_form_sent_is_an_objection_sent(happened: list[tuple[str, str]], form: str, case_events: list[str]) -> None:
    """And the other way round: one act, recorded wherever the person is."""
    progress = fold([event(target, kind) for target, kind in happened], LIBRARY)
    assert progress.status_of(FORM).status == form
    assert [each.kind for each in progress.requests.get(CASE, ())] == case_events


def test_the_case_keeps_day_and_words_of_the_step() -> None:
    """The clock runs from the day on which the form was sent."""
    progress = fold([event(FORM, "done", "2026-11-01", note="number 7")], LIBRARY)
    assert [(each.kind, each.on, each.note) for each in progress.requests[CASE]] == [("sent", day("2026-11-01"), "number 7")]


def test_renamed_steps_keep_their_progress() -> None:
    """An old id counts for what it is called today, over several renames."""
    assert stands("a", event("older", "done")) == "done"
    assert stands("a", event("old", "done"), event("a", "reopened")) == "open"


def test_notes_stay_with_what_they_are_about() -> None:
    """In the order in which they were written."""
    progress = fold([event("a", "note", note="one"), event(CASE, "note", note="two"), event("a", "note", note="three")], LIBRARY)
    assert [each.note for each in progress.notes["privacy-settings/a"]] == ["one", "three"]
    assert [each.note for each in progress.notes[CASE]] == ["two"]
    assert progress.requests == {}


_TARGETS = st.sampled_from(["a", "b", FORM, CASE, "case/instagram", "gone"])
_KINDS = st.sampled_from([*STEP_KINDS, *CASE_KINDS, "note", "answered", "odd"])
HISTORIES = st.lists(st.tuples(_TARGETS, _KINDS), max_size=8).map(
    lambda happened: [event(target, kind, id=str(number)) for number, (target, kind) in enumerate(happened)]
)


def _statuses(progress: Progress) -> dict[str, str]:
    return {id: standing.status for id, standing in progress.steps.items()}


@given(HISTORIES, st.sampled_from(["a", "b", FORM]), st.sampled_from(STEP_KINDS))
def test_marking_twice_is_marking_once(history: list[Event], target: str, kind: str) -> None:
    """A second tick is no second deed."""
    once = [*history, event(target, kind, id="x")]
    assert _statuses(fold([*once, event(target, kind, id="y")], LIBRARY)) == _statuses(fold(once, LIBRARY))


@given(HISTORIES, _TARGETS, _KINDS)
def test_taking_back_restores_what_was(history: list[Event], target: str, kind: str) -> None:
    """As if it had never been recorded."""
    latest = event(target, kind, id="x")
    assert fold([*history, latest, taken_back(latest)], LIBRARY) == fold(history, LIBRARY)
