"""What a list with arrow keys leaves behind its question: the names of what was chosen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wizard.i18n import join_parts

from .arrow_keys import add_key_bindings, choice_controls

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent
    from questionary import Question


def leave_names(
    question: "Question", names: Mapping[str, str], wrap: Callable[[str], str], *, several: bool = False
) -> "Question":
    """Let a list leave the names of what was chosen, wrapped between words.

    By itself questionary breaks a long name inside a word, and of several rows it leaves a number, in English.
    """
    from prompt_toolkit.key_binding import KeyBindings
    from questionary import Choice

    added = KeyBindings()
    [control] = choice_controls(question)

    @added.add("enter", eager=True)
    def take(event: "KeyPressEvent") -> None:
        """Take what is chosen. Of a single row with a formatted title questionary leaves that title."""
        chosen = [row.value for row in (control.get_selected_values() if several else [control.get_pointed_at()])]
        left = wrap(join_parts(names[id] for id in chosen))
        control.choices, control.pointed_at = [Choice([("class:text", left)], value="")], 0
        control.selected_options, control.is_answered = [""], True
        event.app.exit(result=chosen if several else chosen[0])

    add_key_bindings(question, added)
    return question
