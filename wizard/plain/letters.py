"""Choose a letter and its request, ask for its fields and offer the letter."""

from collections.abc import Iterable
from dataclasses import replace

from wizard.core.letter.letter_request import LetterRequest
from wizard.core.letter.selection import select_letter
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.views.error_messages import error_message, error_text
from wizard.views.letter import description_page, request_choice_page
from wizard.views.letter_actions import ChooseRequest
from wizard.views.letters import letter_group_page, letters_page
from wizard.views.page import Page, PageChoice

from .conversation import Conversation
from .interview import ask_single_question
from .letter_actions import offer_letter_actions
from .letter_fields import ask_all_fields
from .letter_session import LetterSession
from .pages import ask_page, choose_action, hold_page, say_titled_page
from .prompter import BackRequested


def show_letters(conversation: Conversation) -> None:
    """List the letters that requests call for, those that fit now, and all others."""
    hold_page(conversation, lambda: _titles_only(letters_page(conversation.snapshot)))


def ask_letter_group(conversation: Conversation, group_id: str) -> None:
    """Ask for one of the letters that do not fit now."""
    ask_page(conversation, letter_group_page(conversation.snapshot, group_id))


def _titles_only(page: Page) -> Page:
    """Leave out the summaries, which would make the list long to hear."""

    def shortened(choices: Iterable[PageChoice]) -> tuple[PageChoice, ...]:
        return tuple(choice._replace(summary="") for choice in choices)

    return page._replace(groups=tuple(group._replace(choices=shortened(group.choices)) for group in page.groups))


def compose_letter(conversation: Conversation, kind: str, target: str = "", friend: str = "") -> None:
    """Describe a letter, ask for its fields, then offer what can be done with it.

    `target` is the request it is about, `friend` the nickname of the contact it goes to; "" if there is none.
    """
    letter_session = LetterSession(conversation, LetterRequest(kind, target, friend=friend))
    try:
        _ = letter_session.draft
    except WizardError as error:
        _explain_obstacle(conversation, kind, error)
        return
    conversation.show_notices()
    if not (_ask_request(letter_session) and _ask_region(letter_session)):
        return
    say_titled_page(conversation, description_page(letter_session.draft.letter))
    if ask_all_fields(letter_session):
        offer_letter_actions(letter_session)


def _explain_obstacle(conversation: Conversation, kind: str, error: WizardError) -> None:
    """Print why a letter cannot be written here, and what it says."""
    library = conversation.snapshot.library
    letter = library.letters.get(library.current_id(kind))
    if letter:
        say_titled_page(conversation, description_page(letter, error_message(error).what))
    else:
        conversation.say(error_text(error))


def _ask_request(letter_session: LetterSession) -> bool:
    """Ask which request the letter is about, if that is not clear. Returns False if the user goes back."""
    snapshot = letter_session.conversation.snapshot
    if _is_request_clear(snapshot, letter_session.request):
        return True
    chosen = choose_action(letter_session.conversation, request_choice_page(snapshot))
    if isinstance(chosen, ChooseRequest):
        letter_session.switch_to(replace(letter_session.request, target=chosen.target))
    return chosen is not None


def _is_request_clear(snapshot: Snapshot, request: LetterRequest) -> bool:
    try:
        select_letter(snapshot, request.kind, request.target)
    except WizardError:
        return False
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
