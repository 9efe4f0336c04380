"""Format numbers, times, statuses and events in words, the same in every front end and document."""

from collections.abc import Iterable
from datetime import date

from wizard.i18n import N_, NP_, MessageTable, _, ngettext, pgettext

from .account import account_event_text, request_of_account
from .contact import CONTACT
from .date_format import format_date as format_date  # noqa: PLC0414 - so that all formatting can be imported from here
from .date_format import format_weekday as format_weekday  # noqa: PLC0414
from .event import NOTE, Event
from .place import MITIGATION, OPT_OUT, TRY_FORM
from .plan_entries import Exposure, PlanAction, PlanStep
from .progress import DONE, OPEN, SKIPPED
from .request_kinds import find_outcome, request_heading, request_title, row_label
from .residence import MISTAKEN, MOVED, RESIDENCE
from .snapshot import Snapshot
from .typed_words import starts_like

PROTECTION_DONE = N_("{share} of the protection done")
QUOTED = N_("“{text}”")
"""Words in the quotation marks of the language."""
STEP_STATUS_WORDS = MessageTable({OPEN: N_("open"), DONE: N_("done"), SKIPPED: N_("not for me")})
EVENT_WORDS = MessageTable({"done": N_("done"), "skipped": N_("not for me"), "reopened": N_("open again"), NOTE: N_("note")})
CONTACT_STATUS = MessageTable(
    {
        "asked": N_("asked"),
        "done": N_("did it"),
        "declined": N_("said no"),
        "no-answer": N_("no answer"),
        "forgotten": N_("taken off your list"),
    }
)
STATUS_MARKS = {OPEN: " ", DONE: "x", SKIPPED: "-"}
REQUEST_STATUS_WORDS = MessageTable(
    {
        "open": N_("not sent yet"),
        "prepared": N_("prepared, not sent"),
        "waiting": N_("waiting for Meta's answer"),
        "extended": N_("Meta takes more time"),
        "asked": N_("Meta asks for something"),
        "overdue": N_("overdue"),
        "granted": N_("granted"),
        "partly": N_("granted for a part"),
        "complete": N_("answered in full"),
        "incomplete": N_("answered in part"),
        "refused": N_("refused"),
        "no-answer": N_("no answer"),
        "followed-up": N_("asked again"),
        "complained-to-meta": N_("complained to Meta"),
        "complained": N_("with the authority"),
        "settling": N_("the authority proposes to settle it"),
        "dismissed": N_("dismissed by the authority"),
        "answered": N_("the authority answered"),
        "closed": N_("closed"),
    }
)
CONFIDENCE = MessageTable(
    {
        "confirmed": N_("confirmed"),
        "reported": N_("reported, not confirmed"),
        "unconfirmed": N_("not confirmed"),
        "disputed": N_("disputed: sources differ"),
    }
)
RESIDENCE_WORDS = MessageTable({MOVED: N_("you moved"), MISTAKEN: N_("the earlier answer was a mistake")})
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
YOUR_PLAN = N_("Your plan")
"""The label of the share that is done. The word "exposure" is not shown: the points are estimates of ours."""
STALE_NOTE = N_("It may have changed since: look twice.")
DISCLAIMER = N_("Information, not legal advice.")
NO_ADDRESS = N_("address not recorded")
AND_CHANGES = NP_("beginnings before which “and” changes, or -", "-")
"""In Spanish "i hi !hia !hie": “Facebook e Instagram”, but “agua y hielo”."""
OR_CHANGES = NP_("beginnings before which “or” changes, or -", "-")
"""In Spanish "o ho": “Irlanda u Holanda”."""
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
    if first and starts_like(last, pgettext("beginnings before which “and” changes, or -", AND_CHANGES).split()):
        return pgettext("before a similar sound", "{texts} and {last}", texts=", ".join(first), last=last)
    return _("{texts} and {last}", texts=", ".join(first), last=last) if first else last


def join_with_or(texts: Iterable[str]) -> str:
    """Return the texts as alternatives within a sentence: "A", "A or B", "A, B or C"; "" for none."""
    *first, last = list(texts) or [""]
    if first and starts_like(last, pgettext("beginnings before which “or” changes, or -", OR_CHANGES).split()):
        return pgettext("before a similar sound", "{texts} or {last}", texts=", ".join(first), last=last)
    return _("{texts} or {last}", texts=", ".join(first), last=last) if first else last


