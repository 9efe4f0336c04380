"""Choose for whom line mode works: each person at this computer has a file of their own."""

from wizard.content.content_loader import load_shipped_content
from wizard.content.language_choice import choose_language
from wizard.core.letter.open_letters import OpenLetters
from wizard.errors import WizardError
from wizard.i18n import use_language
from wizard.storage.language_setting import read_language_setting
from wizard.storage.people import clean_person_name, first_person_path, other_people
from wizard.views.error_messages import error_text
from wizard.views.people import PERSON_NAME, named_file_page, people_page, person_name_page, person_opened_message

from .conversation import Conversation
from .pages import choose_action, hold_page, perform


def ask_person(conversation: Conversation) -> bool:
    """Ask for whom this is. Returns True if it is someone else now."""
    session = conversation.session
    if first_person_path(session.store.path) is None:
        hold_page(conversation, named_file_page)
        return False
    page = people_page((person.name for person in other_people(session.store.path)), session.person)
    action = choose_action(conversation, page)
    return action is not None and perform(conversation, action)


def name_person(conversation: Conversation) -> bool:
    """Ask for the name of someone new until it fits, and go on for them. Returns False if the user goes back."""
    page = person_name_page()
    while name := conversation.ask_text(page.prompt, help=page.help, why=page.help, unfinished=PERSON_NAME):
        try:
            return open_person(conversation, clean_person_name(name))
        except WizardError as error:
            conversation.say(error_text(error))
    return False


def open_person(conversation: Conversation, name: str) -> bool:
    """Go on for this person, "" for the first one; ask first if something is not saved. Returns True if it was done."""
    session = conversation.session
    may_leave = conversation.prompter.before_leaving
    if conversation.unfinished and may_leave is not None and not may_leave():
        return False
    if not conversation.run_or_report(lambda: session.open_person(name or None)):
        return False
    conversation.letter_input.clear()
    conversation.edited.clear()
    conversation.open_work.clear()
    conversation.open_letters = OpenLetters()
    use_language(choose_language("", conversation.env, lambda: read_language_setting(session.store.path)))
    session.use_library(load_shipped_content())
    conversation.say(person_opened_message(session.person))
    return True
