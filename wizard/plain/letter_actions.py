"""The finished letter, and what one does with it: hear, save, copy, mail, edit, change it, and say that it was sent."""

from collections.abc import Callable, Iterator

from wizard.core.letter.delivery import authority_for_letter, authority_notes, delivery_channels, recorded_targets
from wizard.core.letter.draft import Draft
from wizard.core.letter.letter_request import (
    LetterRequest,
    has_unsaved_personal_input,
    language_choices,
    objection_choices,
    personal_input,
)
from wizard.errors import WizardError
from wizard.export.letter import FORMAT_WORDS, LETTER_FORMATS, paste_text, too_long_error
from wizard.export.letter.handoff import IF_NOT, WHOLE, edit_letter, mail_link, require_editor
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.system.link_actions import COPIED, copy_text

from .documents import save_letter
from .legal_statements import show_legal_statements
from .letter_fields import ask_missing_fields, change_field
from .letter_session import LetterSession
from .links import show_link
from .mark_sent import record_letter_sent
from .prompter import Choice

HELP = (
    "The letter is complete. Nothing is sent from here: save it, copy it or take it to your mail program, and send it yourself."
)
FORMAT_HELP = "A letter can be saved for a form, for paper, or for your mail program."
BY_HAND = "You edited this text by hand; what you change in the blanks no longer changes it."
WAY = "way "


def offer_letter_actions(writing: LetterSession) -> None:
    """Say the letter, then do what the person chooses until they go back."""
    talk = writing.talk
    _say(writing)
    while talk.run_or_report(lambda: writing.draft):  # what another window records may leave the person without such a letter
        chosen = talk.select("What now?", list(_acts(writing)), HELP)
        if chosen is None:
            return
        if chosen.startswith(WAY):
            way = delivery_channels(writing.draft.letter, writing.draft.snapshot)[int(chosen.removeprefix(WAY))]
            show_link(talk, way.label, way.url)
        elif chosen not in OUT or (_complete_letter(writing) and talk.run_or_report(lambda: writing.final)):
            ACTIONS[chosen](writing)


def _complete_letter(writing: LetterSession) -> bool:
    """Ask for what is still missing; what was edited by hand is as the person wants it."""
    return writing.edited is not None or ask_missing_fields(writing)


def _say(writing: LetterSession) -> None:
    current, written = writing.draft, writing.preview
    writing.talk.teller.title("The letter")
    writing.talk.say(*(" ".join(line.split()) for line in paste_text(written).splitlines() if line.strip()))
    wrong = too_long_error(current.letter, written)
    writing.talk.say("That was the letter.", *([str(wrong)] if wrong else []))
    writing.talk.say(*letter_warnings(current.letter, current.snapshot, current.objection, written))


def _acts(writing: LetterSession) -> Iterator[Choice]:
    current = writing.draft
    yield Choice("save", "Save it to a file")
    yield Choice("copy", "Copy it")
    yield Choice("mail", "Open it in your mail program")
    if recorded_targets(current):
        yield Choice("sent", "I sent it")
    yield Choice("change", "Change what I filled in")
    yield Choice("edit", "Edit the finished text in my own editor")
    if writing.edited:
        yield Choice("unedit", "Take my edit back")
    yield Choice("again", "Hear the letter again")
    yield from _switch_choices(current)
    yield Choice("law", "What it says about the law, and its sources")
    for number, way in enumerate(delivery_channels(current.letter, current.snapshot)):
        yield Choice(f"{WAY}{number}", f"Where to send it: {way.label}")
    if authority_for_letter(current.letter, current.snapshot):
        yield Choice("office", "About the office")
    yield from _personal_data_choices(writing, current)


def _switch_choices(current: Draft) -> Iterator[Choice]:
    """The other case that the letter could be about, and the other language it could be in."""
    if current.objection and len(objection_choices(current)) > 1:
        yield Choice("case", f"It is about {current.objection.title}: take the next case")
    if len(language_choices(current)) > 1:
        name = current.snapshot.library.languages[current.letter.language].name
        yield Choice("language", f"It is in {name}: take the next language")


