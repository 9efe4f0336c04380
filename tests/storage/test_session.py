"""The one object that a face holds: each change is saved at once, and the case that follows is at hand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.making import CASE_KINDS, TODAY, day, form_step, library, said, step, when
from tests.storage.keeping import held
from wizard.commands.error_hints import command_error_text
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.errors import WizardError
from wizard.storage.session import NOTE_LENGTH, Session, parse_answers
from wizard.storage.store import Store

LIBRARY = library(
    form_step("facebook"),
    step("a"),
    step("b"),
    step("advocate/same"),
    step("limit-visibility/same"),
    retired={"privacy-settings/old": "privacy-settings/a"},
)
A = "privacy-settings/a"


def clock() -> Callable[[], datetime]:
    """Moments one second apart."""
    moments = (datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(seconds=number) for number in range(10_000))
    return lambda: next(moments)


def opens(path: Path, made: Library = LIBRARY) -> Session:
    """A face begins."""
    return Session(made, Store(path), TODAY, clock())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The state file of this session."""
    return tmp_path / "state.json"


def test_each_answer_is_saved_as_it_is_given(path: Path) -> None:
    """Text for one, a list for many, null for skipped; and an event that says when."""
    session = opens(path)
    session.answer("country", ["DE"])
    session.answer("services", ["instagram", "facebook"])
    session.answer("region", [])
    assert held(path)["answers"] == {"country": "DE", "services": ["facebook", "instagram"], "region": None}
    assert [(each["kind"], each["target"], each["value"]) for each in held(path)["events"]] == [
        ("answered", "country", "DE"),
        ("answered", "services", ["facebook", "instagram"]),
        ("answered", "region", None),
    ]
    assert opens(path).answers == said(country="DE", services="facebook instagram", region="")


def test_the_case_follows_at_once(path: Path) -> None:
    """Every change hands it out."""
    session = opens(path)
    assert session.snapshot.place is None
    case = session.record_answers({"region": ("DE-HH",), "country": ("DE",)})
    assert case is session.snapshot
    assert (case.place and case.place.name) == "Part DE-HH, Land DE"
    assert session.mark(A, "done").progress.status_of(A).status == "done"


def test_answers_are_all_taken_or_none(path: Path) -> None:
    """One that does not fit leaves the file as it was."""
    session = opens(path)
    session.answer("country", ["DE"])
    before = path.read_bytes()
    with raises_message("“myspace” is not an answer"):
        session.record_answers({"country": ("US",), "services": ("myspace",)})
    assert (path.read_bytes(), session.answers) == (before, said(country="DE"))


@pytest.mark.parametrize("moment", ["2026-11-22T23:30:00+00:00", "2026-11-23T12:00:00+00:00", "2026-11-24T10:30:00+00:00"])
def test_the_day_of_an_event_is_the_users_own(path: Path, moment: str) -> None:
    """East and west of Greenwich it is not always the day of the moment, which is kept in UTC."""
    session = Session(LIBRARY, Store(path), TODAY, lambda: datetime.fromisoformat(moment))
    session.answer("country", ["DE"])
    session.mark(A, "done")
    session.add_note(A, "a word")
    session.undo()
    assert {event.kind for event in session.events} == {"answered", "done", "note", "undone"}
    assert {event.on for event in session.events} == {TODAY}


def test_an_answer_can_be_taken_back(path: Path) -> None:
    """Then its question is open again."""
    session = opens(path)
    session.record_answers({"country": ("DE",), "form": ("opened",)})
    session.record_answers({"form": None})
    assert session.answers == said(country="DE")
    assert held(path)["events"][-1] | {"at": "", "id": ""} == {
        "at": "", "on": TODAY.isoformat(), "id": "", "kind": "answered", "target": "form", "value": None, "known": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (A, A),
        ("a", A),
        (" a ", A),
        ("privacy-settings/old", A),
        ("facebook-form", "objection/facebook-form"),
        ("case/facebook", "case/facebook"),
        ("advocate/same", "advocate/same"),
    ],
)
def test_a_target_is_understood(path: Path, text: str, target: str) -> None:
    """In full, by its last part where that is enough, or by a name from before."""
    assert opens(path).resolve_target(text) == target


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("same", "There is no step or request “same”. Did you mean advocate/same or limit-visibility/same?"),
        ("case/facebok", "There is no step or request “case/facebok”. Did you mean case/facebook?"),
        ("qqqqqq", "There is no step or request “qqqqqq”. `protect-my-photos plan` lists the steps."),
        ("", "There is no step or request “”. `protect-my-photos plan` lists the steps."),
        ("\x1b[2J\n", "There is no step or request “[2J”. `protect-my-photos plan` lists the steps."),
    ],
)
def test_a_target_that_is_none_says_what_may_be_meant(path: Path, text: str, sentence: str) -> None:
    """And what it repeats is harmless."""
    with pytest.raises(WizardError) as caught:
        opens(path).resolve_target(text)
    assert command_error_text(caught.value) == sentence


@pytest.mark.parametrize(
    ("target", "kind", "on", "sentence"),
    [
        ("a", "sent", None, "“sent” cannot be recorded for privacy-settings/a. Choose from: done, skipped, reopened."),
        ("a", "dome", None, "“dome” cannot be recorded for privacy-settings/a. Did you mean “done”?"),
        ("case/facebook", "done", None, "“done” cannot be recorded for case/facebook. "),
        ("case/facebook", "refusd", None, "“refusd” cannot be recorded for case/facebook. Did you mean “refused”?"),
        ("a", "done", "2026-11-24", "24 Nov 2026 lies in the future. Record it when it has happened."),
    ],
)
def test_what_cannot_have_happened_is_not_recorded(path: Path, target: str, kind: str, on: str | None, sentence: str) -> None:
    """What fits, and nothing is written."""
    with pytest.raises(WizardError) as caught:
        opens(path).mark(target, kind, day(on) if on else None)
    assert command_error_text(caught.value).startswith(sentence)
    assert not path.exists()


