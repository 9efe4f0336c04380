"""Describe work that is lost if the user leaves now.

Every front end asks about it, and names it in its last message.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from wizard.i18n import N_, _, join_parts, ngettext

from .formatting import format_date, join_with_and

NOT_RECORDED = N_("Not recorded: {works}.")
NOT_WRITTEN = N_("Not saved: {works}.")
NOT_HANDED_OUT = N_("Neither saved nor copied: {works}.")
EMPTY = N_("Enter leaves it empty")
PRIVATE = N_("Letters are private, so they are not kept here.")
LEAVE_ANYWAY = N_("Leave anyway?")
STAY = N_("Stay and go on")
SAVE_OR_COPY = N_("Save it or copy it, then leave.")
LEAVE_HELP = N_(
    "What is not recorded or saved is gone once you leave. Everything else that you answered or recorded is saved. "
    "Letters are private, so they are kept only where you save or copy them; your name and addresses can be kept for the next "
    "letter, if you choose that on the letter's page."
)


class UnfinishedWork(NamedTuple):
    """Something that is lost if the user leaves now: `what` it is, and how it is `missing` (a sentence with the place for it).

    `completion` is the label of the choice that completes it at once; "" if the user must stay to complete it.
    """

    what: str
    missing: str = NOT_RECORDED
    completion: str = ""


NOTE = UnfinishedWork(N_("your note"), completion=N_("Keep the note"))
NICKNAME = UnfinishedWork(N_("the nickname"), completion=N_("Put this nickname on the list"))


def unfinished_record(titles: Iterable[str], on: date | None = None) -> UnfinishedWork:
    """Return an event of the requests with these titles that is not recorded.

    It can be completed if the day is known (not None).
    """
    names = join_with_and(titles)
    completion = _("Record it now: {names}, {day}", names=names, day=format_date(on)) if on else ""
    return UnfinishedWork(_("the date for {names}", names=names), completion=completion)


def unfinished_letter(title: str) -> UnfinishedWork:
    """Return a letter with field values that was neither saved nor copied."""
    return UnfinishedWork(
        _("the letter “{title}”", title=title), NOT_HANDED_OUT, _("Save or copy the letter “{title}”", title=title)
    )


def unfinished_answer(question: str) -> UnfinishedWork:
    """Return an answer that was typed or chosen, but not submitted."""
    return UnfinishedWork(_("your answer to “{question}”", question=question))


def unfinished_reason(step: str) -> UnfinishedWork:
    """Return a reason for leaving out a step, in the user's own words, that is not recorded."""
    return UnfinishedWork(
        _("your reason for leaving out “{step}”", step=step), completion=_("Leave the step out for this reason")
    )


def unfinished_file(name: str) -> UnfinishedWork:
    """Return a document that is not saved."""
    return UnfinishedWork(_("the file {name}", name=name), NOT_WRITTEN)


def without_completion(work: UnfinishedWork) -> UnfinishedWork:
    """Return the work without its completion, because what was typed cannot be used as it is."""
    return work._replace(completion="")


def unfinished_summary(works: Sequence[UnfinishedWork]) -> str:
    """Return all of it in sentences: "Not recorded: the date for Facebook."; "" for no work."""
    sentences = [
        _(missing, works=join_parts(work.what for work in works if work.missing == missing))
        for missing in dict.fromkeys(work.missing for work in works)
    ]
    has_letter = any(work.missing == NOT_HANDED_OUT for work in works)
    return " ".join([*sentences, *([_(PRIVATE)] if has_letter else [])])


def leave_label(works: Sequence[object]) -> str:
    """Return the label of the choice to leave and to lose this work."""
    return ngettext("Leave without it", "Leave without them", len(works))
