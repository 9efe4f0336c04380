"""Offer the actions on a letter: print, save, copy, mail, edit, change, and record that it was sent."""

from collections.abc import Callable

from wizard.core.contact import ASKED
from wizard.core.letter.delivery import event_for_letter, recorded_targets
from wizard.core.letter.letter_request import LetterRequest, personal_input
from wizard.errors import WizardError
from wizard.export.letter import check_letter_format, letter_document, paste_text, too_long_error
from wizard.export.letter.handoff import WHOLE, edit_letter, mail_link, require_editor
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.i18n import _
from wizard.views import letter_messages
from wizard.views.actions import Action, ForgetLetterFields
from wizard.views.error_messages import error_text
from wizard.views.letter import authority_section, format_page, letter_language_page, letter_notes, letter_page, sent_page
from wizard.views.letter_actions import (
    AskLetterLanguage,
    ChangeFields,
    CopyLetter,
    DiscardLetterEdit,
    EditLetterText,
    KeepLetterFields,
    MailLetter,
    ReadLetter,
    RecordLetterSent,
    RecordSentTo,
    SaveLetter,
    SaveLetterAs,
    ShowAuthority,
    SwitchLanguage,
    SwitchRequest,
)
from wizard.views.page import Page, Tone

from .documents import save_letter
from .event_date import ask_event_date
from .letter_fields import ask_missing_fields, change_field
from .letter_session import LetterSession
from .links import copy_and_report, show_link
from .pages import choose_action, perform, say_page


def offer_letter_actions(letter_session: LetterSession) -> None:
    """Print the letter, then perform the chosen actions until the user goes back."""
    conversation = letter_session.conversation
    _print_letter(letter_session)
    # Another process may record something after which this letter no longer applies, so we check before each question.
    while conversation.run_or_report(lambda: letter_session.draft):
        action = choose_action(conversation, letter_page(letter_session.draft, letter_session.status))
        if action is None:
            return
        _perform_on_letter(letter_session, action)


def _perform_on_letter(letter_session: LetterSession, action: Action) -> None:
    """Carry out an action. One by which the letter leaves the program needs a letter that is complete and fits."""
    if type(action) not in ACTIONS:
        perform(letter_session.conversation, action)
    elif type(action) not in OUT or (
        _complete_letter(letter_session) and letter_session.conversation.run_or_report(lambda: letter_session.final)
    ):
        ACTIONS[type(action)](letter_session, *action)


def _complete_letter(letter_session: LetterSession) -> bool:
    """Ask for missing fields; a text edited by hand counts as complete.

    Returns False if the user goes back.
    """
    return letter_session.edited is not None or ask_missing_fields(letter_session)


def _print_letter(letter_session: LetterSession) -> None:
    """Print the letter, in parts if someone listens, then what is wrong with it and what to know before sending."""
    draft, letter, conversation = letter_session.draft, letter_session.preview, letter_session.conversation
    conversation.prompter.title(_(letter_messages.LETTER_HEADING))
    if conversation.say_in_parts([" ".join(line.split()) for line in paste_text(letter).splitlines() if line.strip()]):
        conversation.say(_(letter_messages.END_OF_LETTER))
    warnings = letter_warnings(draft.letter, draft.snapshot, draft.request, letter)
    notes = letter_notes(draft, too_long_error(draft.letter, letter), warnings, is_edited=letter_session.edited is not None)
    conversation.say(*(note.text for note in notes if note.tone != Tone.GOOD))


def _save_to_file(letter_session: LetterSession) -> None:
    chosen = choose_action(letter_session.conversation, format_page())
    if not isinstance(chosen, SaveLetterAs):
        return
    if not letter_session.conversation.run_or_report(lambda: check_letter_format(chosen.format)):
        return
    letter, name = letter_session.final, f"{letter_session.draft.letter.id}.{chosen.format}"
    place = letter_session.conversation.snapshot.place
    country = place.country.alpha2 if place else ""
    if save_letter(letter_session.conversation, name, lambda: letter_document(letter, chosen.format, country)):
        letter_session.handed_out()


