"""What one takes away: the plan as a document, the due dates as a calendar, said here or written to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import unfinished_file
from wizard.core.user_messages import saved_message
from wizard.export.documents import DOCUMENTS, preview_document
from wizard.system.desktop import default_path, existing_target, unused_path, write_document

from .conversation import Conversation
from .prompter import BackRequested, Choice, Prompt
from .speech_text import spoken_document, spoken_plan

HELP = (
    "Nothing is written before you say where. The file will be readable by you alone; "
    "one that is there already is replaced only if you say so."
)
REPLACE_HELP = "With no, nothing happens to that file, and you can give another name."
HERE = "here"
SAVE, HEAR = "save", "hear"
UNBROKEN = 100_000


def show_documents(talk: Conversation) -> None:
    """Which document, and what to do with it."""
    while True:
        talk.teller.title("Plan and calendar")
        rows = [Choice(HERE, "Say the plan here"), *(Choice(id, f"A file: {paper.title}") for id, paper in DOCUMENTS.items())]
        chosen = talk.select("Which document?", rows, HELP)
        if chosen is None:
            return
        if chosen == HERE:
            talk.say(*spoken_plan(talk.case))
        else:
            _paper(talk, chosen)


def _paper(talk: Conversation, id: str) -> None:
    """Save one document, or hear first what will be in it."""
    paper = DOCUMENTS[id]
    talk.say(*([paper.contents_note] if paper.contents_note else []))
    rows = [Choice(SAVE, "Save it to a file"), Choice(HEAR, "Hear first what is in it")]
    while (chosen := talk.select(f"{paper.title[0].upper()}{paper.title[1:]}: what now?", rows, HELP)) is not None:
        if chosen == HEAR:
            talk.say(*_inside(id, talk.case))
        elif save_document(talk, paper.file, partial(paper.render, talk.case)):
            return


def _inside(id: str, case: Snapshot) -> list[str]:
    paper = DOCUMENTS[id]
    if paper.dates_preview:
        return list(spoken_document(paper.dates_preview(case)))
    if paper.contents_note:
        return list(spoken_plan(case))
    return list(spoken_document(preview_document(paper, case, UNBROKEN)))


def save_document(talk: Conversation, name: str, make: Callable[[], str]) -> bool:
    """Ask where to, and before a file is replaced; then write. Tell whether it was written."""
    with talk.begun(unfinished_file(name)):
        return save_letter(talk, name, make)


def save_letter(talk: Conversation, name: str, make: Callable[[], str]) -> bool:
    """The same of a letter, which is named as unfinished itself."""
    offered = default_path(name)
    while True:
        try:
            typed = talk.teller.ask_path(Prompt("Save as which file?", HELP), str(offered))
        except BackRequested:
            return False
        taken = existing_target(typed)
        if taken and not talk.confirm(f"{escape_line(taken)} is there already. Replace it?", REPLACE_HELP):
            offered = unused_path(taken)
        elif talk.run_or_report(partial(_write, talk, typed, make, replace=bool(taken))):
            return True


def _write(talk: Conversation, typed: str, make: Callable[[], str], *, replace: bool) -> None:
    talk.say(saved_message(write_document(Path(typed), make(), replace=replace)))
