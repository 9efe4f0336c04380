"""What is lost when the full screen ends now: what a screen holds, and letters that did not leave the program."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeGuard

from textual.css.query import NoMatches

from wizard.core.letter.open_letters import OpenLetter
from wizard.core.unfinished_work import UnfinishedWork, unfinished_letter

from .lazy_screens import load_screen_class

if TYPE_CHECKING:
    from .app import WizardApp


class HoldsWork(Protocol):
    """A screen in which something can be unfinished."""

    @property
    def unfinished(self) -> UnfinishedWork | None:
        """What is lost when the program ends now."""

    def complete(self) -> None:
        """Do what the completion of it says."""


class OpenWork(NamedTuple):
    """Something unfinished, and how it is completed."""

    work: UnfinishedWork
    complete: Callable[[], None]
    leads_elsewhere: bool = False
    """Whether the user has to do the rest, on the page that it leads to."""


def open_work(app: "WizardApp") -> tuple[OpenWork, ...]:
    """Everything that is unfinished, what lies on top first."""
    screens = [each for each in reversed(app.screen_stack) if _holds_work(each)]
    held = [OpenWork(work, screen.complete) for screen in screens if (work := _unfinished(screen))]
    letters = app.open_letters.unsaved(app.letter_input, app.edited_letters, app.session.saved_letter_fields)
    return (*held, *(OpenWork(unfinished_letter(each.title), partial(_to_letter, app, each), True) for each in letters))


def _holds_work(screen: object) -> TypeGuard[HoldsWork]:
    return hasattr(type(screen), "unfinished")


def _unfinished(screen: HoldsWork) -> UnfinishedWork | None:
    try:
        return screen.unfinished
    except NoMatches:  # nothing can have been typed into a screen that is only being built
        return None


def leave(app: "WizardApp", code: int = 0, *, in_lines: bool = False) -> None:
    """End the program; where something is unfinished, ask first. Who wants to leave while being asked leaves."""
    asking = load_screen_class("leave_dialog.LeaveDialog")
    if not any(isinstance(each, asking) for each in app.screen_stack) and (works := open_work(app)):
        app.open_screen("leave_dialog.LeaveDialog", works, lambda: leave(app, code, in_lines=in_lines))
        return
    app.in_lines = in_lines
    app.exit(return_code=code)


def worked_on(app: "WizardApp") -> None:
    """The letter on top was changed."""
    letter = _letter_on_top(app)
    if letter:
        app.open_letters = app.open_letters.worked_on(letter)


def handed_out(app: "WizardApp") -> None:
    """The letter on top has left the program."""
    letter = _letter_on_top(app)
    if letter:
        app.open_letters = app.open_letters.handed_out(letter)


def _letter_on_top(app: "WizardApp") -> OpenLetter | None:
    screens = (getattr(each, "open_letter", None) for each in reversed(app.screen_stack))
    return next((each for each in screens if isinstance(each, OpenLetter)), None)


def _to_letter(app: "WizardApp", letter: OpenLetter) -> None:
    """The page of the letter, where it can be saved and copied; what stands in a gap of it is kept in any case."""
    if isinstance(app.screen, load_screen_class("field_dialog.FieldDialog")):
        app.screen.leave()
    on_top = getattr(app.screen, "open_letter", None)
    if not (isinstance(on_top, OpenLetter) and on_top.key == letter.key):
        app.open_screen("letter.LetterScreen", *letter.sitting.arguments)
    app.show_status("Save it or copy it, then leave.")
