"""Key bindings of arrow-key prompts, and the user's input that a prompt holds when it ends."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from wizard.core.typed_words import without_accents

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary import Question


LONG_LIST, PAGE = 20, 10
"""From how many rows on letters only move the cursor, and how far the page keys move it."""
BACK_LETTER, HELP_SIGN, COMMAND_SIGN = "b", "?", "/"
NOTHING_TAKEN = "nothing-taken"
"""What Enter stands for while the cursor is on no row."""
NO_ROW = -1
SHELL_KEYS = ("c-o", "c-r", "c-s")
"""Keys by which a shell searches, or takes a line at once. In a list, keys that edit a line mean nothing either."""
LINE_KEYS = ("c-a", "c-b", "c-e", "c-f", "c-g", "c-k", "c-l", "c-t", "c-u", "c-v", "c-w", "c-x", "c-y")


class ShortcutPressed:
    """A shortcut letter that was pressed instead of an answer."""

    def __init__(self, letter: str) -> None:
        self.letter = letter


class _Row(Protocol):
    """A row of a list in questionary."""

    title: str | Sequence[tuple[str, str]]


class _ListControl(Protocol):
    """What questionary draws a list with."""

    choices: Sequence[_Row]
    pointed_at: int


class ListCursor:
    """The cursor of a list, and the letters typed so far to move it."""

    def __init__(self, control: _ListControl) -> None:
        self._control = control
        self._letters, self._found = "", NO_ROW
        self.after_slash = False

    def go_to(self, index: int) -> None:
        """Move to a row; -1 is the last one."""
        self._letters = ""
        self._control.pointed_at = index % len(self._control.choices)

    def leave_rows(self) -> None:
        """Stand on no row, so that Enter takes none before the user has moved."""
        self._control.pointed_at = NO_ROW

    @property
    def is_on_row(self) -> bool:
        """Return True if Enter may take a row."""
        return self._control.pointed_at != NO_ROW

    def move_by(self, rows: int) -> None:
        """Move by some rows, at most to the first or the last one."""
        self.go_to(max(0, min(len(self._control.choices) - 1, max(0, self._control.pointed_at) + rows)))

    def move_up(self) -> None:
        """Move to the row above; from the first one, or from none, to the last."""
        self.go_to(max(self._control.pointed_at, 0) - 1)

    def seek(self, letters: str, *, drops_last: bool = False) -> None:
        """Move to the first row that the typed letters begin, or a word in it; else the last letter alone."""
        before = self._letters[:-1] if drops_last else self._letters
        for wanted in (before + letters, letters):
            index = self._first_match(wanted)
            if index is not None:
                self._letters, self._found, self._control.pointed_at = wanted, index, index
                return

    def continues(self, letter: str) -> bool:
        """Return True if this letter and those typed so far begin a row, or a word in it, and no key moved the cursor since."""
        is_found = bool(self._letters) and self._control.pointed_at == self._found
        return is_found and self._first_match(self._letters + letter) is not None

    def _first_match(self, letters: str) -> int | None:
        # Not as names of places are folded: that takes "st" for "saint", and a word cannot be typed letter by letter.
        sought, *names = (without_accents(text) for text in (letters, *map(_title, self._control.choices)))
        if not sought:
            return None
        matches = [index for index, name in enumerate(names) if name.startswith(sought)]
        matches += [index for index, name in enumerate(names) if f" {sought}" in name]
        return matches[0] if matches else None


def _title(choice: _Row) -> str:
    title = choice.title if isinstance(choice.title, str) else "".join(text for _style, text in choice.title)
    return " ".join(title.split())


def entered_text(question: "Question") -> str:
    """Return the text in the field, or the chosen options one per line, to detect changed input."""
    chosen_options = [str(option) for control in choice_controls(question) for option in control.selected_options]
    return question.application.current_buffer.text.strip() or "\n".join(chosen_options)


def enter_text(question: "Question", text: str) -> str:
    """Put the text into the field, unless it is empty; return what stands in the field then."""
    if text:
        from prompt_toolkit.document import Document

        question.application.current_buffer.reset(Document(text))
    return entered_text(question)


def carry_over(previous: "Question | None", question: "Question") -> "Question":
    """Copy the text or the chosen options of the previous prompt, if any, to this one and return it."""
    if previous is not None:
        # `make` builds a new Question for every attempt, because a prompt_toolkit application runs only once.
        enter_text(question, previous.application.current_buffer.text)
        for old_control, new_control in zip(choice_controls(previous), choice_controls(question), strict=True):
            new_control.selected_options = old_control.selected_options
    return question


def choice_controls(question: "Question") -> "Iterator[Any]":
    """Return the controls of lists, which hold what is chosen."""
    return (each for each in question.application.layout.find_all_controls() if hasattr(each, "selected_options"))


def bind_shortcuts(question: "Question", letters: Sequence[str], *, starts_on_row: bool = True) -> None:
    """Make each of these letters end the prompt at once, Escape go back, and Ctrl+D raise EOFError.

    In a list other letters move the cursor, and so do Home, End and the page keys; so does a shortcut that continues the
    beginning of a row: "req" finds "Requests" and does not leave. In a long list all letters do;
    a slash before a letter makes it a shortcut there. Without `starts_on_row` Enter takes no row before the cursor was moved.
    """
    from prompt_toolkit.key_binding import KeyBindings

    added = KeyBindings()
    rows = _list_control(question)
    cursor = ListCursor(rows) if rows is not None else None
    if rows is None or len(rows.choices) < LONG_LIST:
        for letter in letters:
            _bind_letter(added, letter, cursor)
    if cursor is not None:
        _ignore_keys(added, (*SHELL_KEYS, *LINE_KEYS))
        _bind_list_keys(added, cursor, letters)
        if not starts_on_row:
            cursor.leave_rows()
            _bind_enter_off_rows(added, cursor)
    if BACK_LETTER in letters:
        added.add("escape", eager=True)(lambda event: event.app.exit(result=ShortcutPressed(BACK_LETTER)))
    added.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    add_key_bindings(question, added)


def _bind_letter(added: "KeyBindings", letter: str, cursor: ListCursor | None) -> None:
    """Bind a letter to its shortcut, unless it continues the letters that were typed to find a row."""
    from prompt_toolkit.filters import Condition

    is_shortcut = Condition(lambda: cursor is None or not cursor.continues(letter))
    added.add(letter, filter=is_shortcut, eager=True)(lambda event: event.app.exit(result=ShortcutPressed(letter)))


def _bind_list_keys(added: "KeyBindings", cursor: ListCursor, letters: Sequence[str]) -> None:
    """Bind the keys that move the cursor of a list."""
    for key, move in (
        ("home", lambda: cursor.go_to(0)),
        ("end", lambda: cursor.go_to(-1)),
        ("up", cursor.move_up),
        ("pageup", lambda: cursor.move_by(-PAGE)),
        ("pagedown", lambda: cursor.move_by(PAGE)),
        ("backspace", lambda: cursor.seek("", drops_last=True)),
    ):
        added.add(key, eager=True)(lambda _event, move=move: move())

    @added.add("<any>")
    @added.add("a", eager=True)  # in a list of several, questionary chooses all with a, and all others with i
    @added.add("i", eager=True)
    def typed(event: "KeyPressEvent") -> None:
        """Move the cursor to what the typed letters begin; after a slash, and for a question mark, act on the shortcut."""
        is_command = event.data == HELP_SIGN or cursor.after_slash
        cursor.after_slash = event.data == COMMAND_SIGN and not cursor.after_slash
        if is_command and event.data in letters:
            event.app.exit(result=ShortcutPressed(event.data))
        elif event.data.isprintable() and not cursor.after_slash and not is_command:
            cursor.seek(event.data)


def _bind_enter_off_rows(added: "KeyBindings", cursor: ListCursor) -> None:
    from prompt_toolkit.filters import Condition

    is_on_no_row = Condition(lambda: not cursor.is_on_row)
    added.add("enter", filter=is_on_no_row, eager=True)(lambda event: event.app.exit(result=ShortcutPressed(NOTHING_TAKEN)))


def _ignore_keys(added: "KeyBindings", keys: Iterable[str]) -> None:
    for key in keys:
        added.add(key, eager=True)(lambda _event: None)


def _list_control(question: "Question") -> _ListControl | None:
    """Return the control of a list with a cursor; None in other prompts."""
    controls: Iterable[Any] = question.application.layout.find_all_controls()
    return next((each for each in controls if hasattr(each, "pointed_at") and hasattr(each, "choices")), None)


def bind_field_shortcuts(question: "Question", letters: Sequence[str], *, lines: bool, proposes: bool, optional: bool) -> None:
    """Make Enter accept a letter that stands alone in the field, Escape go back, and Ctrl+D raise EOFError.

    Where completions are shown, Enter accepts the text instead of only closing them. A field of several `lines` is ended by
    Ctrl+S; and by Enter while it holds only what the program `proposes`, or is empty and `optional`. In a field of one line
    the first letter replaces what the program proposes.
    """
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings

    added, is_untouched = KeyBindings(), _watch_first_key(question)

    @Condition
    def accepts_at_once() -> bool:
        buffer = question.application.current_buffer
        is_left = proposes and is_untouched() if buffer.text else optional
        if buffer.text.strip() in letters or (lines and is_left):
            return True
        return buffer.complete_state is not None and buffer.complete_state.current_completion is None

    @Condition
    def cursor_is_at_end() -> bool:
        buffer = question.application.current_buffer
        return buffer.cursor_position == len(buffer.text)  # elsewhere Ctrl+D deletes the next letter, as in every shell

    _ignore_keys(added, SHELL_KEYS)
    added.add("enter", filter=accepts_at_once, eager=True)(lambda event: event.app.exit(result=event.current_buffer.text))
    added.add("c-d", filter=cursor_is_at_end, eager=True)(lambda event: event.app.exit(exception=EOFError))
    if lines:
        added.add("c-s", eager=True)(lambda event: event.app.exit(result=event.current_buffer.text))
    elif proposes:
        _bind_replacing(added, is_untouched)
    if BACK_LETTER in letters:
        # In a field of several lines, Alt+Enter ends the text: it is Escape, then Enter, so Escape must wait for more.
        added.add("escape", eager=not lines)(lambda event: event.app.exit(result=ShortcutPressed(BACK_LETTER)))
    add_key_bindings(question, added)


def _watch_first_key(question: "Question") -> Callable[[], bool]:
    """Return a function that tells whether the field holds a proposed text and no key was pressed yet."""
    processor, is_untouched = question.application.key_processor, bool(question.application.current_buffer.text)

    def key_pressed(_processor: object) -> None:
        nonlocal is_untouched
        is_untouched = False

    processor.after_key_press += key_pressed
    return lambda: is_untouched


def _bind_replacing(added: "KeyBindings", is_untouched: Callable[[], bool]) -> None:
    """Make the first letter, or pasted text, replace the proposed value; after any other key it is inserted."""
    from prompt_toolkit.filters import Condition

    def replace(event: "KeyPressEvent", text: str) -> None:
        event.current_buffer.text = ""
        event.current_buffer.insert_text(text)

    untouched = Condition(is_untouched)

    @added.add("<any>", filter=untouched)
    @added.add(os.sep, filter=untouched, eager=True)  # in a field for a path, questionary has a binding of its own for it
    def typed(event: "KeyPressEvent") -> None:
        if event.data.isprintable():
            replace(event, event.data)

    @added.add("<bracketed-paste>", filter=untouched, eager=True)
    def pasted(event: "KeyPressEvent") -> None:
        replace(event, " ".join(event.data.splitlines()))


def add_key_bindings(question: "Question", added: "KeyBindings") -> None:
    """Add the bindings to the prompt; Ctrl+Z suspends, and SIGINT raises KeyboardInterrupt."""
    from prompt_toolkit.key_binding import merge_key_bindings

    added.add("<sigint>", eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    if hasattr(signal, "SIGTSTP"):
        added.add("c-z", eager=True)(lambda _: signal.raise_signal(signal.SIGTSTP))
    existing = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([*([existing] if existing else []), added])