def _personal_data_choices(writing: LetterSession, current: Draft) -> Iterator[Choice]:
    kept = writing.talk.session.saved_letter_fields
    if has_unsaved_personal_input(current, kept):
        yield Choice("keep", "Keep my name and addresses for the next letter")
    if kept:
        yield Choice("forget", "Forget my name and addresses")


def _save(writing: LetterSession) -> None:
    format = writing.talk.select("As what?", [Choice(id, words) for id, words in FORMAT_WORDS.items()], FORMAT_HELP)
    if not format:
        return
    written = writing.final
    if save_letter(writing.talk, f"{writing.draft.letter.id}.{format}", lambda: LETTER_FORMATS[format](written)):
        writing.handed_out()


def _copy(writing: LetterSession) -> None:
    talk = writing.talk
    words = copy_text(paste_text(writing.final), talk.env, talk.teller.write_escape_sequence)
    talk.say(f"{words} {IF_NOT}")
    if words == COPIED:
        writing.handed_out()


def _mail(writing: LetterSession) -> None:
    door = mail_link(writing.final)
    if show_link(writing.talk, *door) and door.words == WHOLE:
        writing.handed_out()


def _edit(writing: LetterSession) -> None:
    """Hand the text to the person's own editor, where one that is too long can be made shorter."""
    if not _complete_letter(writing):
        return
    try:
        found = edit_letter(writing.preview, require_editor(writing.talk.env))
    except WizardError as error:
        writing.talk.say(str(error))
        return
    if found:
        writing.edit(found)
        writing.talk.say("Your edit is taken.")
    else:
        writing.talk.say("Nothing was changed.")


def _unedit(writing: LetterSession) -> None:
    writing.unedit()
    writing.talk.say("Your edit is taken back. The text follows from what you filled in.")


def _change(writing: LetterSession) -> None:
    if writing.edited:
        writing.talk.say(BY_HAND)
    change_field(writing)


def _next_case(writing: LetterSession) -> None:
    _turn(writing, writing.sitting.for_next_objection(writing.draft))


def _next_language(writing: LetterSession) -> None:
    _turn(writing, writing.sitting.in_next_language(writing.draft))


def _turn(writing: LetterSession, sitting: LetterRequest) -> None:
    """Take the other letter, ask for what it still needs, and say it."""
    writing.switch_to(sitting)
    if ask_missing_fields(writing):
        _say(writing)


def _law(writing: LetterSession) -> None:
    show_legal_statements(writing.talk, writing.draft.letter)


def _office(writing: LetterSession) -> None:
    """Say what one should know of the office before one writes to it."""
    if office := authority_for_letter(writing.draft.letter, writing.draft.snapshot):
        writing.talk.say(f"{office.name}.", *authority_notes(office))


def _keep(writing: LetterSession) -> None:
    if writing.talk.run_or_report(lambda: writing.talk.session.save_letter_fields(personal_input(writing.draft))):
        writing.talk.say("Kept on this computer for your next letter.")


def _forget(writing: LetterSession) -> None:
    if writing.talk.run_or_report(writing.talk.session.clear_letter_fields):
        writing.talk.say("Nothing about you is kept for letters any more.")


ACTIONS: dict[str, Callable[[LetterSession], None]] = {
    "save": _save,
    "copy": _copy,
    "mail": _mail,
    "sent": record_letter_sent,
    "change": _change,
    "edit": _edit,
    "unedit": _unedit,
    "again": _say,
    "case": _next_case,
    "language": _next_language,
    "law": _law,
    "office": _office,
    "keep": _keep,
    "forget": _forget,
}
OUT = ("save", "copy", "mail")
"""What takes the letter out of the program."""
