"""Offer the actions on a letter: print, save, copy, mail, edit, change, and record that it was sent."""

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
from wizard.views.error_messages import error_text

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
EDITED_BY_HAND = "You edited this text by hand; what you change in the blanks no longer changes it."
CHANNEL_PREFIX = "way "


def offer_letter_actions(letter_session: LetterSession) -> None:
    """Print the letter, then perform the chosen actions until the user goes back."""
    conversation = letter_session.conversation
    _print_letter(letter_session)
    # Another process may record something after which this letter no longer applies, so we check before each question.
    while conversation.run_or_report(lambda: letter_session.draft):
        chosen = conversation.select("What now?", list(_action_choices(letter_session)), HELP)
        if chosen is None:
            return
        if chosen.startswith(CHANNEL_PREFIX):
            index, draft = int(chosen.removeprefix(CHANNEL_PREFIX)), letter_session.draft
            channel = delivery_channels(draft.letter, draft.snapshot)[index]
            show_link(conversation, channel.label, channel.url)
        elif chosen not in OUT or (_complete_letter(letter_session) and conversation.run_or_report(lambda: letter_session.final)):
            ACTIONS[chosen](letter_session)


def _complete_letter(letter_session: LetterSession) -> bool:
    """Ask for missing fields; a text edited by hand counts as complete.

    Returns False if the user goes back.
    """
    return letter_session.edited is not None or ask_missing_fields(letter_session)


def _print_letter(letter_session: LetterSession) -> None:
    draft, letter = letter_session.draft, letter_session.preview
    letter_session.conversation.prompter.title("The letter")
    letter_session.conversation.say(*(" ".join(line.split()) for line in paste_text(letter).splitlines() if line.strip()))
    error = too_long_error(draft.letter, letter)
    letter_session.conversation.say("That was the letter.", *([error_text(error)] if error else []))
    letter_session.conversation.say(*letter_warnings(draft.letter, draft.snapshot, draft.objection, letter))


def _action_choices(letter_session: LetterSession) -> Iterator[Choice]:
    draft = letter_session.draft
    yield Choice("save", "Save it to a file")
    yield Choice("copy", "Copy it")
    yield Choice("mail", "Open it in your mail program")
    if recorded_targets(draft):
        yield Choice("sent", "I sent it")
    yield Choice("change", "Change what I filled in")
    yield Choice("edit", "Edit the finished text in my own editor")
    if letter_session.edited:
        yield Choice("unedit", "Take my edit back")
    yield Choice("again", "Hear the letter again")
    yield from _switch_choices(draft)
    yield Choice("law", "What it says about the law, and its sources")
    for index, channel in enumerate(delivery_channels(draft.letter, draft.snapshot)):
        yield Choice(f"{CHANNEL_PREFIX}{index}", f"Where to send it: {channel.label}")
    if authority_for_letter(draft.letter, draft.snapshot):
        yield Choice("office", "About the office")
    yield from _personal_data_choices(letter_session, draft)


def _switch_choices(draft: Draft) -> Iterator[Choice]:
    """Yield choices for the next objection and the next language, where there are several."""
    if draft.objection and len(objection_choices(draft)) > 1:
        yield Choice("case", f"It is about {draft.objection.title}: take the next case")
    if len(language_choices(draft)) > 1:
        language_name = draft.snapshot.library.languages[draft.letter.language].name
        yield Choice("language", f"It is in {language_name}: take the next language")


def _personal_data_choices(letter_session: LetterSession, draft: Draft) -> Iterator[Choice]:
    saved_fields = letter_session.conversation.session.saved_letter_fields
    if has_unsaved_personal_input(draft, saved_fields):
        yield Choice("keep", "Keep my name and addresses for the next letter")
    if saved_fields:
        yield Choice("forget", "Forget my name and addresses")


