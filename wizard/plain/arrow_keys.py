"""Keys of prompts with arrow keys: ways past a question, ends from outside; and what stands in a prompt when it ends."""

import signal
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings
    from questionary import Question


class Way:
    """A letter that was pressed instead of an answer."""

    def __init__(self, letter: str) -> None:
        self.letter = letter


def text_in(question: "Question") -> str:
    """What stands in the field, or is chosen of several, so that it can be told whether something was changed."""
    chosen = [str(option) for control in _lists_of_several(question) for option in control.selected_options]
    return question.application.current_buffer.text.strip() or "\n".join(chosen)


def carry_over(before: "Question | None", question: "Question") -> "Question":
    """The question with what stood in the one before it: its text, or what was chosen of several."""
    if before is not None:
        if text := before.application.current_buffer.text:
            from prompt_toolkit.document import Document

            question.application.current_buffer.reset(Document(text))
        for old, new in zip(_lists_of_several(before), _lists_of_several(question), strict=True):
            new.selected_options = old.selected_options
    return question


def _lists_of_several(question: "Question") -> "Iterator[Any]":
    return (each for each in question.application.layout.find_all_controls() if hasattr(each, "selected_options"))


def listen(question: "Question", letters: Sequence[str]) -> None:
    """Let these letters, and Ctrl+D, end the prompt."""
    from prompt_toolkit.key_binding import KeyBindings

    own = KeyBindings()
    for letter in letters:
        own.add(letter, eager=True)(lambda event, letter=letter: event.app.exit(result=Way(letter)))
    own.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    _join(question, own)


def let_pass(question: "Question", letters: Sequence[str]) -> None:
    """Let Enter take a letter that stands alone, also in a field of several lines, and never only close a list of completions."""
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings

    own = KeyBindings()

    @Condition
    def at_once() -> bool:
        buffer = question.application.current_buffer
        offered = buffer.complete_state
        return buffer.text.strip() in letters or (offered is not None and offered.current_completion is None)

    @Condition
    def at_end() -> bool:
        buffer = question.application.current_buffer
        return buffer.cursor_position == len(buffer.text)  # elsewhere the key deletes, as in every shell

    own.add("enter", filter=at_once, eager=True)(lambda event: event.app.exit(result=event.current_buffer.text))
    own.add("c-d", filter=at_end, eager=True)(lambda event: event.app.exit(exception=EOFError))
    _join(question, own)


def _join(question: "Question", own: "KeyBindings") -> None:
    """Let a prompt know our keys; Ctrl+Z and an interruption from outside do in each what they do elsewhere."""
    from prompt_toolkit.key_binding import merge_key_bindings

    own.add("<sigint>", eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    if hasattr(signal, "SIGTSTP"):
        own.add("c-z", eager=True)(lambda _: signal.raise_signal(signal.SIGTSTP))
    bindings = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([*([bindings] if bindings else []), own])
