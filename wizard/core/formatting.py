"""Format numbers, times, statuses and events in words, the same in every front end and document."""

from datetime import date

from .contact import CONTACT
from .date_format import format_date as format_date  # noqa: PLC0414 - so that all formatting can be imported from here
from .date_format import format_weekday as format_weekday  # noqa: PLC0414
from .event import Event
from .objection import objection_title
from .place import MITIGATION, OPT_OUT, TRY_FORM
from .plan_totals import Exposure
from .progress import DONE, OPEN, SKIPPED
from .snapshot import PlanAction, PlanStep, Snapshot

STEP_STATUS_WORDS = {OPEN: "open", DONE: "done", SKIPPED: "not for me"}
EVENT_WORDS = {"done": "done", "skipped": "not for me", "reopened": "open again"}
CONTACT_STATUS = {
    "asked": "asked",
    "done": "did it",
    "declined": "said no",
    "no-answer": "no answer",
    "forgotten": "taken out of the book",
}
STATUS_MARKS = {OPEN: " ", DONE: "x", SKIPPED: "-"}
OBJECTION_STATUS_WORDS = {
    "open": "not sent yet",
    "prepared": "prepared, not sent",
    "waiting": "waiting for Meta's answer",
    "extended": "Meta takes more time",
    "asked": "Meta asks for something",
    "overdue": "overdue",
    "granted": "granted",
    "partly": "granted for a part",
    "refused": "refused",
    "no-answer": "no answer",
    "followed-up": "asked again",
    "complained-to-meta": "complained to Meta",
    "complained": "with the authority",
    "answered": "the authority answered",
    "closed": "closed",
}
CONFIDENCE = {
    "confirmed": "confirmed",
    "reported": "reported by others, not confirmed by us",
    "unconfirmed": "not confirmed",
    "disputed": "disputed: sources differ",
}
PATH = {OPT_OUT: "you can object", TRY_FORM: "try the form", MITIGATION: "limit and protect"}
DEVICE = {
    "web": "On the web",
    "android": "On Android",
    "ios": "On iPhone or iPad",
    "phone": "On your phone",
    "anywhere": "What to do",
}
YOUR_PLAN = "Your plan"
"""The label of the share that is done. The word "exposure" is not shown: the points are estimates of ours."""
STALE_NOTE = "It may have changed since: look twice."
DISCLAIMER = "Information, not legal advice."
NO_ADDRESS = "address not recorded"
HOUR = 60
"""Minutes in an hour."""


def relative_days(value: date, today: date) -> str:
    """Return how far a day is from today: "in 12 days", "tomorrow", "today", "3 days ago"."""
    days = (value - today).days
    if days == 0:
        return "today"
    if abs(days) == 1:
        return "tomorrow" if days > 0 else "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def confidence_note(confidence: str) -> str:
    """Return how sure a fact is, to be put in brackets after it; "" if it is confirmed."""
    return "" if confidence == "confirmed" else CONFIDENCE[confidence]


def in_brackets(text: str) -> str:
    """Return the text in brackets with a space before: " (not confirmed)"; "" stays ""."""
    return f" ({text})" if text else ""


def format_minutes(value: int) -> str:
    """Return a number of minutes in words: "5 min", "1 h 40 min"."""
    hours, rest = divmod(value, HOUR)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def pluralize(count: int, noun: str) -> str:
    """Return a number with its noun, of which the plural ends in s: "1 step", "7 steps"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def format_protection(exposure: Exposure) -> str:
    """Return the share of the protection that is done: "39%".

    It is rounded, but 0% only if nothing and 100% only if everything is done.
    """
    percent = round(exposure.done_share * 100)
    if exposure.open and exposure.open < exposure.total:
        percent = min(99, max(1, percent))
    return f"{percent}%"


def place_heading(snapshot: Snapshot) -> str:
    """Return place, law and path in one line: "Germany · GDPR · you can object"."""
    if snapshot.place is None:
        return "No country yet"
    return " · ".join(part for part in (snapshot.place.name, snapshot.place.law, PATH[snapshot.place.path]) if part)


def exposure_summary(snapshot: Snapshot) -> str:
    """Return the share of the protection that is done, and how it is counted."""
    exposure = snapshot.exposure
    count = f"{exposure.total - exposure.open} of {exposure.total} points; each step counts 1 to 5"
    return f"{YOUR_PLAN}: {format_protection(exposure)} of the protection done ({count})."


def essentials_summary(snapshot: Snapshot) -> str:
    """Return how many essentials are done, and how long the open ones take: "Essentials 0 of 7, about 35 min."."""
    done, total, minutes = snapshot.essentials
    time = f", about {format_minutes(minutes)}" if minutes else ""
    return f"Essentials {done} of {total}{time}."


def progress_summary(snapshot: Snapshot) -> str:
    """Return how many essentials and how many steps in all are done, and how long the open ones take."""
    essentials = f"{essentials_summary(snapshot)} " if snapshot.essential_steps else ""
    time_left = f", about {format_minutes(snapshot.minutes)} left" if snapshot.open_steps else ""
    return f"{essentials}In all {snapshot.done} of {pluralize(snapshot.total, 'step')} done{time_left}."


def action_progress(action: PlanAction) -> str:
    """Return how many steps of an action are done: "2 of 5"."""
    return f"{action.done} of {action.total}"


def event_text(snapshot: Snapshot, event: Event) -> tuple[str, str]:
    """Return the target and the kind of an event in words: ("Objection, Facebook", "I sent the form")."""
    step = snapshot.library.steps.get(snapshot.library.current_id(event.target))
    if step:
        return step.title, EVENT_WORDS.get(event.kind, event.kind)
    if event.target.startswith(CONTACT):
        return event.target.removeprefix(CONTACT), CONTACT_STATUS.get(event.kind, event.kind)
    outcome = snapshot.library.outcomes.get(event.kind)
    return objection_title(event.target), outcome.label if outcome else event.kind


def open_prerequisites(snapshot: Snapshot, entry: PlanStep) -> tuple[PlanStep, ...]:
    """Return the prerequisites of a step that are still open."""
    return tuple(required for id in entry.step.requires if (required := snapshot.step(id)) and required.status == OPEN)
