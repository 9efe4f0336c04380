"""Work out the next legal steps when a reply is missing or negative, with their text and last days."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from wizard.i18n import _

from .condition import Facts
from .date_format import format_date
from .event import NO_ANSWER, SENT, Event
from .jurisdiction import Escalation, Statement, TimeLimit
from .period import last_day, roll_to_weekday
from .place import Place, applicable_statements
from .request_models import Outcome, RequestKind
from .time_limit import ANSWER, DEFAULT_LIMITS, find_answer_limit, find_time_limit

REMINDER = "remind"
"""The id of the escalation in which the user writes to Meta again: to remind it, or to answer its reply."""
EVENT_FOR_ESCALATION = {
    REMINDER: "follow-up",
    "appeal": "appeal",
    "grievance": "grievance",
    "complain-meta": "complaint-meta",
    "authority": "complaint",
}
"""The event kind that records that an escalation was taken. Other escalations are not recorded by the program."""
LETTERS = {REMINDER: "follow-up-no-answer", "complain-meta": "complaint-to-meta", "authority": "complaint-to-authority"}
"""The letter kind for an escalation."""
REFUSED = "refused"
CONTESTED = ("partly", "incomplete", REFUSED)
"""The statuses of a request after a decision of Meta against which the user can act."""
DECIDED = (*CONTESTED, "granted", "complete")
"""The statuses of a request after a decision of Meta."""


class RequestHistory(NamedTuple):
    """The events of one request with its place and the date: the input for computing the next step."""

    events: tuple[Event, ...]
    outcomes: Mapping[str, Outcome]
    place: Place
    facts: Facts
    today: date
    request: RequestKind

    @property
    def current_round(self) -> tuple[Event, ...]:
        """Return the events since the request was last sent, including that one; if never sent, all events."""
        kinds = [event.kind for event in self.events]
        return self.events[len(kinds) - 1 - kinds[::-1].index(SENT) :] if SENT in kinds else self.events

    @property
    def refused(self) -> bool:
        """Return True if Meta's last decision in the current round is a refusal.

        Granting a part is not a refusal.
        """
        statuses = [self.outcomes[event.kind].status for event in self.current_round]
        return [status for status in statuses if status in DECIDED][-1:] == [REFUSED]

    def time_limit(self, id: str) -> TimeLimit | None:
        """Return the time limit with this id that applies today, or the suggested one, or None."""
        if id in (ANSWER, self.request.clock):
            return find_answer_limit(self.request, self.place, self.facts, self.today)
        return find_time_limit(id, self.place, self.facts, self.today) or DEFAULT_LIMITS.get(id)

    def holds(self, statement: Statement) -> bool:
        """Return True if the statement applies to the user's facts today."""
        return bool(applicable_statements([statement], self.facts, self.today))

    def answer_deadline(self) -> tuple[date | None, TimeLimit | None]:
        """Return the last day for the reply and its time limit; (None, None) if no time limit is running.

        The last day can fall on a weekend.
        """
        # The latest event decides which time limit matters. That limit runs from the last event that (re)starts it.
        # A receipt belongs to the limit but does not restart it, and "no answer" neither starts nor stops it: a user
        # who records silence must not move the deadline. An extension counts only in the current round.
        latest = self.outcomes[self.events[-1].kind] if self.events else None
        limit = self.time_limit(latest.time_limit) if latest and latest.time_limit else None
        running = [
            (outcome, event)
            for outcome, event in self._outcomes()
            if latest and outcome.time_limit == latest.time_limit and outcome.status != NO_ANSWER
        ]
        if limit is None or not running:
            return None, None
        starts = [event.on for outcome, event in running if outcome.restarts_limit]
        extended = any(event.kind == "extended" for _, event in running if event in self.current_round)
        return last_day(limit, starts[-1] if starts else running[-1][1].on, extended=extended), limit

    def escalation_deadline(self, escalation: Escalation) -> date | None:
        """Return the last day for this escalation, the earliest of several.

        None if no time limit applies or has started.
        """
        replies = [event.on for outcome, event in self._outcomes() if outcome.status in CONTESTED and event in self.current_round]
        sent = [event.on for event in self.events if event.kind == SENT]
        last_days = []
        for limit in filter(None, map(self.time_limit, escalation.limited_by)):
            starts = replies if limit.start == "answer" else sent
            last_days += [last_day(limit, starts[-1])] if starts else []
        return min(last_days, default=None)

    def _outcomes(self) -> list[tuple[Outcome, Event]]:
        return [(self.outcomes[event.kind], event) for event in self.events]


