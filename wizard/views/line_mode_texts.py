"""What line mode says around its prompts: how to answer, shortcuts, and what is wrong with an answer.

Letters such as b and q are the same in every language. Constants are translated where they are shown.
"""

from collections.abc import Sequence

from wizard.i18n import N_, _, join_parts, ngettext

NO_ARROW_KEYS = N_("Arrow keys cannot be used in this window, so the questions are answered with typed numbers.")
READ_ON = N_("Read on?")
READ_ON_HELP = N_("A long text comes in parts. Enter reads on; n or b stops here.")
NUMBER_LABEL, NUMBERS_LABEL, PLACE_LABEL = N_("Number:"), N_("Numbers:"), N_("Place:")
TEXT_LABEL, MORE_LABEL, YES_NO_LABEL = N_("Text:"), N_("More:"), N_("Yes or no:")
"""What stands before the cursor where something is typed."""
TYPE_ONE, TYPE_ONE_OR_TWO = N_("Type 1 to choose it."), N_("Type 1 or 2.")
SEVERAL = N_("For several, put commas between them, for example 1, 2.")
TYPE_TEXT = N_("Type it and press Enter.")
TYPE_LINES = N_("Type it. It may have several lines; a line with only a full stop ends it.")
FULL_STOP_ENDS = N_("A line with only a full stop ends the text.")
ENTER_TAKES_IT = N_("Enter takes what stands there.")
LINES_END = N_("(Ctrl+S ends the text)")
YES_BY_DEFAULT = N_("Type y for yes or n for no. Enter takes yes.")
NO_BY_DEFAULT = N_("Type y for yes or n for no. Enter takes no.")
SHORTCUTS = {
    "b": (N_("b back"), N_("Type b to go back to what was before.")),
    "s": (N_("s skip"), N_("Type s to skip the question and leave it open.")),
    "w": (N_("w why"), N_("Type w to hear why we ask.")),
    "?": (N_("? help"), N_("Type a question mark for help and to hear the question again.")),
    "q": (N_("q leave"), N_("Type q to leave; you are asked first about anything that is not saved.")),
}
"""The letters that lead past a question: a word for each, and a sentence for the first time."""
TAKE_IT = N_("Press Enter to take it.")
SPACE_AND_ENTER = N_("space chooses, Enter goes on.")
WHICH_PLACE = N_("Which place?")
OTHER_NAME = N_("Or type another name.")
ANSWER_SO_FAR = N_("your answer so far")
SPACE_CHOOSES = N_("Nothing is chosen yet: space chooses.")
SPACE_CHOOSES_S_SKIPS = N_("Nothing is chosen yet: space chooses, s skips.")
ARROWS_CHOOSE = N_("Nothing is chosen yet: the arrow keys move, Enter takes a line.")
NOTHING_TYPED = N_("Nothing was typed.")
NOTHING_CHOSEN, NOTHING_CHOSEN_S_SKIPS = N_("Nothing is chosen yet."), N_("Nothing is chosen yet: type numbers, or s to skip.")
NOTHING_BEFORE = N_("There is nothing before this. Type q to leave.")
REQUIRED = N_("This cannot be left open; b goes back.")
FIRST_TIME = N_("Press Enter after what you type.")
GENERAL_HELP = N_(
    "Every answer and record is saved as soon as it is complete, so you can leave with q at any time and go on later. "
    "Letters are private and are kept only where you save or copy them."
)
NUMBERS_HELP = N_(
    "Instead of a number you can type the beginning of the words. "
    "A question mark with letters, for example ?n, says only the lines that begin so."
)
ARROWS_HELP = N_("In a list, letters move to the line that begins so, and so do Home, End and the page keys. Escape goes back.")
SETTING_CHANGED = N_("Changed. It applies from the next start.")
NUMBERS_STAY = N_(
    "Saved, but typed numbers stay while ACCESSIBLE is set or the terminal is a simple one. "
    "Without that, arrow keys apply from the next start."
)
FORGOTTEN = N_("Forgotten.")


def type_number(count: int) -> str:
    """Return how to choose one of the rows by its number."""
    if count == 1:
        return _(TYPE_ONE)
    return _(TYPE_ONE_OR_TWO) if count == 2 else _("Type a number from 1 to {count}.", count=count)


def enter_takes_row(number: int, label: str) -> str:
    """Return which row Enter takes."""
    return _("Enter takes {number}, {label}.", number=number, label=label)


def enter_takes(text: str) -> str:
    """Return which text Enter takes."""
    return _("Enter takes: {text}.", text=text)


def enter_keeps_chosen(labels: str) -> str:
    """Return that Enter keeps the rows chosen so far."""
    return _("Enter keeps what is chosen: {labels}.", labels=labels)


def enter_keeps(label: str) -> str:
    """Return that Enter keeps the present answer."""
    return _("Enter alone keeps {label}.", label=label)


def letter_within_text(letter: str) -> str:
    """Return what to do with a shortcut that was typed as a line of a longer text."""
    return _(
        "A line with only a full stop ends the text; then {letter} works. To write {letter} alone, put a backslash before it.",
        letter=letter,
    )


def alone_in_field(shortcuts: str) -> str:
    """Return which letters work if they stand alone in the field."""
    return _("Alone in the field: {shortcuts}", shortcuts=shortcuts)


def press_enter_for(label: str) -> str:
    """Return that Enter takes the place that is certain enough."""
    return _("Press Enter to take {label}.", label=label)


def chosen_row(words: str) -> str:
    """Return a row that is chosen already."""
    return _("{choice}, chosen", choice=words)


def choices_as_before(count: int, *, others_changed: bool) -> str:
    """Return that so many choices are as before; `others_changed` if some were said because they changed."""
    if others_changed:
        return ngettext(
            "The other {count} choice is as before; a question mark says them all.",
            "The other {count} choices are as before; a question mark says them all.",
            count,
        )
    return ngettext(
        "The {count} choice is as before; a question mark says them all.",
        "The {count} choices are as before; a question mark says them all.",
        count,
    )


def not_among(number: int) -> str:
    """Return that no row has this number."""
    return _("{number} is not among the numbers here.", number=number)


def fits_several(text: str, rows: Sequence[str]) -> str:
    """Return that a text means more than one row, and which, each with its number."""
    return _("“{text}” fits more than one line: {rows}.", text=text, rows=join_parts(rows))


def hear_by_beginning(count: int) -> str:
    """Return how to hear a part of a very long list."""
    return _(
        "There are {count} lines. To hear only those that begin so, type a question mark and the first letters, "
        "for example ?n. To choose, type the beginning of a line.",
        count=count,
    )


def lines_that_fit(rows: Sequence[str]) -> str:
    """Return the lines that begin with typed letters, each with its number."""
    return _("These lines fit: {rows}.", rows=join_parts(rows))


def fits_none(text: str) -> str:
    """Return that a text means no row."""
    return _("“{text}” is none of these.", text=text)


def neither_yes_nor_no(text: str) -> str:
    """Return that a text is neither yes nor no."""
    return _("“{text}” is neither yes nor no.", text=text)


def done_message(message: str) -> str:
    """Return what follows after a step was done."""
    return _("Done: {message}", message=message)
