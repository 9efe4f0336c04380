"""All letters: recommended ones first, then others that apply now, then the rest."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.formatting import OBJECTION_STATUS_WORDS, pluralize
from wizard.core.letter.catalogue import build_catalogue
from wizard.core.letter.models import RECIPIENTS, Letter
from wizard.core.objection import Objection
from wizard.core.snapshot import Snapshot
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.hanging_text import HangingOption, hanging_row
from wizard.tui.widgets.option_lists import ItemList
from wizard.tui.widgets.styled_text import ALERT, QUIET, STRONG, concat, styled

from .base import SCROLLING, WizardScreen

CALLED = "Your case calls for"
GROUPS = {"meta": "To Meta", "authority": "To the authority", "person": "To people you know", "other": "To others"}
LATER = "Not now: for other answers of Meta, or for other situations"
ELSEWHERE = "For other places"


class LettersScreen(WizardScreen):
    """The letters in the order in which the user may want them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", "open", "Read what the letter says and write it."),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it."),
        BACK,
        *SCROLLING,
    )
    PURPOSE = "Letters that you write with a few words of your own, and send yourself. What fits you now comes first."

    def _body_widgets(self) -> list[Widget]:
        return [Static("Letters", classes="big"), ItemList("letters")]

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        catalogue = build_catalogue(snapshot)
        self.title_line.say("Letters", f"{pluralize(len(catalogue.available), 'letter')} for you now")
        recommended = (_letter_option(letter, objection, with_summary=True) for letter, objection in catalogue.recommended)
        options = _titled_group(CALLED, recommended)
        for recipient in RECIPIENTS:
            letters = _options_for_recipient(recipient, catalogue.available_not_recommended)
            options += _titled_group(GROUPS[recipient], letters)
        options += _titled_group(LATER, (_letter_option(each) for each in catalogue.upcoming))
        options += _titled_group(ELSEWHERE, (_letter_option(each) for each in catalogue.other_places))
        self.query_one(ItemList).show(options)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        letter, _, target = (event.option_id or "").partition(" ")
        self.wizard_app.open_screen("letter.LetterScreen", letter, target)

    def action_contacts(self) -> None:
        """Show the contacts."""
        self.wizard_app.open_screen("contacts.ContactsScreen")


def _options_for_recipient(recipient: str, letters: Iterable[Letter]) -> Iterator[Option]:
    return (_letter_option(each, with_summary=True) for each in letters if each.recipient == recipient)


def _titled_group(title: str, options: Iterable[Option]) -> list[Option]:
    """Return the options under a title; an empty list if there are none."""
    group = list(options)
    return [Option(concat(styled(title, STRONG)), disabled=True), *group, Option("", disabled=True)] if group else []


def _letter_option(letter: Letter, objection: Objection | None = None, *, with_summary: bool = False) -> Option:
    """Return a letter with its summary and the objection it is for."""
    rows = [hanging_row(letter.title)]
    if objection:
        status = f"{objection.title}: {OBJECTION_STATUS_WORDS[objection.status]}"
        rows.append(hanging_row(styled(status, ALERT), "  "))
    rows += [hanging_row(styled(_first_sentence(letter.summary), QUIET), "  ")] if with_summary else []
    return Option(HangingOption(*rows), id=f"{letter.id} {objection.target}" if objection else letter.id)


def _first_sentence(text: str) -> str:
    sentence, dot, _ = text.partition(". ")
    return f"{sentence}{dot.strip()}"
