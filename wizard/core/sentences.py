"""Sentences that every face says: what was recorded, what is due, how large the plan is, what an answer was."""

from collections.abc import Iterable, Mapping, Sequence

from .case import Case, Deadline, Entry
from .clean import clean_line, escape_line
from .contact import CONTACT
from .due import due_line
from .event import ANSWERED, Event, standing
from .interview import choices_of
from .library import OBJECTION, Question
from .progress import OPEN
from .unfinished import UnfinishedWork, unfinished_summary
from .why import because
from .words import (
    CASE_STATUS,
    CONFIDENCE,
    CONTACT_STATUS,
    PATH,
    STATUS,
    count,
    day,
    distance,
    event_words,
    minutes,
    waits_for,
)

REASONS = (
    "I do not use this",
    "It is set like this already",
    "I want to keep it as it is",
    "It does not exist in my app or country",
)
"""Why a step may not be for the person."""
CAUTIONS = {"irreversible": "Cannot be undone", "moved": "Looks different?", "limits": "What it does not do"}
"""The passages of a step that one should know before one acts, in this order."""
GONE = "Your answers took this step out of your plan. What you recorded of it is kept."
NOTHING_OPEN = "Nothing is open. Look again in three months."
REASON_LENGTH = 200
LAST_SHOWN = 3
SHORT_SITTING = 10


def recorded(case: Case, target: str, kind: str, note: str) -> str:
    """What to say when something was recorded of a step, an objection case or somebody in the contact book."""
    if target.startswith(CONTACT):
        return f"Recorded. {target.removeprefix(CONTACT)}: {CONTACT_STATUS.get(kind, kind)}."
    found = next((each for each in case.objections if each.target == target), None)
    if found:
        return f"Recorded. {found.name}: {CASE_STATUS[found.status]}."
    entry = case.entry(target)
    if entry and kind == "done":
        return f"{_sentence(entry.step.gain or entry.step.title)} {what_next(case)}"
    if entry and kind == "skipped":
        left = f"Left out: {_sentence(entry.step.title)}"
        return left if note.strip() else f"{left} Without a reason it still counts as open."
    return ""


def what_next(case: Case) -> str:
    """The one thing to do now: "Next: Keep your photos away from Meta AI, 3 min."."""
    return f"Next: {case.next.step.title}, {minutes(case.next.step.minutes)}." if case.next else NOTHING_OPEN


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def farewell(command: str, *, kept: bool, unfinished: Sequence[UnfinishedWork] = ()) -> str:
    """The last words: what is lost, what is saved, and in a line of its own the command to go on with."""
    lost = unfinished_summary(unfinished)
    rest = f"Everything {'else ' if lost else ''}is saved. To go on where you stopped:"
    return f"{f'{lost} ' if lost else ''}{rest if kept else 'Nothing was stored. To begin again:'}\n{command}"


def taken_back(case: Case, event: Event | None) -> str:
    """What to say after an undo."""
    return f"Taken back: {', '.join(event_words(case, event))}." if event else "There is nothing to take back."


def written(path: object) -> str:
    """What to say when a file was written."""
    return f"Written to {escape_line(path)}"


def merged(new: int) -> str:
    """What to say when another copy was taken in: how much of it was new."""
    return f"Merged: {count(new, 'event')} {'was' if new == 1 else 'were'} new. Nothing was removed."


def form_words(case: Case) -> str:
    """What to say when the person told whether the form opened."""
    return f"Your path is now “{PATH[case.place.path] if case.place else ''}”, and the plan has followed."


def due_words(case: Case, deadline: Deadline) -> str:
    """A deadline without its urgency: what is due by when, or what is missing since then."""
    return next((due_line(each, case.today) for each in case.objections if each.target == deadline.id), deadline.why)


def last_done(events: Iterable[Event]) -> tuple[Event, ...]:
    """The last things the person recorded, the newest first."""
    found = [event for event in standing(events) if event.kind not in (ANSWERED, "note")]
    return tuple(reversed(found[-LAST_SHOWN:]))


def answer_words(case: Case, question: Question, answers: Mapping[str, tuple[str, ...]]) -> str:
    """What the person answered to a question."""
    given = case.interview.answers.get(question.id)
    labels = {choice.id: choice.label for choice in choices_of(case.library, question, answers)}
    return "; ".join(labels.get(id, id) for id in given) if given else "skipped" if given == () else "not answered yet"


def plan_size(case: Case) -> str:
    """How large the plan is, and what its best ten minutes bring."""
    objection = next(
        (part for part in case.parts if part.action.id == OBJECTION and case.place and case.place.expects_form), None
    )
    others = [part for part in case.parts if part is not objection]
    steps = sum(len(part.entries) for part in others)
    first = f"the objection ({count(len(objection.entries), 'step')}) and " if objection else ""
    gained = sum(entry.step.impact for entry in case.within(SHORT_SITTING))
    share = (
        f"The best ten minutes bring {round(100 * gained / case.exposure.total)} % of the protection."
        if case.exposure.total
        else ""
    )
    return (
        f"{first}{count(len(others), 'action')} with {count(steps, 'step')}, about {minutes(case.minutes)} in all. {share} "
        "You can spread it over several sittings."
    )


def short_sitting(case: Case, time: int) -> str:
    """What the best steps for this many minutes bring together."""
    chosen = case.within(time)
    if not chosen or not case.exposure.open:
        return "No open step fits into this time." if case.open else "Nothing is open."
    spent = sum(entry.step.minutes for entry in chosen)
    gained = sum(entry.step.impact for entry in chosen)
    return f"{count(len(chosen), 'step')}, {minutes(spent)}: {round(100 * gained / case.exposure.open)} % of what is still open."


def step_facts(case: Case, entry: Entry) -> tuple[str, str]:
    """Why a step is here; how many sources it has and how old they are."""
    stale = " It may have changed since: look twice." if entry.stale else ""
    checked = f"Last checked {day(entry.step.checked)}, {CONFIDENCE[entry.step.confidence]}.{stale}"
    return f"Why it is here: {because(case, entry.step)[0]}", f"Sources: {len(entry.step.sources)}. {checked}"


def standing_words(case: Case, entry: Entry) -> str:
    """Where a step stands, since when and why; nothing for an open one."""
    if entry.status == OPEN:
        return ""
    since = f", {distance(entry.standing.on, case.today)}" if entry.standing.on else ""
    reason = f": {clean_line(entry.standing.reason, REASON_LENGTH)}" if entry.standing.reason else ""
    return f"{STATUS[entry.status]}{since}{reason}"


def row_words(case: Case, entry: Entry, numbers: Mapping[str, int]) -> str:
    """How long a step of an action takes, and where it stands or what it waits for, by that one's number in the action."""
    if entry.status != OPEN:
        return f"{minutes(entry.step.minutes)}, {STATUS[entry.status]}"
    waiting = (f"after {numbers.get(other.id) or other.step.title}" for other in waits_for(case, entry))
    return ", ".join([minutes(entry.step.minutes), *waiting])
