"""The ladder of a regime: what one can do next when an answer is missing or bad, in which words, and by which day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .clock import SUGGESTED, clock_of
from .condition import Facts
from .days import day
from .event import Event
from .law import Clock, Escalation, Statement
from .library import Outcome
from .period import last_day, weekday_from
from .place import Place, told

AGAIN = "remind"
"""The rung on which one writes to Meta once more: to remind it, or to answer what it wrote."""
RUNGS = {
    AGAIN: "follow-up",
    "appeal": "appeal",
    "grievance": "grievance",
    "complain-meta": "complaint-meta",
    "authority": "complaint",
}
"""Which event says that a rung of the regime's ladder was taken; the other rungs are beyond this program."""
LETTERS = {AGAIN: "follow-up-no-answer", "complain-meta": "complaint-to-meta", "authority": "complaint-to-authority"}
SILENT = "no-answer"
"""The status of a case in which Meta let the time pass."""
REFUSED = "refused"
CONTESTED = ("partly", REFUSED)
"""The statuses that an answer of Meta's brings about and that one need not put up with."""
ANSWERED = (*CONTESTED, "granted")
"""The statuses that tell what Meta decided."""


class Course(NamedTuple):
    """What happened in a case so far, with the place and the day: all that its next step follows from."""

    events: tuple[Event, ...]
    outcomes: Mapping[str, Outcome]
    place: Place
    facts: Facts
    today: date

    @property
    def this_time(self) -> tuple[Event, ...]:
        """What happened since the objection was last sent, the sending among it."""
        kinds = [event.kind for event in self.events]
        return self.events[len(kinds) - 1 - kinds[::-1].index("sent") :] if "sent" in kinds else self.events

    @property
    def refused(self) -> bool:
        """Tell whether Meta refused what was last sent, and has not granted it since, not even in part."""
        answers = [self.outcomes[event.kind].status for event in self.this_time]
        return [each for each in answers if each in ANSWERED][-1:] == [REFUSED]

    def clock(self, id: str) -> Clock | None:
        """The clock that runs here and now, or the one that we suggest."""
        return clock_of(id, self.place, self.facts, self.today) or SUGGESTED.get(id)

    def holds(self, statement: Statement) -> bool:
        """Tell whether this is said to the person today."""
        return bool(told([statement], self.facts, self.today))

    def end(self) -> tuple[date | None, Clock | None]:
        """The day on which the time for an answer ends, and the clock that says so; receipts and silence do not start it."""
        latest = self.outcomes[self.events[-1].kind] if self.events else None
        clock = self.clock(latest.clock) if latest and latest.clock else None
        running = [each for each in self._outcomes() if clock and each[0].clock == clock.id and each[0].status != SILENT]
        if clock is None or not running:
            return None, None
        starts = [event.on for outcome, event in running if outcome.restarts]
        extended = any(event.kind == "extended" for _, event in running if event in self.this_time)
        return last_day(clock, starts[-1] if starts else running[-1][1].on, extended=extended), clock

    def last_day_for(self, rung: Escalation) -> date | None:
        """The day on which the time for this step ends, where the law of the place sets one."""
        answers = [event.on for outcome, event in self._outcomes() if outcome.status in CONTESTED and event in self.this_time]
        sent = [event.on for event in self.events if event.kind == "sent"]
        found = []
        for clock in filter(None, map(self.clock, rung.by)):
            start = answers if clock.start == "answer" else sent
            found += [last_day(clock, start[-1])] if start else []
        return min(found, default=None)

    def _outcomes(self) -> list[tuple[Outcome, Event]]:
        return [(self.outcomes[event.kind], event) for event in self.events]


def rungs_left(course: Course, status: str) -> tuple[Escalation, ...]:
    """The steps that fit a case of this status, above all that were taken; one meant for the status goes before the others."""
    taken = {event.kind for event in course.this_time}
    reached = {"", *(course.outcomes[kind].status for kind in taken)} - {SILENT} | {status}
    ladder = [each for each in course.place.regime.escalations if course.holds(each.statement)]
    climbed = [number for number, each in enumerate(ladder, 1) if RUNGS.get(each.id, each.id) in taken]
    left = [each for each in ladder[max(climbed, default=0) :] if each.after in reached]
    return tuple(sorted(left, key=lambda each: each.after != status))


def rung_words(course: Course, left: tuple[Escalation, ...], outcome: Outcome, *, late: bool, over: str) -> str:
    """The next step in a few sentences; `over` says which time for Meta's answer has passed."""
    if not left:
        return "No further step is known for your place. Use the other steps of your plan."
    rung = left[0]
    answers = rung.id == AGAIN and bool(outcome.again) and not late
    said = [f"{rung.title}.", outcome.again if answers else rung.statement.text]
    said += [over] if over and rung.to == "meta" else []
    said += [_until(course.last_day_for(rung), course.today)]
    said += [beside(course, left)] if answers else []
    return " ".join(filter(None, said))


def beside(course: Course, left: tuple[Escalation, ...]) -> str:
    """What one may do instead of writing to Meta once more."""
    rung = next((each for each in left if each.id != AGAIN), None)
    end = course.last_day_for(rung) if rung else None
    if rung is None or (end and end < course.today):
        return ""
    return f"You can also {rung.title[0].lower()}{rung.title[1:]}. {_until(end, course.today)}".rstrip()


def time_over(clock: Clock, end: date) -> str:
    """That the time for an answer has passed, on which day, and whose time it was."""
    if clock.statutory:
        return f"The time that Meta had for an answer ended on {day(weekday_from(end))}: say so."
    return f"The time that we suggest for an answer ended on {day(weekday_from(end))}."


def _until(end: date | None, today: date) -> str:
    """Until when a step can be taken; nothing where no law says so."""
    if end is None:
        return ""
    over = f"The last day for it was {day(end)}. Use the other steps of your plan."
    return over if end < today else f"The last day for it is {day(end)}."