def _copy_letter(letter_session: LetterSession) -> None:
    if copy_and_report(letter_session.conversation, paste_text(letter_session.final), _(letter_messages.COPY_FALLBACK)):
        letter_session.handed_out()


def _open_in_mail_program(letter_session: LetterSession) -> None:
    link = mail_link(letter_session.final)
    if show_link(letter_session.conversation, _(link.words), link.url) and link.words == WHOLE:
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
        letter_session.conversation.say(_(letter_messages.EDIT_TAKEN))
    else:
        letter_session.conversation.say(_(letter_messages.EDIT_EMPTY))


def _discard_edit(letter_session: LetterSession) -> None:
    letter_session.unedit()
    letter_session.conversation.say(_(letter_messages.EDIT_DISCARDED))


def _change_field(letter_session: LetterSession) -> None:
    if letter_session.edited:
        letter_session.conversation.say(_(letter_messages.EDITED_BEFORE))
    change_field(letter_session)


def _switch_to_next_request(letter_session: LetterSession) -> None:
    _switch_letter(letter_session, letter_session.request.for_next_request(letter_session.draft))


def _ask_language(letter_session: LetterSession) -> None:
    """Ask for the language if there are several others, and switch to it."""
    chosen = choose_action(letter_session.conversation, letter_language_page(letter_session.draft))
    if isinstance(chosen, SwitchLanguage) and chosen.language != letter_session.draft.letter.language:
        _switch_language(letter_session, chosen.language)


def _switch_language(letter_session: LetterSession, language: str) -> None:
    _switch_letter(letter_session, letter_session.request.in_language(letter_session.draft, language))


def _switch_letter(letter_session: LetterSession, request: LetterRequest) -> None:
    """Switch to the other letter, ask for its missing fields and print it."""
    letter_session.switch_to(request)
    if ask_missing_fields(letter_session):
        _print_letter(letter_session)


def _show_authority(letter_session: LetterSession) -> None:
    """Print what the user should know about the authority before writing to it."""
    say_page(letter_session.conversation, Page(title="", sections=(authority_section(letter_session.draft),)))


def _save_personal_input(letter_session: LetterSession) -> None:
    conversation = letter_session.conversation
    if conversation.run_or_report(lambda: conversation.session.save_letter_fields(personal_input(letter_session.draft))):
        conversation.say(_(letter_messages.FIELDS_KEPT))


def _clear_personal_input(letter_session: LetterSession) -> None:
    conversation = letter_session.conversation
    if conversation.run_or_report(conversation.session.clear_letter_fields):
        conversation.say(_(letter_messages.FIELDS_FORGOTTEN))


def _record_letter_sent(letter_session: LetterSession) -> None:
    """Record that the letter was sent, after asking for the accounts and the day where needed."""
    conversation, draft = letter_session.conversation, letter_session.draft
    targets, kind = recorded_targets(draft), event_for_letter(draft.letter, draft.snapshot.library)
    if kind == ASKED:
        if conversation.mark(targets[0], ASKED):
            letter_session.handed_out()
        return
    if len(targets) > 1:
        chosen = choose_action(conversation, sent_page(conversation.snapshot, targets))
        if not isinstance(chosen, RecordSentTo):
            return
        targets = chosen.targets
    if ask_event_date(conversation, targets, kind):
        letter_session.handed_out()


ACTIONS: dict[type[Action], Callable[..., None]] = {
    AskLetterLanguage: _ask_language,
    ChangeFields: _change_field,
    CopyLetter: _copy_letter,
    DiscardLetterEdit: _discard_edit,
    EditLetterText: _edit_by_hand,
    ForgetLetterFields: _clear_personal_input,
    KeepLetterFields: _save_personal_input,
    MailLetter: _open_in_mail_program,
    ReadLetter: _print_letter,
    RecordLetterSent: _record_letter_sent,
    SaveLetter: _save_to_file,
    ShowAuthority: _show_authority,
    SwitchLanguage: _switch_language,
    SwitchRequest: _switch_to_next_request,
}
"""The actions that need the letter; all others are carried out as on every page."""
OUT = (SaveLetter, CopyLetter, MailLetter)
"""Actions by which the letter leaves the program; they need a complete letter."""
