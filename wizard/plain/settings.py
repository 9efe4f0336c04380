"""Show and change the settings of line mode; remove what is kept about the user beside the answers."""

from wizard.core.findings import SETTING
from wizard.i18n import _
from wizard.storage.people import first_person_path
from wizard.system.terminal import prefers_line_mode
from wizard.views.line_mode_texts import FORGOTTEN, NUMBERS_STAY, SETTING_CHANGED
from wizard.views.page import Page
from wizard.views.settings import ARROWS, LINES, StoredChoices, settings_page

from .conversation import Conversation
from .pages import hold_page


def show_settings(conversation: Conversation) -> None:
    """Print the settings and change them, until the user goes back."""
    hold_page(conversation, lambda: _page(conversation))


def _page(conversation: Conversation) -> Page:
    session = conversation.session
    person = session.person if first_person_path(session.store.path) else None
    return settings_page(
        StoredChoices(
            session.settings,
            session.saved_letter_fields,
            conversation.snapshot.findings,
            conversation.prompter.mode,
            prefers_line_mode(conversation.env),
            person,
        )
    )


def use_lines(conversation: Conversation, mode: str) -> None:
    """Set how line mode takes answers."""
    if conversation.run_or_report(lambda: conversation.session.set_setting(LINES, mode)):
        conversation.say(_(NUMBERS_STAY if mode == ARROWS and prefers_line_mode(conversation.env) else SETTING_CHANGED))


def forget_letter_fields(conversation: Conversation) -> None:
    """Remove the name and addresses that are kept for letters."""
    if conversation.run_or_report(conversation.session.clear_letter_fields):
        conversation.say(_(FORGOTTEN))


def forget_findings(conversation: Conversation) -> None:
    """Remove the numbers that are kept from a data export."""
    if conversation.run_or_report(lambda: conversation.session.remove_setting(SETTING)):
        conversation.say(_(FORGOTTEN))
