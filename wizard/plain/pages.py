"""Draw a page in line mode, offer its choices and carry out the chosen action."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

from wizard.core.formatting import format_date
from wizard.export.render_speech import spoken_lines
from wizard.i18n import labelled
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
    AskOutcome,
    AskQuestions,
    AskWipe,
    ExportState,
    ForgetFindings,
    ForgetLetterFields,
    GoBack,
    NamePerson,
    OpenArticle,
    OpenArticleGroup,
    OpenContact,
    OpenDocument,
    OpenLink,
    OpenOutcome,
    OpenPage,
    OpenPerson,
    OpenPlace,
    OpenRequest,
    OpenSource,
    PageName,
    PreviewDocument,
    RecordEvent,
    RecordOutcome,
    SaveDocument,
    ShowStoredData,
    UndoLast,
    UseLanguage,
    UseLines,
    WipeState,
    WriteLetter,
    WriteNote,
)
from wizard.views.letter_actions import OpenLegalStatements, OpenLetterGroup
from wizard.views.page import Page, PageBlock, PageChoice, ProgressText, TextLine, TimelineEvent
from wizard.views.step_actions import (
    AskOwnReason,
    AskReason,
    AskSentDay,
    BrowseOpenSteps,
    OpenExplanation,
    OpenPlanAction,
    OpenStep,
    SayPlan,
    SkipStep,
)

from .conversation import PART, Conversation
from .prompter import Choice

RECORDING = (
    AnswerForm,
    AskSentDay,
    ForgetFindings,
    ForgetLetterFields,
    RecordEvent,
    RecordOutcome,
    SkipStep,
    UndoLast,
    UseLines,
    WipeState,
)
"""The actions that record something, or take something back, at once or after a day that Enter takes."""
Perform = Callable[[Conversation, Action], bool]
"""Carries out an action. Returns True if the page is finished with it."""
PAGES = {
    PageName.ACCOUNTS: ("accounts", "show_accounts"),
    PageName.ANSWERS: ("interview", "review_answers"),
    PageName.ARTICLES: ("articles", "show_articles"),
    PageName.AUDIT: ("audit", "show_audit"),
    PageName.CONTACTS: ("contacts", "show_contacts"),
    PageName.DOCUMENTS: ("documents", "show_documents"),
    PageName.HELP: ("main_menu", "show_help"),
    PageName.LANGUAGE: ("language", "ask_language_of_program"),
    PageName.LETTERS: ("letters", "show_letters"),
    PageName.REQUESTS: ("requests", "show_requests"),
    PageName.PEOPLE: ("people", "ask_person"),
    PageName.PLACE: ("place", "show_place"),
    PageName.PLAN: ("plan", "show_plan"),
    PageName.QUICK_WINS: ("plan", "show_quick_wins"),
    PageName.SEARCH: ("search", "show_search"),
    PageName.SETTINGS: ("settings", "show_settings"),
    PageName.STORED_DATA: ("stored_data", "show_stored_data"),
}
"""The module and the function that show each page that needs no argument."""
HANDLERS: dict[type[Action], tuple[str, str]] = {
    AddAccount: ("accounts", "ask_service"),
    AddContact: ("contacts", "add_contact"),
    AskAccountQuestion: ("accounts", "ask_account_question"),
    AskMove: ("accounts", "ask_move"),
    AskRemoval: ("accounts", "ask_removal"),
    AnswerForm: ("step", "answer_form"),
    AskFormResult: ("step", "ask_form_result"),
    AskOwnReason: ("step", "ask_own_reason"),
    AskReason: ("step", "ask_reason"),
    AskSentDay: ("event_date", "ask_sent_day"),
    OpenDocument: ("documents", "offer_document"),
    PreviewDocument: ("documents", "say_document"),
    SaveDocument: ("documents", "write_plan_document"),
    SayPlan: ("documents", "say_plan"),
    OpenExplanation: ("step", "show_explanation"),
    OpenLink: ("links", "show_link"),
    SkipStep: ("step", "skip_step"),
    AskImport: ("stored_data", "ask_import"),
    AskOutcome: ("requests", "ask_outcome"),
    AskQuestions: ("main_menu", "begin_interview"),
    AskWipe: ("stored_data", "ask_wipe"),
    BrowseOpenSteps: ("plan", "show_open_steps"),
    ExportState: ("stored_data", "export_copy"),
    ForgetFindings: ("settings", "forget_findings"),
    ForgetLetterFields: ("settings", "forget_letter_fields"),
    NameAccount: ("accounts", "name_account"),
    NamePerson: ("people", "name_person"),
    OpenAccount: ("accounts", "show_account"),
    OpenAccounts: ("accounts", "show_accounts"),
    OpenArticle: ("articles", "show_article"),
    OpenArticleGroup: ("articles", "show_article_group"),
    OpenContact: ("contacts", "ask_contact_outcome"),
    OpenLegalStatements: ("legal_statements", "show_legal_statements"),
    OpenLetterGroup: ("letters", "ask_letter_group"),
    OpenRequest: ("requests", "show_request"),
    OpenOutcome: ("requests", "show_outcome"),
    OpenPerson: ("people", "open_person"),
    OpenPlace: ("place", "show_found_place"),
    OpenPlanAction: ("plan", "show_action"),
    OpenSource: ("links", "show_source"),
    OpenStep: ("step", "show_step"),
    RecordOutcome: ("event_date", "ask_outcome_date"),
    RenameAccount: ("accounts", "rename_account"),
    ShowStoredData: ("stored_data", "say_stored_data"),
    UseLanguage: ("language", "use_program_language"),
    UseLines: ("settings", "use_lines"),
    WriteLetter: ("letters", "compose_letter"),
    WriteNote: ("step", "ask_note"),
}
"""The module and the function that carry out each action; the function takes the values of the action."""


def perform(conversation: Conversation, action: Action) -> bool:
    """Carry out an action. Returns True if the page on which it was chosen is finished with it."""
    arguments: tuple[object, ...] = action
    match action:
        case GoBack():
            return True
        case RecordEvent(target, kind):
            return conversation.mark(target, kind) and kind == "done"
        case UndoLast():
            conversation.undo()
            return False
        case OpenPage(page):
            (module, function), arguments = PAGES[page], ()
        case _:
            module, function = HANDLERS[type(action)]
    # Most pages are never opened in a run. Importing all of them would add about half of the time that the imports of the
    # menu take (benchmark: `python -m bench.start`, row "lines").
    handler = getattr(import_module(f".{module}", __package__), function)
    return handler(conversation, *arguments) is True


def hold_page(conversation: Conversation, make_page: Callable[[], Page], perform: Perform = perform) -> None:
    """Show a page and carry out the chosen actions until the user goes back. A page without choices is only shown.

    The page is made and shown again after each action, because an action may have changed it.
    """
    is_first_time = True
    while True:
        page = make_page()
        if page.title:
            conversation.prompter.title(page.title)
        say_page(conversation, page, with_introduction=is_first_time)
        is_first_time = False
        action = choose_action(conversation, page) if page.spoken_choices else None
        if action is None or perform(conversation, action):
            return


def read_out_page(conversation: Conversation, page: Page) -> None:
    """Print a page once, then carry out its choices until the user goes back."""
    say_titled_page(conversation, page)
    offer_choices(conversation, page)


def offer_choices(conversation: Conversation, page: Page) -> None:
    """Carry out the choices of a page that was printed already, until the user goes back."""
    while page.choices and (action := choose_action(conversation, page)) is not None:
        perform(conversation, action)


def say_titled_page(conversation: Conversation, page: Page) -> None:
    """Print the title of a page and its blocks, and offer nothing."""
    conversation.prompter.title(page.title)
    say_page(conversation, page)


def say_page(conversation: Conversation, page: Page, *, with_introduction: bool = True) -> None:
    """Print the blocks of a page, each as a paragraph; a long page in parts."""
    shown = (section for section in page.sections if with_introduction or not section.is_introduction)
    blocks = [block for section in shown for block in section.blocks]
    for index, block in enumerate(blocks):
        if index and index % PART == 0 and not conversation.goes_on(len(blocks) - index):
            return
        _say_block(conversation, block)


def choose_action(conversation: Conversation, page: Page) -> Action | None:
    """Ask the question of a page and return the action of the chosen row; None if the user goes back."""
    choices = {choice.id: choice for choice in page.spoken_choices}
    rows = [_choice_row(choice) for choice in choices.values()]
    # A key that is held down, or pressed twice, repeats Enter: it may open one page after the other, but record nothing.
    takes_first_row = not any(isinstance(choice.action, RECORDING) for choice in page.spoken_choices[:1])
    chosen = conversation.select(page.prompt, rows, page.help, page.default, takes_first_row=takes_first_row)
    return choices[chosen].action if chosen is not None else None


def ask_page(conversation: Conversation, page: Page) -> None:
    """Ask the question of a page once, and carry out the chosen action."""
    action = choose_action(conversation, page)
    if action is not None:
        perform(conversation, action)


def _choice_row(choice: PageChoice) -> Choice:
    hints = (f"{choice.hint}." if choice.hint and choice.summary else choice.hint, choice.summary)
    return Choice(choice.id, choice.label, " ".join(filter(None, hints)))


def _say_block(conversation: Conversation, block: PageBlock) -> None:
    match block:
        case ProgressText(text, share):
            conversation.prompter.progress(text, share)
        case TimelineEvent(text, on, note):
            conversation.say(_event_line(text, on, note))
        case TextLine(text, label):
            conversation.say(f"{label} {text}".strip())
        case _:
            conversation.say(*spoken_lines((block,)))


def _event_line(text: str, on: date | None, note: str) -> str:
    if on:
        return f"{labelled(format_date(on), labelled(text, note) if note else text)}."
    return f"{text}, {note}." if note else text
