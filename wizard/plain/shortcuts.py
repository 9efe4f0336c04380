"""The ways past a question: each letter in a whole sentence where it is first met, in a word from then on."""

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
    """The letters that work at this question."""
    working = {BACK: prompt.can_go_back, SKIP: prompt.can_skip, WHY: bool(prompt.why), HELP: True, LEAVE: True}
    return tuple(letter for letter, works in working.items() if works)


def shortcut_hint(prompt: Prompt, met: Collection[str] = tuple(SHORTCUT_WORDS)) -> str:
    """The letters in words: briefly those that the person has met, and the others in full."""
    briefly = ", ".join(f"{letter} {SHORTCUT_WORDS[letter][0]}" for letter in available_shortcuts(prompt) if letter in met)
    full = [SHORTCUT_WORDS[letter][1] for letter in available_shortcuts(prompt) if letter not in met]
    return " ".join([*([f"{briefly}."] if briefly else []), *full])
