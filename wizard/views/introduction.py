"""What the program does, what the user gets from it, and what it never does: for the panels of the first pages."""

from collections.abc import Iterable, Iterator

from wizard.i18n import N_, _

from .actions import AskQuestions, OpenArticle, OpenPage, PageName
from .home import FIRST_ARTICLE, welcome_page
from .key_texts import LEARN, START, STORED_DATA
from .page import TextLine
from .panel import InfoPanel

PRIVACY = "how"
"""The section of the first page whose last line says that nothing leaves the computer."""
HOW_IT_WORKS = (
    N_("Answer a few questions: where you live, and what you use and post."),
    N_("See what you can refuse there, and what you can't."),
    N_("Follow your plan one step at a time, and tick off what's done."),
)
WHAT_YOU_GET = (
    N_("A plan of your own: where to tap, how long it takes, and what it changes."),
    N_("Letters to Meta, to authorities, and to people who post photos of you."),
    N_("Dates to remember, and what to do if Meta refuses or doesn't answer."),
)
NEVER = (
    N_("It never asks for a password."),
    N_("It never goes online itself: links open in your browser."),
    N_("It never acts for you at Meta: you decide, tap and send."),
)


def welcome_panels() -> Iterator[InfoPanel]:
    """Yield the panels of the first page of a new user."""
    steps = tuple(TextLine(_(text), str(number)) for number, text in enumerate(HOW_IT_WORKS, 1))
    yield InfoPanel("works", _("How it works"), steps, AskQuestions(), START.help)
    yield InfoPanel("get", _("What you get"), _listed(_(text) for text in WHAT_YOU_GET), AskQuestions(), START.help)
    yield _what_it_never_does()


def purpose_panels() -> Iterator[InfoPanel]:
    """Yield the panels about what the questions are for; they are left out where answers need the room."""
    welcome = welcome_page()
    yield InfoPanel(
        "get", _("What you get"), _listed(_(text) for text in WHAT_YOU_GET), OpenArticle(FIRST_ARTICLE), LEARN.help, is_extra=True
    )
    never = _what_it_never_does()
    yield never._replace(blocks=(*welcome.section(PRIVACY)[-1:], *never.blocks, *welcome.section("who")), is_extra=True)


def _what_it_never_does() -> InfoPanel:
    return InfoPanel(
        "never", _("What it never does"), _listed(_(text) for text in NEVER), OpenPage(PageName.STORED_DATA), STORED_DATA.help
    )


def _listed(texts: Iterable[str]) -> tuple[TextLine, ...]:
    return tuple(TextLine(text, "·") for text in texts)
