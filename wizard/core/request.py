"""Assess one objection or other request on one day: its status, what is due, and what the user should do next."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from wizard.i18n import N_, MessageTable, _, join_parts

from .condition import Facts
from .content_models import OBJECTION, Library
from .date_format import format_date
from .escalation import (
    CONTESTED,
    EVENT_FOR_ESCALATION,
    LETTERS,
    REMINDER,
    RequestHistory,
    alternative_text,
    expired_text,
    next_step_text,
    remaining_escalations,
)
from .event import NO_ANSWER, SENT, Event
from .field_types import EMPTY
from .jurisdiction import Escalation, TimeLimit
from .period import roll_to_weekday
from .place import Place
from .request_kinds import START, OutcomesOfKind, find_request_kind, request_title, row_label, with_nickname
from .request_models import Outcome, RequestKind

WITHOUT_ACCOUNT = "non-user"
"""The letter of a user who has no account with any service."""
OVERDUE, WAITING = "overdue", "waiting"
WEEKEND_NOTES = MessageTable(
    {5: N_("the Monday, as the last day is a Saturday"), 6: N_("the Monday, as the last day is a Sunday")}
)
"""Why a reply is due on a Monday, by the weekday of the last day."""
FINISHED = ("granted", "complete", "closed")
"""The statuses of requests that no longer run."""
AT_REST = (WAITING, "extended", "followed-up", "complained-to-meta", "complained", *FINISHED)
"""The statuses in which the user has nothing to do."""
NO_OUTCOME = Outcome("", "", "", "open")


class DueMessages(NamedTuple):
    """What is due: in a list beside its day, and in sentences with the day in them, before and after it."""

    reason: str
    coming: str
    past: str


DUE_SENTENCES = {
    "complained": DueMessages(
        N_("The authority's answer about {title} is due{note}."),
        N_("The authority's answer about {title} is due on {day}, {distance}{note}."),
        N_("The authority's answer about {title} was due on {day}, {distance}{note}."),
    ),
    "followed-up": DueMessages(
        N_("Meta's answer to your follow-up about {title} is due{note}."),
        N_("Meta's answer to your follow-up about {title} is due on {day}, {distance}{note}."),
        N_("Meta's answer to your follow-up about {title} was due on {day}, {distance}{note}."),
    ),
    "complained-to-meta": DueMessages(
        N_("Meta's receipt about {title} is due{note}."),
        N_("Meta's receipt about {title} is due on {day}, {distance}{note}."),
        N_("Meta's receipt about {title} was due on {day}, {distance}{note}."),
    ),
}
"""Whose reply is due, by the status of the latest outcome; the note is empty, or in brackets with a space before."""
META_DUE = DueMessages(
    N_("Meta's answer about {title} is due{note}."),
    N_("Meta's answer about {title} is due on {day}, {distance}{note}."),
    N_("Meta's answer about {title} was due on {day}, {distance}{note}."),
)
"""The same for other statuses."""
COMPLAINT_DUE = DueMessages(
    N_("Your complaint about {title} must be in."),
    N_("Your complaint about {title} must be in by {day}, {distance}."),
    N_("Your complaint about {title} had to be in by {day}, {distance}."),
)
NO_KIND = RequestKind("", "", "", "")
"""Stands for the kind in a request that is made by hand."""


class Request(NamedTuple):
    """One objection or other request as it stands on one day: status, due date with its reason, recommendation and letter.

    `dated_reason` is the reason with `{day}` and `{distance}` in place of the due date and of how far it is from today.
    `place` and `facts` are those under which it was sent. `sent_from` names that place if the user lives elsewhere
    today, otherwise it is "". `letter` is the letter kind to write next, "" if there is none. `nickname` is the one shown
    for the account, if it has one.
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
    dated_reason: str = ""
    kind: RequestKind = NO_KIND
    nickname: str = ""

    @property
    def name(self) -> str:
        """Return the name of the request in one line: "Objection, Facebook", "Objection, Instagram (shop)"."""
        return with_nickname(self.kind.name, self.nickname) if self.kind.name else self.title

    @property
    def label(self) -> str:
        """Return its name in a list: "Facebook" for an objection, "Access request" for another request."""
        return row_label(self.title) if self.kind.group == OBJECTION else self.name

    @property
    def letter_events(self) -> tuple[Event, ...]:
        """Return the events as letters name them: what was sent to an authority is a complaint."""
        if self.kind.sent_as not in EVENT_FOR_ESCALATION.values():
            return self.events
        return tuple(event._replace(kind=self.kind.sent_as) if event.kind == SENT else event for event in self.events)

    @property
    def is_finished(self) -> bool:
        """Return True if the request got what it asked for, or was closed: nothing follows any more."""
        return self.status in FINISHED

    @property
    def needs_action(self) -> bool:
        """Return True if the user has something to do about it now, rather than wait."""
        return self.status not in AT_REST


