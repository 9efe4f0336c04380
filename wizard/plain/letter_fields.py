"""Ask for the fields of a letter, one after the other or a single one; optional fields may stay empty."""

from collections.abc import Sequence

from wizard.core.letter.draft import Draft, field_error
from wizard.core.letter.models import LetterField
from wizard.core.unfinished_work import unfinished_letter
from wizard.i18n import _
from wizard.views.error_messages import error_text
from wizard.views.letter import change_page, field_question
from wizard.views.letter_actions import EditAllFields, EditField
from wizard.views.letter_messages import LEFT_OPEN, SOMETHING_MISSING

from .letter_session import LetterSession
from .pages import choose_action
from .prompter import BackRequested, Choice, Prompt, SkipRequested


def ask_all_fields(letter_session: LetterSession) -> bool:
    """Ask for every field, then for those still missing.

    Returns False if the user goes back from the first field.
    """
    return _ask_fields(letter_session, letter_session.draft.letter.fields) and ask_missing_fields(letter_session)


def ask_missing_fields(letter_session: LetterSession) -> bool:
    """Ask for required fields that are empty. Returns False if the user goes back."""
    while missing := letter_session.draft.missing:
        letter_session.conversation.say(_(SOMETHING_MISSING))
        if not _ask_fields(letter_session, missing):
            return False
    return True


def change_field(letter_session: LetterSession) -> None:
    """Ask which field to change, then for its value; or ask for all fields again."""
    draft = letter_session.draft
    match choose_action(letter_session.conversation, change_page(draft)):
        case EditAllFields():
            _ask_fields(letter_session, draft.letter.fields)
        case EditField(field_id) if field := draft.letter.field(field_id):
            _ask_fields(letter_session, (field,))


def _ask_fields(letter_session: LetterSession, fields: Sequence[LetterField]) -> bool:
    """Ask for these fields in order, and again for a value that is invalid.

    Returns False if the user goes back from the first field.
    """
    index = 0
    while index < len(fields):
        draft, field = letter_session.draft, fields[index]
        question = field_question(field, index + 1, len(fields))
        try:
            texts = _ask_field(letter_session, draft, field, question)
        except BackRequested:
            if index == 0:
                return False
            index -= 1
            continue
        error = field_error(draft.letter, draft.snapshot, field, texts)
        if error:
            letter_session.conversation.say(error_text(error))
            continue
        # A value that the program already knows is not stored again.
        if texts != draft.input_texts(field) or field.id in draft.given:
            letter_session.set_field(field, texts)
        index += 1
    return True


def _ask_field(letter_session: LetterSession, draft: Draft, field: LetterField, question: str) -> tuple[str, ...]:
    """Return the texts given for a field; an empty text if it was left open."""
    present_texts = draft.input_texts(field)
    is_optional, unfinished = not field.required, unfinished_letter(draft.letter.title)
    prompt = Prompt(
        question,
        field.why,
        field.why,
        can_skip=is_optional,
        optional=is_optional,
        takes_first_row=False,
        unfinished=unfinished,
    )
    prompter, options = letter_session.conversation.prompter, draft.options(field)
    try:
        if options:
            rows = [Choice(each.id, each.label) for each in options]
            chosen = tuple(id.strip() for text in present_texts for id in text.split(","))
            if field.max_length > 1:
                return prompter.choose_many(prompt, rows, chosen) or ("",)
            empty_row = [Choice("", _(LEFT_OPEN))] if is_optional and not field.default else []
            return (prompter.choose(prompt, [*rows, *empty_row], next(iter(chosen), "")),)
        return (prompter.ask_text(prompt, ("\n" if field.multiline else " ").join(present_texts), lines=field.multiline),)
    except SkipRequested:
        return ("",)
