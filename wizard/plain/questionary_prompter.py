"""The conversation with arrow keys: questionary asks, rich says. It redraws, so it is not for voices and braille."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from wizard.core.unfinished_work import EMPTY, UnfinishedWork
from wizard.export.qr import qr_ascii, qr_half_blocks

from .accessible_text import supports_unicode, to_ascii, to_speech
from .arrow_keys import Way, carry_over, let_pass, listen, text_in
from .cursor_support import ensure_cursor_support, use_ascii_markers
from .invalid_reply import InvalidReplyError, unescape_reply
from .prompter import BackRequested, Choice, ExitRequested, PlaceSuggestions, Prompt, SkipRequested, SuggestPlaces
from .shortcuts import BACK, GENERAL_HELP, HELP, LEAVE, REQUIRED_MESSAGE, SKIP, WHY, available_shortcuts, shortcut_hint

if TYPE_CHECKING:
    from questionary import Question

WIDTH = 20
"""How many signs a bar has."""


class QuestionaryPrompter:
    """Prompts to move in with arrow keys; b, s, w, ? and q work in each of them."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Raises NoArrowsError where nothing can be drawn anew."""
        from rich.console import Console

        ensure_cursor_support(env)
        self._letters = supports_unicode(env, sys.stdout.encoding)
        self._pointer = "»" if self._letters else ">"
        if not self._letters:
            use_ascii_markers()
        self._console = Console(highlight=False, markup=False, emoji=False)
        self.before_leaving: Callable[[], bool] = lambda: True
        self.pending: UnfinishedWork | None = None

    def title(self, words: str) -> None:
        """A bold line of its own."""
        self._console.print()
        self._console.print(self._shown(words), style="bold")

    def say(self, *lines: str) -> None:
        """A paragraph each."""
        for line in lines:
            self._console.print(self._shown(line))

    def progress(self, words: str, share: float) -> None:
        """The words, with a bar before them."""
        from rich.text import Text

        full = round(share * WIDTH)
        sign, rest = ("█", "░") if self._letters else ("#", ".")
        self._console.print(Text.assemble((sign * full, "yellow"), (rest * (WIDTH - full), "dim"), "  ", self._shown(words)))

    def show_qr(self, url: str) -> None:
        """Squares in black on white, whatever the terminal's own colours are."""
        if self._letters:
            self._console.print(qr_half_blocks(url), style="black on white")
        else:
            self._console.print(qr_ascii(url))

    def write_escape_sequence(self, sequence: str) -> bool:
        """It is a terminal that knows more than letters, or there would be no arrows."""
        sys.stdout.write(sequence)
        sys.stdout.flush()
        return True

    def choose(self, prompt: Prompt, rows: Sequence[Choice], default: str = "") -> str:
        """A list with a cursor."""
        import questionary

        chosen = default if any(row.id == default for row in rows) else None
        choices = [questionary.Choice(self._shown(row.words), value=row.id) for row in rows]

        def make() -> "Question":
            return questionary.select(
                self._shown(prompt.text),
                choices,
                default=chosen,
                use_jk_keys=False,
                pointer=self._pointer,
                instruction=f"({shortcut_hint(prompt)})",
            )

        return str(self._run_prompt(prompt, make))

    def choose_many(self, prompt: Prompt, rows: Sequence[Choice], chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """A list in which space chooses."""
        import questionary

        choices = [questionary.Choice(self._shown(row.words), value=row.id, checked=row.id in chosen) for row in rows]

        def make() -> "Question":
            return questionary.checkbox(
                self._shown(prompt.text),
                choices,
                use_jk_keys=False,
                pointer=self._pointer,
                instruction=f"(space chooses, Enter goes on. {f'{EMPTY}. ' if prompt.optional else ''}{shortcut_hint(prompt)})",
            )

        while not isinstance(found := self._run_prompt(prompt, make), list) or not (found or prompt.optional):
            self.say(f"Nothing is chosen yet: space chooses{', s skips' if prompt.can_skip else ''}.")
        return tuple(map(str, found))

    def find_place(self, prompt: Prompt, seek: SuggestPlaces, first: PlaceSuggestions) -> str:
        """A name that completes itself as one types; what it leaves open is chosen from a list."""
        self.say(*(row.words for row in first.rows))
        marked = next((row.label for row in first.rows if row.id == first.chosen), "")
        before = f"Enter alone keeps {marked}. " if marked else ""
        while True:
            text = str(self._run_prompt(prompt, lambda: self._completing(prompt, seek, before), text=True)).strip()
            if not text and first.chosen:
                return first.chosen
            finds = seek(text)
            if not finds.rows:
                self.say(finds.note)
                continue
            named = [row.id for row in finds.rows if row.label.casefold() == text.casefold() and row.id == finds.chosen]
            if named:
                return named[0]
            with suppress(BackRequested):
                return self.choose(Prompt("Which place?", prompt.help, prompt.why), finds.rows, finds.chosen)

    def _completing(self, prompt: Prompt, seek: SuggestPlaces, before: str) -> "Question":
        import questionary
        from prompt_toolkit.completion import Completer, Completion
        from prompt_toolkit.document import Document

        shown = self._shown

        class Places(Completer):
            """The places that the text leads to."""

            def get_completions(self, document: Document, complete_event: object) -> Iterator[Completion]:  # noqa: ARG002
                for row in seek(document.text).rows if document.text else ():
                    yield Completion(row.label, -len(document.text), display=shown(row.words))

        self._say_ways(prompt, before)
        return questionary.autocomplete(shown(prompt.text), choices=[""], completer=Places())

    def _say_ways(self, prompt: Prompt, before: str = "") -> None:
        self.say(f"({before}Alone in the field: {shortcut_hint(prompt)})")

    def ask_text(self, prompt: Prompt, default: str = "", *, lines: bool = False) -> str:
        """A field; of several lines it ends with Escape, then Enter."""
        import questionary

        ending = "(Escape, then Enter, ends the text)" if lines else None
        words = self._shown(prompt.text)
        return unescape_reply(
            self._typed(prompt, lambda: questionary.text(words, default=default, multiline=lines, instruction=ending))
        )

    def confirm(self, prompt: Prompt, *, default: bool = False) -> bool:
        """One key: y or n."""
        import questionary

        return bool(self._run_prompt(prompt, lambda: questionary.confirm(self._shown(prompt.text), default=default)))

    def ask_path(self, prompt: Prompt, default: str = "") -> str:
        """A field that completes names of files."""
        import questionary

        return self._typed(prompt, lambda: questionary.path(self._shown(prompt.text), default=default))

    def _typed(self, prompt: Prompt, field: "Callable[[], Question]") -> str:
        """What was typed; where it may not be empty it is asked for again."""

        def make() -> "Question":
            self._say_ways(prompt, f"{EMPTY}. " if prompt.optional else "")
            return field()

        while True:
            text = str(self._run_prompt(prompt, make, text=True))
            if text.strip() or prompt.optional:
                return text
            self.say("Nothing was typed.")

    def _run_prompt(self, prompt: Prompt, make: "Callable[[], Question]", *, text: bool = False) -> object:
        """The answer; a way past the question is acted on, and what only wants a word is answered and asked again."""
        carried: Question | None = None
        while True:
            question = make()
            untouched = text_in(question)
            carry_over(carried, question)
            carried = None
            (let_pass if text else listen)(question, available_shortcuts(prompt))
            try:
                found = question.unsafe_ask()
                _handle_shortcut(prompt, found, text=text)
            except (EOFError, KeyboardInterrupt, SystemExit, ExitRequested) as end:
                by_letter = text and isinstance(end, ExitRequested)  # which then is all that stands in the field
                if not by_letter and text_in(question) not in (untouched, ""):
                    self.pending = prompt.unfinished or self.pending
                if isinstance(end, EOFError):
                    raise ExitRequested from None
                if isinstance(end, SystemExit) or self.before_leaving():
                    raise
                self.pending, carried = None, None if by_letter else question
            except InvalidReplyError as reply:
                self.say(str(reply))
            else:
                if not isinstance(found, Way):
                    return found

    def _shown(self, text: str) -> str:
        return to_speech(text) if self._letters else to_ascii(to_speech(text))


def _handle_shortcut(prompt: Prompt, found: object, *, text: bool) -> None:
    """Act on what is no answer: a letter that was pressed, or one that stands alone in a field."""
    typed = found.strip() if text and isinstance(found, str) else ""
    letter = found.letter if isinstance(found, Way) else typed if typed in (*available_shortcuts(prompt), SKIP) else ""
    if letter == BACK:
        raise BackRequested
    if letter == SKIP:
        raise SkipRequested if prompt.can_skip else InvalidReplyError(REQUIRED_MESSAGE)
    if letter == LEAVE:
        raise ExitRequested
    if letter == WHY:
        raise InvalidReplyError(f"Why we ask: {prompt.why}")
    if letter == HELP:
        raise InvalidReplyError(f"{prompt.help} {GENERAL_HELP}".strip())


def redraw_prompt() -> None:
    """Draw the question where the cursor is now: the shell has written something since."""
    from prompt_toolkit.application import get_app_or_none

    asking = get_app_or_none()
    if asking:
        asking.renderer.reset()
        asking.output.enable_bracketed_paste()
        asking.invalidate()
