"""Say long lists only once: remember what was read out, and pick the lines that begin with typed letters."""

from collections.abc import Sequence

from wizard.core.name_folding import fold_name
from wizard.core.sanitize import sanitize_line
from wizard.views import line_mode_texts as texts

from .reply_parser import MAX_QUOTED_LENGTH

LONG_LIST, VERY_LONG_LIST = 4, 20
"""A list of LONG_LIST choices or more is not repeated; one of VERY_LONG_LIST or more is not read again by a second help."""
REPEAT_AFTER = 6
"""A list of at least LONG_LIST choices is not repeated in full within this many prompts."""


class ListMemory:
    """The lists that were read out in a conversation, by their question."""

    def __init__(self) -> None:
        self._prompt_count = 0
        self._choices_by_question: dict[str, tuple[int, Sequence[str]]] = {}

    def changed_choices(self, question: str, choice_lines: Sequence[str]) -> Sequence[str]:
        """Return the lines to print: all choices, or only those changed since this question was last asked."""
        # Lists are compared line by line with the last time this question was asked. If the order and the length
        # are the same and at least LONG_LIST lines are unchanged, only changed lines and one closing sentence are
        # printed. Numbers then still mean the same, and a screen reader does not read a long list again. After more
        # than REPEAT_AFTER other prompts the whole list is printed, because users no longer remember it.
        self._prompt_count += 1
        last_asked, previous = self._choices_by_question.get(question, (0, ()))
        self._choices_by_question[question] = (self._prompt_count, choice_lines)
        changed = [new for new, old in zip(choice_lines, previous, strict=False) if new != old]
        unchanged = len(choice_lines) - len(changed)
        is_recent = last_asked > 0 and self._prompt_count - last_asked <= REPEAT_AFTER
        if not is_recent or len(choice_lines) != len(previous) or unchanged < LONG_LIST:
            return choice_lines
        return [*changed, texts.choices_as_before(unchanged, others_changed=bool(changed))]


def choices_after_help(choice_lines: Sequence[str], help_count: int) -> Sequence[str]:
    """Return the lines to print after help was asked for so many times in one prompt: a very long list only once."""
    if help_count > 1 and len(choice_lines) >= VERY_LONG_LIST:
        return [texts.hear_by_beginning(len(choice_lines))]
    return choice_lines


def lines_beginning(choice_lines: Sequence[str], letters: str) -> list[str]:
    """Return the numbered lines whose words begin with these letters, wherever in the line."""
    wanted = fold_name(letters)
    return [line for line in choice_lines if wanted and f" {wanted}" in f" {fold_name(line.partition('. ')[2])}"]


def fitting_lines(choice_lines: Sequence[str], letters: str) -> str:
    """Return the lines that begin with the letters, as a sentence; or that none does."""
    lines = lines_beginning(choice_lines, letters)
    return texts.lines_that_fit(lines) if lines else texts.fits_none(sanitize_line(letters, MAX_QUOTED_LENGTH))
