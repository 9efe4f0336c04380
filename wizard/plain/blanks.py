"""The blanks of a letter: asked one after the other, or the one that is to be changed; some can be left open."""

from collections.abc import Sequence

from wizard.core.letter.draft import Draft, misfit
from wizard.core.letter.parts import Blank
from wizard.core.unfinished import unfinished_letter

from .teller import Back, Prompt, Row, Skip
from .writing import Writing

CHANGE_HELP = "Choose what is to be different; everything else in the letter stays. What you type is written to no file."
ALL = "all of them"
LEFT_OPEN = "Leave it open"


def fill_in(writing: Writing) -> bool:
    """Ask for every blank, and again for what is then still missing; False when the person goes back from the first one."""
    return _ask_all(writing, writing.draft.letter.blanks) and complete(writing)


def complete(writing: Writing) -> bool:
    """Ask for what is still missing, if anything is; False when the person goes back from it."""
    while missing := writing.draft.missing:
        writing.talk.say("Something is still needed.")
        if not _ask_all(writing, missing):
            return False
    return True


def change(writing: Writing) -> None:
    """Ask which blank is to be different, then for it, or for all of them."""
    current = writing.draft
    rows = [Row(blank.id, blank.label, current.reads(blank) or "empty") for blank in current.letter.blanks]
    chosen = writing.talk.pick("What would you like to change?", [*rows, Row(ALL, "All, one after the other")], CHANGE_HELP)
    if chosen == ALL:
        _ask_all(writing, current.letter.blanks)
    elif chosen and (blank := current.letter.blank(chosen)):
        _ask_all(writing, (blank,))


def _ask_all(writing: Writing, blanks: Sequence[Blank]) -> bool:
    """Ask for these blanks; False when the person goes back from the first one."""
    number = 0
    while number < len(blanks):
        current, blank = writing.draft, blanks[number]
        lead = f"{number + 1} of {len(blanks)}. " if len(blanks) > 1 else ""
        try:
            texts = _ask(writing, current, blank, lead)
        except Back:
            if number == 0:
                return False
            number -= 1
            continue
        wrong = misfit(current.letter, current.case, blank, texts)
        if wrong:
            writing.talk.say(wrong)
            continue
        if texts != current.texts(blank) or blank.id in current.given:  # what the case knows already need not be given
            writing.put(blank, texts)
        number += 1
    return True


def _ask(writing: Writing, current: Draft, blank: Blank, lead: str) -> tuple[str, ...]:
    """What is given for a blank; an empty text where it was left open."""
    there = current.texts(blank)
    words = f"{lead}{blank.label}{'' if blank.required else ' (if you like)'}"
    free, lost = not blank.required, unfinished_letter(current.letter.title)
    prompt = Prompt(words, blank.why, blank.why, can_skip=free, optional=free, unfinished=lost)
    teller, options = writing.talk.teller, current.options(blank)
    try:
        if options:
            rows = [Row(each.id, each.label) for each in options]
            chosen = tuple(id.strip() for text in there for id in text.split(","))
            if blank.most > 1:
                return teller.choose_many(prompt, rows, chosen) or ("",)
            free_rows = [Row("", LEFT_OPEN)] if free and not blank.default else []
            return (teller.choose(prompt, [*rows, *free_rows], next(iter(chosen), "")),)
        return (teller.ask_text(prompt, ("\n" if blank.lines else " ").join(there), lines=blank.lines),)
    except Skip:
        return ("",)
