"""Describe in sentences which reply a request awaits and what is overdue."""

from datetime import date

from wizard.core.event import SENT
from wizard.core.formatting import REQUEST_STATUS_WORDS, format_date, format_weekday, relative_days
from wizard.core.request import OVERDUE, Request
from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import N_, _, ngettext, with_colon

from .page import TextLine

PAST_ACTIONS = {
    SENT: N_("sent {when}"),
    "follow-up": N_("asked again {when}"),
    "appeal": N_("appealed {when}"),
    "grievance": N_("wrote to the grievance officer {when}"),
    "complaint-meta": N_("complained to Meta {when}"),
    "complaint": N_("complained {when}"),
    "status-asked": N_("asked for news {when}"),
    "settlement-declined": N_("declined a settlement {when}"),
}
"""What the user did, by the kind of event that awaits a reply."""
COMPLAINTS = ("complaint", "status-asked", "settlement-declined")
"""The actions that await a reply of the authority."""
MISSING_REPLIES = {
    SENT: N_("Meta has not answered about {title}; the time ended {when}."),
    "follow-up": N_("Meta has not answered your last letter about {title}; the time ended {when}."),
    "appeal": N_("Meta has not answered your appeal about {title}; the time ended {when}."),
    "grievance": N_("The grievance officer has not answered about {title}; the time ended {when}."),
    "complaint-meta": N_("Meta has not confirmed your complaint about {title}; the time ended {when}."),
    "complaint": N_("The authority has not answered about {title}; the time ended {when}."),
    "status-asked": N_("The authority has not answered about {title}; the time ended {when}."),
    "settlement-declined": N_("The authority has not answered about {title}; the time ended {when}."),
}
"""Which reply is missing after the due date, by the kind of event that awaits it."""
AWAITING_STATUSES = (OVERDUE, "waiting", "extended", "no-answer", "followed-up", "complained-to-meta", "complained")
"""The request statuses in which a reply is awaited."""


def request_progress(request: Request, today: date) -> tuple[str, ...]:
    """Return the state of a request in short texts: ("sent 44 days ago", "overdue for 13 days").

    The last one is enough where there is no room for both.
    """
    action, day = _awaited_action(request)
    if request.status not in AWAITING_STATUSES or day is None:
        status = REQUEST_STATUS_WORDS[request.status]
        return (_("{status}, {when}", status=status, when=relative_days(request.since, today)) if request.since else status,)
    reply = REQUEST_STATUS_WORDS[request.status] if request.status == "extended" else _("no answer yet")
    if request.due and request.due < today:
        reply = ngettext("overdue for {count} day", "overdue for {count} days", (today - request.due).days)
    return _(PAST_ACTIONS[action], when=relative_days(day, today)), reply


def request_status_line(request: Request, today: date) -> str:
    """Return the status with the due date, if any: "overdue since 10 Nov 2026 (13 days ago)"."""
    status = REQUEST_STATUS_WORDS[request.status]
    if request.due is None:
        return status
    day, distance = format_date(request.due), relative_days(request.due, today)
    if request.due < today:
        return _("{status} since {day} ({distance})", status=status, day=day, distance=distance)
    return _("{status}, due {day} ({distance})", status=status, day=day, distance=distance)


def deadline_message(snapshot: Snapshot, deadline: Deadline) -> str:
    """Return what is due and when, or which reply is missing since then."""
    lines = (deadline_line(request, snapshot.today) for request in snapshot.requests if request.target == deadline.id)
    return next(lines, deadline.reason)


def labelled_deadline(snapshot: Snapshot, deadline: Deadline) -> TextLine:
    """Return what is due, with a label that says whether it is overdue."""
    label = _("Overdue:") if deadline.due < snapshot.today else with_colon(_("Due"))
    return TextLine(deadline_message(snapshot, deadline), label)


def deadline_line(request: Request, today: date) -> str:
    """Return what is due, or which reply is missing since the due date; "" if nothing is due."""
    if request.due is None:
        return ""
    day, distance = format_weekday(request.due), relative_days(request.due, today)
    due_text = _("{day} ({distance})", day=day, distance=distance)
    if request.due < today:
        return _(MISSING_REPLIES[_awaited_action(request)[0]], title=request.title, when=due_text)
    return _("{when}: {reason}", when=due_text, reason=request.due_reason)


def _awaited_action(request: Request) -> tuple[str, date | None]:
    """Return the action of the user whose reply is awaited, as a key of the tables above, and its day.

    That is the latest event if it is such an action, or else the complaint if the authority's answer is awaited, or else the
    sending. A complaint that is a request of its own counts as a complaint once it is sent.
    """
    latest = request.events[-1].kind if request.events else SENT
    kinds = (latest,) if latest in PAST_ACTIONS else COMPLAINTS if request.status in ("complained", OVERDUE) else ()
    awaited = [event for event in request.events if event.kind in kinds] or [
        event for event in request.events if event.kind == SENT
    ]
    kind = awaited[-1].kind if awaited else SENT
    is_complaint = kind == SENT and request.kind.sent_as in PAST_ACTIONS
    return request.kind.sent_as if is_complaint else kind, awaited[-1].on if awaited else None
