"""Draw a page in line mode, offer its choices and carry out the chosen action."""

from collections.abc import Callable, Iterator

from wizard.core.formatting import format_date
from wizard.views.actions import Action
from wizard.views.page import Block, Page, PageChoice, TimelineEvent

from .conversation import Conversation
from .prompter import Choice

Perform = Callable[[Conversation, Action], bool]
"""Carries out an action. Returns True if the page is finished with it."""


def hold_page(conversation: Conversation, make_page: Callable[[], Page], perform: Perform) -> None:
    """Show a page and carry out the chosen actions until the user goes back. A page without choices is only shown.

    The page is made and shown again after each action, because an action may have changed it.
    """
    while True:
        page = make_page()
        conversation.prompter.title(page.title)
        conversation.say(*page_lines(page))
        action = choose_action(conversation, page) if page.choices or page.tools else None
        if action is None or perform(conversation, action):
            return


def choose_action(conversation: Conversation, page: Page) -> Action | None:
    """Ask the question of a page and return the action of the chosen row; None if the user goes back."""
    choices = {choice.id: choice for choice in (*page.choices, *page.tools)}
    chosen = conversation.select(page.prompt, [_choice_row(choice) for choice in choices.values()], page.help)
    return choices[chosen].action if chosen is not None else None


def page_lines(page: Page) -> Iterator[str]:
    """Yield the blocks of a page as paragraphs."""
    return (_block_line(block) for section in page.sections for block in section.blocks)


def _choice_row(choice: PageChoice) -> Choice:
    hints = (f"{choice.hint}." if choice.hint and choice.summary else choice.hint, choice.summary)
    return Choice(choice.id, choice.label, " ".join(filter(None, hints)))


def _block_line(block: Block) -> str:
    if isinstance(block, TimelineEvent):
        note = f": {block.note}" if block.note else ""
        return f"{format_date(block.on)}: {block.text}{note}." if block.on else block.text
    return f"{block.label} {block.text}".strip()
