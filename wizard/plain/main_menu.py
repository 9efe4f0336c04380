"""The greeting and the main menu of line mode."""

from wizard.i18n import _
from wizard.storage.people import has_other_people, other_people
from wizard.views.actions import OpenPage, PageName
from wizard.views.home import MORE, menu_page, welcome_back_page, welcome_page
from wizard.views.page import Page, PageChoice
from wizard.views.people import people_choice

from .conversation import Conversation
from .interview import review_answers, run_interview
from .pages import perform, say_page
from .place import show_place_summary
from .prompter import BackRequested, Choice, Prompt
from .unfinished_work import Leaving

MORE_ID = "more"
"""The row of the main menu that leads to everything else."""


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
        if conversation.snapshot.place:
            conversation.prompter.title(page.title)
        choice = _choose(conversation, page)
        if choice is not None:
            perform(conversation, choice.action)
            conversation.run_or_report(conversation.session.reload)


def _choose(conversation: Conversation, page: Page) -> PageChoice | None:
    """Ask the question of the main menu, and that of its group if it is chosen; None if the user goes back from there.

    The choices of the group can be named at once.
    """
    [group] = page.groups
    choices = {choice.id: choice for choice in (*page.choices, *group.choices)}
    rows, more_rows = ([Choice(each.id, each.label, each.hint) for each in group] for group in (page.choices, group.choices))
    prompt = Prompt(page.prompt, page.help, can_go_back=False, unlisted=tuple(more_rows))
    chosen: str | None = conversation.prompter.choose(prompt, [*rows, Choice(MORE_ID, _(MORE), group.title)])
    if chosen == MORE_ID:
        chosen = conversation.select(page.prompt, more_rows, page.help)
    return choices[chosen] if chosen is not None else None


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
    conversation.say(menu_page(conversation.snapshot).help, conversation.prompter.help)


def begin_interview(conversation: Conversation) -> None:
    """Ask the open questions, let the user review the answers, then summarize the place."""
    try:
        run_interview(conversation)
    except BackRequested:
        return
    while review_answers(conversation):
        if show_place_summary(conversation):
            return
