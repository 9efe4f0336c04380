"""Carry out the actions of pages in the full screen: each opens a screen or a dialog, or asks the app to record something."""

from typing import TYPE_CHECKING, TypeAlias

from textual.message import Message

from wizard.i18n import _
from wizard.views.account_actions import (
    AddAccount,
    AskAccountQuestion,
    AskMove,
    AskRemoval,
    NameAccount,
    OpenAccount,
    OpenAccounts,
    RenameAccount,
)
from wizard.views.actions import (
    Action,
    AddContact,
    AnswerForm,
    AskFormResult,
    AskImport,
    AskQuestions,
    AskWipe,
    GoBack,
    NamePerson,
    OpenArticle,
    OpenContact,
    OpenLink,
    OpenOutcome,
    OpenPage,
    OpenPerson,
    OpenPlace,
    OpenRequest,
    OpenSource,
    RecordEvent,
    RecordOutcome,
    SwitchToLines,
    UndoLast,
    UseLanguage,
    WipeState,
    WriteLetter,
    WriteNote,
)
from wizard.views.letter_actions import OpenLegalStatements
from wizard.views.sources import NO_SOURCE_ADDRESS
from wizard.views.step_actions import AskReason, AskSentDay, OpenExplanation, OpenPlanAction, OpenStep, SkipStep

from .lazy_screens import PAGES
from .messages import Answered, EventRecorded, LinkRequested, PersonRequested, WipeRequested

if TYPE_CHECKING:
    from .screens.base import WizardScreen
    from .screens.dialog import Dialog

    PageOwner: TypeAlias = WizardScreen | Dialog

SCREENS: dict[type[Action], str] = {
    AddAccount: "accounts.ServiceDialog",
    AddContact: "contacts.NicknameDialog",
    AskAccountQuestion: "accounts.AccountQuestionDialog",
    AskFormResult: "dialogs.FormDialog",
    AskReason: "dialogs.ReasonDialog",
    AskSentDay: "event_date.SentDateDialog",
    AskImport: "stored_data.MergeDialog",
    AskMove: "accounts.MoveDialog",
    AskRemoval: "accounts.RemovalDialog",
    AskWipe: "stored_data.WipeDialog",
    NameAccount: "accounts.NewAccountDialog",
    NamePerson: "people.PersonNameDialog",
    OpenAccount: "accounts.AccountScreen",
    OpenAccounts: "accounts.AccountsScreen",
    OpenArticle: "reader.ArticleScreen",
    OpenExplanation: "reader.ExplanationScreen",
    OpenContact: "contacts.ContactDialog",
    OpenLegalStatements: "reader.LegalStatementsScreen",
    OpenRequest: "requests.RequestScreen",
    OpenOutcome: "requests.OutcomeScreen",
    OpenPlace: "reader.PlaceScreen",
    OpenPlanAction: "action.ActionScreen",
    OpenStep: "step.StepScreen",
    RenameAccount: "accounts.AccountNameDialog",
    WriteNote: "dialogs.NoteDialog",
}
"""The screens and dialogs that open with the values of an action as arguments."""


def perform_action(screen: "PageOwner", action: Action) -> None:
    """Carry out an action that was chosen on this screen or dialog."""
    app = screen.wizard_app
    request = _request(action)
    if request:
        screen.submit(request)
        return
    match action:
        case UndoLast():
            app.action_undo()
        case SwitchToLines():
            app.action_go_on_in_lines()
        case UseLanguage(code):
            app.speak(code)
        case GoBack():
            screen.go_back()
        case OpenLink() | OpenSource():
            _show_link(screen, action)
        case AskQuestions():
            question = app.snapshot.interview.next()
            _open(screen, "interview.InterviewScreen", *([question.id] if question else []))
        case OpenPage(page):
            _open(screen, PAGES[page])
        case RecordOutcome(target, kind):
            _open(screen, "event_date.EventDateDialog", target, kind)
        case WriteLetter(kind, target, nickname):
            _open(screen, "letter.LetterScreen", kind, target, "", nickname)
        case _:
            _open(screen, SCREENS[type(action)], *action)


def _request(action: Action) -> Message | None:
    """Return what the app is asked to record or to remove; None for an action that only opens something."""
    match action:
        case RecordEvent(target, kind):
            return EventRecorded(target, kind)
        case SkipStep(step_id, reason):
            return EventRecorded(step_id, "skipped", reason)
        case AnswerForm(answer):
            return Answered("form", {"form": (answer,) if answer else ()})
        case WipeState():
            return WipeRequested()
        case OpenPerson(name):
            return PersonRequested(name)
    return None


def _show_link(screen: "PageOwner", action: OpenLink | OpenSource) -> None:
    """Ask the app to show where a link or a source leads; of a source without an address, say that."""
    if isinstance(action, OpenSource):
        source = screen.wizard_app.snapshot.library.sources[action.source_id]
        action = OpenLink(source.title, source.url)
    if action.url:
        screen.post_message(LinkRequested(action.label, action.url))
    else:
        screen.wizard_app.show_status(_(NO_SOURCE_ADDRESS))


def _open(screen: "PageOwner", name: str, *arguments: object) -> None:
    """Open a screen on top. If `screen` is a dialog, it closes first."""
    if screen.is_modal:
        screen.leave(screen.wizard_app.page(name, *arguments))
    else:
        screen.wizard_app.open_screen(name, *arguments)
