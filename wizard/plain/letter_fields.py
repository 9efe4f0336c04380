"""The blanks of a letter: asked one after the other, or the one that is to be changed; some can be left open."""

from collections.abc import Sequence

from wizard.core.letter.draft import Draft, field_error
from wizard.core.letter.models import LetterField
from wizard.core.unfinished_work import unfinished_letter

from .letter_session import LetterSession
from .prompter import BackRequested, Choice, Prompt, SkipRequested

CHANGE_HELP = "Choose what is to be different; everything else in the letter stays. What you type is written to no file."
ALL = "all of them"
LEFT_OPEN = "Leave it open"


def ask_all_fields(writing: LetterSession) -> bool:
    """Ask for every blank, and again for what is then still missing; False when the person goes back from the first one."""
    return _ask_all(writing, writing.draft.letter.fields) and ask_missing_fields(writing)


def ask_missing_fields(writing: LetterSession) -> bool:
    """Ask for what is still missing, if anything is; False when the person goes back from it."""
    while missing := writing.draft.missing:
        writing.talk.say("Something is still needed.")
        if not _ask_all(writing, missing):
            return False
    return True


def change_field(writing: LetterSession) -> None:
    """Ask which blank is to be different, then for it, or for all of them."""
    current = writing.draft
    rows = [Choice(blank.id, blank.label, current.display_text(blank) or "empty") for blank in current.letter.fields]
    chosen = writing.talk.select("What would you like to change?", [*rows, Choice(ALL, "All, one after the other")], CHANGE_HELP)
    if chosen == ALL:
        _ask_all(writing, current.letter.fields)
    elif chosen and (blank := current.letter.field(chosen)):
        _ask_all(writing, (blank,))


def _ask_all(writing: LetterSession, blanks: Sequence[LetterField]) -> bool:
    """Ask for these blanks; False when the person goes back from the first one."""
    number = 0
    while number < len(blanks):
        current, blank = writing.draft, blanks[number]
        lead = f"{number + 1} of {len(blanks)}. " if len(blanks) > 1 else ""
        try:
            texts = _ask(writing, current, blank, lead)
        except BackRequested:
            if number == 0:
                return False
            number -= 1
            continue
        wrong = field_error(current.letter, current.snapshot, blank, texts)
        if wrong:
            writing.talk.say(wrong)
            continue
        if texts != current.input_texts(blank) or blank.id in current.given:  # what the case knows already need not be given
            writing.set_field(blank, texts)
        number += 1
    return True


def _ask(writing: LetterSession, current: Draft, blank: LetterField, lead: str) -> tuple[str, ...]:
    """What is given for a blank; an empty text where it was left open."""
    there = current.input_texts(blank)
    words = f"{lead}{blank.label}{'' if blank.required else ' (if you like)'}"
    free, lost = not blank.required, unfinished_letter(current.letter.title)
    prompt = Prompt(words, blank.why, blank.why, can_skip=free, optional=free, unfinished=lost)
    teller, options = writing.talk.teller, current.options(blank)
    try:
        if options:
            rows = [Choice(each.id, each.label) for each in options]
            chosen = tuple(id.strip() for text in there for id in text.split(","))
            if blank.max_length > 1:
                return teller.choose_many(prompt, rows, chosen) or ("",)
            free_rows = [Choice("", LEFT_OPEN)] if free and not blank.default else []
            return (teller.choose(prompt, [*rows, *free_rows], next(iter(chosen), "")),)
        return (teller.ask_text(prompt, ("\n" if blank.multiline else " ").join(there), lines=blank.multiline),)
    except SkipRequested:
        return ("",)
