"""Show, copy, merge or remove everything that is stored."""

from pathlib import Path

from wizard.core.sanitize import escape_line
from wizard.storage.state_report import describe_state, describe_wipe, export_state, merge_state_file
from wizard.views.user_messages import merged_message

from .conversation import Conversation
from .documents import save_document
from .prompter import BackRequested, Choice, Prompt

HELP = "Your answers and what you did are kept in one file on this computer: hear it, take it elsewhere, or remove it."
WIPE_HELP = "Removed is removed: there is no undo. Write a copy to a file first, if you may want it back."


def show_stored_data(conversation: Conversation) -> None:
    """Offer to show, copy, merge or remove the stored data, until the user goes back."""
    actions = {"show": _print_state, "export": _export_copy, "import": _merge_copy, "wipe": _remove_everything}
    while True:
        conversation.prompter.title("What is stored")
        rows = [
            Choice("show", "Say everything that is stored"),
            Choice("export", "Write a copy to a file"),
            Choice("import", "Merge another copy in", "nothing is lost"),
            Choice("wipe", "Remove everything"),
        ]
        chosen = conversation.select("What would you like to do?", rows, HELP)
        if chosen is None:
            return
        actions[chosen](conversation)


def _print_state(conversation: Conversation) -> None:
    conversation.run_or_report(
        lambda: conversation.say(*(" ".join(line.split()) for line in describe_state(conversation.session)))
    )


def _ask_import_path(conversation: Conversation, question: str) -> Path | None:
    try:
        return Path(conversation.prompter.ask_path(Prompt(question, HELP)))
    except BackRequested:
        return None


def _export_copy(conversation: Conversation) -> None:
    save_document(conversation, "my-photo-state.json", lambda: export_state(conversation.session))


def _merge_copy(conversation: Conversation) -> None:
    path = _ask_import_path(conversation, "Which file holds the other copy?")
    if path:
        conversation.run_or_report(lambda: conversation.say(merged_message(merge_state_file(conversation.session, path))))


def _remove_everything(conversation: Conversation) -> None:
    store = conversation.session.store
    if not conversation.confirm(f"This removes {escape_line(store.path)} and its backup for good. Do it?", WIPE_HELP):
        conversation.say("Nothing was removed.")
        return
    removed: list[Path] = []
    if conversation.run_or_report(lambda: removed.extend(conversation.session.wipe())):
        conversation.say(*describe_wipe(store, removed))
