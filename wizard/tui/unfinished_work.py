"""What is lost if the full screen ends now: open input, and letters that were not saved or copied."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeGuard

from textual.css.query import NoMatches

from wizard.core.letter.open_letters import OpenLetter
from wizard.core.unfinished_work import SAVE_OR_COPY, UnfinishedWork, unfinished_letter
from wizard.i18n import _

from .lazy_screens import load_screen_class

if TYPE_CHECKING:
    from .session_app import SessionApp


class HoldsWork(Protocol):
    """A screen that can hold unfinished work."""

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """What is lost if the program ends now, or None."""

    def complete(self) -> None:
        """Complete the work as its `completion` describes."""


class CompletableWork(NamedTuple):
    """Unfinished work and the function that completes it."""

    work: UnfinishedWork
    complete: Callable[[], None]
    leads_elsewhere: bool = False
    """Whether completing only opens a page on which the user has to do the rest."""


def open_work(app: "SessionApp") -> tuple[CompletableWork, ...]:
    """Return everything that is unfinished, the topmost screen first."""
    screens = [each for each in reversed(app.screen_stack) if _can_hold_work(each)]
    open_input = [CompletableWork(work, screen.complete) for screen in screens if (work := _unfinished(screen))]
    letters = app.open_letters.unsaved(app.letter_input, app.edited_letters, app.session.saved_letter_fields)
    return (
        *open_input,
        *(CompletableWork(unfinished_letter(each.title), partial(_open_letter, app, each), True) for each in letters),
    )


def _can_hold_work(screen: object) -> TypeGuard[HoldsWork]:
    return hasattr(type(screen), "unfinished")


def _unfinished(screen: HoldsWork) -> UnfinishedWork | None:
    try:
        return screen.unfinished
    except NoMatches:  # a screen without widgets cannot hold input yet
        return None


def leave(app: "SessionApp", code: int = 0, *, in_lines: bool = False, then: Callable[[], None] | None = None) -> None:
    """End the program. Ask first if something is unfinished, but only once: leaving while asked leaves.

    `then` is done instead of ending it.
    """
    dialog_class = load_screen_class("leave_dialog.LeaveDialog")
    if not any(isinstance(each, dialog_class) for each in app.screen_stack) and (works := open_work(app)):
        app.open_screen("leave_dialog.LeaveDialog", works, lambda: leave(app, code, in_lines=in_lines, then=then))
        return
    if then is not None:
        then()
        return
    app.in_lines = in_lines
    app.exit(return_code=code)


def worked_on(app: "SessionApp") -> None:
    """Record that the topmost letter was changed."""
    letter = _top_letter(app)
    if letter:
        app.open_letters = app.open_letters.worked_on(letter)


def handed_out(app: "SessionApp") -> None:
    """Record that the topmost letter was saved, copied or sent."""
    letter = _top_letter(app)
    if letter:
        app.open_letters = app.open_letters.handed_out(letter)


def _top_letter(app: "SessionApp") -> OpenLetter | None:
    screens = (getattr(each, "open_letter", None) for each in reversed(app.screen_stack))
    return next((each for each in screens if isinstance(each, OpenLetter)), None)


def _open_letter(app: "SessionApp", letter: OpenLetter) -> None:
    """Open the page of the letter, where it can be saved or copied; the input of an open field is kept."""
    if isinstance(app.screen, load_screen_class("field_dialog.FieldDialog")):
        app.screen.leave()
    top_letter = getattr(app.screen, "open_letter", None)
    if not (isinstance(top_letter, OpenLetter) and top_letter.key == letter.key):
        app.open_screen("letter.LetterScreen", *letter.arguments)
    app.show_status(_(SAVE_OR_COPY))
