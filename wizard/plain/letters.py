"""Letters: which one, about which case and in which language; then its blanks one by one, and the letter itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wizard.core.case import Case
from wizard.core.letter.choice import choose
from wizard.core.letter.offer import begun, languages, offer
from wizard.core.letter.parts import Letter
from wizard.core.letter.sitting import Sitting
from wizard.core.words import CASE_STATUS
from wizard.errors import WizardError

from .blanks import fill_in
from .handing import hand_out
from .talk import Talk
from .teller import Row
from .writing import Writing

HELP = "A letter is written here from your case and your words. Nothing is sent: you save it and send it yourself."
CASE_HELP = "Each account has a case of its own, with its own days. The letter speaks of one of them."
LANGUAGE_HELP = "The office or the person you write to should be able to read it. You can change the language later."
LATER, ELSEWHERE = "for later", "for other places"


def letters(talk: Talk) -> None:
    """The letters that the cases call for, those that fit now, and all others."""
    while True:
        talk.teller.title("Letters")
        chosen = talk.pick("Which letter? These fit you now.", list(_rows(talk.case)), HELP)
        if chosen in (LATER, ELSEWHERE):
            others = offer(talk.case).later if chosen == LATER else offer(talk.case).elsewhere
            chosen = talk.pick("Which letter?", list(_titles(others)), HELP)
            if chosen is None:
                continue
        if chosen is None:
            return
        letter, _, target = chosen.partition(" ")
        write(talk, letter, target)


def _rows(case: Case) -> Iterator[Row]:
    found = offer(case)
    for letter, about in found.called:
        yield Row(f"{letter.id} {about.target}", letter.title, f"for your case {about.title}, {CASE_STATUS[about.status]}")
    yield from _titles(found.uncalled)
    yield from [Row(LATER, "Letters for later, or for other answers of Meta")] if found.later else []
    yield from [Row(ELSEWHERE, "Letters for other places")] if found.elsewhere else []


def _titles(found: Iterable[Letter]) -> Iterator[Row]:
    return (Row(each.id, each.title) for each in found)


def write(talk: Talk, kind: str, target: str = "", friend: str = "") -> None:
    """Say what a letter says and cannot do, fill in its blanks, then hand it out; `friend` is whom it goes to, by nickname."""
    writing = Writing(talk, Sitting(kind, target, friend=friend))
    if not talk.attempt(lambda: writing.draft) or not (_which_case(writing) and which_language(writing)):
        return
    letter = writing.draft.letter
    talk.teller.title(letter.title)
    talk.say(f"What it says: {letter.says}", f"What it cannot do: {letter.limits}")
    if fill_in(writing):
        hand_out(writing)


def _which_case(writing: Writing) -> bool:
    """Ask which case the letter is about, where the person must say it; False when they go back."""
    case = writing.talk.case
    try:
        choose(case, writing.sitting.kind, writing.sitting.target)
    except WizardError:
        rows = [Row(each.target, each.name, CASE_STATUS[each.status]) for each in begun(case)]
        chosen = writing.talk.pick("About which case?", rows, CASE_HELP)
        writing.turn(replace(writing.sitting, target=chosen or ""))
        return bool(chosen)
    return True


def which_language(writing: Writing) -> bool:
    """Ask for the language, where there are several; False when the person goes back."""
    current = writing.draft
    known = languages(current.letter, current.case)
    if len(known) < 2:
        return True
    names = current.case.library.languages
    rows = [Row(id, names[id].name) for id in known]
    chosen = writing.talk.pick("In which language?", rows, LANGUAGE_HELP, current.letter.language)
    if chosen:
        writing.turn(replace(writing.sitting, kind=current.letter.family, language=chosen))
    return bool(chosen)
