"""Shortcuts past a question: a sentence the first time, a single word from then on."""

from collections.abc import Collection

from .prompter import Prompt

BACK, SKIP, WHY, HELP, LEAVE = "b", "s", "w", "?", "q"
SHORTCUT_WORDS = {
    BACK: ("back", "Type b to go back to what was before."),
    SKIP: ("skip", "Type s to skip the question and leave it open."),
    WHY: ("why", "Type w to hear why we ask."),
    HELP: ("help", "Type a question mark for help and to hear the question again."),
    LEAVE: ("leave", "Type q to leave; you are asked first about anything that is not saved."),
}
REQUIRED_MESSAGE = "This cannot be left open; b goes back."
FIRST_TIME = "Press Enter after what you type."
GENERAL_HELP = (
    "Every answer and record is saved as soon as it is complete, so you can leave with q at any time and go on later. "
    "Letters are private and are kept only where you save or copy them. "
    "Instead of a number you can type the beginning of the words."
)


def available_shortcuts(prompt: Prompt) -> tuple[str, ...]:
    """Return the letters that work at this prompt, in the order in which they are listed."""
    availability = {BACK: prompt.can_go_back, SKIP: prompt.can_skip, WHY: bool(prompt.why), HELP: True, LEAVE: True}
    return tuple(letter for letter, is_available in availability.items() if is_available)


def shortcut_hint(prompt: Prompt, explained: Collection[str] = tuple(SHORTCUT_WORDS)) -> str:
    """Return the shortcuts in words: short for the letters in `explained`, a sentence for the others."""
    short_forms = ", ".join(
        f"{letter} {SHORTCUT_WORDS[letter][0]}" for letter in available_shortcuts(prompt) if letter in explained
    )
    sentences = [SHORTCUT_WORDS[letter][1] for letter in available_shortcuts(prompt) if letter not in explained]
    return " ".join([*([f"{short_forms}."] if short_forms else []), *sentences])
