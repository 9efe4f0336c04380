"""What a conversation needs of the way in which it is held: to say, to ask, and the ways past a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from wizard.core.unfinished_work import UnfinishedWork


class BackRequested(Exception):  # noqa: N818 - no error: what the person wants
    """The person wants to go back to what was before."""


class SkipRequested(Exception):  # noqa: N818 - no error: what the person wants
    """The person leaves the question open."""


class ExitRequested(Exception):  # noqa: N818 - no error: what the person wants
    """The person wants to leave, or there is nobody left to answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen; `hint` says a word more about it."""

    id: str
    label: str
    hint: str = ""

    @property
    def words(self) -> str:
        """The row in one line."""
        joint = " " if self.label.endswith(("?", ".", ":")) else ": "
        return f"{self.label}{joint}{self.hint}" if self.hint else self.label


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question: its words, what helps to answer it, why it is asked, and whether one may pass it by.

    `optional` says that an empty answer is one, too; `unfinished` is what is lost when one leaves with something in the field.
    """

    text: str
    help: str = ""
    why: str = ""
    can_skip: bool = False
    can_go_back: bool = True
    optional: bool = False
    unfinished: UnfinishedWork | None = None


@dataclass(frozen=True, slots=True)
class PlaceSuggestions:
    """What a text leads to: rows to choose from, the one that is sure enough to be taken at once, a word about them.

    `doubt` says why none can be taken at once.
    """

    rows: tuple[Choice, ...]
    chosen: str = ""
    note: str = ""
    hint: str = ""


SuggestPlaces = Callable[[str], PlaceSuggestions]


class Prompter(Protocol):
    """One way to hold the conversation. Every question may end in Back, Skip (where it can be skipped) or Leave."""

    before_leaving: Callable[[], bool]
    """Asked where the user wants to leave and can still be asked: False when they stay, and the question comes again."""
    pending: UnfinishedWork | None
    """What stood in the field of the question that the user left, if anything did."""

    def title(self, words: str) -> None:
        """Say where one is."""

    def say(self, *lines: str) -> None:
        """Say something, a paragraph a line."""

    def progress(self, words: str, share: float) -> None:
        """Say how far something is, in words that suffice; `share` runs from 0 to 1."""

    def show_qr(self, url: str) -> None:
        """Draw an address as a QR code for the phone."""

    def write_escape_sequence(self, sequence: str) -> bool:
        """Hand the terminal a sequence that shows nothing; False where it knows none."""

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """The id of the row that was chosen."""

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """The ids of the rows that were chosen, one at least."""

    def find_place(self, prompt: Prompt, seek: SuggestPlaces, first: PlaceSuggestions) -> str:
        """The id of a row that a typed name led to; `first` is offered before anything is typed."""

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """What was typed, in several lines if that is allowed; empty only where that is `optional`."""

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Yes or no."""

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """The name of a file."""
