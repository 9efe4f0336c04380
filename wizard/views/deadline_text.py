"""Describe in sentences which reply an objection awaits and what is overdue."""

from datetime import date

from wizard.core.event import SENT
from wizard.core.formatting import OBJECTION_STATUS_WORDS, format_date, format_weekday, relative_days
from wizard.core.objection import OVERDUE, Objection
from wizard.i18n import N_, _, ngettext

PAST_ACTIONS = {
    SENT: N_("sent {when}"),
    "follow-up": N_("asked again {when}"),
    "appeal": N_("appealed {when}"),
    "grievance": N_("wrote to the grievance officer {when}"),
    "complaint-meta": N_("complained to Meta {when}"),
    "complaint": N_("complained {when}"),
}
"""What the user did, by the kind of event that awaits a reply."""
MISSING_REPLIES = {
    SENT: N_("Meta has not answered about {title}; the time ended {when}."),
    "follow-up": N_("Meta has not answered your last letter about {title}; the time ended {when}."),
    "appeal": N_("Meta has not answered your appeal about {title}; the time ended {when}."),
    "grievance": N_("The grievance officer has not answered about {title}; the time ended {when}."),
    "complaint-meta": N_("Meta has not confirmed your complaint about {title}; the time ended {when}."),
    "complaint": N_("The authority has not answered about {title}; the time ended {when}."),
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
        status = OBJECTION_STATUS_WORDS[objection.status]
        return (_("{status}, {when}", status=status, when=relative_days(objection.since, today)) if objection.since else status,)
    reply = OBJECTION_STATUS_WORDS[objection.status] if objection.status == "extended" else _("no answer yet")
    if objection.due and objection.due < today:
        reply = ngettext("overdue for {count} day", "overdue for {count} days", (today - objection.due).days)
    return _(PAST_ACTIONS[event_kind], when=relative_days(days[-1], today)), reply


def objection_status_line(objection: Objection, today: date) -> str:
    """Return the status with the due date, if any: "overdue since 10 Nov 2026 (13 days ago)"."""
    status = OBJECTION_STATUS_WORDS[objection.status]
    if objection.due is None:
        return status
    day, distance = format_date(objection.due), relative_days(objection.due, today)
    if objection.due < today:
        return _("{status} since {day} ({distance})", status=status, day=day, distance=distance)
    return _("{status}, due {day} ({distance})", status=status, day=day, distance=distance)


def deadline_line(objection: Objection, today: date) -> str:
    """Return what is due, or which reply is missing since the due date; "" if nothing is due."""
    if objection.due is None:
        return ""
    day, distance = format_weekday(objection.due), relative_days(objection.due, today)
    due_text = _("{day} ({distance})", day=day, distance=distance)
    if objection.due < today:
        return _(MISSING_REPLIES[_awaited_event_kind(objection)], title=objection.title, when=due_text)
    return _("{when}: {reason}", when=due_text, reason=objection.due_reason)


def _awaited_event_kind(objection: Objection) -> str:
    """Return the kind of the event whose reply is awaited.

    That is the latest event, or `sent` if the latest one is no action of the user that awaits a reply.
    """
    latest = objection.events[-1].kind if objection.events else SENT
    return latest if latest in PAST_ACTIONS else SENT
