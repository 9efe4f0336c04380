"""Requests that write or remove files: documents, findings, letter fields, merging and wiping."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.message import Message

from wizard.i18n import _
from wizard.views.letter_messages import FIELDS_FORGOTTEN, FIELDS_KEPT
from wizard.views.stored_data import ALL_REMOVED
from wizard.views.user_messages import merged_message, saved_message

from . import unfinished_work
from .messages import KeepFieldsRequested, KeepFindingsRequested, MergeRequested, PersonRequested, SaveRequested, WipeRequested

if TYPE_CHECKING:
    from .session_app import SessionApp

READ_SECONDS = 30
"""How long the path of a file is shown: long enough to write it down."""


def save_to_file(app: "SessionApp", message: SaveRequested) -> None:
    """Write a document and show its path."""
    from wizard.system.desktop import write_document

    path = app.run_or_report(lambda: write_document(Path(message.path), message.document, replace=message.replace))
    if path is not None:
        app.notify_accepted()
        app.show_status(saved_message(path), seconds=READ_SECONDS)


def save_findings(app: "SessionApp", message: KeepFindingsRequested) -> None:
    """Store the findings of an audit report."""
    from wizard.audit.audit_runner import store_findings
    from wizard.views.audit_messages import IN_PLAN_NOW
    from wizard.views.audit_sentences import kept_message

    narrowed = app.run_or_report(lambda: store_findings(app.session, message.report))
    if narrowed is not None:
        app.show_status(f"{kept_message(narrowed)} {_(IN_PLAN_NOW)}", seconds=READ_SECONDS)


def save_letter_fields(app: "SessionApp", message: KeepFieldsRequested) -> None:
    """Store the given letter fields, or delete the stored ones if there are none."""
    fields = message.fields
    session = app.session
    if app.run_or_report(lambda: session.save_letter_fields(fields) if fields else session.clear_letter_fields()) is not None:
        app.show_status(_(FIELDS_KEPT if fields else FIELDS_FORGOTTEN))
        app.mutate_reactive(type(app).letter_input)  # stored fields are not part of the snapshot, but letters show them


def merge_state_copy(app: "SessionApp", message: MergeRequested) -> None:
    """Merge another copy of the state file and show how many entries were added."""
    from wizard.storage.state_report import merge_state_file

    added = app.run_or_report(lambda: merge_state_file(app.session, Path(message.path)))
    if added is not None:
        app.notify_accepted()
        app.show_status(merged_message(added))


def wipe_state(app: "SessionApp") -> None:
    """Remove everything and start again; name the files next to the state file that are left."""
    from wizard.storage.state_report import left_in_words

    if app.run_or_report(app.session.wipe) is not None:
        app.notify_accepted()
        app.call_later(app.open_screen, "welcome.WelcomeScreen")
        for line in left_in_words(app.session.store, names_command=False):
            app.show_status(line, wrong=True)
        app.show_status(_(ALL_REMOVED))


def change_person(app: "SessionApp", message: PersonRequested) -> None:
    """Go on for this person; ask first if something is unfinished."""
    if message.name == app.session.person:
        app.notify_accepted()
    else:
        unfinished_work.leave(app, then=lambda: app.open_person(message.name))


HANDLERS: Mapping[type[Message], Callable[["SessionApp", Any], None]] = {
    SaveRequested: save_to_file,
    KeepFindingsRequested: save_findings,
    KeepFieldsRequested: save_letter_fields,
    MergeRequested: merge_state_copy,
    PersonRequested: change_person,
    WipeRequested: lambda app, _message: wipe_state(app),
}
"""The function that handles each request to change files."""
