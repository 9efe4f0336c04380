"""Numbered prompts: printed lines and typed numbers. Nothing is redrawn, for screen readers."""

from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from wizard.core.sanitize import sanitize
from wizard.core.unfinished_work import UnfinishedWork
from wizard.export.qr import qr_ascii
from wizard.i18n import _
from wizard.views import line_mode_texts as texts
from wizard.views.interview import reason_for_asking
from wizard.views.settings import NUMBERS

from .accessible_text import to_ascii, to_speech, wrap_text
from .invalid_reply import InvalidReplyError, unescape_reply
from .list_memory import ListMemory, choices_after_help, fitting_lines
from .prompter import BackRequested, Choice, ExitRequested, LineSource, PlaceSuggestions, Prompt, SkipRequested, SuggestPlaces
from .reply_instructions import join_sentences, optional_hint, place_instructions, require_choice
from .reply_parser import parse_choice, parse_choices, parse_yes_no
from .shortcuts import BACK, HELP, LEAVE, SKIP, WHY, available_shortcuts, shortcut_hint, shortcut_letter

T = TypeVar("T")
END_OF_TEXT = "."
"""The line that ends a text of several lines."""


class NumberedPrompter:
    """A prompter that writes lines to `out` and reads lines from `source`.

    `width` is the number of columns at which lines are wrapped; 0 wraps nothing.
    `unicode` is False if the terminal shows only ASCII.
    `echo` writes each line that was read, so that the transcript of a script is complete.
    `clipboard` is True if the output is a terminal that accepts escape sequences.
    `interactive` is True if a user types the lines; only then does Ctrl+C ask before leaving.
    """

    def __init__(
        self,
        source: LineSource,
        out: TextIO,
        *,
        width: int = 0,
        unicode: bool = True,
        echo: bool = False,
        clipboard: bool = False,
        interactive: bool = False,
    ) -> None:
        self._source, self._out, self._interactive, self.reads_in_parts = source, out, interactive, interactive
        self._width, self._unicode, self._echo, self._clipboard = width, unicode, echo, clipboard
        self._explained: set[str] = set()
        self._after_title, self._input_ended, self._lists = False, False, ListMemory()
        self.mode, self.help = NUMBERS, join_sentences(_(texts.GENERAL_HELP), _(texts.NUMBERS_HELP))
        self.before_leaving: Callable[[], bool] = lambda: True
        self.pending: UnfinishedWork | None = None

    def title(self, text: str) -> None:
        """Print a heading after an empty line."""
        self._write("")
        self._write(text)
        self._after_title = True

    def say(self, *lines: str) -> None:
        """Print each text on its own line."""
        for line in lines:
            self._write(line)

    def progress(self, text: str, share: float) -> None:  # noqa: ARG002 - the text contains the share
        """Print the text; the share is in its words."""
        self._write(text)

    def show_qr(self, url: str) -> None:
        """Print the QR code with number signs and without wrapping, for a phone to scan."""
        self._out.write(f"{qr_ascii(url)}\n")

    def write_escape_sequence(self, sequence: str) -> bool:
        """Write the sequence only to a terminal; return False otherwise."""
        if self._clipboard:
            self._out.write(sequence)
        return self._clipboard

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """Ask for a number or for the beginning of a label; return the id of the row."""
        default_number = next((index for index, row in enumerate(rows, 1) if row.id == default), 0)
        enter_hint = texts.enter_takes_row(default_number, rows[default_number - 1].label) if default_number else ""
        choice_lines = [f"{index}. {row.words}" for index, row in enumerate(rows, 1)]
        instructions = join_sentences(texts.type_number(len(rows)), enter_hint)

        def parse(text: str) -> str:
            return default if default_number and not text else parse_choice(rows, text, prompt.unlisted)

        return self._ask(prompt, choice_lines, instructions, _(texts.NUMBER_LABEL), parse)

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Ask for numbers with commas between them; return the ids of the rows."""
        lines = [texts.chosen_row(row.words) if row.id in chosen else row.words for row in rows]
        choice_lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
        chosen_labels = ", ".join(row.label for row in rows if row.id in chosen)
        empty_hint = optional_hint(prompt)
        enter_hint = texts.enter_keeps_chosen(chosen_labels) if chosen_labels else empty_hint
        instructions = join_sentences(texts.type_number(len(rows)), _(texts.SEVERAL), enter_hint)

        def parse(text: str) -> tuple[str, ...]:
            return parse_choices(rows, text) if text else require_choice(tuple(chosen), prompt)

        return self._ask(prompt, choice_lines, instructions, _(texts.NUMBERS_LABEL), parse)

    def find_place(self, prompt: Prompt, suggest: SuggestPlaces, initial: PlaceSuggestions) -> str:
        """Ask for a name and number the places found; a number or Enter takes one, a name searches again."""
        suggestions, question = initial, prompt.text
        while True:
            shown, choice_lines = suggestions, [f"{number}. {row.words}" for number, row in enumerate(suggestions.rows, 1)]
            instructions = place_instructions(shown)

            def parse(text: str, shown: PlaceSuggestions = shown) -> str | PlaceSuggestions:
                if text.rstrip(".").isdecimal() or not text:
                    return parse_choice(shown.rows, text or shown.chosen)
                return suggest(text)

            repeated = Prompt(question, prompt.help, prompt.why, prompt.can_skip, prompt.can_go_back)
            result = self._ask(repeated, choice_lines, instructions, _(texts.PLACE_LABEL), parse)
            if isinstance(result, str):
                return result
            suggestions, question = result, ""

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """Ask for a line, or for lines up to one with only a full stop."""
        enter_hint = texts.enter_takes(", ".join(default.splitlines())) if default else optional_hint(prompt)
        instructions = join_sentences(_(texts.TYPE_LINES if lines else texts.TYPE_TEXT), enter_hint)

        def parse(text: str) -> str:
            entered_text = unescape_reply(text) or default
            if lines and text == END_OF_TEXT:
                entered_text = default
            elif lines and text:
                entered_text = "\n".join([entered_text, *self._read_more_lines(prompt)])
            if not entered_text.strip() and not prompt.optional:
                raise InvalidReplyError(_(texts.NOTHING_TYPED))
            return entered_text

        return self._ask(prompt, (), instructions, _(texts.TEXT_LABEL), parse, text=True)

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Ask for y or n."""
        instructions = _(texts.YES_BY_DEFAULT if default else texts.NO_BY_DEFAULT)
        return self._ask(prompt, (), instructions, _(texts.YES_NO_LABEL), lambda text: parse_yes_no(text, default=default))

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """Ask for a file name in one line."""
        return self.ask_text(prompt, default)

    def _ask(
        self,
        prompt: Prompt,
        choice_lines: Sequence[str],
        instructions: str,
        input_label: str,
        parse: Callable[[str], T],
        *,
        text: bool = False,
    ) -> T:
        """Print the question and read lines until `parse` accepts one; return what it returns.

        An InvalidReplyError is printed, and the user is asked again.
        """
        show_question, shown_lines, help_count = True, self._lists.changed_choices(prompt.text, choice_lines), 0
        while True:
            if show_question:
                self.say(*([] if self._after_title else [""]), *([prompt.text] if prompt.text else []), *shown_lines)
            self._write(self._instructions(prompt, instructions))
            try:
                reply = self._read(input_label)
            except KeyboardInterrupt:
                self._raise_unless_staying(KeyboardInterrupt)
                show_question = True
                continue
            letter = reply.casefold() if text else shortcut_letter(reply)
            show_question = letter in (HELP, LEAVE)
            help_count += letter == HELP
            shown_lines = choices_after_help(choice_lines, help_count)
            try:
                if choice_lines and reply.startswith("?") and len(reply) > 1:
                    self._write(fitting_lines(choice_lines, reply[1:].strip()))
                    continue
                if self._handle_shortcut(prompt, letter, text=text):
                    continue
                return parse(reply)
            except InvalidReplyError as error:
                self._write(str(error))

    def _instructions(self, prompt: Prompt, instructions: str) -> str:
        """Return how to answer and which shortcuts work; each is explained in full the first time."""
        first_time = "" if self._explained else _(texts.FIRST_TIME)
        text = join_sentences(instructions, first_time, shortcut_hint(prompt, self._explained))
        self._explained |= set(available_shortcuts(prompt))
        return text

    def _handle_shortcut(self, prompt: Prompt, letter: str, *, text: bool) -> bool:
        """Act on the letter of a shortcut. Returns False if the line is an answer.

        Raises BackRequested, SkipRequested or ExitRequested.
        """
        if letter == BACK:
            if prompt.can_go_back:
                raise BackRequested
            raise InvalidReplyError(_(texts.NOTHING_BEFORE))
        if letter == SKIP and prompt.can_skip:
            raise SkipRequested
        if letter == SKIP and text:
            raise InvalidReplyError(_(texts.REQUIRED))
        if letter == LEAVE:
            self._raise_unless_staying(ExitRequested)
            return True
        if letter == WHY and prompt.why:
            raise InvalidReplyError(reason_for_asking(prompt.why))
        if letter == WHY and text:
            raise InvalidReplyError(prompt.help or self.help)
        if letter == HELP:
            self.say(*([prompt.help] if prompt.help else []), self.help)
            return True
        return False

    def _read(self, input_label: str) -> str:
        """Return the next line, sanitized.

        Raises ExitRequested at the end of the input.
        """
        self._out.write(f"{self._displayable(input_label)} ")
        self._out.flush()
        line = "" if self._input_ended else self._source.readline()
        if not line:
            self._out.write("\n")
            raise ExitRequested
        text = sanitize(line).strip()
        if self._echo:
            self._out.write(f"{self._displayable(text)}\n")
        return text

    def _raise_unless_staying(self, end: type[BaseException]) -> None:
        """Ask before leaving, and return if the user stays.

        Raises `end` otherwise, and where no user can be asked.
        """
        if end is KeyboardInterrupt:
            self._write("")
        if (end is KeyboardInterrupt and not self._interactive) or self.before_leaving():
            raise end
        self.pending = None

    def _read_more_lines(self, prompt: Prompt) -> list[str]:
        """Return the lines of a longer text after its first one.

        The end of the input ends the text too, so that nothing typed is lost; the next read raises ExitRequested.
        """
        lines: list[str] = []
        while True:
            try:
                line = self._read(_(texts.MORE_LABEL))
            except ExitRequested:
                self._input_ended = True
                return lines
            except (KeyboardInterrupt, SystemExit) as end:
                self.pending = prompt.unfinished
                if isinstance(end, SystemExit):
                    raise
                self._raise_unless_staying(KeyboardInterrupt)
                continue
            if line == END_OF_TEXT:
                return lines
            if line.casefold() in texts.SHORTCUTS:
                self._act_within_text(prompt, line.casefold())
                continue
            if not line:
                self._write(_(texts.FULL_STOP_ENDS))
            lines.append(unescape_reply(line))

    def _act_within_text(self, prompt: Prompt, letter: str) -> None:
        """Act on a shortcut that stands alone in a line of a longer text; going back would lose the lines before it.

        Raises ExitRequested if the user leaves.
        """
        if letter == LEAVE:
            self.pending = prompt.unfinished
            self._raise_unless_staying(ExitRequested)
        elif letter == HELP:
            self.say(*([prompt.help] if prompt.help else []), _(texts.FULL_STOP_ENDS))
        elif letter == WHY and prompt.why:
            self._write(reason_for_asking(prompt.why))
        else:
            self._write(texts.letter_within_text(letter))

    def _write(self, text: str) -> None:
        self._after_title = False
        for line in wrap_text(self._displayable(to_speech(text)), self._width):
            self._out.write(f"{line.rstrip()}\n")

    def _displayable(self, text: str) -> str:
        return text if self._unicode else to_ascii(text)
