"""Describe work that is lost if the user leaves now.

Every front end asks about it, and names it in its last message.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .date_format import format_date
from .objection import TITLES

NOT_RECORDED, NOT_WRITTEN, NOT_HANDED_OUT = "Not recorded", "Not saved", "Neither saved nor copied"
EMPTY = "Enter leaves it empty"
PRIVATE = "Letters are private, so they are not kept here."
LEAVE_ANYWAY = "Leave anyway?"
STAY = "Stay and go on"
LEAVE_HELP = (
    "What is not recorded or saved is gone once you leave. Everything else that you answered or recorded is saved. "
    "Letters are private, so they are kept only where you save or copy them; your name and addresses can be kept for the next "
    "letter, if you choose that on the letter's page."
)


@dataclass(frozen=True, slots=True)
class UnfinishedWork:
    """Something that is lost if the user leaves now: `what` it is, and how it is `missing` (a label).

    `completion` is the label of the choice that completes it at once; "" if the user must stay to complete it.
    """

    what: str
    missing: str = NOT_RECORDED
    completion: str = ""


NOTE = UnfinishedWork("your note", completion="Keep the note")
NICKNAME = UnfinishedWork("the nickname", completion="Put this nickname on the list")


def unfinished_record(targets: Iterable[str], on: date | None = None) -> UnfinishedWork:
    """Return an event of these objections that is not recorded.

    It can be completed if the day is known (not None).
    """
    *first, last = [TITLES.get(target, target) for target in targets]
    names = f"{', '.join(first)} and {last}" if first else last
    return UnfinishedWork(f"the date for {names}", completion=f"Record it now: {names}, {format_date(on)}" if on else "")


def unfinished_letter(title: str) -> UnfinishedWork:
    """Return a letter with field values that was neither saved nor copied."""
    return UnfinishedWork(f"the letter “{title}”", NOT_HANDED_OUT, f"Save or copy the letter “{title}”")


def unfinished_answer(question: str) -> UnfinishedWork:
    """Return an answer that was typed or chosen, but not submitted."""
    return UnfinishedWork(f"your answer to “{question}”")


def unfinished_reason(step: str) -> UnfinishedWork:
    """Return a reason for leaving out a step, in the user's own words, that is not recorded."""
    return UnfinishedWork(f"your reason for leaving out “{step}”", completion="Leave the step out for this reason")


def unfinished_file(name: str) -> UnfinishedWork:
    """Return a document that is not saved."""
    return UnfinishedWork(f"the file {name}", NOT_WRITTEN)


def without_completion(work: UnfinishedWork) -> UnfinishedWork:
    """Return the work without its completion, because what was typed cannot be used as it is."""
    return replace(work, completion="")


def unfinished_summary(works: Sequence[UnfinishedWork]) -> str:
    """Return all of it in sentences: "Not recorded: the date for Facebook."; "" for no work."""
    sentences = [
        f"{missing}: {'; '.join(work.what for work in works if work.missing == missing)}."
        for missing in dict.fromkeys(work.missing for work in works)
    ]
    has_letter = any(work.missing == NOT_HANDED_OUT for work in works)
    return " ".join([*sentences, *([PRIVATE] if has_letter else [])])


def leave_label(works: Sequence[object]) -> str:
    """Return the label of the choice to leave and to lose this work."""
    return "Leave without it" if len(works) == 1 else "Leave without them"
