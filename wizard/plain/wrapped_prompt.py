"""Break the texts of arrow-key prompts between words; the terminal itself would break or cut them inside a word."""

from typing import NamedTuple

from .accessible_text import display_width, wrap_text

QUESTION_MARK = "? "
"""What questionary draws before a question."""
ROW_INDENT, BOX_WIDTH = 3, 2
"""The columns that questionary draws before a row: the pointer, and the box where several may be chosen."""
CURSOR_WIDTH = 1


class WrappedPrompt(NamedTuple):
    """A question and what stands behind it: an instruction or the text in the field."""

    message: str
    ending: str


def wrap_prompt(message: str, ending: str, width: int) -> WrappedPrompt:
    """Return both with line ends between words, so that they fit the width one after the other."""
    message, ending = " ".join(message.split()), " ".join(ending.split())
    lines = "\n".join(wrap_text(f"{QUESTION_MARK}{message} {ending}".rstrip(), max(1, width - CURSOR_WIDTH)))
    start = len(QUESTION_MARK)
    end = start + len(message)
    line_end = "\n" if lines[end : end + 1] == "\n" else ""
    return WrappedPrompt(lines[start:end], f"{line_end}{lines[end + 1 :]}")


def wrap_field_prompt(message: str, default: str, width: int) -> str:
    """Return the question before a field, with a line end behind it if the proposed value would be broken."""
    longest_word = max(default.split(), key=display_width, default="")
    wrapped = wrap_prompt(message, "", width).message
    last_line = wrapped.rpartition("\n")[2] if "\n" in wrapped else f"{QUESTION_MARK}{wrapped}"
    fits = display_width(last_line) + 1 + display_width(longest_word) < width
    return wrapped if fits else f"{wrapped}\n"


def wrap_row(text: str, width: int, *, has_box: bool = False) -> str:
    """Return a row of a list with line ends between words; its further lines are indented."""
    indent = ROW_INDENT + (BOX_WIDTH if has_box else 0)
    first_line, *more = wrap_text(text, max(1, width - indent - BOX_WIDTH - CURSOR_WIDTH))
    return "\n".join([first_line, *(f"{' ' * (indent + BOX_WIDTH)}{line}" for line in more)])
