"""The ladder of a regime: what one can do next when an answer is missing or bad, in which words, and by which day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .content_models import Outcome
from .date_format import format_date
from .event import Event
from .jurisdiction import Escalation, Statement, TimeLimit
from .period import last_day, roll_to_weekday
from .place import Place, applicable_statements
from .time_limit import DEFAULT_LIMITS, find_time_limit

REMINDER = "remind"
"""The rung on which one writes to Meta once more: to remind it, or to answer what it wrote."""
EVENT_FOR_ESCALATION = {
    REMINDER: "follow-up",
    "appeal": "appeal",
    "grievance": "grievance",
    "complain-meta": "complaint-meta",
    "authority": "complaint",
}
"""Which event says that a rung of the regime's ladder was taken; the other rungs are beyond this program."""
LETTERS = {REMINDER: "follow-up-no-answer", "complain-meta": "complaint-to-meta", "authority": "complaint-to-authority"}
NO_ANSWER = "no-answer"
"""The status of a case in which Meta let the time pass."""
REFUSED = "refused"
CONTESTED = ("partly", REFUSED)
"""The statuses that an answer of Meta's brings about and that one need not put up with."""
ANSWERED = (*CONTESTED, "granted")
"""The statuses that tell what Meta decided."""


class ObjectionHistory(NamedTuple):
    """What happened in a case so far, with the place and the day: all that its next step follows from."""

    events: tuple[Event, ...]
    outcomes: Mapping[str, Outcome]
    place: Place
    facts: Facts
    today: date

    @property
    def current_round(self) -> tuple[Event, ...]:
        """What happened since the objection was last sent, the sending among it."""
        kinds = [event.kind for event in self.events]
        return self.events[len(kinds) - 1 - kinds[::-1].index("sent") :] if "sent" in kinds else self.events

    @property
    def refused(self) -> bool:
        """Tell whether Meta refused what was last sent, and has not granted it since, not even in part."""
        answers = [self.outcomes[event.kind].status for event in self.current_round]
        return [each for each in answers if each in ANSWERED][-1:] == [REFUSED]

    def time_limit(self, id: str) -> TimeLimit | None:
        """The clock that runs here and now, or the one that we suggest."""
        return find_time_limit(id, self.place, self.facts, self.today) or DEFAULT_LIMITS.get(id)

    def holds(self, statement: Statement) -> bool:
        """Tell whether this is said to the person today."""
        return bool(applicable_statements([statement], self.facts, self.today))

    def answer_deadline(self) -> tuple[date | None, TimeLimit | None]:
        """The day on which the time for an answer ends, and the clock that says so; receipts and silence do not start it."""
        latest = self.outcomes[self.events[-1].kind] if self.events else None
        clock = self.time_limit(latest.time_limit) if latest and latest.time_limit else None
        running = [each for each in self._outcomes() if clock and each[0].time_limit == clock.id and each[0].status != NO_ANSWER]
        if clock is None or not running:
            return None, None
        starts = [event.on for outcome, event in running if outcome.restarts_limit]
        extended = any(event.kind == "extended" for _, event in running if event in self.current_round)
        return last_day(clock, starts[-1] if starts else running[-1][1].on, extended=extended), clock

    def escalation_deadline(self, rung: Escalation) -> date | None:
        """The day on which the time for this step ends, where the law of the place sets one."""
        answers = [event.on for outcome, event in self._outcomes() if outcome.status in CONTESTED and event in self.current_round]
        sent = [event.on for event in self.events if event.kind == "sent"]
        found = []
        for clock in filter(None, map(self.time_limit, rung.limited_by)):
            start = answers if clock.start == "answer" else sent
            found += [last_day(clock, start[-1])] if start else []
        return min(found, default=None)

    def _outcomes(self) -> list[tuple[Outcome, Event]]:
        return [(self.outcomes[event.kind], event) for event in self.events]


def remaining_escalations(course: ObjectionHistory, status: str) -> tuple[Escalation, ...]:
    """The steps that fit a case of this status, above all that were taken; one meant for the status goes before the others."""
    taken = {event.kind for event in course.current_round}
    reached = {"", *(course.outcomes[kind].status for kind in taken)} - {NO_ANSWER} | {status}
    ladder = [each for each in course.place.regime.escalations if course.holds(each.statement)]
    climbed = [number for number, each in enumerate(ladder, 1) if EVENT_FOR_ESCALATION.get(each.id, each.id) in taken]
    left = [each for each in ladder[max(climbed, default=0) :] if each.after_status in reached]
    return tuple(sorted(left, key=lambda each: each.after_status != status))


def next_step_text(course: ObjectionHistory, left: tuple[Escalation, ...], outcome: Outcome, *, late: bool, over: str) -> str:
    """The next step in a few sentences; `over` says which time for Meta's answer has passed."""
    if not left:
        return "No further step is known for your place. Use the other steps of your plan."
    rung = left[0]
    answers = rung.id == REMINDER and bool(outcome.reply_advice) and not late
    said = [f"{rung.title}.", outcome.reply_advice if answers else rung.statement.text]
    said += [over] if over and rung.to == "meta" else []
    said += [_deadline_sentence(course.escalation_deadline(rung), course.today)]
    said += [alternative_text(course, left)] if answers else []
    return " ".join(filter(None, said))


def alternative_text(course: ObjectionHistory, left: tuple[Escalation, ...]) -> str:
    """What one may do instead of writing to Meta once more."""
    rung = next((each for each in left if each.id != REMINDER), None)
    end = course.escalation_deadline(rung) if rung else None
    if rung is None or (end and end < course.today):
        return ""
    return f"You can also {rung.title[0].lower()}{rung.title[1:]}. {_deadline_sentence(end, course.today)}".rstrip()


def expired_text(clock: TimeLimit, end: date) -> str:
    """That the time for an answer has passed, on which day, and whose time it was."""
    if clock.statutory:
        return f"The time that Meta had for an answer ended on {format_date(roll_to_weekday(end))}: say so."
    return f"The time that we suggest for an answer ended on {format_date(roll_to_weekday(end))}."


def _deadline_sentence(end: date | None, today: date) -> str:
    """Until when a step can be taken; nothing where no law says so."""
    if end is None:
        return ""
    over = f"The last day for it was {format_date(end)}. Use the other steps of your plan."
    return over if end < today else f"The last day for it is {format_date(end)}."
