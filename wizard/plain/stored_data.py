"""Show, copy, merge or remove everything that is stored."""

from pathlib import Path

from wizard.i18n import _
from wizard.storage.people import first_person_path
from wizard.storage.state_report import BEYOND, describe_state, describe_wipe, export_state, merge_state_file
from wizard.views.actions import WipeState
from wizard.views.stored_data import EXPORT_FILE, NOTHING_REMOVED, import_page, stored_data_page, wipe_page
from wizard.views.user_messages import merged_message

from .conversation import Conversation
from .documents import save_document
from .pages import choose_action, hold_page, say_page
from .prompter import BackRequested, Prompt


def show_stored_data(conversation: Conversation) -> None:
    """Offer to show, copy, merge or remove the stored data, until the user goes back."""
    session = conversation.session
    person = session.person if first_person_path(session.store.path) else None
    hold_page(conversation, lambda: stored_data_page(person))


def say_stored_data(conversation: Conversation) -> None:
    """Print everything that is stored."""
    conversation.run_or_report(
        lambda: conversation.say_in_parts([" ".join(line.split()) for line in describe_state(conversation.session)])
    )


def export_copy(conversation: Conversation) -> None:
    """Ask for a file name and write a copy of the state there."""
    save_document(conversation, EXPORT_FILE, lambda: export_state(conversation.session))


def ask_import(conversation: Conversation) -> None:
    """Ask for a file and merge the copy that it holds."""
    page = import_page()
    try:
        path = Path(conversation.prompter.ask_path(Prompt(page.prompt, page.help)))
    except BackRequested:
        return
    conversation.run_or_report(lambda: conversation.say(merged_message(merge_state_file(conversation.session, path))))


def ask_wipe(conversation: Conversation) -> None:
    """Ask whether to remove everything, and do it."""
    store = conversation.session.store
    page = wipe_page(store.path, BEYOND)
    say_page(conversation, page)
    if not isinstance(choose_action(conversation, page), WipeState):
        conversation.say(_(NOTHING_REMOVED))
        return
    removed: list[Path] = []
    if conversation.run_or_report(lambda: removed.extend(conversation.session.wipe())):
        conversation.say(
            *(line for line in describe_wipe(store, removed) if line != _(BEYOND))
        )  # it was said before the question
