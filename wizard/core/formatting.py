"""Numbers, times and standings in words, the same in every face and document."""

from datetime import date

from .contact import CONTACT
from .date_format import format_date as format_date  # noqa: PLC0414 - everything in words is asked for here
from .date_format import format_weekday as format_weekday  # noqa: PLC0414
from .event import Event
from .objection import objection_title
from .place import MITIGATION, OPT_OUT, TRY_FORM
from .progress import DONE, OPEN, SKIPPED
from .snapshot import Exposure, PlanAction, PlanStep, Snapshot

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
STILL_OPEN = "Still open to Meta"
"""What people read for the exposure: the word itself says little to them."""
HOUR = 60


def relative_days(value: date, today: date) -> str:
    """How far a day lies from today: "in 12 days", "today", "3 days ago"."""
    days = (value - today).days
    if days == 0:
        return "today"
    if abs(days) == 1:
        return "tomorrow" if days > 0 else "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def confidence_note(confidence: str) -> str:
    """How unsure something is, for the brackets behind it; nothing where it is confirmed."""
    return "" if confidence == "confirmed" else CONFIDENCE[confidence]


def in_brackets(words: str) -> str:
    """The words in brackets, to be put behind others: " (not confirmed)"; nothing stays nothing."""
    return f" ({words})" if words else ""


def format_minutes(value: int) -> str:
    """A length of time: "5 min", "1 h 40 min"."""
    hours, rest = divmod(value, HOUR)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def pluralize(number: int, thing: str) -> str:
    """A number with its noun: "1 step", "7 steps"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def format_exposure(exposure: Exposure) -> str:
    """The open share: "61 %". Only nothing open is 0 %, only everything open is 100 %."""
    value = round(exposure.share * 100)
    if exposure.open and exposure.open < exposure.total:
        value = min(99, max(1, value))
    return f"{value} %"


def place_heading(case: Snapshot) -> str:
    """Place, law and path in one line: "Germany · GDPR · you can object"."""
    if case.place is None:
        return "No country yet"
    return " · ".join(part for part in (case.place.name, case.place.law, PATH[case.place.path]) if part)


def exposure_summary(case: Snapshot) -> str:
    """Exposure with how it is counted."""
    exposure = case.exposure
    return f"{STILL_OPEN}: {format_exposure(exposure)} ({exposure.open} of {exposure.total} impact points)."


def progress_summary(case: Snapshot) -> str:
    """How many steps are done, and how long the rest takes."""
    rest = f", about {format_minutes(case.minutes)} left" if case.open_steps else ""
    return f"{case.done} of {pluralize(case.total, 'step')} done{rest}."


def action_progress(part: PlanAction) -> str:
    """How far an action has come: "2 of 5"."""
    return f"{part.done} of {part.total}"


def event_text(case: Snapshot, event: Event) -> tuple[str, str]:
    """What an event was about and what happened, in words: ("Objection, Facebook", "I sent the form, or the letter")."""
    step = case.library.steps.get(case.library.current_id(event.target))
    if step:
        return step.title, EVENT_WORDS.get(event.kind, event.kind)
    if event.target.startswith(CONTACT):
        return event.target.removeprefix(CONTACT), CONTACT_STATUS.get(event.kind, event.kind)
    outcome = case.library.outcomes.get(event.kind)
    return objection_title(event.target), outcome.label if outcome else event.kind


def open_prerequisites(case: Snapshot, entry: PlanStep) -> tuple[PlanStep, ...]:
    """The open steps that should come before this one."""
    return tuple(other for id in entry.step.requires if (other := case.step(id)) and other.status == OPEN)
