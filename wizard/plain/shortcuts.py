"""Shortcuts past a question: a sentence the first time, a single word from then on."""

from collections.abc import Collection

from wizard.core.typed_words import fold_words
from wizard.i18n import _
from wizard.views.line_mode_texts import SHORTCUTS

from .prompter import Prompt

BACK, SKIP, WHY, HELP, LEAVE = "b", "s", "w", "?", "q"
ENGLISH_WORDS = {"back": BACK, "skip": SKIP, "why": WHY, "help": HELP, "leave": LEAVE, "quit": LEAVE, "exit": LEAVE}


def shortcut_letter(reply: str) -> str:
    """Return the letter of the shortcut that a reply names, by its word in English or in the language of the program.

    Any other reply is returned in small letters.
    """
    word = fold_words(reply)
    words = {fold_words(_(short).partition(" ")[2]): letter for letter, (short, _sentence) in SHORTCUTS.items()}
    return ENGLISH_WORDS.get(word) or words.get(word) or reply.casefold()


def available_shortcuts(prompt: Prompt) -> tuple[str, ...]:
    """Return the letters that work at this prompt, in the order in which they are listed."""
    availability = {BACK: prompt.can_go_back, SKIP: prompt.can_skip, WHY: bool(prompt.why), HELP: True, LEAVE: True}
    return tuple(letter for letter, is_available in availability.items() if is_available)


def shortcut_hint(prompt: Prompt, explained: Collection[str] = tuple(SHORTCUTS), *, sign: str = "") -> str:
    """Return the shortcuts in words: short for the letters in `explained`, a sentence for the others.

    `sign` must be typed before a letter; "" for none.
    """
    known = (letter for letter in available_shortcuts(prompt) if letter in explained)
    short_forms = ", ".join(f"{sign if letter.isalpha() else ''}{_(SHORTCUTS[letter][0])}" for letter in known)
    sentences = [_(SHORTCUTS[letter][1]) for letter in available_shortcuts(prompt) if letter not in explained]
    return " ".join([*([f"{short_forms}."] if short_forms else []), *sentences])
