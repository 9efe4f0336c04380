"""Choose a letter, its objection and its language, ask for its fields and offer the letter."""

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
from .interview import ask_single_question
from .letter_actions import offer_letter_actions
from .letter_fields import ask_all_fields
from .letter_session import LetterSession
from .prompter import BackRequested, Choice

HELP = "A letter is written here from your case and your words. Nothing is sent: you save it and send it yourself."
OBJECTION_HELP = "Each account has a case of its own, with its own days. The letter speaks of one of them."
LANGUAGE_HELP = "The office or the person you write to should be able to read it. You can change the language later."
LATER, ELSEWHERE = "for later", "for other places"


def show_letters(conversation: Conversation) -> None:
    """List the letters that objections call for, those that fit now, and all others."""
    while True:
        conversation.prompter.title("Letters")
        chosen = conversation.select("Which letter? These fit you now.", list(_letter_choices(conversation.snapshot)), HELP)
        if chosen in (LATER, ELSEWHERE):
            catalogue = build_catalogue(conversation.snapshot)
            other_letters = catalogue.upcoming if chosen == LATER else catalogue.other_places
            from_elsewhere = chosen == ELSEWHERE
            chosen = conversation.select("Which letter?", list(_title_choices(other_letters)), HELP)
            if chosen is None:
                continue
            if from_elsewhere:
                _describe_letter(conversation, conversation.snapshot.library.letters[chosen])
                continue
        if chosen is None:
            return
        letter, _, target = chosen.partition(" ")
        compose_letter(conversation, letter, target)


def _letter_choices(snapshot: Snapshot) -> Iterator[Choice]:
    catalogue = build_catalogue(snapshot)
    for letter, objection in catalogue.recommended:
        yield Choice(
            f"{letter.id} {objection.target}",
            letter.title,
            f"for your case {objection.title}, {OBJECTION_STATUS_WORDS[objection.status]}",
        )
    yield from _title_choices(catalogue.available_not_recommended)
    yield from [Choice(LATER, "Letters for later, or for other answers of Meta")] if catalogue.upcoming else []
    yield from [Choice(ELSEWHERE, "Letters for other places")] if catalogue.other_places else []


def _title_choices(letters: Iterable[Letter]) -> Iterator[Choice]:
    return (Choice(each.id, each.title) for each in letters)


def _describe_letter(conversation: Conversation, letter: Letter) -> None:
    """Print what a letter for other places says, as the full screen does; it cannot be written here."""
    place = conversation.snapshot.place
    conversation.prompter.title(letter.title)
    conversation.say(f"This letter is not for {place.name if place else 'you'}.", *_description(letter))


def _description(letter: Letter) -> tuple[str, str]:
    return f"What it says: {letter.summary}", f"What it cannot do: {letter.limits}"


def compose_letter(conversation: Conversation, kind: str, target: str = "", friend: str = "") -> None:
    """Describe a letter, ask for its fields, then offer what can be done with it.

    `target` is the objection it is about, `friend` the nickname of the contact it goes to; "" if there is none.
    """
    letter_session = LetterSession(conversation, LetterRequest(kind, target, friend=friend))
    if not conversation.run_or_report(lambda: letter_session.draft):
        return
    if not (_ask_objection(letter_session) and ask_language(letter_session) and _ask_region(letter_session)):
        return
    letter = letter_session.draft.letter
    conversation.prompter.title(letter.title)
    conversation.say(*_description(letter))
    if ask_all_fields(letter_session):
        offer_letter_actions(letter_session)


def _ask_objection(letter_session: LetterSession) -> bool:
    """Ask which objection the letter is about, if that is not clear. Returns False if the user goes back."""
    snapshot = letter_session.conversation.snapshot
    try:
        select_letter(snapshot, letter_session.request.kind, letter_session.request.target)
    except WizardError:
        rows = [Choice(each.target, each.name, OBJECTION_STATUS_WORDS[each.status]) for each in started_objections(snapshot)]
        chosen = letter_session.conversation.select("About which case?", rows, OBJECTION_HELP)
        letter_session.switch_to(replace(letter_session.request, target=chosen or ""))
        return bool(chosen)
    return True


def _ask_region(letter_session: LetterSession) -> bool:
    """Ask for the region first if the authority that the letter goes to depends on it. Returns False if the user goes back.

    A user who skips the question is asked for the name of the authority later, among the fields of the letter.
    """
    draft, conversation = letter_session.draft, letter_session.conversation
    if draft.region_question is None:
        return True
    conversation.say(draft.region_reason)
    try:
        ask_single_question(conversation, draft.region_question)
    except BackRequested:
        return False
    return True


def ask_language(letter_session: LetterSession) -> bool:
    """Ask for the language if there are several. Returns False if the user goes back."""
    draft = letter_session.draft
    languages = letter_languages(draft.letter, draft.snapshot)
    if len(languages) < 2:
        return True
    names = draft.snapshot.library.languages
    rows = [Choice(id, names[id].name) for id in languages]
    chosen = letter_session.conversation.select("In which language?", rows, LANGUAGE_HELP, draft.letter.language)
    if chosen:
        letter_session.switch_to(replace(letter_session.request, kind=draft.letter.family, language=chosen))
    return bool(chosen)
