"""Return the messages that all front ends share: what was recorded, what is due, the size of the plan."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from wizard.core.account import FORM
from wizard.core.contact import CONTACT
from wizard.core.content_models import Question
from wizard.core.event import ANSWERED, NOTE, Event, active_events
from wizard.core.formatting import (
    CONFIDENCE,
    CONTACT_STATUS,
    PATH,
    REQUEST_STATUS_WORDS,
    STALE_NOTE,
    STEP_STATUS_WORDS,
    event_text,
    format_date,
    format_minutes,
    format_protection,
    open_prerequisites,
    relative_days,
)
from wizard.core.interview import available_options
from wizard.core.plan_entries import Exposure, PlanStep
from wizard.core.progress import OPEN
from wizard.core.request_target import is_request_target
from wizard.core.residence import RESIDENCE
from wizard.core.sanitize import escape_line, sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import UnfinishedWork, unfinished_summary
from wizard.i18n import N_, _, join_parts, ngettext

from .account import account_event_message
from .explanation import inclusion_reasons
from .move import SAID

NOTE_KEPT = N_("Note kept.")
NOTHING_OPEN = N_("Nothing is open. Look again in three months.")
REASON_LENGTH = 200
"""The greatest length of a reason in a message, in characters."""
LAST_SHOWN = 3
"""How many events `recent_events` returns at most."""
QUICK_WINS_MINUTES = 10


def recorded_message(snapshot: Snapshot, target: str, kind: str, note: str) -> str:
    """Return the message after an event of this kind was recorded; "" if there is nothing to say."""
    if target.startswith(CONTACT):
        name = target.removeprefix(CONTACT)
        return _("Recorded. {name}: {status}.", name=name, status=CONTACT_STATUS.get(kind, kind))
    if target == RESIDENCE:
        return SAID[kind]
    about_account = account_event_message(snapshot, target, kind) if is_request_target(target) else ""
    if about_account:
        return f"{about_account} {form_answer_message(snapshot)}" if kind.startswith(f"{FORM}-") else about_account
    request = next((candidate for candidate in snapshot.requests if candidate.target == target), None)
    if request:
        return _("Recorded. {name}: {status}.", name=request.name, status=REQUEST_STATUS_WORDS[request.status])
    entry = snapshot.step(target)
    return _step_message(snapshot, entry, kind, note) if entry else ""


def _step_message(snapshot: Snapshot, entry: PlanStep, kind: str, note: str) -> str:
    if kind == "reopened":
        return _("Open again.")
    if kind == "done":
        return f"{_sentence(entry.step.gain or entry.step.title)} {next_step_message(snapshot)}"
    if kind == "skipped":
        step = _sentence(entry.step.title)
        if note.strip():
            return _("Left out: {step}", step=step)
        return _("Left out: {step} Without a reason it still counts as open.", step=step)
    return ""


def protection_change(before: Exposure, after: Exposure) -> str:
    """Return how much a step has brought: "12% → 20% of the protection done."."""
    return _("{before} → {after} of the protection done.", before=format_protection(before), after=format_protection(after))


def next_step_message(snapshot: Snapshot) -> str:
    """Return the next step: "Next: Keep your photos away from Meta AI, 3 min."."""
    if snapshot.next_step is None:
        return _(NOTHING_OPEN)
    step = snapshot.next_step.step
    return _("Next: {step}, {time}.", step=step.title, time=format_minutes(step.minutes))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def exit_message(command: str, *, kept: bool, unfinished: Sequence[UnfinishedWork] = ()) -> str:
    """Return the last message: what is lost, whether the rest is saved, and how to continue.

    `command` stands on a line of its own, so that it can be copied.
    """
    lost = unfinished_summary(unfinished)
    if not kept:
        rest = _("Nothing was stored. To begin again:")
    elif lost:
        rest = _("Everything else is saved. To go on where you stopped:")
    else:
        rest = _("Everything is saved. To go on where you stopped:")
    return f"{lost} {rest}\n{command}" if lost else f"{rest}\n{command}"


def undo_message(snapshot: Snapshot, event: Event | None) -> str:
    """Return the message after an undo; `event` is None if there was nothing to undo."""
    if event is None:
        return _("There is nothing to take back.")
    target, action = event_text(snapshot, event)
    return _("Taken back: {target}, {action}.", target=target, action=action)


def saved_message(path: object) -> str:
    """Return the message after a file was written."""
    return _("Saved to {path}", path=escape_line(path))


def picture_message(path: object) -> str:
    """Return the message after a picture of a page was written."""
    return _("Saved to {path}. Names are blacked out.", path=escape_line(path))


def merged_message(new: int) -> str:
    """Return the message after another copy of the state was merged: how many of its events were new."""
    return ngettext(
        "Merged: {count} event was new. Nothing was removed.", "Merged: {count} events were new. Nothing was removed.", new
    )


def form_answer_message(snapshot: Snapshot) -> str:
    """Return the message after the user answered whether the form opened."""
    path = PATH[snapshot.place.path] if snapshot.place else ""
    return _("Your path is now “{path}”, and your plan has changed with it.", path=path)


def recent_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the last LAST_SHOWN events that were not undone, the newest first, without answers and notes."""
    recorded = [event for event in active_events(events) if event.kind not in (ANSWERED, NOTE)]
    return tuple(reversed(recorded[-LAST_SHOWN:]))


