"""Arrow-key prompts with questionary and rich. They redraw, so they do not suit screen readers."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.core.unfinished_work import UnfinishedWork
from wizard.export.qr import qr_ascii, qr_half_blocks
from wizard.i18n import _, pgettext
from wizard.views import line_mode_texts as texts
from wizard.views.interview import BY_LETTERS, reason_for_asking
from wizard.views.settings import ARROWS

from .accessible_text import supports_unicode, to_ascii, to_speech
from .arrow_keys import (
    COMMAND_SIGN,
    LONG_LIST,
    NOTHING_TAKEN,
    ShortcutPressed,
    bind_field_shortcuts,
    bind_shortcuts,
    carry_over,
    enter_text,
    entered_text,
)
from .chosen_names import leave_names
from .cursor_support import ensure_cursor_support, use_ascii_markers
from .invalid_reply import InvalidReplyError, unescape_reply
from .prompter import BackRequested, Choice, ExitRequested, PlaceSuggestions, Prompt, SkipRequested, SuggestPlaces
from .reply_instructions import join_sentences, optional_hint
from .reply_parser import NO, YES
from .shortcuts import BACK, HELP, LEAVE, SKIP, WHY, available_shortcuts, shortcut_hint
from .wrapped_prompt import WrappedPrompt, wrap_field_prompt, wrap_prompt, wrap_row

if TYPE_CHECKING:
    from questionary import Question

BAR_WIDTH = 20
"""Width of a progress bar in columns."""


class QuestionaryPrompter:
    """A prompter with lists and a cursor; the shortcuts b, s, w, ? and q work in every prompt."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Prepare the console for the terminal that `env` describes.

        Raises CursorUnsupportedError if prompts cannot be redrawn.
        """
        from rich.console import Console

        ensure_cursor_support(env)
        self._unicode = supports_unicode(env, sys.stdout.encoding)
        self._pointer = "»" if self._unicode else ">"
        if not self._unicode:
            use_ascii_markers()
        self._console = Console(highlight=False, markup=False, emoji=False)
        self.before_leaving: Callable[[], bool] = lambda: True
        self.reads_in_parts = False  # whoever sees the lines can scroll back to them
        self.mode, self.help = ARROWS, join_sentences(_(texts.GENERAL_HELP), _(texts.ARROWS_HELP))
        self.pending: UnfinishedWork | None = None
        self._title = ""
        self._left_texts: dict[tuple[str, str], str] = {}

    def title(self, text: str) -> None:
        """Print a bold heading after an empty line."""
        self._title = text
        self._console.print()
        self._console.print(self._displayable(text), style="bold")

    def say(self, *lines: str) -> None:
        """Print each text as a paragraph."""
        for line in lines:
            self._console.print(self._displayable(line))

    def progress(self, text: str, share: float) -> None:
        """Print a bar, then the text."""
        from rich.text import Text

        filled_columns = round(share * BAR_WIDTH)
        filled, empty = ("█", "░") if self._unicode else ("#", ".")
        self._console.print(
            Text.assemble(
                (filled * filled_columns, "yellow"), (empty * (BAR_WIDTH - filled_columns), "dim"), "  ", self._displayable(text)
            )
        )

    def show_qr(self, url: str) -> None:
        """Draw the QR code in black on white, so that it can be scanned in every colour theme."""
        if self._unicode:
            self._console.print(qr_half_blocks(url), style="black on white")
        else:
            self._console.print(qr_ascii(url))

    def write_escape_sequence(self, sequence: str) -> bool:
        """Write the sequence and return True: a terminal that moves its cursor accepts it."""
        sys.stdout.write(sequence)
        sys.stdout.flush()
        return True

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """Show a list with a cursor; return the id of the chosen row."""
        import questionary

        preselected = default if any(row.id == default for row in rows) else None
        choices = [questionary.Choice(self._row_text(row), value=row.id) for row in rows]

        def build_prompt() -> "Question":
            question, hint = self._wrapped(prompt.text, f"({_list_hint(prompt, len(rows))})")
            one = questionary.select(question, choices, preselected, use_jk_keys=False, pointer=self._pointer, instruction=hint)
            return leave_names(one, {row.id: row.words for row in rows}, lambda text: self._wrapped(prompt.text, text).ending)

        return str(self._run_prompt(prompt, build_prompt, takes_first_row=prompt.takes_first_row or bool(preselected)))

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Show a list with check boxes; return the ids of the checked rows."""
        import questionary

        choices = [questionary.Choice(self._row_text(row, has_box=True), value=row.id, checked=row.id in chosen) for row in rows]
        names = {row.id: row.label for row in rows}

        def build_prompt() -> "Question":
            hint = join_sentences(_(texts.SPACE_AND_ENTER), optional_hint(prompt), shortcut_hint(prompt))
            question, hint = self._wrapped(prompt.text, f"({hint})")
            several = questionary.checkbox(question, choices, use_jk_keys=False, pointer=self._pointer, instruction=hint)
            return leave_names(several, names, lambda text: self._wrapped(prompt.text, text).ending, several=True)

        while not isinstance(ids := self._run_prompt(prompt, build_prompt), list) or not (ids or prompt.optional):
            self.say(_(texts.SPACE_CHOOSES_S_SKIPS if prompt.can_skip else texts.SPACE_CHOOSES))
        return tuple(map(str, ids))

    def _row_text(self, row: Choice, *, has_box: bool = False) -> str:
        return wrap_row(self._displayable(row.words), self._console.width, has_box=has_box)

    def _wrapped(self, question: str, hint: str) -> WrappedPrompt:
        return wrap_prompt(self._displayable(question), self._displayable(hint), self._console.width)

    def find_place(self, prompt: Prompt, suggest: SuggestPlaces, initial: PlaceSuggestions) -> str:
        """Ask for a name with completions; an ambiguous name is then chosen from a list."""
        self.say(*(row.words for row in initial.rows))
        preselected = next((row.label for row in initial.rows if row.id == initial.chosen), "")
        enter_hint = texts.enter_keeps(preselected) if preselected else ""
        while True:
            text = str(self._run_prompt(prompt, lambda: self._completing_field(prompt, suggest, enter_hint), text=True)).strip()
            if not text and initial.chosen:
                return initial.chosen
            suggestions = suggest(text)
            if not suggestions.rows:
                self.say(suggestions.note)
                continue
            exact_matches = [
                row.id for row in suggestions.rows if row.label.casefold() == text.casefold() and row.id == suggestions.chosen
            ]
            if exact_matches:
                return exact_matches[0]
            with suppress(BackRequested):
                return self.choose(Prompt(_(texts.WHICH_PLACE), prompt.help, prompt.why), suggestions.rows, suggestions.chosen)

    def _completing_field(self, prompt: Prompt, suggest: SuggestPlaces, enter_hint: str) -> "Question":
        import questionary
        from prompt_toolkit.completion import Completer, Completion
        from prompt_toolkit.document import Document

        displayable = self._displayable

        class Places(Completer):
            """Complete the text with the places that it leads to."""

            def get_completions(self, document: Document, complete_event: object) -> Iterator[Completion]:  # noqa: ARG002
                for row in suggest(document.text).rows if document.text else ():
                    yield Completion(row.label, -len(document.text), display=displayable(row.words))

        self._print_shortcuts(prompt, enter_hint)
        return questionary.autocomplete(self._field_question(prompt, ""), choices=[""], completer=Places())

    def _print_shortcuts(self, prompt: Prompt, enter_hint: str = "") -> None:
        self.say(f"({join_sentences(enter_hint, texts.alone_in_field(shortcut_hint(prompt)))})")

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """Ask for a text; a field of several lines is ended by Escape, then Enter."""
        import questionary

        hint = _(texts.LINES_END) if lines else ""

        def build_field() -> "Question":
            question = self._wrapped(prompt.text, hint).message if lines else self._field_question(prompt, default)
            return questionary.text(question, default=default, multiline=lines, instruction=hint or None)

        return unescape_reply(self._ask_for_text(prompt, build_field, default, lines=lines))

    def _field_question(self, prompt: Prompt, default: str) -> str:
        return wrap_field_prompt(self._displayable(prompt.text), default, self._console.width)

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """Show yes and no as a list: the letters for them differ from language to language."""
        rows = [Choice(answer, pgettext("answer", answer)) for answer in (YES, NO)]
        return self.choose(prompt, rows, YES if default else NO) == YES

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """Ask for a file name with completions."""
        from questionary import path

        return self._ask_for_text(prompt, lambda: path(self._field_question(prompt, default), default=default), default)

    def _ask_for_text(self, prompt: Prompt, build_field: "Callable[[], Question]", default: str, *, lines: bool = False) -> str:
        """Return the typed text; ask again if it is empty and the prompt is not optional."""

        def build_prompt() -> "Question":
            self._print_shortcuts(prompt, (_(texts.ENTER_TAKES_IT) if lines else "") if default else optional_hint(prompt))
            return build_field()

        while True:
            text = str(self._run_prompt(prompt, build_prompt, text=True, lines=lines))
            if text.strip() or prompt.optional:
                return text
            self.say(_(texts.NOTHING_TYPED))

    def _run_prompt(
        self,
        prompt: Prompt,
        build_prompt: "Callable[[], Question]",
        *,
        text: bool = False,
        lines: bool = False,
        takes_first_row: bool = True,
    ) -> object:
        """Return the answer to a prompt; shortcuts are acted on, and after help the prompt is shown again.

        Raises BackRequested, SkipRequested, ExitRequested or KeyboardInterrupt.
        """
        # A prompt can end without an answer: the user asks for help, or wants to leave and then stays. Each attempt needs a
        # new Question, with the input of the one before if the user stayed. What the prompt was built with is no input.
        previous: Question | None = None
        while True:
            question = build_prompt()
            initial_text = entered_text(question)
            carry_over(previous, question)
            previous = None
            if text:
                self._bind_field(prompt, question, initial_text, lines=lines)
            else:
                bind_shortcuts(question, available_shortcuts(prompt), starts_on_row=takes_first_row)
            try:
                answer = question.unsafe_ask()
                if text and isinstance(answer, ShortcutPressed):
                    self._left_texts[self._title, prompt.text] = question.application.current_buffer.text
                _handle_shortcut(prompt, answer, text=text, help=self.help)
            except (EOFError, KeyboardInterrupt, SystemExit, ExitRequested) as end:
                by_shortcut = text and isinstance(end, ExitRequested)  # then the field holds only the letter q
                if self._must_end(end, prompt, has_input=not by_shortcut and entered_text(question) not in (initial_text, "")):
                    raise (ExitRequested if isinstance(end, EOFError) else end) from None
                self.pending, previous = None, None if by_shortcut else question
            except InvalidReplyError as reply:
                self.say(str(reply))
            else:
                if not isinstance(answer, ShortcutPressed):
                    return answer

    def _bind_field(self, prompt: Prompt, question: "Question", initial_text: str, *, lines: bool) -> None:
        """Bind the keys of a field. Whoever went back with Escape finds again what stood in it."""
        proposes = enter_text(question, self._left_texts.pop((self._title, prompt.text), "")) == initial_text
        bind_field_shortcuts(question, available_shortcuts(prompt), lines=lines, proposes=proposes, optional=prompt.optional)

    def _must_end(self, end: BaseException, prompt: Prompt, *, has_input: bool) -> bool:
        """Note what would be lost. Return True if the conversation ends, False if the user was asked and stays."""
        if has_input:
            self.pending = prompt.unfinished or self.pending
        return isinstance(end, (EOFError, SystemExit)) or self.before_leaving()

    def _displayable(self, text: str) -> str:
        return to_speech(text) if self._unicode else to_ascii(to_speech(text))


