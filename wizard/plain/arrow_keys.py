"""Key bindings of arrow-key prompts, and the user's input that a prompt holds when it ends."""

import signal
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings
    from questionary import Question


class ShortcutPressed:
    """A shortcut letter that was pressed instead of an answer."""

    def __init__(self, letter: str) -> None:
        self.letter = letter


def entered_text(question: "Question") -> str:
    """Return the text in the field, or the chosen options one per line, to detect changed input."""
    chosen_options = [str(option) for control in _multiple_choice_controls(question) for option in control.selected_options]
    return question.application.current_buffer.text.strip() or "\n".join(chosen_options)


def carry_over(previous: "Question | None", question: "Question") -> "Question":
    """Copy the text or the chosen options of the previous prompt, if any, to this one and return it."""
    if previous is not None:
        # `make` builds a new Question for every attempt, because a prompt_toolkit application runs only once.
        if text := previous.application.current_buffer.text:
            from prompt_toolkit.document import Document

            question.application.current_buffer.reset(Document(text))
        for old_control, new_control in zip(
            _multiple_choice_controls(previous), _multiple_choice_controls(question), strict=True
        ):
            new_control.selected_options = old_control.selected_options
    return question


def _multiple_choice_controls(question: "Question") -> "Iterator[Any]":
    return (each for each in question.application.layout.find_all_controls() if hasattr(each, "selected_options"))


def bind_shortcuts(question: "Question", letters: Sequence[str]) -> None:
    """Make each of these letters end the prompt at once; Ctrl+D raises EOFError."""
    from prompt_toolkit.key_binding import KeyBindings

    added = KeyBindings()
    for letter in letters:
        added.add(letter, eager=True)(lambda event, letter=letter: event.app.exit(result=ShortcutPressed(letter)))
    added.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    _add_key_bindings(question, added)


def bind_field_shortcuts(question: "Question", letters: Sequence[str]) -> None:
    """Make Enter accept a letter that stands alone in the field; Ctrl+D raises EOFError.

    This also works in a field of several lines, and where Enter would otherwise only close the completions.
    """
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings

    added = KeyBindings()

    @Condition
    def accepts_at_once() -> bool:
        buffer = question.application.current_buffer
        completions = buffer.complete_state
        return buffer.text.strip() in letters or (completions is not None and completions.current_completion is None)

    @Condition
    def cursor_is_at_end() -> bool:
        buffer = question.application.current_buffer
        return buffer.cursor_position == len(buffer.text)  # elsewhere Ctrl+D deletes the next letter, as in every shell

    added.add("enter", filter=accepts_at_once, eager=True)(lambda event: event.app.exit(result=event.current_buffer.text))
    added.add("c-d", filter=cursor_is_at_end, eager=True)(lambda event: event.app.exit(exception=EOFError))
    _add_key_bindings(question, added)


def _add_key_bindings(question: "Question", added: "KeyBindings") -> None:
    """Add the bindings to the prompt; Ctrl+Z suspends, and SIGINT raises KeyboardInterrupt."""
    from prompt_toolkit.key_binding import merge_key_bindings

    added.add("<sigint>", eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    if hasattr(signal, "SIGTSTP"):
        added.add("c-z", eager=True)(lambda _: signal.raise_signal(signal.SIGTSTP))
    existing = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([*([existing] if existing else []), added])