def _save_to_file(letter_session: LetterSession) -> None:
    format = letter_session.conversation.select(
        "As what?", [Choice(id, label) for id, label in FORMAT_WORDS.items()], FORMAT_HELP
    )
    if not format:
        return
    letter = letter_session.final
    if save_letter(
        letter_session.conversation, f"{letter_session.draft.letter.id}.{format}", lambda: LETTER_FORMATS[format](letter)
    ):
        letter_session.handed_out()


def _copy_letter(letter_session: LetterSession) -> None:
    conversation = letter_session.conversation
    message = copy_text(paste_text(letter_session.final), conversation.env, conversation.prompter.write_escape_sequence)
    conversation.say(f"{message} {IF_NOT}")
    if message == COPIED:
        letter_session.handed_out()


def _open_in_mail_program(letter_session: LetterSession) -> None:
    link = mail_link(letter_session.final)
    if show_link(letter_session.conversation, *link) and link.words == WHOLE:
        letter_session.handed_out()


def _edit_by_hand(letter_session: LetterSession) -> None:
    """Open the letter in the user's editor; there, a letter that is too long can be shortened."""
    if not _complete_letter(letter_session):
        return
    try:
        edited_letter = edit_letter(letter_session.preview, require_editor(letter_session.conversation.env))
    except WizardError as error:
        letter_session.conversation.say(error_text(error))
        return
    if edited_letter:
        letter_session.edit(edited_letter)
        letter_session.conversation.say("Your edit is taken.")
    else:
        letter_session.conversation.say("Nothing was changed.")


def _discard_edit(letter_session: LetterSession) -> None:
    letter_session.unedit()
    letter_session.conversation.say("Your edit is taken back. The text follows from what you filled in.")


def _change_field(letter_session: LetterSession) -> None:
    if letter_session.edited:
        letter_session.conversation.say(EDITED_BY_HAND)
    change_field(letter_session)


def _switch_to_next_objection(letter_session: LetterSession) -> None:
    _switch_letter(letter_session, letter_session.request.for_next_objection(letter_session.draft))


def _switch_to_next_language(letter_session: LetterSession) -> None:
    _switch_letter(letter_session, letter_session.request.in_next_language(letter_session.draft))


def _switch_letter(letter_session: LetterSession, request: LetterRequest) -> None:
    """Switch to the other letter, ask for its missing fields and print it."""
    letter_session.switch_to(request)
    if ask_missing_fields(letter_session):
        _print_letter(letter_session)


def _show_law(letter_session: LetterSession) -> None:
    show_legal_statements(letter_session.conversation, letter_session.draft.letter)


def _show_authority(letter_session: LetterSession) -> None:
    """Print what the user should know about the authority before writing to it."""
    if authority := authority_for_letter(letter_session.draft.letter, letter_session.draft.snapshot):
        letter_session.conversation.say(f"{authority.name}.", *authority_notes(authority))


def _save_personal_input(letter_session: LetterSession) -> None:
    if letter_session.conversation.run_or_report(
        lambda: letter_session.conversation.session.save_letter_fields(personal_input(letter_session.draft))
    ):
        letter_session.conversation.say("Kept on this computer for your next letter.")


def _clear_personal_input(letter_session: LetterSession) -> None:
    if letter_session.conversation.run_or_report(letter_session.conversation.session.clear_letter_fields):
        letter_session.conversation.say("Nothing about you is kept for letters any more.")


ACTIONS: dict[str, Callable[[LetterSession], None]] = {
    "save": _save_to_file,
    "copy": _copy_letter,
    "mail": _open_in_mail_program,
    "sent": record_letter_sent,
    "change": _change_field,
    "edit": _edit_by_hand,
    "unedit": _discard_edit,
    "again": _print_letter,
    "case": _switch_to_next_objection,
    "language": _switch_to_next_language,
    "law": _show_law,
    "office": _show_authority,
    "keep": _save_personal_input,
    "forget": _clear_personal_input,
}
OUT = ("save", "copy", "mail")
"""Actions by which the letter leaves the program; they need a complete letter."""