def _list_hint(prompt: Prompt, count: int) -> str:
    """Return the shortcuts of a list; in a long one letters move the cursor, so a slash makes a shortcut of them."""
    if count < LONG_LIST:
        return shortcut_hint(prompt)
    return join_sentences(_(BY_LETTERS), shortcut_hint(prompt, sign=COMMAND_SIGN))


def _handle_shortcut(prompt: Prompt, answer: object, *, text: bool, help: str) -> None:
    """Act on a shortcut that was pressed, or that stands alone in a field; other input is an answer."""
    typed = answer.strip() if text and isinstance(answer, str) else ""
    letter = (
        answer.letter if isinstance(answer, ShortcutPressed) else typed if typed in (*available_shortcuts(prompt), SKIP) else ""
    )
    if letter == NOTHING_TAKEN:
        raise InvalidReplyError(_(texts.ARROWS_CHOOSE))
    if letter == BACK:
        raise BackRequested
    if letter == SKIP:
        raise SkipRequested if prompt.can_skip else InvalidReplyError(_(texts.REQUIRED))
    if letter == LEAVE:
        raise ExitRequested
    if letter == WHY:
        raise InvalidReplyError(reason_for_asking(prompt.why))
    if letter == HELP:
        raise InvalidReplyError(join_sentences(prompt.help, help))
