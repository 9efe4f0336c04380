"""The blanks of a letter, asked one after the other; each can be skipped where the letter can do without it."""

from collections.abc import Mapping, Sequence

from wizard.core.letter.draft import Draft, draft, misfit
from wizard.core.letter.parts import Blank, Letter
from wizard.core.objection import ObjectionCase

from .talk import Talk
from .teller import Back, Prompt, Row, Skip

Given = Mapping[str, Sequence[str]]


def fill_in(talk: Talk, letter: Letter, about: ObjectionCase | None, given: Given) -> Given | None:
    """What the person gives for each blank; None when they go back from the first one."""
    found = dict(given)
    number = 0
    while number < len(letter.blanks):
        blank = letter.blanks[number]
        try:
            texts = _ask(talk, draft(letter, talk.case, about, found), blank)
        except Back:
            if number == 0:
                return None
            number -= 1
            continue
        wrong = misfit(letter, talk.case, blank, texts) if texts else ""
        if wrong:
            talk.say(wrong)
            continue
        if texts:
            found[blank.id] = texts
        number += 1
    return found


def _ask(talk: Talk, current: Draft, blank: Blank) -> tuple[str, ...]:
    """What is given for a blank; nothing where it was skipped."""
    number = current.letter.blanks.index(blank) + 1
    there = current.texts(blank)
    able = not blank.required or bool(there)
    words = f"{number} of {len(current.letter.blanks)}. {blank.label}{'' if blank.required else ' (if you like)'}"
    prompt = Prompt(words, blank.why, blank.why, can_skip=able)
    options = current.options(blank)
    try:
        if options:
            rows = [Row(each.id, each.label) for each in options]
            chosen = tuple(id.strip() for text in there for id in text.split(","))
            if blank.most > 1:
                return talk.teller.choose_many(prompt, rows, chosen)
            return (talk.teller.choose(prompt, rows, next(iter(chosen), "")),)
        default = "\n".join(there)
        return (talk.teller.ask_text(prompt, default if not blank.lines else ", ".join(there), lines=blank.lines),)
    except Skip:
        return ()
