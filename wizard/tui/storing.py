"""What is written to files for the person, or removed: documents, numbers and blanks that are kept, copies merged, all wiped."""

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.core.sentences import merged, written

from .messages import FindingsWanted, KeepWanted, MergeWanted, SaveWanted

if TYPE_CHECKING:
    from .app import WizardApp

READ_SECONDS = 30
"""How long the path of a file is shown: long enough to write it down."""


def save(app: "WizardApp", message: SaveWanted) -> None:
    """Write a document, and say where it lies."""
    from wizard.services.outbox import write_document

    found: list[Path] = []
    if app.attempt(lambda: found.append(write_document(Path(message.path), message.text, replace=message.replace))):
        app.accept()
        app.tell(written(found[0]), seconds=READ_SECONDS)


def keep_findings(app: "WizardApp", message: FindingsWanted) -> None:
    """Keep what an export showed, as numbers."""
    from wizard.services.audits import keep

    if app.attempt(lambda: keep(app.session, message.report)):
        app.tell("Kept: the numbers, and nothing else. Your plan speaks of them now.")


def keep_fields(app: "WizardApp", message: KeepWanted) -> None:
    """Keep what was typed for letters, or keep none of it any more."""
    fields = message.fields
    if app.attempt(lambda: app.session.keep_fields(fields) if fields else app.session.forget_fields()):
        app.tell("Kept on this computer for your next letter." if fields else "Nothing about you is kept for letters any more.")
        app.mutate_reactive(type(app).typed)  # what is kept is no part of the case, and letters show it too


def merge(app: "WizardApp", message: MergeWanted) -> None:
    """Merge another copy of the state in."""
    from wizard.services.stored import merge_file

    added: list[int] = []
    if app.attempt(lambda: added.append(merge_file(app.session, Path(message.path)))):
        app.accept()
        app.tell(merged(added[0]))


def wipe(app: "WizardApp") -> None:
    """Remove everything, and begin anew. What lies beside the state file but is not ours stays, and is named."""
    from wizard.services.stored import left_in_words

    if app.attempt(app.session.wipe):
        app.accept()
        app.call_later(app.go, "welcome.WelcomeScreen")
        for line in left_in_words(app.session.store):
            app.tell(line, wrong=True)
        app.tell("Everything was removed.")
