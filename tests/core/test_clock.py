"""Which time limit runs at a place on a day."""

import pytest

from tests.making import TODAY, clock, day, library, regime, said, statement, when
from wizard.core.clock import SUGGESTED, clock_of
from wizard.core.law import Clock, Span
from wizard.core.period import due
from wizard.core.place import find_place

MONTH, WEEKS = clock("answer", "1 months"), clock("answer", "15 days")
LATER = clock("answer", "15 days", statement=statement(valid=Span(day("2027-01-01"), None)))
FOR_SOME = clock("answer", "15 days", statement=statement(when=when(path="mitigation")))


@pytest.mark.parametrize(
    ("clocks", "runs"),
    [
        ((), None),
        ((MONTH,), MONTH),
        ((clock("appeal", "1 months"),), None),
        ((MONTH, WEEKS), MONTH),
        ((LATER, MONTH), MONTH),
        ((FOR_SOME, MONTH), MONTH),
        ((LATER, FOR_SOME), None),
    ],
)
def test_the_first_clock_of_this_name_that_holds_here_and_today(clocks: tuple[Clock, ...], runs: Clock | None) -> None:
    """One that begins later, or is for others, does not run."""
    place = find_place(library(regimes={"eu": regime(clocks=clocks)}), said(country="DE"), TODAY)
    assert clock_of("answer", place, {"path": frozenset({"opt-out"})}, TODAY) == runs


def test_without_a_place_no_clock_runs() -> None:
    """What we suggest is another matter."""
    assert clock_of("answer", None, {}, TODAY) is None


def test_what_we_suggest_is_no_law() -> None:
    """Thirty days for an answer, two weeks when one writes again; a last day on a weekend moves to Monday."""
    assert {id: due(each, day("2026-11-23")).isoformat() for id, each in SUGGESTED.items()} == {
        "answer": "2026-12-23",
        "follow-up": "2026-12-07",
    }
    assert not any(each.statutory for each in SUGGESTED.values())
