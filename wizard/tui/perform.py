"""Carry out the actions of pages in the full screen: each opens a screen or a dialog, or undoes."""

from typing import TYPE_CHECKING

from wizard.views.actions import Action, BrowseLetters, GoBack, OpenObjection, RecordOutcome, UndoLast, WriteLetter, WriteNote

if TYPE_CHECKING:
    from .screens.base import WizardScreen


def perform(screen: "WizardScreen", action: Action) -> None:
    """Carry out an action that was chosen on this screen."""
    app = screen.wizard_app
    match action:
        case OpenObjection(target):
            app.open_screen("objections.ObjectionScreen", target)
        case RecordOutcome(target, kind):
            app.open_screen("event_date.EventDateDialog", target, app.snapshot.library.outcomes[kind])
        case WriteLetter(kind, target, nickname):
            app.open_screen("letter.LetterScreen", kind, target, "", nickname)
        case BrowseLetters():
            app.open_screen("letters.LettersScreen")
        case WriteNote(target):
            app.open_screen("dialogs.NoteDialog", target)
        case UndoLast():
            app.action_undo()
        case GoBack():
            screen.action_back()
