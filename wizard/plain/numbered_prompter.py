"""The conversation in printed lines and typed numbers: nothing is redrawn, nothing depends on where it stands."""

from collections.abc import Callable, Sequence
from typing import Protocol, TextIO, TypeVar

from wizard.core.sanitize import sanitize
from wizard.core.unfinished_work import EMPTY, UnfinishedWork
from wizard.export.qr import qr_ascii

from .accessible_text import to_ascii, to_speech, wrap_text
from .invalid_reply import InvalidReplyError, unescape_reply
from .prompter import BackRequested, Choice, ExitRequested, PlaceSuggestions, Prompt, SkipRequested, SuggestPlaces
from .reply_parser import parse_choice, parse_choices, parse_yes_no
from .shortcuts import FIRST_TIME, GENERAL_HELP, REQUIRED_MESSAGE, available_shortcuts, shortcut_hint

T = TypeVar("T")
PAIR = 2
LONG_LIST = 4
LEAVING = ("q", "quit", "leave", "exit")
REPEAT_AFTER = 6
"""Choices that were said at most so many questions ago, and are that many, are not all said again."""
END = "."
"""What stands alone in the line that ends a text of several lines."""


class LineSource(Protocol):
    """Where typed lines come from."""

    def readline(self) -> str:
        """The next line with its end; "" when there will be no more."""