def remaining_escalations(history: RequestHistory, status: str) -> tuple[Escalation, ...]:
    """Return the escalations that are possible in this status, those meant for exactly this status first.

    The others keep the order of the regime. Everything up to the last escalation taken is left out.
    """
    taken = {history.request.sent_as if event.kind == SENT else event.kind for event in history.current_round}
    # "no answer" counts only while it is the status of today: once Meta has replied, an escalation against its silence
    # no longer fits, even if the silence was recorded earlier.
    reached = {"", *(history.outcomes[kind].status for kind in taken)} - {NO_ANSWER} | {status}
    escalations = [escalation for escalation in history.place.regime.escalations if history.holds(escalation.statement)]
    taken_positions = [
        position
        for position, escalation in enumerate(escalations, 1)
        if EVENT_FOR_ESCALATION.get(escalation.id, escalation.id) in taken
    ]
    remaining = [
        escalation for escalation in escalations[max(taken_positions, default=0) :] if escalation.after_status in reached
    ]
    return tuple(sorted(remaining, key=lambda escalation: escalation.after_status != status))


def next_step_text(history: RequestHistory, remaining: tuple[Escalation, ...], outcome: Outcome, *, late: bool, over: str) -> str:
    """Return the recommendation for the first remaining escalation, in a few sentences.

    `over` is the sentence about the time limit of Meta that has passed; "" if none has.
    """
    if not remaining:
        return _("No further step is known for your place. Use the other steps of your plan.")
    escalation = remaining[0]
    answers_reply = escalation.id == REMINDER and bool(outcome.reply_advice) and not late
    sentences = [f"{escalation.title}.", outcome.reply_advice if answers_reply else escalation.statement.text]
    sentences += [over] if over and escalation.to == "meta" else []
    sentences += [_deadline_sentence(history.escalation_deadline(escalation), history.today)]
    sentences += [alternative_text(history, remaining)] if answers_reply else []
    return " ".join(filter(None, sentences))


def alternative_text(history: RequestHistory, remaining: tuple[Escalation, ...]) -> str:
    """Return what the user can do instead of writing to Meta again.

    "" if there is nothing, or if its last day has passed.
    """
    escalation = next((candidate for candidate in remaining if candidate.id != REMINDER), None)
    end = history.escalation_deadline(escalation) if escalation else None
    if escalation is None or (end and end < history.today):
        return ""
    sentence = _("You can also do this: {step}.", step=escalation.title)
    return f"{sentence} {_deadline_sentence(end, history.today)}".rstrip()


def expired_text(limit: TimeLimit, end: date) -> str:
    """Return the sentence that the time for Meta's reply has passed.

    If `end` falls on a weekend, the following Monday is named.
    """
    day = format_date(roll_to_weekday(end))
    if limit.statutory:
        return _("Meta's time to answer ended on {day}: say so.", day=day)
    return _("The time that we suggest for an answer ended on {day}.", day=day)


def _deadline_sentence(end: date | None, today: date) -> str:
    """Return the sentence about the last day for an escalation; "" if there is no such day."""
    if end is None:
        return ""
    if end < today:
        return _("The last day for it was {day}. Use the other steps of your plan.", day=format_date(end))
    return _("The last day for it is {day}.", day=format_date(end))
