"""Contacts: list them, add one, and record what came of asking one."""

from wizard.core.contact import ASKED, CONTACT, NICKNAME_LENGTH
from wizard.core.unfinished_work import NICKNAME
from wizard.views.contacts import contact_page, contacts_page, nickname_error, nickname_page

from .conversation import Conversation
from .pages import ask_page, hold_page


def show_contacts(conversation: Conversation) -> None:
    """List all contacts; add a new one or change one, until the user goes back."""
    hold_page(conversation, lambda: contacts_page(conversation.snapshot))


def ask_contact_outcome(conversation: Conversation, nickname: str) -> None:
    """Ask what came of asking a contact."""
    ask_page(conversation, contact_page(conversation.snapshot, nickname))


def add_contact(conversation: Conversation) -> None:
    """Ask for a nickname until it fits, and add the contact as asked today."""
    page = nickname_page()
    while nickname := conversation.ask_text(page.prompt, help=page.help, why=page.help, unfinished=NICKNAME):
        if len(nickname.strip()) <= NICKNAME_LENGTH:
            conversation.mark(f"{CONTACT}{nickname}", ASKED)
            return
        conversation.say(nickname_error(nickname))
