"""Carry out the actions of pages in the full screen: each opens a screen or a dialog, or asks the app to record something."""

from typing import TYPE_CHECKING

from wizard.views.actions import (
    Action,
    AddContact,
    AskImport,
    AskQuestions,
    AskWipe,
    GoBack,
    OpenArticle,
    OpenContact,
    OpenObjection,
    OpenPage,
    OpenPlanAction,
    OpenStep,
    PageName,
    RecordEvent,
    RecordOutcome,
    SwitchToLines,
    UndoLast,
    WipeState,
    WriteLetter,
    WriteNote,
)

from .messages import EventRecorded, WipeRequested

if TYPE_CHECKING:
    from .screens.base import WizardScreen
    from .screens.dialog import Dialog

    PageOwner = WizardScreen | Dialog

PAGES = {
    PageName.ANSWERS: "review.ReviewScreen",
    PageName.ARTICLES: "reader.ArticlesScreen",
    PageName.AUDIT: "audit.AuditScreen",
    PageName.CONTACTS: "contacts.ContactsScreen",
    PageName.DOCUMENTS: "documents.DocumentScreen",
    PageName.LETTERS: "letters.LettersScreen",
    PageName.OBJECTIONS: "objections.ObjectionsScreen",
    PageName.PLACE: "reader.PlaceScreen",
    PageName.PLAN: "board.BoardScreen",
    PageName.QUICK_WINS: "quick_wins.QuickWinsScreen",
    PageName.STORED_DATA: "stored_data.StoredDataScreen",
}
"""The screens of the pages that need no argument."""
SCREENS: dict[type[Action], str] = {
    AddContact: "contacts.NicknameDialog",
    AskImport: "stored_data.MergeDialog",
    AskWipe: "stored_data.WipeDialog",
    OpenArticle: "reader.ArticleScreen",
    OpenContact: "contacts.ContactDialog",
    OpenObjection: "objections.ObjectionScreen",
    OpenPlanAction: "action.ActionScreen",
    OpenStep: "step.StepScreen",
    WriteNote: "dialogs.NoteDialog",
}
"""The screens and dialogs that open with the values of an action as arguments."""


def perform_action(screen: "PageOwner", action: Action) -> None:
    """Carry out an action that was chosen on this screen or dialog."""
    match action:
        case RecordEvent(target, kind):
            screen.submit(EventRecorded(target, kind))
        case WipeState():
            screen.submit(WipeRequested())
        case UndoLast():
            screen.wizard_app.action_undo()
        case SwitchToLines():
            screen.wizard_app.action_go_on_in_lines()
        case AskQuestions():
            question = screen.wizard_app.snapshot.interview.next()
            _open(screen, "interview.InterviewScreen", *([question.id] if question else []))
        case GoBack():
            screen.go_back()
        case OpenPage(page):
            _open(screen, PAGES[page])
        case RecordOutcome(target, kind):
            _open(screen, "event_date.EventDateDialog", target, screen.wizard_app.snapshot.library.outcomes[kind])
        case WriteLetter(kind, target, nickname):
            _open(screen, "letter.LetterScreen", kind, target, "", nickname)
        case _:
            _open(screen, SCREENS[type(action)], *action)


def _open(screen: "PageOwner", name: str, *arguments: object) -> None:
    """Open a screen on top; in place of a dialog, which has done its part."""
    if screen.is_modal:
        screen.leave(screen.wizard_app.page(name, *arguments))
    else:
        screen.wizard_app.open_screen(name, *arguments)
