"""What a choice on a page leads to. Each front end carries out these values in one place (`perform.py`)."""

from typing import NamedTuple


class OpenObjection(NamedTuple):
    """Open the page of the objection with this target."""

    target: str


class AskOutcome(NamedTuple):
    """Ask which outcome Meta's reply was; `reply` is the id of a kind of reply (`views.objection.REPLIES`)."""

    target: str
    reply: str


class RecordOutcome(NamedTuple):
    """Ask on which day it happened, then record this outcome of a request."""

    target: str
    kind: str


class WriteLetter(NamedTuple):
    """Write a letter of this kind.

    `target` is the request that it is about, `nickname` the contact to whom it goes; "" if there is none.
    """

    kind: str
    target: str = ""
    nickname: str = ""


class BrowseLetters(NamedTuple):
    """Open the list of all letters."""


class WriteNote(NamedTuple):
    """Ask for a note and keep it with this step or request."""

    target: str


class UndoLast(NamedTuple):
    """Take back the last record."""


class GoBack(NamedTuple):
    """Leave the page."""


Action = OpenObjection | AskOutcome | RecordOutcome | WriteLetter | BrowseLetters | WriteNote | UndoLast | GoBack
