"""Sentences that every face says: what was recorded, what is due, how large the plan is, what an answer was."""

from collections.abc import Iterable, Mapping, Sequence

from .contact import CONTACT
from .content_models import OBJECTION, Question
from .deadline_text import deadline_line
from .event import ANSWERED, Event, active_events
from .explanation import inclusion_reasons
from .formatting import (
    CONFIDENCE,
    CONTACT_STATUS,
    OBJECTION_STATUS_WORDS,
    PATH,
    STEP_STATUS_WORDS,
    event_text,
    format_date,
    format_minutes,
    open_prerequisites,
    pluralize,
    relative_days,
)
from .interview import available_options
from .progress import OPEN
from .sanitize import escape_line, sanitize_line
from .snapshot import Deadline, PlanStep, Snapshot
from .unfinished_work import UnfinishedWork, unfinished_summary

REASONS = (
    "I do not use this",
    "It is set like this already",
    "I want to keep it as it is",
    "It does not exist in my app or country",
)
"""Why a step may not be for the person."""
WARNING_SECTIONS = {"irreversible": "Cannot be undone", "moved": "Looks different?", "limits": "What it does not do"}
"""The passages of a step that one should know before one acts, in this order."""
STEP_REMOVED = "Your answers took this step out of your plan. What you recorded of it is kept."
NOTHING_OPEN = "Nothing is open. Look again in three months."
REASON_LENGTH = 200
LAST_SHOWN = 3
QUICK_WINS_MINUTES = 10


def recorded_message(case: Snapshot, target: str, kind: str, note: str) -> str:
    """What to say when something was recorded of a step, an objection case or somebody in the contact book."""
    if target.startswith(CONTACT):
        return f"Recorded. {target.removeprefix(CONTACT)}: {CONTACT_STATUS.get(kind, kind)}."
    found = next((each for each in case.objections if each.target == target), None)
    if found:
        return f"Recorded. {found.name}: {OBJECTION_STATUS_WORDS[found.status]}."
    entry = case.step(target)
    if entry and kind == "done":
        return f"{_sentence(entry.step.gain or entry.step.title)} {next_step_message(case)}"
    if entry and kind == "skipped":
        left = f"Left out: {_sentence(entry.step.title)}"
        return left if note.strip() else f"{left} Without a reason it still counts as open."
    return ""


def next_step_message(case: Snapshot) -> str:
    """The one thing to do now: "Next: Keep your photos away from Meta AI, 3 min."."""
    return (
        f"Next: {case.next_step.step.title}, {format_minutes(case.next_step.step.minutes)}." if case.next_step else NOTHING_OPEN
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def exit_message(command: str, *, kept: bool, unfinished: Sequence[UnfinishedWork] = ()) -> str:
    """The last words: what is lost, what is saved, and in a line of its own the command to go on with."""
    lost = unfinished_summary(unfinished)
    rest = f"Everything {'else ' if lost else ''}is saved. To go on where you stopped:"
    return f"{f'{lost} ' if lost else ''}{rest if kept else 'Nothing was stored. To begin again:'}\n{command}"


def undo_message(case: Snapshot, event: Event | None) -> str:
    """What to say after an undo."""
    return f"Taken back: {', '.join(event_text(case, event))}." if event else "There is nothing to take back."


def saved_message(path: object) -> str:
    """What to say when a file was written."""
    return f"Written to {escape_line(path)}"


def merged_message(new: int) -> str:
    """What to say when another copy was taken in: how much of it was new."""
    return f"Merged: {pluralize(new, 'event')} {'was' if new == 1 else 'were'} new. Nothing was removed."


def form_answer_message(case: Snapshot) -> str:
    """What to say when the person told whether the form opened."""
    return f"Your path is now “{PATH[case.place.path] if case.place else ''}”, and the plan has followed."


def deadline_message(case: Snapshot, deadline: Deadline) -> str:
    """A deadline without its urgency: what is due by when, or what is missing since then."""
    return next((deadline_line(each, case.today) for each in case.objections if each.target == deadline.id), deadline.reason)


def recent_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """The last things the person recorded, the newest first."""
    found = [event for event in active_events(events) if event.kind not in (ANSWERED, "note")]
    return tuple(reversed(found[-LAST_SHOWN:]))


def answer_text(case: Snapshot, question: Question, answers: Mapping[str, tuple[str, ...]]) -> str:
    """What the person answered to a question."""
    given = case.interview.answers.get(question.id)
    labels = {choice.id: choice.label for choice in available_options(case.library, question, answers)}
    return "; ".join(labels.get(id, id) for id in given) if given else "skipped" if given == () else "not answered yet"


def plan_size_summary(case: Snapshot) -> str:
    """How large the plan is, and what its best ten minutes bring."""
    objection = next(
        (part for part in case.actions if part.action.id == OBJECTION and case.place and case.place.expects_form), None
    )
    others = [part for part in case.actions if part is not objection]
    steps = sum(len(part.entries) for part in others)
    first = f"the objection ({pluralize(len(objection.entries), 'step')}) and " if objection else ""
    gained = sum(entry.step.impact for entry in case.best_within(QUICK_WINS_MINUTES))
    share = (
        f"The best ten minutes bring {round(100 * gained / case.exposure.total)} % of the protection."
        if case.exposure.total
        else ""
    )
    return (
        f"{first}{pluralize(len(others), 'action')} with {pluralize(steps, 'step')}, "
        f"about {format_minutes(case.minutes)} in all. {share} "
        "You can spread it over several sittings."
    )


def quick_wins_summary(case: Snapshot, time: int) -> str:
    """What the best steps for this many minutes bring together."""
    chosen = case.best_within(time)
    if not chosen or not case.exposure.open:
        return "No open step fits into this time." if case.open_steps else "Nothing is open."
    spent = sum(entry.step.minutes for entry in chosen)
    gained = sum(entry.step.impact for entry in chosen)
    share = round(100 * gained / case.exposure.open)
    return f"{pluralize(len(chosen), 'step')}, {format_minutes(spent)}: {share} % of what is still open."


def step_source_summary(case: Snapshot, entry: PlanStep) -> tuple[str, str]:
    """Why a step is here; how many sources it has and how old they are."""
    stale = " It may have changed since: look twice." if entry.needs_review else ""
    checked = f"Last checked {format_date(entry.step.checked)}, {CONFIDENCE[entry.step.confidence]}.{stale}"
    return f"Why it is here: {inclusion_reasons(case, entry.step)[0]}", f"Sources: {len(entry.step.sources)}. {checked}"


def step_status_text(case: Snapshot, entry: PlanStep) -> str:
    """Where a step stands, since when and why; nothing for an open one."""
    if entry.status == OPEN:
        return ""
    since = f", {relative_days(entry.step_status.on, case.today)}" if entry.step_status.on else ""
    reason = f": {sanitize_line(entry.step_status.reason, REASON_LENGTH)}" if entry.step_status.reason else ""
    return f"{STEP_STATUS_WORDS[entry.status]}{since}{reason}"


def step_row_hint(case: Snapshot, entry: PlanStep, numbers: Mapping[str, int]) -> str:
    """How long a step of an action takes, and where it stands or what it waits for, by that one's number in the action."""
    if entry.status != OPEN:
        return f"{format_minutes(entry.step.minutes)}, {STEP_STATUS_WORDS[entry.status]}"
    waiting = (f"after {numbers.get(other.id) or other.step.title}" for other in open_prerequisites(case, entry))
    return ", ".join([format_minutes(entry.step.minutes), *waiting])
