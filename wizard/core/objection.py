"""Objection cases: one objection to Meta about one account, its status, what is due, and the one thing to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .days import day as in_words
from .event import Event
from .ladder import AGAIN, CONTESTED, LETTERS, SILENT, Course, beside, rung_words, rungs_left, time_over
from .law import Clock, Escalation
from .library import NONE, OBJECTION, Outcome
from .period import weekday_from
from .place import Place

THIRD_PARTY = "case/third-party"
"""No objection: a request about what others shared."""
TITLES = {
    "case/facebook": "Facebook",
    "case/instagram": "Instagram",
    "case/whatsapp-ai": "Messages to Meta AI in WhatsApp",
    THIRD_PARTY: "Information from third parties",
}
WITHOUT_ACCOUNT = "non-user"
"""The letter by somebody who has no account."""
OVERDUE, WAITING = "overdue", "waiting"
WEEKEND = {5: "Saturday", 6: "Sunday"}
NOTHING = Outcome("", "", "", "open", recommend="Fill in Meta's form.", letter="objection")
WHO = {
    "complained": "The authority's answer",
    "followed-up": "Meta's answer to your follow-up",
    "complained-to-meta": "Meta's receipt",
}


class ObjectionCase(NamedTuple):
    """Where one objection stands on one day: status, due day with its reason, the one thing to do and what else one can.

    `place` and `facts` are those under which it was sent; `sent_from` says so where the person lives elsewhere today.
    """

    target: str
    title: str
    status: str
    since: date | None
    due: date | None
    why_due: str
    recommend: str
    meanwhile: str
    letter: str
    events: tuple[Event, ...]
    refused: bool = False
    place: Place | None = None
    facts: Facts = NONE
    sent_from: str = ""

    @property
    def name(self) -> str:
        """What the case is, in a line: "Objection, Facebook"."""
        return about(self.target)

    @property
    def needs_you(self) -> bool:
        """Tell whether the person has something to do about it now."""
        return self.status not in ("waiting", "extended", "followed-up", "complained-to-meta", "complained", "granted", "closed")


def about(target: str) -> str:
    """What a case is, by its target: "Objection, Facebook"; the third-party form is a request and no objection."""
    title = TITLES.get(target, target)
    return f"Objection, {title}" if target in TITLES and target != THIRD_PARTY else title


def follow(
    target: str, events: Sequence[Event], outcomes: Mapping[str, Outcome], place: Place, facts: Facts, today: date
) -> ObjectionCase:
    """Status, due day and recommendation of one case: a pure function of its events, the place it was sent from and the day."""
    known = tuple(event for event in events if event.kind in outcomes)
    course = Course(known, outcomes, place, facts, today)
    latest = known[-1] if known else None
    outcome = outcomes[latest.kind] if latest else NOTHING
    end, clock = course.end()
    day = weekday_from(end) if end else None
    late = day is not None and today > day
    status = _status(outcome, running=day is not None, late=late)
    left = rungs_left(course, SILENT if late else status)
    on_ladder = late or not outcome.recommend or status == SILENT
    case = ObjectionCase(
        target=target,
        title=TITLES.get(target, target.removeprefix("case/")),
        status=status,
        since=latest.on if latest else None,
        due=None if late and status == SILENT else day,
        why_due=_why_due(target, outcome, clock, end) if clock and end else "",
        recommend=_climb(course, outcome, left, late=late) if on_ladder else _keep(course, outcome, left, day),
        meanwhile=outcome.meanwhile,
        letter=_fitting(target, facts, _letter(outcome, left, late=late) if on_ladder else outcome.letter),
        events=tuple(events),
        refused=course.refused,
        place=place,
        facts=facts,
    )
    return _with_last_day(case, course, left) if status in CONTESTED else case


def _status(outcome: Outcome, *, running: bool, late: bool) -> str:
    """What the case is: an answer is only missing once its time is over."""
    if outcome.status == SILENT:
        return WAITING if running and not late else SILENT
    return OVERDUE if late else outcome.status


def _climb(course: Course, outcome: Outcome, left: tuple[Escalation, ...], *, late: bool) -> str:
    """The next step of the ladder; where Meta owed an answer, that its time has passed."""
    end, clock = course.end()
    over = time_over(clock, end) if late and outcome.clock == "answer" and clock and end else ""
    return rung_words(course, left, outcome, late=late, over=over)


def _keep(course: Course, outcome: Outcome, left: tuple[Escalation, ...], due: date | None) -> str:
    """What the outcome itself says, with the day on which an answer that seems missing is due, and what else one may do."""
    more = f"It ends on {in_words(due)}." if outcome.status == SILENT and due else ""
    also = beside(course, left) if outcome.status in CONTESTED else ""
    return " ".join(filter(None, (outcome.recommend, more, also)))


def _with_last_day(case: ObjectionCase, course: Course, left: tuple[Escalation, ...]) -> ObjectionCase:
    """The case with the day on which the time for a complaint ends, where there is one and it is still to come."""
    rung = next((each for each in left if each.id != AGAIN), None)
    end = course.last_day_for(rung) if rung else None
    if end is None or end < course.today:
        return case
    return case._replace(due=end, why_due=f"Your complaint about {case.title} must be in.")


def _letter(outcome: Outcome, left: tuple[Escalation, ...], *, late: bool) -> str:
    """The letter for the next rung; an answer that one writes back to has a letter of its own."""
    rung = left[0] if left else None
    if outcome.letter and not late and (rung is None or rung.id == AGAIN):
        return outcome.letter
    return LETTERS.get(rung.id, "") if rung else ""


def _fitting(target: str, facts: Facts, letter: str) -> str:
    """An objection in writing is for accounts; about what others shared one writes only without an account."""
    if target != THIRD_PARTY or letter != OBJECTION:
        return letter
    return WITHOUT_ACCOUNT if facts.get("services") == frozenset({"none"}) else ""


def _why_due(target: str, outcome: Outcome, clock: Clock, end: date) -> str:
    why = [] if clock.statutory else ["a day that we suggest"]
    if weekday_from(end) != end:
        why.append(f"the Monday, as the last day is a {WEEKEND[end.weekday()]}")
    who = WHO.get(outcome.status, "Meta's answer")
    because = f" ({'; '.join(why)})" if why else ""
    return f"{who} about {TITLES.get(target, target)} is due{because}."
