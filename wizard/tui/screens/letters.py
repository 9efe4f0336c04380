"""All letters: what the cases call for, what else fits the person now, and the others."""

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
    """The letters in the order in which a person may want them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", "open", "Read what the letter says and write it."),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it."),
        BACK,
        *SCROLLING,
    )
    PURPOSE = "Letters that you write with a few words of your own, and send yourself. What fits you now comes first."

    def _body_widgets(self) -> list[Widget]:
        return [Static("Letters", classes="big"), ItemList("letters")]

    def _show_snapshot(self, case: Snapshot) -> None:
        found = build_catalogue(case)
        self.title_line.say("Letters", f"{pluralize(len(found.available), 'letter')} for you now")
        options = [
            *_group(CALLED, (_option(letter, about, said_too=True) for letter, about in found.recommended)),
            *(each for to in RECIPIENTS for each in _group(GROUPS[to], _to(to, found.available_not_recommended))),
        ]
        options += _group(LATER, (_option(each) for each in found.upcoming))
        options += _group(ELSEWHERE, (_option(each) for each in found.other_places))
        self.query_one(ItemList).show(options)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        letter, _, target = (event.option_id or "").partition(" ")
        self.wizard_app.open_screen("letter.LetterScreen", letter, target)

    def action_contacts(self) -> None:
        """Show the contact book."""
        self.wizard_app.open_screen("contacts.ContactsScreen")


def _to(recipient: str, letters: Iterable[Letter]) -> Iterator[Option]:
    return (_option(each, said_too=True) for each in letters if each.recipient == recipient)


def _group(words: str, options: Iterable[Option]) -> list[Option]:
    """Options under a heading of their own; nothing where there are none."""
    found = list(options)
    return [Option(concat(styled(words, STRONG)), disabled=True), *found, Option("", disabled=True)] if found else []


def _option(letter: Letter, about: Objection | None = None, *, said_too: bool = False) -> Option:
    """A letter with what it says, and the case it is for."""
    rows = [hanging_row(letter.title)]
    rows += [hanging_row(styled(f"{about.title}: {OBJECTION_STATUS_WORDS[about.status]}", ALERT), "  ")] if about else []
    rows += [hanging_row(styled(_first_sentence(letter.summary), QUIET), "  ")] if said_too else []
    return Option(HangingOption(*rows), id=f"{letter.id} {about.target}" if about else letter.id)


def _first_sentence(text: str) -> str:
    sentence, dot, _ = text.partition(". ")
    return f"{sentence}{dot.strip()}"