def assess_request(
    target: str,
    events: Sequence[Event],
    library: Library,
    place: Place,
    facts: Facts,
    today: date,
    nickname: str = "",
    first_advice: str = "",
) -> Request:
    """Compute status, due date and recommendation of one request from its events, the place and `today`.

    Pure. Events of kinds that are not in the outcomes of the library are kept in the result but do not change the status.
    `nickname` is the one shown for the account, if it has one. `first_advice` takes the place of the form, if that does not
    open.
    """
    kind = find_request_kind(library, target)
    outcomes = OutcomesOfKind(library, kind)
    known = tuple(event for event in events if event.kind in outcomes)
    history = RequestHistory(known, outcomes, place, facts, today, kind)
    unsent = NO_OUTCOME._replace(recommend=kind.recommend, letter=kind.letters.get(START, ""))
    outcome = outcomes[known[-1].kind] if known else unsent
    if first_advice and outcome.status == NO_OUTCOME.status:
        outcome = outcome._replace(recommend=first_advice)
    title = request_title(library, target, nickname)
    request, late = _without_advice(target, title, history, outcome)
    request = request._replace(events=tuple(events), nickname=nickname)
    remaining = remaining_escalations(history, NO_ANSWER if late else request.status)
    advised = _with_advice(request, history, outcome, remaining, late=late)
    return _with_complaint_deadline(advised, history, remaining) if request.status in CONTESTED else advised


def _without_advice(target: str, title: str, history: RequestHistory, outcome: Outcome) -> tuple[Request, bool]:
    """Return the request with status and due date, but not yet with what to do; and whether Meta's reply is late."""
    end, limit = history.answer_deadline()
    due = roll_to_weekday(end) if end else None
    late = due is not None and history.today > due
    status = _request_status(outcome, running=due is not None, late=late)
    reason, dated_reason = _due_reasons(title, outcome, limit, end, late=late) if limit and end else ("", "")
    request = Request(
        target=target,
        title=title,
        status=status,
        since=history.events[-1].on if history.events else None,
        due=None if late and status == NO_ANSWER else due,
        due_reason=reason,
        dated_reason=dated_reason,
        recommendation="",
        interim_advice=outcome.interim_advice,
        letter="",
        events=history.events,
        refused=history.refused,
        place=history.place,
        facts=history.facts,
        kind=history.request,
    )
    return request, late


def _with_advice(
    request: Request, history: RequestHistory, outcome: Outcome, remaining: tuple[Escalation, ...], *, late: bool
) -> Request:
    """Return the request with what to do next and the letter for it: by the outcome, or by the next escalation."""
    if late and outcome.late_advice:
        advice = " ".join(filter(None, (outcome.late_advice, alternative_text(history, remaining))))
        return request._replace(recommendation=advice, letter=outcome.late_letter)
    if late or not outcome.recommend or request.status == NO_ANSWER:
        advice = _escalation_advice(history, outcome, remaining, late=late)
        letter = _next_letter(history.request, outcome, remaining, late=late)
    else:
        advice, letter = _outcome_advice(history, outcome, remaining, request.due), outcome.letter
    return request._replace(recommendation=advice, letter=_letter_for_target(history.request, history.facts, letter))


