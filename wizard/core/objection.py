"""Objection cases: one objection to Meta about one account, its status, what is due, and the one thing to do."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .condition import Facts
from .event import Event
from .law import Clock, Escalation, Period, Statement
from .library import Outcome
from .period import last_day, weekday_from
from .place import Place, told

OURS = Statement("", "confirmed")
SUGGESTED = {
    "answer": Clock("answer", Period(30, "days"), "receipt", OURS, statutory=False),
    "follow-up": Clock("follow-up", Period(14, "days"), "receipt", OURS, statutory=False),
}
"""What we suggest where a regime sets no time."""
THIRD_PARTY = "case/third-party"
"""No objection: a request about what others shared."""
TITLES = {
    "case/facebook": "Facebook",
    "case/instagram": "Instagram",
    "case/whatsapp-ai": "Messages to Meta AI in WhatsApp",
    THIRD_PARTY: "Information from third parties",
}
RUNGS = {
    "remind": "follow-up",
    "appeal": "appeal",
    "grievance": "grievance",
    "complain-meta": "complaint-meta",
    "authority": "complaint",
}
"""Which event says that a rung of the regime's ladder was taken; the other rungs are beyond this program."""
LETTERS = {"remind": "follow-up-no-answer", "complain-meta": "complaint-to-meta", "authority": "complaint-to-authority"}
OVERDUE = "overdue"
WEEKEND = {5: "Saturday", 6: "Sunday"}
NOTHING = Outcome("", "", "", "open", recommend="Fill in Meta's form.", letter="objection")
WHO = {
    "complained": "The authority's answer",
    "followed-up": "Meta's answer to your follow-up",
    "complained-to-meta": "Meta's receipt",
}


class ObjectionCase(NamedTuple):
    """Where one objection stands on one day: status, due day with its reason, the one thing to do and what else one can."""

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
    """Status, due day and recommendation of one case: a pure function of its events, the place and the day."""
    known = [event for event in events if event.kind in outcomes]
    latest = known[-1] if known else None
    outcome = outcomes[latest.kind] if latest else NOTHING
    end, clock = _end(known, outcomes, place, facts, today)
    day = weekday_from(end) if end else None
    late = day is not None and today > day
    rung = _next_rung(known, outcomes, place, facts, today)
    on_ladder = late or not outcome.recommend
    return ObjectionCase(
        target=target,
        title=TITLES.get(target, target.removeprefix("case/")),
        status=OVERDUE if late else outcome.status,
        since=latest.on if latest else None,
        due=day,
        why_due=_why_due(target, outcome, clock, end) if clock and end else "",
        recommend=_rung_words(rung) if on_ladder else outcome.recommend,
        meanwhile=outcome.meanwhile,
        letter=_letter(outcome, rung, late=late) if on_ladder else outcome.letter,
        events=tuple(events),
    )


def _end(
    events: Sequence[Event], outcomes: Mapping[str, Outcome], place: Place, facts: Facts, today: date
) -> tuple[date | None, Clock | None]:
    """The day on which the time for an answer ends, and the clock that says so; a receipt does not start it anew."""
    if not events or not outcomes[events[-1].kind].clock:
        return None, None
    latest = outcomes[events[-1].kind]
    clock = _clock(latest.clock, place, facts, today)
    if clock is None:
        return None, None
    running = [event for event in events if outcomes[event.kind].clock == latest.clock]
    starts = [event.on for event in running if outcomes[event.kind].restarts]
    extended = any(event.kind == "extended" for event in running)
    return last_day(clock, starts[-1] if starts else running[-1].on, extended=extended), clock


def _clock(id: str, place: Place, facts: Facts, today: date) -> Clock | None:
    holding = (each for each in place.regime.clocks if each.id == id and each.statement in told([each.statement], facts, today))
    return next(holding, SUGGESTED.get(id))


def _next_rung(
    events: Sequence[Event], outcomes: Mapping[str, Outcome], place: Place, facts: Facts, today: date
) -> Escalation | None:
    """The first step of the regime's ladder that fits and was not taken since the objection was last sent."""
    kinds = [event.kind for event in events]
    since = len(kinds) - kinds[::-1].index("sent") if "sent" in kinds else 0
    taken = set(kinds[since:])
    reached = {"", *(outcomes[kind].status for kind in taken)}
    fitting = (each for each in place.regime.escalations if each.after in reached)
    ladder = (each for each in fitting if each.statement in told([each.statement], facts, today))
    return next((each for each in ladder if RUNGS.get(each.id, each.id) not in taken), None)


def _letter(outcome: Outcome, rung: Escalation | None, *, late: bool) -> str:
    """The letter for the next rung; an answer that one writes back to has a letter of its own."""
    if outcome.letter and not late and (rung is None or rung.id == "remind"):
        return outcome.letter
    return LETTERS.get(rung.id, "") if rung else ""


def _rung_words(rung: Escalation | None) -> str:
    if rung is None:
        return "No further step is known for your place. Use the other steps of your plan."
    return f"{rung.title}. {rung.statement.text}"


def _why_due(target: str, outcome: Outcome, clock: Clock, end: date) -> str:
    why = [] if clock.statutory else ["a day that we suggest"]
    if weekday_from(end) != end:
        why.append(f"the Monday, as the last day is a {WEEKEND[end.weekday()]}")
    who = WHO.get(outcome.status, "Meta's answer")
    because = f" ({'; '.join(why)})" if why else ""
    return f"{who} about {TITLES.get(target, target)} is due{because}."
