"""What is stored: said in words, copied, merged with another copy, removed."""

from pathlib import Path

from wizard.core.sanitize import escape_line
from wizard.core.user_messages import merged_message
from wizard.storage.state_report import describe_state, describe_wipe, export_state, merge_state_file

from .conversation import Conversation
from .documents import save_document
from .prompter import BackRequested, Choice, Prompt

HELP = "Your answers and what you did are kept in one file on this computer: hear it, take it elsewhere, or remove it."
WIPE_HELP = "Removed is removed: there is no undo. Write a copy to a file first, if you may want it back."


def show_stored_data(talk: Conversation) -> None:
    """See, copy, merge or remove."""
    acts = {"show": _show, "export": _export, "import": _import, "wipe": _wipe}
    while True:
        talk.teller.title("What is stored")
        rows = [
            Choice("show", "Say everything that is stored"),
            Choice("export", "Write a copy to a file"),
            Choice("import", "Merge another copy in", "nothing is lost"),
            Choice("wipe", "Remove everything"),
        ]
        chosen = talk.select("What would you like to do?", rows, HELP)
        if chosen is None:
            return
        acts[chosen](talk)


def _show(talk: Conversation) -> None:
    talk.run_or_report(lambda: talk.say(*(" ".join(line.split()) for line in describe_state(talk.session))))


def _path(talk: Conversation, words: str) -> Path | None:
    try:
        return Path(talk.teller.ask_path(Prompt(words, HELP)))
    except BackRequested:
        return None


def _export(talk: Conversation) -> None:
    save_document(talk, "my-photo-state.json", lambda: export_state(talk.session))


def _import(talk: Conversation) -> None:
    path = _path(talk, "Which file holds the other copy?")
    if path:
        talk.run_or_report(lambda: talk.say(merged_message(merge_state_file(talk.session, path))))


def _wipe(talk: Conversation) -> None:
    store = talk.session.store
    if not talk.confirm(f"This removes {escape_line(store.path)} and its backup for good. Do it?", WIPE_HELP):
        talk.say("Nothing was removed.")
        return
    removed: list[Path] = []
    if talk.run_or_report(lambda: removed.extend(talk.session.wipe())):
        talk.say(*describe_wipe(store, removed))