@pytest.mark.parametrize(("target", "kinds"), [("a", STEP_KINDS), ("case/facebook", CASE_KINDS)])
def test_everything_that_can_happen_can_be_recorded(path: Path, target: str, kinds: tuple[str, ...]) -> None:
    """On a day of the past too, with a note."""
    session = opens(path)
    for kind in kinds:
        session.mark(target, kind, day("2026-11-01"), "a word")
    events = held(path)["events"]
    assert [each["kind"] for each in events] == list(kinds)
    assert {(each["on"], each["note"]) for each in events} == {("2026-11-01", "a word")}
    assert len({each["id"] for each in events}) == len(kinds)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("", None),
        (" \n ", None),
        ("two\nlines", "two\nlines"),
        ("\x1b[31mred", "[31mred"),
        ("half \ud800", "half "),
        ("x" * 20_000, "x" * NOTE_LENGTH),
    ],
)
def test_a_note_is_kept_harmless_and_short(path: Path, note: str, kept: str | None) -> None:
    """Or not at all."""
    opens(path).mark("a", "done", note=note)
    assert held(path)["events"][0].get("note") == kept


def test_a_note_of_its_own(path: Path) -> None:
    """Beside the step, without changing where it stands."""
    session = opens(path)
    session.answer("country", ["KR"])
    entry = session.add_note("a", "asked Kim").step(A)
    assert entry
    assert ([each.note for each in entry.notes], entry.status) == (["asked Kim"], "open")


def test_the_last_record_is_taken_back(path: Path) -> None:
    """Again and again, never an answer, until there is nothing more; taking back is itself remembered."""
    session = opens(path)
    session.mark("a", "done")
    session.answer("country", ["DE"])
    session.mark("case/facebook", "sent")
    session.add_note("b", "a note")
    taken = [session.undo() for _ in range(4)]
    assert [(each.target, each.kind) if each else None for each in taken] == [
        ("privacy-settings/b", "note"),
        ("case/facebook", "sent"),
        (A, "done"),
        None,
    ]
    assert session.answers == said(country="DE")
    assert [each["kind"] for each in held(path)["events"]] == ["done", "answered", "sent", "note", "undone", "undone", "undone"]
    assert session.snapshot.done == 0


def test_another_window_is_heard(path: Path) -> None:
    """On reload, and before each change."""
    one, other = opens(path), opens(path)
    other.answer("country", ["DE"])
    assert one.snapshot.place is None
    assert one.reload().place
    other.mark("a", "done")
    assert one.mark("b", "done").done == 2


def test_settings_are_kept(path: Path) -> None:
    """Among them those of other versions."""
    path.write_text('{"schema": 1, "events": [], "settings": {"colour": "blue"}}')
    opens(path).set_setting("theme", "light")
    assert opens(path).settings == {"colour": "blue", "theme": "light"}


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("DE", ("DE",)),
        (["a", "b"], ("a", "b")),
        ([], ()),
        (None, ()),
        ("\x1b[1m DE\n", ("[1m DE",)),
        (5, ...),
        (["a", 5], ...),
        ({"a": 1}, ...),
        (True, ...),
    ],
)
def test_answers_of_a_file_are_read_as_far_as_they_are_answers(raw: object, read: object) -> None:
    """What is none is left aside; the file keeps it."""
    assert parse_answers({"country": raw}).get("country", ...) == read


def test_a_condition_on_the_form_is_met_at_once(path: Path) -> None:
    """“The form did not open”: the plan changes with that answer."""
    made = library(step("a"), step("advocate/b", when=when(path="mitigation")))
    session = opens(path, made)
    session.answer("country", ["DE"])
    assert len(session.snapshot.steps) == 1
    assert len(session.answer("form", ["not-opened"]).steps) == 2


def test_the_contact_book_is_made_of_events(path: Path) -> None:
    """By nickname, undone like everything else; an empty name and a kind that does not fit are refused."""
    session = opens(path)
    session.mark("contact/  Aunt  [b]Ma\n", "asked")
    session.mark("contact/Kim", "declined")
    session.mark("contact/Kim", "forgotten")
    assert [(each.nickname, each.status) for each in session.snapshot.contacts] == [("Aunt [b]Ma", "asked")]
    session.undo()
    assert [each.nickname for each in opens(path).snapshot.contacts] == ["Aunt [b]Ma", "Kim"]
    with raises_message("needs a nickname"):
        session.mark("contact/ \x1b", "asked")
    with raises_message("“sent” cannot be recorded for contact/Kim"):
        session.mark("contact/Kim", "sent")


def test_names_and_addresses_are_kept_on_request_and_forgotten_on_request(path: Path) -> None:
    """What is left empty does not clear what was kept; lines stay lines; what another hand wrote there does no harm."""
    session = opens(path)
    assert session.saved_letter_fields == {}
    session.save_letter_fields({"name": ["Kim"], "address": ["Road 1\nTown"]})
    session.save_letter_fields({"name": ["Kim Example"], "address": [""]})
    assert opens(path).saved_letter_fields == {"name": ("Kim Example",), "address": ("Road 1\nTown",)}
    session.clear_letter_fields()
    assert (opens(path).saved_letter_fields, held(path)["settings"]) == ({}, {})
    session.set_setting("letter-fields", {"name": "text", "email": [1, "a\x1b[2Jb"]})
    assert session.saved_letter_fields == {"email": ("a[2Jb",)}
