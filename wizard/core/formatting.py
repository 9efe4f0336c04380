"""Format numbers, times, statuses and events in words, the same in every front end and document."""

from collections.abc import Iterable
from datetime import date

from wizard.i18n import N_, MessageTable, _, ngettext

from .contact import CONTACT
from .date_format import format_date as format_date  # noqa: PLC0414 - so that all formatting can be imported from here
from .date_format import format_weekday as format_weekday  # noqa: PLC0414
from .event import Event
from .objection import objection_title
from .place import MITIGATION, OPT_OUT, TRY_FORM
from .progress import DONE, OPEN, SKIPPED
from .snapshot import Exposure, PlanAction, PlanStep, Snapshot

STEP_STATUS_WORDS = MessageTable({OPEN: N_("open"), DONE: N_("done"), SKIPPED: N_("not for me")})
EVENT_WORDS = MessageTable({"done": N_("done"), "skipped": N_("not for me"), "reopened": N_("open again")})
CONTACT_STATUS = MessageTable(
    {
        "asked": N_("asked"),
        "done": N_("did it"),
        "declined": N_("said no"),
        "no-answer": N_("no answer"),
        "forgotten": N_("taken out of the book"),
    }
)
STATUS_MARKS = {OPEN: " ", DONE: "x", SKIPPED: "-"}
OBJECTION_STATUS_WORDS = MessageTable(
    {
        "open": N_("not sent yet"),
        "prepared": N_("prepared, not sent"),
        "waiting": N_("waiting for Meta's answer"),
        "extended": N_("Meta takes more time"),
        "asked": N_("Meta asks for something"),
        "overdue": N_("overdue"),
        "granted": N_("granted"),
        "partly": N_("granted for a part"),
        "refused": N_("refused"),
        "no-answer": N_("no answer"),
        "followed-up": N_("asked again"),
        "complained-to-meta": N_("complained to Meta"),
        "complained": N_("with the authority"),
        "answered": N_("the authority answered"),
        "closed": N_("closed"),
    }
)
CONFIDENCE = MessageTable(
    {
        "confirmed": N_("confirmed"),
        "reported": N_("reported by others, not confirmed by us"),
        "unconfirmed": N_("not confirmed"),
        "disputed": N_("disputed: sources differ"),
    }
)
PATH = MessageTable({OPT_OUT: N_("you can object"), TRY_FORM: N_("try the form"), MITIGATION: N_("limit and protect")})
DEVICE = MessageTable(
    {
        "web": N_("On the web"),
        "android": N_("On Android"),
        "ios": N_("On iPhone or iPad"),
        "phone": N_("On your phone"),
        "anywhere": N_("What to do"),
    }
)
STILL_OPEN = N_("Still open to Meta")
"""The label of the exposure. The word "exposure" itself is not shown, because it says little to users."""
STALE_NOTE = N_("It may have changed since: look twice.")
DISCLAIMER = N_("Information, not legal advice.")
NO_ADDRESS = N_("address not recorded")
HOUR = 60
"""Minutes in an hour."""


def relative_days(value: date, today: date) -> str:
    """Return how far a day is from today: "in 12 days", "tomorrow", "today", "3 days ago"."""
    days = (value - today).days
    if days == 0:
        return _("today")
    if abs(days) == 1:
        return _("tomorrow") if days > 0 else _("yesterday")
    if days > 0:
        return ngettext("in {count} day", "in {count} days", days)
    return ngettext("{count} day ago", "{count} days ago", -days)


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
        return _("{minutes} min", minutes=rest)
    return _("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else _("{hours} h", hours=hours)


def join_with_and(texts: Iterable[str]) -> str:
    """Return the texts as a list within a sentence: "A", "A and B", "A, B and C"; "" for none."""
    *first, last = list(texts) or [""]
    return _("{texts} and {last}", texts=", ".join(first), last=last) if first else last


def join_with_or(texts: Iterable[str]) -> str:
    """Return the texts as alternatives within a sentence: "A", "A or B", "A, B or C"; "" for none."""
    *first, last = list(texts) or [""]
    return _("{texts} or {last}", texts=", ".join(first), last=last) if first else last


def format_exposure(exposure: Exposure) -> str:
    """Return the open share: "61 %".

    It is rounded, but 0 % only if nothing and 100 % only if everything is open.
    """
    percent = round(exposure.share * 100)
    if exposure.open and exposure.open < exposure.total:
        percent = min(99, max(1, percent))
    return _("{percent} %", percent=percent)


def place_heading(snapshot: Snapshot) -> str:
    """Return place, law and path in one line: "Germany · GDPR · you can object"."""
    if snapshot.place is None:
        return _("No country yet")
    return " · ".join(part for part in (snapshot.place.name, snapshot.place.law, PATH[snapshot.place.path]) if part)


def exposure_summary(snapshot: Snapshot) -> str:
    """Return the exposure with the impact points behind it."""
    exposure = snapshot.exposure
    return ngettext(
        "Still open to Meta: {share} ({open} of {count} impact point).",
        "Still open to Meta: {share} ({open} of {count} impact points).",
        exposure.total,
        share=format_exposure(exposure),
        open=exposure.open,
    )


def progress_summary(snapshot: Snapshot) -> str:
    """Return how many steps are done, and how long the open ones take."""
    if not snapshot.open_steps:
        return ngettext("{done} of {count} step done.", "{done} of {count} steps done.", snapshot.total, done=snapshot.done)
    return ngettext(
        "{done} of {count} step done, about {time} left.",
        "{done} of {count} steps done, about {time} left.",
        snapshot.total,
        done=snapshot.done,
        time=format_minutes(snapshot.minutes),
    )


def action_progress(action: PlanAction) -> str:
    """Return how many steps of an action are done: "2 of 5"."""
    return _("{done} of {total}", done=action.done, total=action.total)


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
