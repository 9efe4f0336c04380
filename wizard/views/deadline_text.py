"""Describe in sentences which reply an objection awaits and what is overdue."""

from datetime import date

from wizard.core.event import SENT
from wizard.core.formatting import OBJECTION_STATUS_WORDS, format_date, format_weekday, pluralize, relative_days
from wizard.core.objection import OVERDUE, Objection

PAST_ACTION_WORDS = {
    SENT: "sent",
    "follow-up": "asked again",
    "appeal": "appealed",
    "grievance": "wrote to the grievance officer",
    "complaint-meta": "complained to Meta",
    "complaint": "complained",
}
"""What the user did, by the kind of event that awaits a reply."""
MISSING_REPLY_WORDS = {
    SENT: "Meta has not answered",
    "follow-up": "Meta has not answered your last letter",
    "appeal": "Meta has not answered your appeal",
    "grievance": "The grievance officer has not answered",
    "complaint-meta": "Meta has not confirmed your complaint",
    "complaint": "The authority has not answered",
}
"""Which reply is missing after the due date, by the kind of event that awaits it."""
AWAITING_STATUSES = (OVERDUE, "waiting", "extended", "no-answer", "followed-up", "complained-to-meta", "complained")
"""The objection statuses in which a reply is awaited."""


def objection_progress(objection: Objection, today: date) -> tuple[str, ...]:
    """Return the state of an objection in short texts: ("sent 44 days ago", "overdue for 13 days").

    The last one is enough where there is no room for both.
    """
    event_kind = _awaited_event_kind(objection)
    days = [event.on for event in objection.events if event.kind == event_kind]
    if objection.status not in AWAITING_STATUSES or not days:
        since = f", {relative_days(objection.since, today)}" if objection.since else ""
        return (f"{OBJECTION_STATUS_WORDS[objection.status]}{since}",)
    reply = OBJECTION_STATUS_WORDS[objection.status] if objection.status == "extended" else "no answer yet"
    if objection.due and objection.due < today:
        reply = f"overdue for {pluralize((today - objection.due).days, 'day')}"
    return f"{PAST_ACTION_WORDS[event_kind]} {relative_days(days[-1], today)}", reply


def objection_status_line(objection: Objection, today: date) -> str:
    """Return the status with the due date, if any: "overdue since 10 Nov 2026 (13 days ago)"."""
    status = OBJECTION_STATUS_WORDS[objection.status]
    if objection.due is None:
        return status
    relation = " since" if objection.due < today else ", due"
    return f"{status}{relation} {format_date(objection.due)} ({relative_days(objection.due, today)})"


def deadline_line(objection: Objection, today: date) -> str:
    """Return what is due, or which reply is missing since the due date; "" if nothing is due."""
    if objection.due is None:
        return ""
    due_text = f"{format_weekday(objection.due)} ({relative_days(objection.due, today)})"
    if objection.due < today:
        return f"{MISSING_REPLY_WORDS[_awaited_event_kind(objection)]} about {objection.title}; the time ended {due_text}."
    return f"{due_text}: {objection.due_reason}"


def _awaited_event_kind(objection: Objection) -> str:
    """Return the kind of the event whose reply is awaited.

    That is the latest event, or `sent` if the latest one is no action of the user that awaits a reply.
    """
    latest = objection.events[-1].kind if objection.events else SENT
    return latest if latest in PAST_ACTION_WORDS else SENT