def answer_text(snapshot: Snapshot, question: Question, answers: Mapping[str, tuple[str, ...]]) -> str:
    """Return the user's answer to a question in words; `answers` are those that the options depend on."""
    answer = snapshot.interview.answers.get(question.id)
    labels = {option.id: option.label for option in available_options(snapshot.library, question, answers)}
    if answer:
        return join_parts(labels.get(id, id) for id in answer)
    return _("skipped") if answer == () else _("not answered yet")


def plan_size_summary(snapshot: Snapshot) -> str:
    """Return the size of the plan: the essentials with their share of the protection, and how much more there is."""
    essential = [entry for entry in snapshot.essential_steps if entry.step_status.is_counted]
    others = [entry for entry in snapshot.steps if not entry.essential and entry.step_status.is_counted]
    sentences = [
        ngettext(
            "{count} essential step, about {time}.",
            "{count} essential steps, about {time}.",
            len(essential),
            time=format_minutes(sum(entry.step.minutes for entry in essential)),
        )
    ]
    if snapshot.exposure.total:
        impact = sum(entry.step.impact for entry in essential)
        percent = round(100 * impact / snapshot.exposure.total)
        sentences.append(_("They are {percent}% of the protection.", percent=percent))
    if others:
        sentences.append(
            ngettext(
                "To go further: {count} more step, about {time}.",
                "To go further: {count} more steps, about {time}.",
                len(others),
                time=format_minutes(sum(entry.step.minutes for entry in others)),
            )
        )
    return " ".join((*sentences, _("You can spread it over several sittings.")))


def quick_wins_summary(snapshot: Snapshot, time: int) -> str:
    """Return what the best steps that fit into `time` minutes reach together."""
    chosen = snapshot.best_within(time)
    if not chosen or not snapshot.exposure.open:
        return _("No open step fits into this time.") if snapshot.open_steps else _("Nothing is open.")
    minutes = sum(entry.step.minutes for entry in chosen)
    impact = sum(entry.step.impact for entry in chosen)
    share = round(100 * impact / snapshot.exposure.open)
    return ngettext(
        "{count} step, {time}: {percent}% of what is left of your plan.",
        "{count} steps, {time}: {percent}% of what is left of your plan.",
        len(chosen),
        time=format_minutes(minutes),
        percent=share,
    )


def step_source_summary(snapshot: Snapshot, entry: PlanStep) -> tuple[str, ...]:
    """Return why a step is in the plan, if it is; then its number of sources, when they were last read, whether it was tried."""
    stale = f" {_(STALE_NOTE)}" if entry.needs_review else ""
    checked = _(
        "Sources: {count}, last read {day}: {confidence}.",
        count=len(entry.step.sources),
        day=format_date(entry.step.checked),
        confidence=CONFIDENCE[entry.step.confidence],
    )
    provenance = f"{checked} {step_trial_text(entry.step.tried)}{stale}"
    if snapshot.step(entry.id) is None:
        return (provenance,)
    return _("Why it is here: {reason}", reason=inclusion_reasons(snapshot, entry.step)[0]), provenance


def step_trial_text(tried: date | None) -> str:
    """Return when somebody did a step at Meta to see whether it is right, or that nobody has."""
    return _("Tried at Meta on {day}.", day=format_date(tried)) if tried else _("Not yet tried at Meta.")


def step_status_text(snapshot: Snapshot, entry: PlanStep) -> str:
    """Return the status of a step, since when and why; "" for an open step."""
    if entry.status == OPEN:
        return ""
    text = STEP_STATUS_WORDS[entry.status]
    if entry.step_status.on:
        text = _("{status}, {when}", status=text, when=relative_days(entry.step_status.on, snapshot.today))
    if entry.step_status.reason:
        text = _("{status}: {reason}", status=text, reason=sanitize_line(entry.step_status.reason, REASON_LENGTH))
    return text


def step_row_hint(snapshot: Snapshot, entry: PlanStep, numbers: Mapping[str, int]) -> str:
    """Return the minutes of a step of an action, and its status or the open prerequisites.

    `numbers` are the positions in the action by step id; other prerequisites are named by their title.
    """
    if entry.status != OPEN:
        return f"{format_minutes(entry.step.minutes)}, {STEP_STATUS_WORDS[entry.status]}"
    prerequisites = open_prerequisites(snapshot, entry)
    hints = (_("after {step}", step=numbers.get(required.id) or required.step.title) for required in prerequisites)
    return ", ".join([format_minutes(entry.step.minutes), *hints])
