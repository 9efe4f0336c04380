"""Letters: which one, about which case and in which language; then its blanks one by one, and the letter itself."""

from collections.abc import Iterable, Iterator, Mapping

from wizard.core.case import Case
from wizard.core.letter.choice import choose, fitting
from wizard.core.letter.fit import suits
from wizard.core.letter.offer import begun, called, languages
from wizard.core.letter.parts import Letter
from wizard.core.words import CASE_STATUS
from wizard.errors import WizardError

from .blanks import fill_in
from .handing import hand_out
from .talk import Talk
from .teller import Row
from .writing import FRIEND, Writing

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
            chosen = talk.pick("Which letter?", [Row(each.id, each.title) for each in _others(talk.case)[chosen]], HELP)
            if chosen is None:
                continue
        if chosen is None:
            return
        letter, _, target = chosen.partition(" ")
        write(talk, letter, target)


def _rows(case: Case) -> Iterator[Row]:
    wanted, fit = called(case), fitting(case)
    for letter, about in wanted:
        yield Row(f"{letter.id} {about.target}", letter.title, f"for your case {about.title}, {CASE_STATUS[about.status]}")
    yield from _titles(each for each in fit if each not in [letter for letter, _ in wanted])
    others = _others(case)
    yield from [Row(LATER, "Letters for later, or for other answers of Meta")] if others[LATER] else []
    yield from [Row(ELSEWHERE, "Letters for other places")] if others[ELSEWHERE] else []


def _titles(found: Iterable[Letter]) -> Iterator[Row]:
    return (Row(each.id, each.title) for each in found)


def _others(case: Case) -> Mapping[str, list[Letter]]:
    """The letters that do not fit now: those for this place, and those for others."""
    fit = fitting(case)
    others = [each for each in case.library.letters.values() if each not in fit]
    return {
        LATER: [each for each in others if suits(each, case)],
        ELSEWHERE: [each for each in others if not suits(each, case)],
    }


def write(talk: Talk, kind: str, target: str = "", friend: str = "") -> None:
    """Say what a letter says and cannot do, fill in its blanks, then hand it out; `friend` is whom it goes to, by nickname."""
    writing = Writing(talk, kind, target, friend=friend)
    if not talk.attempt(lambda: writing.draft) or not (_which_case(writing) and which_language(writing)):
        return
    letter = writing.draft.letter
    greeted = letter.blank(FRIEND)
    if friend and greeted:
        writing.put(greeted, (friend,))
    talk.teller.title(letter.title)
    talk.say(f"What it says: {letter.says}", f"What it cannot do: {letter.limits}")
    if fill_in(writing):
        hand_out(writing)


def _which_case(writing: Writing) -> bool:
    """Ask which case the letter is about, where the person must say it; False when they go back."""
    case = writing.talk.case
    try:
        choose(case, writing.kind, writing.target)
    except WizardError:
        rows = [Row(each.target, each.name, CASE_STATUS[each.status]) for each in begun(case)]
        writing.target = writing.talk.pick("About which case?", rows, CASE_HELP) or ""
        return bool(writing.target)
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
        writing.kind, writing.language = current.letter.family, chosen
    return bool(chosen)
