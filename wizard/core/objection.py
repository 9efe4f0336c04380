"""Objection cases: one objection to Meta about one account, its status, what is due, and the one thing to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .condition import Facts
from .event import Event
from .law import (
    Clock,
    Period,
    Statement,
)
from .period import due
from .place import Place

SUGGESTED = Clock(
    "suggested",
    Period(30, "days"),
    "receipt",
    Statement("No law sets a time; 30 days is our suggestion.", "confirmed"),
    statutory=False,
)
FOLLOW_UP = Clock(
    "follow-up", Period(14, "days"), "receipt", Statement("Two weeks is our suggestion.", "confirmed"), statutory=False
)
TITLES = {
    "case/facebook": "Facebook",
    "case/instagram": "Instagram",
    "case/whatsapp-ai": "Messages to Meta AI in WhatsApp",
    "case/third-party": "Information from third parties",
}


@dataclass(frozen=True, slots=True)
class ObjectionCase:
    """Where one objection stands on one day: status, due date with its reason, and what we recommend."""

    target: str
    title: str
    status: str
    since: date | None
    due: date | None
    why_due: str
    recommend: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What an event makes of a case: its status, the clock that then runs, and the words before and after the due day."""

    status: str
    clock: str
    recommend: str
    overdue: str = ""


RULES: Mapping[str, Rule] = {
    "": Rule("open", "", "Fill in Meta's form."),
    "reopened": Rule("open", "", "Fill in Meta's form."),
    "prepared": Rule("prepared", "", "Send it: an objection that is only prepared does not count."),
    "sent": Rule(
        "waiting",
        "answer",
        "Watch your mailbox, also the spam folder, and record what comes back.",
        "The time for an answer is over: ask Meta in writing, then complain.",
    ),
    "receipt": Rule(
        "waiting",
        "answer",
        "Keep the mail and wait for the decision.",
        "The time for an answer is over: ask Meta in writing, then complain.",
    ),
    "granted": Rule("granted", "", "Keep the confirmation mail as proof."),
    "partly": Rule("partly", "", "Send an objection of its own for each account that was left out."),
    "refused": Rule("refused", "", "Keep the answer. If it gives no reasons, ask for them; then complain."),
    "no-answer": Rule("no-answer", "", "Ask Meta in writing, with the date of your objection."),
    "follow-up": Rule(
        "followed-up",
        "follow-up",
        "Give Meta two weeks, then complain.",
        "Two weeks are over without an answer: complain to the authority.",
    ),
    "complaint": Rule(
        "complained", "authority", "Wait for the authority's answer.", "Ask the authority how far it is, with your file number."
    ),
    "closed": Rule("closed", "", "Nothing more to do here."),
}


def follow(target: str, events: Sequence[Event], place: Place, facts: Facts, today: date) -> ObjectionCase:
    """Status, due date and recommendation of one case: a pure function of its events, the place and the day."""
    told = [event for event in events if event.kind in RULES]
    latest = told[-1] if told else None
    rule = RULES[latest.kind if latest else ""]
    start = _start(latest, told)
    clock = _clock(rule.clock, place, facts, today) if rule.clock and start else None
    day = due(clock, start) if clock and start else None
    late = day is not None and today > day
    return ObjectionCase(
        target=target,
        title=TITLES.get(target, target.removeprefix("case/")),
        status="overdue" if late and rule.status == "waiting" else rule.status,
        since=latest.on if latest else None,
        due=day,
        why_due=_why_due(target, rule, clock) if clock else "",
        recommend=rule.overdue if late and rule.overdue else rule.recommend,
        events=tuple(events),
    )


def _start(latest: Event | None, events: Iterable[Event]) -> date | None:
    """The day from which time runs: a receipt does not start the clock again that the objection started."""
    if latest is None or latest.kind != "receipt":
        return latest.on if latest else None
    return next((event.on for event in reversed(tuple(events)) if event.kind == "sent"), latest.on)


def _clock(id: str, place: Place, facts: Facts, today: date) -> Clock | None:
    found = (
        clock
        for clock in place.regime.clocks
        if clock.id == id and clock.statement.valid.holds(today) and clock.statement.when.holds(facts)
    )
    return next(found, {"answer": SUGGESTED, "follow-up": FOLLOW_UP}.get(id))


def _why_due(target: str, rule: Rule, clock: Clock) -> str:
    who = {"complained": "The authority's answer", "followed-up": "Meta's answer to your follow-up"}.get(
        rule.status, "Meta's answer"
    )
    suffix = "" if clock.statutory else " (a day that we suggest)"
    return f"{who} about {TITLES.get(target, target)} is due{suffix}."
