"""What is stored: said in words, copied, merged with another copy, removed."""

from pathlib import Path

from wizard.core.clean import escape_line
from wizard.core.sentences import merged
from wizard.services.stored import copy_of, merge_file, stored_in_words, wiped_in_words

from .papers import save
from .talk import Talk
from .teller import Back, Prompt, Row

HELP = "Your answers and what you did are kept in one file on this computer: hear it, take it elsewhere, or remove it."
WIPE_HELP = "Removed is removed: there is no undo. Write a copy to a file first, if you may want it back."


def keeping(talk: Talk) -> None:
    """See, copy, merge or remove."""
    acts = {"show": _show, "export": _export, "import": _import, "wipe": _wipe}
    while True:
        talk.teller.title("What is stored")
        rows = [
            Row("show", "Say everything that is stored"),
            Row("export", "Write a copy to a file"),
            Row("import", "Merge another copy in", "nothing is lost"),
            Row("wipe", "Remove everything"),
        ]
        chosen = talk.pick("What would you like to do?", rows, HELP)
        if chosen is None:
            return
        acts[chosen](talk)


def _show(talk: Talk) -> None:
    talk.attempt(lambda: talk.say(*(" ".join(line.split()) for line in stored_in_words(talk.session))))


def _path(talk: Talk, words: str) -> Path | None:
    try:
        return Path(talk.teller.ask_path(Prompt(words, HELP)))
    except Back:
        return None


def _export(talk: Talk) -> None:
    save(talk, "my-photo-state.json", lambda: copy_of(talk.session))


def _import(talk: Talk) -> None:
    path = _path(talk, "Which file holds the other copy?")
    if path:
        talk.attempt(lambda: talk.say(merged(merge_file(talk.session, path))))


def _wipe(talk: Talk) -> None:
    store = talk.session.store
    if not talk.sure(f"This removes {escape_line(store.path)} and its backup for good. Do it?", WIPE_HELP):
        talk.say("Nothing was removed.")
        return
    removed: list[Path] = []
    if talk.attempt(lambda: removed.extend(talk.session.wipe())):
        talk.say(*wiped_in_words(store, removed))
