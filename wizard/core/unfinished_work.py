"""What was begun and is not kept yet, in words: every front end asks about it before it ends, and names it in its last words."""

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
    """Something that is lost when the user leaves now: `what` it is, how it is `missing`, and what can be done about it now.

    `completion` is empty where nothing but going on can complete it.
    """

    what: str
    missing: str = NOT_RECORDED
    completion: str = ""


NOTE = UnfinishedWork("your note", completion="Keep the note")
NICKNAME = UnfinishedWork("the nickname", completion="Put this nickname on the list")


def unfinished_record(targets: Iterable[str], on: date | None = None) -> UnfinishedWork:
    """What happened to these objections; it can be recorded as soon as the day is known."""
    *first, last = [TITLES.get(target, target) for target in targets]
    names = f"{', '.join(first)} and {last}" if first else last
    return UnfinishedWork(f"the date for {names}", completion=f"Record it now: {names}, {format_date(on)}" if on else "")


def unfinished_letter(title: str) -> UnfinishedWork:
    """A letter in which something was filled in, and that did not leave the program."""
    return UnfinishedWork(f"the letter “{title}”", NOT_HANDED_OUT, f"Save or copy the letter “{title}”")


def unfinished_answer(question: str) -> UnfinishedWork:
    """An answer that was typed or chosen, but not given."""
    return UnfinishedWork(f"your answer to “{question}”")


def unfinished_reason(step: str) -> UnfinishedWork:
    """A reason in the user's own words for leaving out a step."""
    return UnfinishedWork(f"your reason for leaving out “{step}”", completion="Leave the step out for this reason")


def unfinished_file(name: str) -> UnfinishedWork:
    """A document that was to be saved."""
    return UnfinishedWork(f"the file {name}", NOT_WRITTEN)


def without_completion(work: UnfinishedWork) -> UnfinishedWork:
    """The same where it cannot be completed as it stands."""
    return replace(work, completion="")


def unfinished_summary(works: Sequence[UnfinishedWork]) -> str:
    """All of it in sentences: "Not recorded: the date for Facebook."; nothing where nothing is unfinished."""
    sentences = [
        f"{missing}: {'; '.join(work.what for work in works if work.missing == missing)}."
        for missing in dict.fromkeys(work.missing for work in works)
    ]
    private = any(work.missing == NOT_HANDED_OUT for work in works)
    return " ".join([*sentences, *([PRIVATE] if private else [])])


def leave_label(works: Sequence[object]) -> str:
    """The choice to leave, and to lose all of this."""
    return "Leave without it" if len(works) == 1 else "Leave without them"
