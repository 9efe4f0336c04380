"""What a choice on a page leads to. Each front end carries out these values in one place."""

from enum import StrEnum
from typing import NamedTuple

from .account_actions import AccountAction
from .letter_actions import LetterAction
from .step_actions import StepAction


class PageName(StrEnum):
    """The pages that can be opened from everywhere; the values are the ids of the main menu."""

    ACCOUNTS = "accounts"
    ANSWERS = "answers"
    ARTICLES = "learn"
    AUDIT = "audit"
    CONTACTS = "contacts"
    DOCUMENTS = "papers"
    HELP = "help"
    LANGUAGE = "language"
    LETTERS = "letters"
    REQUESTS = "cases"
    PEOPLE = "people"
    PLACE = "place"
    PLAN = "plan"
    QUICK_WINS = "ten"
    SEARCH = "search"
    SETTINGS = "settings"
    STORED_DATA = "kept"


class OpenPage(NamedTuple):
    """Open a page that needs no argument."""

    page: PageName


class AskQuestions(NamedTuple):
    """Go on with the interview at its next open question."""


class ChangeAnswer(NamedTuple):
    """Ask a question again."""

    question_id: str


class AcceptAnswers(NamedTuple):
    """Go on from the review of the answers."""


class SwitchToLines(NamedTuple):
    """Leave the full screen and go on in line mode."""


class OpenArticle(NamedTuple):
    """Open an article."""

    article_id: str


class OpenRequest(NamedTuple):
    """Open the page of the objection with this target."""

    target: str


class OpenOutcome(NamedTuple):
    """Show what to do about a reply of Meta or an authority, and for which requests it can be recorded."""

    outcome_id: str


class OpenPlace(NamedTuple):
    """Show what holds at a place: a country, a region, or the place of an authority, by id."""

    place_id: str


class AskOutcome(NamedTuple):
    """Ask which outcome Meta's reply was; `reply` is the id of a kind of reply (`views.request.REPLIES`)."""

    target: str
    reply: str


class RecordOutcome(NamedTuple):
    """Ask on which day it happened, then record this outcome of a request."""

    target: str
    kind: str


class WriteLetter(NamedTuple):
    """Write a letter of this kind.

    `target` is the request that it is about, `nickname` the contact to whom it goes; "" if there is none.
    """

    kind: str
    target: str = ""
    nickname: str = ""


class WriteNote(NamedTuple):
    """Ask for a note and keep it with this step or request."""

    target: str


class OpenContact(NamedTuple):
    """Ask what came of asking this contact."""

    nickname: str


class AddContact(NamedTuple):
    """Ask for the nickname of a new contact."""


class RecordEvent(NamedTuple):
    """Record this event of a step or a contact today."""

    target: str
    kind: str


class ShowStoredData(NamedTuple):
    """Show in words everything that is stored."""


class ExportState(NamedTuple):
    """Ask for a file name and write a copy of the state file there."""


class AskImport(NamedTuple):
    """Ask which file holds another copy of the state, and merge it."""


class AskWipe(NamedTuple):
    """Ask whether to remove everything."""


class WipeState(NamedTuple):
    """Remove everything that is stored."""


class UseLines(NamedTuple):
    """Let line mode take answers by arrow keys or by typed numbers from the next start on (`views.settings`)."""

    mode: str


class UseLanguage(NamedTuple):
    """Speak this language from now on."""

    code: str


class OpenPerson(NamedTuple):
    """Go on with the file of this person at this computer; "" is the first one."""

    name: str = ""


class NamePerson(NamedTuple):
    """Ask for the name of someone new at this computer, and go on with their file."""


class ForgetLetterFields(NamedTuple):
    """Remove the name and addresses that are kept for letters."""


class ForgetFindings(NamedTuple):
    """Remove the numbers that are kept from a data export."""


class AskFormResult(NamedTuple):
    """Ask whether Meta's objection form opened: for the accounts with one service, by target, or for all ("")."""

    base: str = ""


class AnswerForm(NamedTuple):
    """Record whether the form opened: the id of an answer, or "" for not tried yet."""

    answer: str


class OpenLink(NamedTuple):
    """Show where a link leads, and offer to open it."""

    label: str
    url: str


class OpenAddress(NamedTuple):
    """Open the address of the page in the browser or the mail program."""


class CopyAddress(NamedTuple):
    """Copy the address of the page."""


class ShowCode(NamedTuple):
    """Show the address of the page as a QR code."""


class OpenSource(NamedTuple):
    """Show where a source leads, or say that its address is not recorded."""

    source_id: str


class OpenArticleGroup(NamedTuple):
    """List the texts of one group (`views.articles`)."""

    group_id: str


class OpenDocument(NamedTuple):
    """Open one document of the plan (`views.documents`)."""

    document_id: str


class SaveDocument(NamedTuple):
    """Ask for a file and save a document there."""

    document_id: str


class PreviewDocument(NamedTuple):
    """Show what a document holds."""

    document_id: str


class UndoLast(NamedTuple):
    """Take back the last record."""


class GoBack(NamedTuple):
    """Leave the page."""


Action = (
    AcceptAnswers
    | AccountAction
    | AddContact
    | AnswerForm
    | AskFormResult
    | AskImport
    | AskOutcome
    | AskQuestions
    | AskWipe
    | ChangeAnswer
    | CopyAddress
    | ExportState
    | ForgetFindings
    | ForgetLetterFields
    | GoBack
    | LetterAction
    | NamePerson
    | OpenAddress
    | OpenArticle
    | OpenArticleGroup
    | OpenContact
    | OpenDocument
    | OpenLink
    | OpenRequest
    | OpenOutcome
    | OpenPage
    | OpenPerson
    | OpenPlace
    | OpenSource
    | PreviewDocument
    | RecordEvent
    | RecordOutcome
    | SaveDocument
    | ShowCode
    | ShowStoredData
    | StepAction
    | SwitchToLines
    | UndoLast
    | UseLanguage
    | UseLines
    | WipeState
    | WriteLetter
    | WriteNote
)