def _request_status(outcome: Outcome, *, running: bool, late: bool) -> str:
    """Return the status; a recorded "no answer" counts as waiting while the time limit is still running."""
    if outcome.status == NO_ANSWER:
        return WAITING if running and not late else NO_ANSWER
    return OVERDUE if late else outcome.status


def _escalation_advice(history: RequestHistory, outcome: Outcome, remaining: tuple[Escalation, ...], *, late: bool) -> str:
    """Return the next escalation in sentences, and that Meta's time has passed if Meta owed a reply."""
    end, limit = history.answer_deadline()
    over = expired_text(limit, end) if late and outcome.time_limit == "answer" and limit and end else ""
    return next_step_text(history, remaining, outcome, late=late, over=over)


def _outcome_advice(history: RequestHistory, outcome: Outcome, remaining: tuple[Escalation, ...], due: date | None) -> str:
    """Return the recommendation of the outcome, with the due date or the alternative if there is one."""
    end_sentence = _("It ends on {day}.", day=format_date(due)) if outcome.status == NO_ANSWER and due else ""
    alternative = alternative_text(history, remaining) if outcome.status in CONTESTED else ""
    return " ".join(filter(None, (outcome.recommend, end_sentence, alternative)))


def _with_complaint_deadline(request: Request, history: RequestHistory, remaining: tuple[Escalation, ...]) -> Request:
    """Return the request with the last day for a complaint as due date.

    Unchanged if there is no such day or if it has passed.
    """
    escalation = next((candidate for candidate in remaining if candidate.id != REMINDER), None)
    end = history.escalation_deadline(escalation) if escalation else None
    if end is None or end < history.today:
        return request
    reason, dated_reason = _due_sentences(COMPLAINT_DUE, request.title, "", late=False)
    return request._replace(due=end, due_reason=reason, dated_reason=dated_reason)


def _next_letter(kind: RequestKind, outcome: Outcome, remaining: tuple[Escalation, ...], *, late: bool) -> str:
    """Return the letter of the next escalation; the outcome's own letter takes the place of a reminder."""
    escalation = remaining[0] if remaining else None
    if outcome.letter and not late and (escalation is None or escalation.id == REMINDER):
        return outcome.letter
    return (kind.letters.get(escalation.id) or LETTERS.get(escalation.id, "")) if escalation else ""


def _letter_for_target(kind: RequestKind, facts: Facts, letter: str) -> str:
    """Return the letter that fits the kind of request.

    A written objection is about an account. For the third-party request there is a letter only without an account.
    """
    if kind.account or letter != OBJECTION:
        return letter
    return WITHOUT_ACCOUNT if facts.get("services") == frozenset({"none"}) else ""


def _due_reasons(title: str, outcome: Outcome, limit: TimeLimit, end: date, *, late: bool) -> tuple[str, str]:
    """Return whose reply is due, and in brackets why on this day if the user could expect another one; then with the day."""
    details = [] if limit.statutory else [_("a day that we suggest")]
    if roll_to_weekday(end) != end:
        details.append(WEEKEND_NOTES[end.weekday()])
    note = f" ({join_parts(details)})" if details else ""
    return _due_sentences(DUE_SENTENCES.get(outcome.status, META_DUE), title, note, late=late)


def _due_sentences(messages: DueMessages, title: str, note: str, *, late: bool) -> tuple[str, str]:
    """Return what is due, without a day and with `{day}` and `{distance}` left to be filled."""
    dated = _(
        messages.past if late else messages.coming,
        title=title.replace("{", "{{").replace("}", "}}"),
        note=note,
        day="{day}",
        distance="{distance}",
    )
    return _(messages.reason, title=title, note=note), dated