class NumberedPrompter:
    """Lines out, lines in. `echo` writes what was read, as a terminal does: for scripts, so that a transcript is whole.

    `clipboard` tells whether the lines go to a terminal that may have one, `interactive` whether a person types them there.
    """

    def __init__(
        self,
        source: LineSource,
        out: TextIO,
        *,
        width: int = 0,
        letters: bool = True,
        echo: bool = False,
        clipboard: bool = False,
        interactive: bool = False,
    ) -> None:
        self._interactive = interactive
        self._source, self._out = source, out
        self._width, self._letters, self._echo, self._clipboard = width, letters, echo, clipboard
        self._met: set[str] = set()
        self._titled = False
        self._ended = False
        self._asked = 0
        self._said: dict[str, tuple[int, Sequence[str]]] = {}
        self.before_leaving: Callable[[], bool] = lambda: True
        self.pending: UnfinishedWork | None = None

    def title(self, words: str) -> None:
        """A line of its own, after an empty one."""
        self._write("")
        self._write(words)
        self._titled = True

    def say(self, *lines: str) -> None:
        """A line each."""
        for line in lines:
            self._write(line)

    def progress(self, words: str, share: float) -> None:  # noqa: ARG002 - the words say it
        """The words."""
        self._write(words)

    def show_qr(self, url: str) -> None:
        """Squares of number signs, unbroken: a phone reads them where a voice cannot."""
        self._out.write(f"{qr_ascii(url)}\n")

    def write_escape_sequence(self, sequence: str) -> bool:
        """Only where a terminal listens."""
        if self._clipboard:
            self._out.write(sequence)
        return self._clipboard

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """A number, or the beginning of a row's words."""
        number = next((number for number, row in enumerate(rows, 1) if row.id == default), 0)
        usual = f" Enter takes {number}, {rows[number - 1].label}." if number else ""
        lines = [f"{number}. {row.words}" for number, row in enumerate(rows, 1)]
        how = f"{_numbers_to(rows)}{usual}"
        return self._ask(
            prompt, lines, how, "Number: ", lambda text: default if number and not text else parse_choice(rows, text)
        )

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Numbers with commas between them."""
        lines = [f"{number}. {row.words}{', chosen' if row.id in chosen else ''}" for number, row in enumerate(rows, 1)]
        kept = ", ".join(row.label for row in rows if row.id in chosen)
        usual = f" Enter keeps what is chosen: {kept}." if kept else f" {EMPTY}." if prompt.optional else ""
        how = f"{_numbers_to(rows)} For several, put commas between them, for example 1, 2.{usual}"
        return self._ask(
            prompt, lines, how, "Numbers: ", lambda text: parse_choices(rows, text) if text else _something(tuple(chosen), prompt)
        )

    def find_place(self, prompt: Prompt, seek: SuggestPlaces, first: PlaceSuggestions) -> str:
        """A name leads to numbered places; a number or Enter takes one, another name searches again."""
        finds, words = first, prompt.text
        while True:
            now, lines = finds, [f"{number}. {row.words}" for number, row in enumerate(finds.rows, 1)]
            how = _place_how(now)

            def taken(text: str, now: PlaceSuggestions = now) -> str | PlaceSuggestions:
                if text.isdecimal() or not text:
                    return parse_choice(now.rows, text or now.chosen)
                return seek(text)

            found = self._ask(
                Prompt(words, prompt.help, prompt.why, prompt.can_skip, prompt.can_go_back), lines, how, "Place: ", taken
            )
            if isinstance(found, str):
                return found
            finds, words = found, ""

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """A line, or lines up to one with only a full stop."""
        usual = f" Enter takes: {default}." if default else f" {EMPTY}." if prompt.optional else ""
        how = f"Type it and press Enter.{usual}"
        if lines:
            how = f"Type it. It may have several lines; a line with only a full stop ends it.{usual}"

        def taken(text: str) -> str:
            found = unescape_reply(text) or default
            if lines and text:
                found = "\n".join([unescape_reply(text), *self._further(prompt)]) if text != END else default
            if not found.strip() and not prompt.optional:
                raise InvalidReplyError("Nothing was typed.")
            return found

        return self._ask(prompt, (), how, "Text: ", taken, text=True)

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Y or n."""
        how = f"Type y for yes or n for no. Enter takes {'yes' if default else 'no'}."
        return self._ask(prompt, (), how, "Yes or no: ", lambda text: parse_yes_no(text, default=default))

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """A line."""
        return self.ask_text(prompt, default)

    def _ask(
        self,
        prompt: Prompt,
        lines: Sequence[str],
        how: str,
        sign: str,
        taken: Callable[[str], T],
        *,
        text: bool = False,
    ) -> T:
        """Say the question until an answer can be taken; what is no answer is answered with a sentence."""
        again, told = True, self._changed_choices(prompt.text, lines)
        while True:
            if again:
                self.say(*([] if self._titled else [""]))
                self.say(*([prompt.text] if prompt.text else []), *told)
                told = lines
            self._write(self._instructions(prompt, how))
            try:
                typed = self._read(sign)
            except KeyboardInterrupt:
                self._stay_or(KeyboardInterrupt)
                again = True
                continue
            again = typed in ("?", "help", *LEAVING) and not (text and len(typed) > 1)
            try:
                if self._handle_shortcut(prompt, typed, text=text):
                    continue
                return taken(typed)
            except InvalidReplyError as reply:
                self._write(str(reply))

    def _changed_choices(self, words: str, lines: Sequence[str]) -> Sequence[str]:
        """The choices; of those that were said just before in the same order only what has changed."""
        self._asked += 1
        asked, before = self._said.get(words, (0, ()))
        self._said[words] = (self._asked, lines)
        changed = [new for new, old in zip(lines, before, strict=False) if new != old]
        if not asked or self._asked - asked > REPEAT_AFTER or len(lines) != len(before) or len(lines) - len(changed) < LONG_LIST:
            return lines
        rest = f"The other {len(lines) - len(changed)}" if changed else f"The {len(lines)}"
        return [*changed, f"{rest} choices are as before; a question mark says them all."]

    def _instructions(self, prompt: Prompt, how: str) -> str:
        """How to answer, and the ways past the question; in full the first time."""
        first = "" if self._met else f" {FIRST_TIME}"
        said = f"{how}{first} {shortcut_hint(prompt, self._met)}"
        self._met |= set(available_shortcuts(prompt))
        return said

    def _handle_shortcut(self, prompt: Prompt, typed: str, *, text: bool) -> bool:
        """Act on a word that is no answer but a way past the question; where text is typed, only single letters are one."""
        word = typed.casefold()
        if text and len(word) > 1:
            return False
        if word in ("b", "back"):
            if prompt.can_go_back:
                raise BackRequested
            raise InvalidReplyError("There is nothing before this. Type q to leave.")
        if word in ("s", "skip") and prompt.can_skip:
            raise SkipRequested
        if word == "s" and text:
            raise InvalidReplyError(REQUIRED_MESSAGE)
        if word in LEAVING:
            self._stay_or(ExitRequested)
            return True
        if word in ("w", "why") and prompt.why:
            raise InvalidReplyError(f"Why we ask: {prompt.why}")
        if word == "w" and text:
            raise InvalidReplyError(prompt.help or GENERAL_HELP)
        if word in ("?", "help"):
            self.say(*([prompt.help] if prompt.help else []), GENERAL_HELP)
            return True
        return False

    def _read(self, sign: str) -> str:
        """The next line, cleaned. Raises Leave at the end of the input."""
        self._out.write(self._shown(sign))
        self._out.flush()
        line = "" if self._ended else self._source.readline()
        if not line:
            self._out.write("\n")
            raise ExitRequested
        text = sanitize(line).strip()
        if self._echo:
            self._out.write(f"{self._shown(text)}\n")
        return text

    def _stay_or(self, end: type[BaseException]) -> None:
        """Return where the user stays. Raises this end of the conversation otherwise, and where nobody can be asked."""
        if end is KeyboardInterrupt:
            self._write("")
        if (end is KeyboardInterrupt and not self._interactive) or self.before_leaving():
            raise end
        self.pending = None

    def _further(self, prompt: Prompt) -> list[str]:
        """The lines of a longer text after its first one; where the input ends, so does the text, and it is not lost."""
        found: list[str] = []
        while True:
            try:
                line = self._read("More: ")
            except ExitRequested:
                self._ended = True
                return found
            except (KeyboardInterrupt, SystemExit) as end:
                self.pending = prompt.unfinished
                if isinstance(end, SystemExit):
                    raise
                self._stay_or(KeyboardInterrupt)
                continue
            if line == END:
                return found
            found.append(line)

    def _write(self, text: str) -> None:
        self._titled = False
        for line in wrap_text(self._shown(to_speech(text)), self._width):
            self._out.write(f"{line.rstrip()}\n")

    def _shown(self, text: str) -> str:
        return text if self._letters else to_ascii(text)


def _numbers_to(rows: Sequence[Choice]) -> str:
    if len(rows) <= PAIR:
        return "Type 1 or 2." if len(rows) == PAIR else "Type 1 to choose it."
    return f"Type a number from 1 to {len(rows)}."


def _something(chosen: tuple[str, ...], prompt: Prompt) -> tuple[str, ...]:
    if not chosen and not prompt.optional:
        raise InvalidReplyError(f"Nothing is chosen yet{': type numbers, or s to skip' if prompt.can_skip else ''}.")
    return chosen


def _place_how(finds: PlaceSuggestions) -> str:
    """How to take one of the places found, or to search again."""
    if not finds.rows:
        return finds.note
    marked = next((row.label for row in finds.rows if row.id == finds.chosen), "")
    if marked and len(finds.rows) == 1:
        return f"Press Enter to take it. {finds.note}"
    lead = f"Press Enter to take {marked}. " if marked else f"{finds.hint} " if finds.hint else ""
    return f"{lead}{_numbers_to(finds.rows)} {finds.note}"
