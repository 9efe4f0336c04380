"""What a conversation needs to print and to ask, independent of how the user answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from wizard.core.unfinished_work import UnfinishedWork
from wizard.i18n import labelled


class BackRequested(Exception):  # noqa: N818 - a request of the user, not an error
    """The user wants to go back to what came before."""


class SkipRequested(Exception):  # noqa: N818 - a request of the user, not an error
    """The user leaves the question open."""


class ExitRequested(Exception):  # noqa: N818 - a request of the user, not an error
    """The user wants to leave, or the input has ended."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that can be chosen; `hint` adds a short remark."""

    id: str
    label: str
    hint: str = ""

    @property
    def words(self) -> str:
        """Return label and hint in one line."""
        if not self.hint:
            return self.label
        return f"{self.label} {self.hint}" if self.label.endswith(("?", ".", ":")) else labelled(self.label, self.hint)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question with its help, and with what the user may do instead of answering.

    `why` is the reason why it is asked; "" if none is given.
    `optional` means that an empty answer is valid.
    `takes_first_row` is False if Enter must not take a row of a list before the user has moved to one.
    `unfinished` is the work that is lost if the user leaves with input in the field.
    `unlisted` are rows of another list; whoever types the name of one chooses it here too.
    """

    text: str
    help: str = ""
    why: str = ""
    can_skip: bool = False
    can_go_back: bool = True
    optional: bool = False
    takes_first_row: bool = True
    unfinished: UnfinishedWork | None = None
    unlisted: "tuple[Choice, ...]" = ()


@dataclass(frozen=True, slots=True)
class PlaceSuggestions:
    """The places that a typed text leads to.

    `chosen` is the id of the row that Enter takes, "" if none is certain enough.
    `note` says what to do next; `hint` says why no row can be taken at once.
    """

    rows: tuple[Choice, ...]
    chosen: str = ""
    note: str = ""
    hint: str = ""


SuggestPlaces = Callable[[str], PlaceSuggestions]


class LineSource(Protocol):
    """Source of typed lines."""

    def readline(self) -> str:
        """Return the next line with its line end; "" at the end of the input."""


class Prompter(Protocol):
    """An object that prints and asks.

    Every question may raise BackRequested, SkipRequested (if it can be skipped) or ExitRequested.
    """

    before_leaving: Callable[[], bool]
    """Called when the user wants to leave and can still be asked. False means that they stay and are asked again."""
    pending: UnfinishedWork | None
    """The unfinished work in the field of the prompt that the user left; None if the field was unchanged."""
    help: str
    """How questions are answered here, and what is true everywhere."""
    mode: str
    """ARROWS or NUMBERS."""
    reads_in_parts: bool
    """Whether someone listens, so that a long reading stops now and then and asks whether to go on."""

    def title(self, text: str) -> None:
        """Print the heading of a page."""

    def say(self, *lines: str) -> None:
        """Print each text as a paragraph."""

    def progress(self, text: str, share: float) -> None:
        """Print a text that states the progress; `share` is the same from 0 to 1, for a bar."""

    def show_qr(self, url: str) -> None:
        """Draw the URL as a QR code for a phone."""

    def write_escape_sequence(self, sequence: str) -> bool:
        """Send an invisible control sequence to the terminal; return False if it accepts none."""

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """Return the id of the chosen row; `default` is the id that Enter takes, "" for none."""

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the ids of the chosen rows; empty only if the prompt is optional."""

    def find_place(self, prompt: Prompt, suggest: SuggestPlaces, initial: PlaceSuggestions) -> str:
        """Return the id of a place found by name; `initial` is shown before anything is typed."""

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """Return the typed text, with several lines if `lines`; empty only if the prompt is optional."""

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Return True for yes."""

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """Return a file name as typed."""
