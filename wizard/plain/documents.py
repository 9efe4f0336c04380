"""Print the plan or the calendar, or save them to a file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from wizard.core.snapshot import Snapshot
from wizard.core.unfinished_work import unfinished_file
from wizard.export.documents import DOCUMENT_WRITERS, check_document
from wizard.export.plan.document import plan_document, plan_overview
from wizard.export.render_speech import spoken_lines
from wizard.export.shared_documents import document_preview, render_document
from wizard.i18n import _
from wizard.storage.everyone import people_here
from wizard.storage.people import has_other_people
from wizard.system.desktop import default_path, existing_target, unused_path, write_document
from wizard.system.path_input import is_likely_slip
from wizard.views.documents import (
    DOCUMENT_KINDS,
    REPLACE_HELP,
    SAVE_AS_WHICH_FILE,
    SAVE_HELP,
    SLIP_HELP,
    document_kind,
    document_page,
    documents_page,
    replace_question,
    slip_question,
)
from wizard.views.user_messages import saved_message

from .conversation import Conversation
from .pages import hold_page
from .prompter import BackRequested, Prompt


def show_documents(conversation: Conversation) -> None:
    """Ask for a document and for what to do with it, until the user goes back."""
    has_others = has_other_people(conversation.session.store.path)
    hold_page(conversation, lambda: documents_page(has_others=has_others))


def offer_document(conversation: Conversation, document_id: str) -> None:
    """Save one document, or print its content first."""
    hold_page(conversation, lambda: document_page(document_id))


def write_plan_document(conversation: Conversation, document_id: str) -> bool:
    """Ask for a file name and write a document there. Returns True if it was written."""
    if not conversation.run_or_report(partial(check_document, document_id)):
        return False
    render = partial(render_document, document_id, conversation.snapshot, partial(people_here, conversation.session))
    return save_document(conversation, document_kind(document_id).file, render)


def say_plan(conversation: Conversation) -> None:
    """Print the whole plan in short."""
    conversation.say_in_parts(list(_spoken_plan(conversation.snapshot)))


def say_document(conversation: Conversation, document_id: str) -> None:
    """Print what a document holds."""
    if document_id in DOCUMENT_KINDS:
        lines = _document_lines(document_id, conversation.snapshot)
    else:
        preview = document_preview(document_id, conversation.snapshot, partial(people_here, conversation.session))
        lines = [" ".join(line.split()) for line in preview.splitlines() if line.strip()]
    conversation.say_in_parts(lines)


def _document_lines(document_id: str, snapshot: Snapshot) -> list[str]:
    writer = DOCUMENT_WRITERS[document_id]
    if writer.dates_preview:
        return [" ".join(line.split()) for line in writer.dates_preview(snapshot).splitlines()]
    if DOCUMENT_KINDS[document_id].contents_note:
        return list(_spoken_plan(snapshot))
    return (
        list(spoken_lines(plan_document(snapshot, snapshot.steps).blocks))
        if document_id in ("text", "md")
        else str(writer.render(snapshot)).splitlines()
    )


def _spoken_plan(snapshot: Snapshot) -> Iterator[str]:
    """Yield the whole plan in short, one line for each item."""
    return spoken_lines(plan_overview(snapshot, snapshot.steps))


def save_document(conversation: Conversation, name: str, render: Callable[[], str | bytes]) -> bool:
    """Ask for a file name, and before a file is replaced; then write the document.

    Returns True if it was written. Until then, the file counts as unfinished work.
    """
    with conversation.begun(unfinished_file(name)):
        return save_letter(conversation, name, render)


def save_letter(conversation: Conversation, name: str, render: Callable[[], str | bytes]) -> bool:
    """Do the same without naming the file as unfinished work; an open letter is named itself."""
    suggested_path = default_path(name)
    while True:
        try:
            entered_path = conversation.prompter.ask_path(Prompt(_(SAVE_AS_WHICH_FILE), _(SAVE_HELP)), str(suggested_path))
        except BackRequested:
            return False
        existing_file = existing_target(entered_path)
        if existing_file and not conversation.confirm(replace_question(existing_file), _(REPLACE_HELP)):
            suggested_path = unused_path(existing_file)
            continue
        if is_likely_slip(entered_path) and not conversation.confirm(slip_question(entered_path), _(SLIP_HELP)):
            continue
        write = partial(_write_document, conversation, entered_path, render, replace=bool(existing_file))
        if conversation.run_or_report(write):
            return True


def _write_document(conversation: Conversation, path: str, render: Callable[[], str | bytes], *, replace: bool) -> None:
    conversation.say(saved_message(write_document(Path(path), render(), replace=replace)))
