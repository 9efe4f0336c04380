"""The day of what happened to a request, in lines: understood in words, said back, and never before the sending."""

from pathlib import Path

import pytest

from tests.plain.telling import HAMBURG, heard, session

CASE = "case/facebook"
BEFORE = "2 November 2026 is before 9 November 2026, the day on which you sent it. If you sent it earlier, record that day first."


def recorded(state: Path, *typed: str) -> tuple[str, list[tuple[str, str]]]:
    """What is said to someone who sent the form on 9 November, and what is recorded after that."""
    on = session(state, HAMBURG, [(CASE, "sent", "2026-11-09")])
    before = len(on.events)
    said = heard(on, "requests", "facebook", *typed)
    return said, [(event.kind, str(event.on)) for event in on.events[before:]]


@pytest.mark.parametrize(
    ("typed", "full", "day"),
    [
        ("last Sunday", "Sunday 22 November 2026.", "2026-11-22"),
        ("a week ago", "Monday 16 November 2026.", "2026-11-16"),
        ("two weeks ago", "Monday 9 November 2026.", "2026-11-09"),
    ],
)
def test_a_day_in_words_is_said_back_in_full(tmp_path: Path, typed: str, full: str, day: str) -> None:
    """Before it is recorded: whoever meant another day can still go back."""
    went_back, nothing = recorded(tmp_path / "back.json", "nothing", "receipt", "nothing", "only a receipt", typed, "b", "b")
    assert full in went_back
    assert nothing == []
    said, events = recorded(tmp_path / "state.json", "nothing", "only a receipt", typed, "")
    assert said.index(full) < said.index("Recorded.")
    assert events == [("receipt", day)]


def test_a_reply_before_the_sending_is_refused_at_once(tmp_path: Path) -> None:
    """Both days are named, and the question stands again; nothing is recorded that was not so."""
    said, events = recorded(tmp_path / "state.json", "nothing", "only a receipt", "2 Nov", "three weeks ago", "9 Nov", "")
    assert said.count(BEFORE) == 2
    assert events == [("receipt", "2026-11-09")]


def test_who_sent_it_earlier_records_that_first(tmp_path: Path) -> None:
    """As the sentence says."""
    on = session(tmp_path / "state.json", HAMBURG, [(CASE, "sent", "2026-11-09"), (CASE, "sent", "2026-10-01")])
    on.mark(CASE, "receipt", on.today.replace(day=2))
    assert on.events[-1].kind == "receipt"


def test_who_goes_back_is_offered_the_typed_day(tmp_path: Path) -> None:
    """Not today again: one Enter too many would record another day than the one that was said back."""
    said, events = recorded(tmp_path / "state.json", "nothing", "only a receipt", "a week ago", "b", "", "")
    assert "Enter takes: a week ago." in said
    assert events == [("receipt", "2026-11-16")]
