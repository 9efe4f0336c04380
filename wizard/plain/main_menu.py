"""The greeting and the main menu of line mode."""

from wizard.i18n import _
from wizard.storage.people import has_other_people, other_people
from wizard.views.actions import OpenPage, PageName
from wizard.views.home import menu_page, welcome_back_page, welcome_page
from wizard.views.line_mode_texts import GENERAL_HELP
from wizard.views.page import PageChoice
from wizard.views.people import people_choice

from .conversation import Conversation
from .interview import review_answers, run_interview
from .pages import perform, say_page
from .place import show_place_summary
from .prompter import BackRequested, Choice, Prompt
from .unfinished_work import Leaving


def run_main_menu(conversation: Conversation) -> None:
    """Greet the user, then run the chosen actions until the user leaves.

    Raises ExitRequested when the user leaves or the input ends.
    """
    conversation.prompter.before_leaving = Leaving(conversation)
    if conversation.asks_for_person and other_people(conversation.session.store.path):
        perform(conversation, OpenPage(PageName.PEOPLE))
    _greet(conversation)
    while True:
        page = menu_page(conversation.snapshot, _people(conversation))
        choices = {choice.id: choice for choice in page.choices}
        if conversation.snapshot.place:
            conversation.prompter.title(page.title)
        rows = [Choice(choice.id, choice.label, choice.hint) for choice in page.choices]
        chosen = conversation.prompter.choose(Prompt(page.prompt, page.help, can_go_back=False), rows)
        perform(conversation, choices[chosen].action)
        conversation.run_or_report(conversation.session.reload)


def _greet(conversation: Conversation) -> None:
    session = conversation.session
    page = welcome_back_page(conversation.snapshot, session.events) if session.answers else welcome_page()
    conversation.prompter.title(page.title)
    conversation.say(*page.status)
    say_page(conversation, page)


def _people(conversation: Conversation) -> tuple[PageChoice, ...]:
    """Return the choice of another person, as soon as there are several."""
    session = conversation.session
    return (people_choice(session.person),) if has_other_people(session.store.path) else ()


def show_help(conversation: Conversation) -> None:
    """Print what the main menu is for and what is true everywhere."""
    conversation.say(menu_page(conversation.snapshot).help, _(GENERAL_HELP))


def begin_interview(conversation: Conversation) -> None:
    """Ask the open questions, let the user review the answers, then summarize the place."""
    try:
        run_interview(conversation)
    except BackRequested:
        return
    while review_answers(conversation):
        if show_place_summary(conversation):
            return
