"""Objection cases: one objection to Meta about one account, its status, what is due, and the one thing to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .content_models import EMPTY, OBJECTION, Outcome
from .date_format import format_date as in_words
from .escalation import (
    CONTESTED,
    LETTERS,
    NO_ANSWER,
    REMINDER,
    ObjectionHistory,
    alternative_text,
    expired_text,
    next_step_text,
    remaining_escalations,
)
from .event import Event
from .jurisdiction import Escalation, TimeLimit
from .period import roll_to_weekday
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
NO_OUTCOME = Outcome("", "", "", "open", recommend="Fill in Meta's form.", letter="objection")
ANSWERING_PARTY = {
    "complained": "The authority's answer",
    "followed-up": "Meta's answer to your follow-up",
    "complained-to-meta": "Meta's receipt",
}


class Objection(NamedTuple):
    """Where one objection stands on one day: status, due day with its reason, the one thing to do and what else one can.

    `place` and `facts` are those under which it was sent; `sent_from` says so where the person lives elsewhere today.
    """

    target: str
    title: str
    status: str
    since: date | None
    due: date | None
    due_reason: str
    recommendation: str
    interim_advice: str
    letter: str
    events: tuple[Event, ...]
    refused: bool = False
    place: Place | None = None
    facts: Facts = EMPTY
    sent_from: str = ""

    @property
    def name(self) -> str:
        """What the case is, in a line: "Objection, Facebook"."""
        return objection_title(self.target)

    @property
    def needs_action(self) -> bool:
        """Tell whether the person has something to do about it now."""
        return self.status not in ("waiting", "extended", "followed-up", "complained-to-meta", "complained", "granted", "closed")


def objection_title(target: str) -> str:
    """What a case is, by its target: "Objection, Facebook"; the third-party form is a request and no objection."""
    title = TITLES.get(target, target)
    return f"Objection, {title}" if target in TITLES and target != THIRD_PARTY else title


def assess_objection(
    target: str, events: Sequence[Event], outcomes: Mapping[str, Outcome], place: Place, facts: Facts, today: date
) -> Objection:
    """Status, due day and recommendation of one case: a pure function of its events, the place it was sent from and the day."""
    known = tuple(event for event in events if event.kind in outcomes)
    course = ObjectionHistory(known, outcomes, place, facts, today)
    latest = known[-1] if known else None
    outcome = outcomes[latest.kind] if latest else NO_OUTCOME
    end, clock = course.answer_deadline()
    day = roll_to_weekday(end) if end else None
    late = day is not None and today > day
    status = _status(outcome, running=day is not None, late=late)
    left = remaining_escalations(course, NO_ANSWER if late else status)
    on_ladder = late or not outcome.recommend or status == NO_ANSWER
    case = Objection(
        target=target,
        title=TITLES.get(target, target.removeprefix("case/")),
        status=status,
        since=latest.on if latest else None,
        due=None if late and status == NO_ANSWER else day,
        due_reason=_why_due(target, outcome, clock, end) if clock and end else "",
        recommendation=_escalation_advice(course, outcome, left, late=late)
        if on_ladder
        else _outcome_advice(course, outcome, left, day),
        interim_advice=outcome.interim_advice,
        letter=_fitting(target, facts, _letter(outcome, left, late=late) if on_ladder else outcome.letter),
        events=tuple(events),
        refused=course.refused,
        place=place,
        facts=facts,
    )
    return _with_last_day(case, course, left) if status in CONTESTED else case


def _status(outcome: Outcome, *, running: bool, late: bool) -> str:
    """What the case is: an answer is only missing once its time is over."""
    if outcome.status == NO_ANSWER:
        return WAITING if running and not late else NO_ANSWER
    return OVERDUE if late else outcome.status


def _escalation_advice(course: ObjectionHistory, outcome: Outcome, left: tuple[Escalation, ...], *, late: bool) -> str:
    """The next step of the ladder; where Meta owed an answer, that its time has passed."""
    end, clock = course.answer_deadline()
    over = expired_text(clock, end) if late and outcome.time_limit == "answer" and clock and end else ""
    return next_step_text(course, left, outcome, late=late, over=over)


def _outcome_advice(course: ObjectionHistory, outcome: Outcome, left: tuple[Escalation, ...], due: date | None) -> str:
    """What the outcome itself says, with the day on which an answer that seems missing is due, and what else one may do."""
    more = f"It ends on {in_words(due)}." if outcome.status == NO_ANSWER and due else ""
    also = alternative_text(course, left) if outcome.status in CONTESTED else ""
    return " ".join(filter(None, (outcome.recommend, more, also)))


def _with_last_day(case: Objection, course: ObjectionHistory, left: tuple[Escalation, ...]) -> Objection:
    """The case with the day on which the time for a complaint ends, where there is one and it is still to come."""
    rung = next((each for each in left if each.id != REMINDER), None)
    end = course.escalation_deadline(rung) if rung else None
    if end is None or end < course.today:
        return case
    return case._replace(due=end, due_reason=f"Your complaint about {case.title} must be in.")


def _letter(outcome: Outcome, left: tuple[Escalation, ...], *, late: bool) -> str:
    """The letter for the next rung; an answer that one writes back to has a letter of its own."""
    rung = left[0] if left else None
    if outcome.letter and not late and (rung is None or rung.id == REMINDER):
        return outcome.letter
    return LETTERS.get(rung.id, "") if rung else ""


def _fitting(target: str, facts: Facts, letter: str) -> str:
    """An objection in writing is for accounts; about what others shared one writes only without an account."""
    if target != THIRD_PARTY or letter != OBJECTION:
        return letter
    return WITHOUT_ACCOUNT if facts.get("services") == frozenset({"none"}) else ""


def _why_due(target: str, outcome: Outcome, clock: TimeLimit, end: date) -> str:
    why = [] if clock.statutory else ["a day that we suggest"]
    if roll_to_weekday(end) != end:
        why.append(f"the Monday, as the last day is a {WEEKEND[end.weekday()]}")
    who = ANSWERING_PARTY.get(outcome.status, "Meta's answer")
    because = f" ({'; '.join(why)})" if why else ""
    return f"{who} about {TITLES.get(target, target)} is due{because}."
