"""The calendar: right days, permanent identities, nothing of the person, and in the form that other programs read."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from tests.export.reading import read_calendar
from tests.making import TODAY, case, day, event, form_step, library, said, step
from tests.samples import PEOPLE, germany
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import Deadline, Snapshot
from wizard.export.calendar import build_calendar
from wizard.i18n import speaking

MADE = library(form_step("facebook"), form_step("instagram"), step("a"), step("b"))
ANSWERS = said(country="DE", services="facebook instagram")
SENT = (event("case/facebook", "sent", "2026-11-20"), event("case/instagram", "sent", "2026-11-02"))


def person(*happened: Any, today: date = TODAY) -> Snapshot:
    """Someone in Germany with two accounts."""
    return case(MADE, ANSWERS, *happened, today=today)


def test_each_deadline_is_a_day_and_so_is_looking_again() -> None:
    """The nearest first; whole days, that keep nobody busy."""
    found = read_calendar(build_calendar(person(*SENT)))
    assert [each["dtstart"].dt for each in found] == [day("2026-12-02"), day("2026-12-21"), day("2027-02-20")]
    assert [each["dtend"].dt - each["dtstart"].dt for each in found] == [timedelta(days=1)] * 3
    assert {each["dtstart"].params["VALUE"] for each in found} == {"DATE"}
    assert {str(each["transp"]) for each in found} == {"TRANSPARENT"}


@pytest.mark.parametrize(
    ("happened", "again"),
    [
        ((), "2027-02-23"),
        ((event("a", "done", "2026-11-02"),), "2027-02-02"),
        ((event("a", "done", "2026-11-02"), event("b", "done", "2026-10-01")), "2027-02-02"),
        ((event("a", "done", "2026-08-31"),), "2026-11-30"),
        ((event("a", "done", "2025-01-01"),), "2026-11-23"),
        ((event("a", "done", "2026-10-01"), event("b", "skipped", "2026-11-02", note="no")), "2027-01-01"),
        ((event("a", "done", "2026-10-01"), event("a", "reopened", "2026-10-02")), "2027-02-23"),
    ],
)
def test_one_looks_again_three_months_after_the_last_step(happened: tuple[Any, ...], again: str) -> None:
    """Counted from today where nothing is done; what is past is due today."""
    of = person(*happened)
    assert next_review_date(of) == day(again)
    (only,) = read_calendar(build_calendar(of))
    assert (only["dtstart"].dt, str(only["summary"])) == (day(again), "Look at your photo settings again")


def test_an_event_keeps_its_identity() -> None:
    """Whatever day the file is written, and whatever happened since: importing it again moves the event."""
    first, later = (
        [str(each["uid"]) for each in read_calendar(build_calendar(made))]
        for made in (person(*SENT), person(*SENT, event("case/facebook", "receipt", "2026-12-01"), today=day("2026-12-01")))
    )
    assert first == later
    assert len(set(first)) == 3
    assert all(re.fullmatch(r"[0-9a-f-]{36}@protect-my-photos", each) for each in first)


def test_the_same_day_gives_the_same_bytes() -> None:
    """No clock and no chance: the stamp is the day of the plan."""
    assert build_calendar(germany()) == build_calendar(germany())
    assert {each["dtstamp"].dt.isoformat() for each in read_calendar(build_calendar(germany()))} == {"2026-11-23T00:00:00+00:00"}


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_personal_is_told_unasked(name: str) -> None:
    """No account, no target, no place; calendars are often shared."""
    of = PEOPLE[name]()
    assert of.place
    assert not re.search(f"facebook|instagram|whatsapp|case/|meta|{of.place.name}", build_calendar(of), re.IGNORECASE)
    assert {str(each["class"]) for each in read_calendar(build_calendar(of))} == {"PRIVATE"}


def test_details_name_the_account() -> None:
    """For a calendar that one sees alone; the identity stays the same."""
    bare, full = read_calendar(build_calendar(person(*SENT))), read_calendar(build_calendar(person(*SENT), details=True))
    assert str(full[0]["summary"]) == "Meta's answer about Instagram is due."
    assert str(full[0]["description"]).startswith("Meta's answer about Instagram is due.\n")
    assert [each["uid"] for each in full] == [each["uid"] for each in bare]


def test_every_event_says_what_to_run_and_rings() -> None:
    """Two days before a date at nine in the morning; on the day itself for looking again."""
    found = read_calendar(build_calendar(person(*SENT), command=".venv/bin/protect-my-photos"))
    assert all(str(each["description"]).endswith(": .venv/bin/protect-my-photos status") for each in found)
    unnamed = read_calendar(build_calendar(person(*SENT)))
    assert all("Open the program protect-my-photos" in str(each["description"]) for each in unnamed)
    alarms = [each.walk("VALARM")[0] for each in found]
    assert {str(alarm["action"]) for alarm in alarms} == {"DISPLAY"}
    assert [str(alarm["description"]) for alarm in alarms] == [str(each["summary"]) for each in found]
    rings = [alarm["trigger"].dt for alarm in alarms]
    assert rings == [timedelta(hours=-39), timedelta(hours=-39), timedelta(hours=9)]


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_second_reader_agrees(name: str, details: bool) -> None:
    """The same days, words and identities."""
    text = build_calendar(PEOPLE[name](), details=details)
    (read,) = vobject.readComponents(text, validate=True)
    other = [(each.uid.value, each.dtstart.value, each.summary.value, each.description.value) for each in read.vevent_list]
    assert other == [
        tuple(_value(each, key) for key in ("uid", "dtstart", "summary", "description")) for each in read_calendar(text)
    ]


def _value(found: Any, key: str) -> object:
    return found[key].dt if key == "dtstart" else str(found[key])


@pytest.mark.parametrize("why", ["x" * 400, "ü" * 200, "한국" * 90, "😀" * 80, "a, b; c\\ d: “e”", "END:VEVENT\r\nBEGIN:VEVENT"])
def test_lines_have_the_form_that_the_standard_wants(why: str) -> None:
    """Lines end with CR LF and hold at most 75 bytes; letters are not torn; words stay words."""
    text = build_calendar(_with_deadline(why), details=True)
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None and b"\n" not in line and b"\r" not in line for line in lines)
    assert str(read_calendar(text)[0]["summary"]) == " ".join(why.split())
    assert len(read_calendar(text)) == 2


@given(st.text())
def test_no_words_break_the_calendar(why: str) -> None:
    """Whatever they are: two events, and not a line more than the words need."""
    text = build_calendar(_with_deadline(why), details=True)
    assert len(read_calendar(text)) == 2
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


class _Told(Snapshot):
    """A case with one deadline whose words are given."""

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        return (Deadline(f"case/{self.answers['words'][0]}", TODAY, self.answers["words"][0]),)


def _with_deadline(why: str) -> Snapshot:
    return _Told(**person()._asdict() | {"answers": {"words": (why,)}})


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("pt", "pt-BR"), ("pl", "pl")])
def test_texts_name_their_language(language: str, tag: str) -> None:
    """With the tag that other programs know (RFC 5646)."""
    with speaking(language):
        written = build_calendar(person(*SENT))
    assert {each["summary"].params["LANGUAGE"] for each in read_calendar(written)} == {tag}
