"""All letters: what the cases call for, what else fits the person now, and the others."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.case import Case
from wizard.core.letter.offer import offer
from wizard.core.letter.parts import RECIPIENTS, Letter
from wizard.core.objection import ObjectionCase
from wizard.core.words import CASE_STATUS, count
from wizard.tui.keys import BACK, Key
from wizard.tui.widgets.choices import PlainList
from wizard.tui.widgets.hanging import Hung, row
from wizard.tui.widgets.prose import ALERT, QUIET, STRONG, joined, said

from .base import SCROLLING, CaseScreen

CALLED = "Your case calls for"
GROUPS = {"meta": "To Meta", "authority": "To the authority", "person": "To people you know", "other": "To others"}
LATER = "Not now: for other answers of Meta, or for other situations"
ELSEWHERE = "For other places"


class LettersScreen(CaseScreen):
    """The letters in the order in which a person may want them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "open", "open", "Read what the letter says and write it."),
        Key("k", "contacts", "people you asked", "The people you asked about photos, and what came of it."),
        BACK,
        *SCROLLING,
    )
    PURPOSE = "Letters that you write with a few words of your own, and send yourself. What fits you now comes first."

    def _parts(self) -> list[Widget]:
        return [Static("Letters", classes="big"), PlainList("letters")]

    def _show(self, case: Case) -> None:
        found = offer(case)
        self.title_line.say("Letters", f"{count(len(found.fitting), 'letter')} for you now")
        options = [
            *_group(CALLED, (_option(letter, about, said_too=True) for letter, about in found.called)),
            *(each for to in RECIPIENTS for each in _group(GROUPS[to], _to(to, found.uncalled))),
        ]
        options += _group(LATER, (_option(each) for each in found.later))
        options += _group(ELSEWHERE, (_option(each) for each in found.elsewhere))
        self.query_one(PlainList).show(options)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        letter, _, target = (event.option_id or "").partition(" ")
        self.wizard.go("letter.LetterScreen", letter, target)

    def action_contacts(self) -> None:
        """Show the contact book."""
        self.wizard.go("contacts.ContactsScreen")


def _to(recipient: str, letters: Iterable[Letter]) -> Iterator[Option]:
    return (_option(each, said_too=True) for each in letters if each.to == recipient)


def _group(words: str, options: Iterable[Option]) -> list[Option]:
    """Options under a heading of their own; nothing where there are none."""
    found = list(options)
    return [Option(joined(said(words, STRONG)), disabled=True), *found, Option("", disabled=True)] if found else []


def _option(letter: Letter, about: ObjectionCase | None = None, *, said_too: bool = False) -> Option:
    """A letter with what it says, and the case it is for."""
    rows = [row(letter.title)]
    rows += [row(said(f"{about.title}: {CASE_STATUS[about.status]}", ALERT), "  ")] if about else []
    rows += [row(said(_first_sentence(letter.says), QUIET), "  ")] if said_too else []
    return Option(Hung(*rows), id=f"{letter.id} {about.target}" if about else letter.id)


def _first_sentence(text: str) -> str:
    sentence, dot, _ = text.partition(". ")
    return f"{sentence}{dot.strip()}"
