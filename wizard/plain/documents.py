"""Print the plan or the calendar, or save them to a file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from wizard.core.sanitize import escape_line, sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import unfinished_file
from wizard.export.documents import DOCUMENTS
from wizard.export.plan.document import plan_document, plan_overview
from wizard.export.render_speech import spoken_lines
from wizard.i18n import _
from wizard.system.desktop import default_path, existing_target, unused_path, write_document
from wizard.system.path_input import is_likely_slip
from wizard.views.user_messages import ODD_FILE_NAME_HELP, odd_file_name_question, saved_message

from .conversation import Conversation
from .prompter import BackRequested, Choice, Prompt

HELP = (
    "Nothing is written before you say where. The file will be readable by you alone; "
    "one that is there already is replaced only if you say so."
)
REPLACE_HELP = "With no, nothing happens to that file, and you can give another name."
PRINT_PLAN = "here"
SAVE, HEAR = "save", "hear"


def show_documents(conversation: Conversation) -> None:
    """Ask for a document and for what to do with it, until the user goes back."""
    while True:
        conversation.prompter.title("Plan and calendar")
        rows = [
            Choice(PRINT_PLAN, "Say the plan here"),
            *(Choice(id, f"A file: {document.title}") for id, document in DOCUMENTS.items()),
        ]
        chosen = conversation.select("Which document?", rows, HELP)
        if chosen is None:
            return
        if chosen == PRINT_PLAN:
            conversation.say(*_spoken_plan(conversation.snapshot))
        else:
            _offer_document(conversation, chosen)


def _offer_document(conversation: Conversation, id: str) -> None:
    """Save one document, or print its content first."""
    document = DOCUMENTS[id]
    conversation.say(*([document.contents_note] if document.contents_note else []))
    rows = [Choice(SAVE, "Save it to a file"), Choice(HEAR, "Hear first what is in it")]
    while (chosen := conversation.select(f"{document.title[0].upper()}{document.title[1:]}: what now?", rows, HELP)) is not None:
        if chosen == HEAR:
            conversation.say(*_document_lines(id, conversation.snapshot))
        elif save_document(conversation, document.file, partial(document.render, conversation.snapshot)):
            return


def _document_lines(id: str, snapshot: Snapshot) -> list[str]:
    document = DOCUMENTS[id]
    if document.dates_preview:
        return [" ".join(line.split()) for line in document.dates_preview(snapshot).splitlines()]
    if document.contents_note:
        return list(_spoken_plan(snapshot))
    return (
        list(spoken_lines(plan_document(snapshot, snapshot.steps).blocks))
        if id in ("text", "md")
        else document.render(snapshot).splitlines()
    )


def _spoken_plan(snapshot: Snapshot) -> Iterator[str]:
    """Yield the whole plan in short, one line for each item."""
    return spoken_lines(plan_overview(snapshot, snapshot.steps))


def save_document(conversation: Conversation, name: str, render: Callable[[], str]) -> bool:
    """Ask for a file name, and before a file is replaced; then write the document.

    Returns True if it was written. Until then, the file counts as unfinished work.
    """
    with conversation.begun(unfinished_file(name)):
        return save_letter(conversation, name, render)


def save_letter(conversation: Conversation, name: str, render: Callable[[], str]) -> bool:
    """Do the same without naming the file as unfinished work; an open letter is named itself."""
    suggested_path = default_path(name)
    while True:
        try:
            entered_path = conversation.prompter.ask_path(Prompt("Save as which file?", HELP), str(suggested_path))
        except BackRequested:
            return False
        existing_file = existing_target(entered_path)
        if existing_file and not conversation.confirm(
            f"{escape_line(existing_file)} is there already. Replace it?", REPLACE_HELP
        ):
            suggested_path = unused_path(existing_file)
            continue
        if is_likely_slip(entered_path) and not conversation.confirm(
            odd_file_name_question(sanitize_line(entered_path)), _(ODD_FILE_NAME_HELP)
        ):
            continue
        write = partial(_write_document, conversation, entered_path, render, replace=bool(existing_file))
        if conversation.run_or_report(write):
            return True


def _write_document(conversation: Conversation, path: str, render: Callable[[], str], *, replace: bool) -> None:
    conversation.say(saved_message(write_document(Path(path), render(), replace=replace)))
