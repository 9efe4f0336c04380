"""What an objection waits for and what is late, in sentences: for the list of cases, their pages and the board."""

from datetime import date

from .objection import OVERDUE, ObjectionCase
from .words import CASE_STATUS, count, day, distance, weekday

SENT = "sent"
DID = {
    SENT: "sent",
    "follow-up": "asked again",
    "appeal": "appealed",
    "grievance": "wrote to the grievance officer",
    "complaint-meta": "complained to Meta",
    "complaint": "complained",
}
"""What the person did that an answer is waited for, by the event that says so."""
MISSING = {
    SENT: "Meta has not answered",
    "follow-up": "Meta has not answered your last letter",
    "appeal": "Meta has not answered your appeal",
    "grievance": "The grievance officer has not answered",
    "complaint-meta": "Meta has not confirmed your complaint",
    "complaint": "The authority has not answered",
}
"""What is missing once the time for it is over."""
AWAITED = (OVERDUE, "waiting", "extended", "no-answer", "followed-up", "complained-to-meta", "complained")
"""The statuses in which an answer is waited for."""


def how_far(found: ObjectionCase, today: date) -> tuple[str, ...]:
    """How far a case is, in pieces of which the last one says enough: "sent 44 days ago", "overdue for 13 days"."""
    did = _awaited(found)
    done = [event.on for event in found.events if event.kind == did]
    if found.status not in AWAITED or not done:
        since = f", {distance(found.since, today)}" if found.since else ""
        return (f"{CASE_STATUS[found.status]}{since}",)
    waits = CASE_STATUS[found.status] if found.status == "extended" else "no answer yet"
    late = f"overdue for {count((today - found.due).days, 'day')}" if found.due and found.due < today else waits
    return f"{DID[did]} {distance(done[-1], today)}", late


def status_line(found: ObjectionCase, today: date) -> str:
    """How a case stands and by when, in a list: "overdue since 10 Nov 2026 (13 days ago)"."""
    status = CASE_STATUS[found.status]
    if found.due is None:
        return status
    return f"{status}{' since' if found.due < today else ', due'} {day(found.due)} ({distance(found.due, today)})"


def due_line(found: ObjectionCase, today: date) -> str:
    """What is due, or what is missing since its day has passed; nothing where no time runs."""
    if found.due is None:
        return ""
    when = f"{weekday(found.due)} ({distance(found.due, today)})"
    if found.due < today:
        return f"{MISSING[_awaited(found)]} about {found.title}; the time ended {when}."
    return f"{when}: {found.why_due}"


def _awaited(found: ObjectionCase) -> str:
    """The event whose answer is waited for: the latest one, or the objection itself where that is a receipt or a delay."""
    latest = found.events[-1].kind if found.events else SENT
    return latest if latest in DID else SENT
