"""What an objection waits for and what is late, in sentences: for the list of cases, their pages and the board."""

from datetime import date

from .formatting import OBJECTION_STATUS_WORDS, format_date, format_weekday, pluralize, relative_days
from .objection import OVERDUE, Objection

SENT = "sent"
PAST_ACTION_WORDS = {
    SENT: "sent",
    "follow-up": "asked again",
    "appeal": "appealed",
    "grievance": "wrote to the grievance officer",
    "complaint-meta": "complained to Meta",
    "complaint": "complained",
}
"""What the person did that an answer is waited for, by the event that says so."""
MISSING_REPLY_WORDS = {
    SENT: "Meta has not answered",
    "follow-up": "Meta has not answered your last letter",
    "appeal": "Meta has not answered your appeal",
    "grievance": "The grievance officer has not answered",
    "complaint-meta": "Meta has not confirmed your complaint",
    "complaint": "The authority has not answered",
}
"""What is missing once the time for it is over."""
AWAITING_STATUSES = (OVERDUE, "waiting", "extended", "no-answer", "followed-up", "complained-to-meta", "complained")
"""The statuses in which an answer is waited for."""


def objection_progress(found: Objection, today: date) -> tuple[str, ...]:
    """How far a case is, in pieces of which the last one says enough: "sent 44 days ago", "overdue for 13 days"."""
    did = _awaited_event_kind(found)
    done = [event.on for event in found.events if event.kind == did]
    if found.status not in AWAITING_STATUSES or not done:
        since = f", {relative_days(found.since, today)}" if found.since else ""
        return (f"{OBJECTION_STATUS_WORDS[found.status]}{since}",)
    waits = OBJECTION_STATUS_WORDS[found.status] if found.status == "extended" else "no answer yet"
    late = f"overdue for {pluralize((today - found.due).days, 'day')}" if found.due and found.due < today else waits
    return f"{PAST_ACTION_WORDS[did]} {relative_days(done[-1], today)}", late


def objection_status_line(found: Objection, today: date) -> str:
    """How a case stands and by when, in a list: "overdue since 10 Nov 2026 (13 days ago)"."""
    status = OBJECTION_STATUS_WORDS[found.status]
    if found.due is None:
        return status
    return f"{status}{' since' if found.due < today else ', due'} {format_date(found.due)} ({relative_days(found.due, today)})"


def deadline_line(found: Objection, today: date) -> str:
    """What is due, or what is missing since its day has passed; nothing where no time runs."""
    if found.due is None:
        return ""
    when = f"{format_weekday(found.due)} ({relative_days(found.due, today)})"
    if found.due < today:
        return f"{MISSING_REPLY_WORDS[_awaited_event_kind(found)]} about {found.title}; the time ended {when}."
    return f"{when}: {found.due_reason}"


def _awaited_event_kind(found: Objection) -> str:
    """The event whose answer is waited for: the latest one, or the objection itself where that is a receipt or a delay."""
    latest = found.events[-1].kind if found.events else SENT
    return latest if latest in PAST_ACTION_WORDS else SENT
