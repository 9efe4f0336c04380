"""Letters: which one, about which case and in which language; then its blanks one by one, and the letter itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wizard.core.formatting import OBJECTION_STATUS_WORDS
from wizard.core.letter.catalogue import build_catalogue, letter_languages, started_objections
from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError

from .conversation import Conversation
from .letter_actions import offer_letter_actions
from .letter_fields import ask_all_fields
from .letter_session import LetterSession
from .prompter import Choice

HELP = "A letter is written here from your case and your words. Nothing is sent: you save it and send it yourself."
CASE_HELP = "Each account has a case of its own, with its own days. The letter speaks of one of them."
LANGUAGE_HELP = "The office or the person you write to should be able to read it. You can change the language later."
LATER, ELSEWHERE = "for later", "for other places"


def show_letters(talk: Conversation) -> None:
    """The letters that the cases call for, those that fit now, and all others."""
    while True:
        talk.teller.title("Letters")
        chosen = talk.select("Which letter? These fit you now.", list(_rows(talk.case)), HELP)
        if chosen in (LATER, ELSEWHERE):
            others = build_catalogue(talk.case).upcoming if chosen == LATER else build_catalogue(talk.case).other_places
            chosen = talk.select("Which letter?", list(_titles(others)), HELP)
            if chosen is None:
                continue
        if chosen is None:
            return
        letter, _, target = chosen.partition(" ")
        compose_letter(talk, letter, target)


def _rows(case: Snapshot) -> Iterator[Choice]:
    found = build_catalogue(case)
    for letter, about in found.recommended:
        yield Choice(
            f"{letter.id} {about.target}", letter.title, f"for your case {about.title}, {OBJECTION_STATUS_WORDS[about.status]}"
        )
    yield from _titles(found.available_not_recommended)
    yield from [Choice(LATER, "Letters for later, or for other answers of Meta")] if found.upcoming else []
    yield from [Choice(ELSEWHERE, "Letters for other places")] if found.other_places else []


def _titles(found: Iterable[Letter]) -> Iterator[Choice]:
    return (Choice(each.id, each.title) for each in found)


def compose_letter(talk: Conversation, kind: str, target: str = "", friend: str = "") -> None:
    """Say what a letter says and cannot do, fill in its blanks, then hand it out; `friend` is whom it goes to, by nickname."""
    writing = LetterSession(talk, LetterRequest(kind, target, friend=friend))
    if not talk.run_or_report(lambda: writing.draft) or not (_which_case(writing) and ask_language(writing)):
        return
    letter = writing.draft.letter
    talk.teller.title(letter.title)
    talk.say(f"What it says: {letter.summary}", f"What it cannot do: {letter.limits}")
    if ask_all_fields(writing):
        offer_letter_actions(writing)


def _which_case(writing: LetterSession) -> bool:
    """Ask which case the letter is about, where the person must say it; False when they go back."""
    case = writing.talk.case
    try:
        select_letter(case, writing.sitting.kind, writing.sitting.target)
    except WizardError:
        rows = [Choice(each.target, each.name, OBJECTION_STATUS_WORDS[each.status]) for each in started_objections(case)]
        chosen = writing.talk.select("About which case?", rows, CASE_HELP)
        writing.switch_to(replace(writing.sitting, target=chosen or ""))
        return bool(chosen)
    return True


def ask_language(writing: LetterSession) -> bool:
    """Ask for the language, where there are several; False when the person goes back."""
    current = writing.draft
    known = letter_languages(current.letter, current.snapshot)
    if len(known) < 2:
        return True
    names = current.snapshot.library.languages
    rows = [Choice(id, names[id].name) for id in known]
    chosen = writing.talk.select("In which language?", rows, LANGUAGE_HELP, current.letter.language)
    if chosen:
        writing.switch_to(replace(writing.sitting, kind=current.letter.family, language=chosen))
    return bool(chosen)