def format_protection(exposure: Exposure) -> str:
    """Return the share of the protection that is done: "39%".

    It is rounded, but 0% only if nothing and 100% only if everything is done.
    """
    percent = round(exposure.done_share * 100)
    if exposure.open and exposure.open < exposure.total:
        percent = min(99, max(1, percent))
    return format_percent(percent)


def format_percent(percent: int) -> str:
    """Return a share in hundredths: "39%". Some languages put a space before the sign."""
    return _("{percent}%", percent=percent)


def place_heading(snapshot: Snapshot) -> str:
    """Return place, law and path in one line: "Germany · GDPR · you can object".

    The path says what Meta offers to people with an account, so others read that they have none.
    """
    place = snapshot.place
    if place is None:
        return _("No country yet")
    path = _("without an account") if snapshot.interview.is_without_account else PATH[place.path]
    return " · ".join(part for part in (place.name, place.law, path) if part)


def exposure_summary(snapshot: Snapshot) -> str:
    """Return the share of the protection that is done, and how it is counted."""
    exposure = snapshot.exposure
    return _(
        "Your plan: {share} of the protection done ({done} of {total} points; each step counts 1 to 5).",
        share=format_protection(exposure),
        done=exposure.total - exposure.open,
        total=exposure.total,
    )


def interview_summary(snapshot: Snapshot) -> str:
    """Return how many questions are answered; the plan is counted only when all are, as each answer may change it."""
    return ngettext(
        "{done} of {count} question answered. Your plan is counted once it is.",
        "{done} of {count} questions answered. Your plan is counted once all are.",
        len(snapshot.interview.questions),
        done=snapshot.interview.answered_count,
    )


def essentials_summary(snapshot: Snapshot) -> str:
    """Return how many essentials are done, and how long the open ones take: "Essentials 0 of 7, about 35 min."."""
    done, total, minutes = snapshot.essentials
    if not minutes:
        return _("Essentials {done} of {total}.", done=done, total=total)
    return _("Essentials {done} of {total}, about {time}.", done=done, total=total, time=format_minutes(minutes))


def progress_summary(snapshot: Snapshot) -> str:
    """Return how many essentials and how many steps in all are done, and how long the open ones take."""
    if snapshot.open_steps:
        steps = ngettext(
            "In all {done} of {count} step done, about {time} left.",
            "In all {done} of {count} steps done, about {time} left.",
            snapshot.total,
            done=snapshot.done,
            time=format_minutes(snapshot.minutes),
        )
    else:
        steps = ngettext(
            "In all {done} of {count} step done.", "In all {done} of {count} steps done.", snapshot.total, done=snapshot.done
        )
    return f"{essentials_summary(snapshot)} {steps}" if snapshot.essential_steps else steps


def action_progress(action: PlanAction) -> str:
    """Return how many steps of an action are done: "2 of 5"."""
    return _("{done} of {total}", done=action.done, total=action.total)


def steps_done_text(action: PlanAction) -> str:
    """Return how many steps of an action are done, as a remark beside its title: "2 of 5 steps"."""
    return ngettext("{done} of {count} step", "{done} of {count} steps", action.total, done=action.done)


def event_text(snapshot: Snapshot, event: Event) -> tuple[str, str]:
    """Return the target and the kind of an event in words: ("Objection, Facebook", "I sent the form")."""
    step = snapshot.library.steps.get(snapshot.library.current_id(event.target))
    if step:
        return step.title, EVENT_WORDS.get(event.kind, event.kind)
    if event.target.startswith(CONTACT):
        return event.target.removeprefix(CONTACT), CONTACT_STATUS.get(event.kind, event.kind)
    if event.target == RESIDENCE:
        return _("Where you live"), RESIDENCE_WORDS.get(event.kind, event.kind)
    target = request_of_account(event.target)
    account = snapshot.progress.accounts.get(target)
    nickname = account.nickname if account else ""
    if target != event.target:
        return row_label(request_title(snapshot.library, target, nickname)), account_event_text(snapshot.library, event.kind)
    outcome = find_outcome(snapshot.library, event.target, event.kind)
    return request_heading(snapshot.library, target, nickname), outcome.label if outcome else EVENT_WORDS.get(
        event.kind, event.kind
    )


def open_prerequisites(snapshot: Snapshot, entry: PlanStep) -> tuple[PlanStep, ...]:
    """Return the prerequisites of a step that are still open."""
    return tuple(required for id in entry.step.requires if (required := snapshot.step(id)) and required.status == OPEN)
