"""Shortcuts past a question: a sentence the first time, a single word from then on."""

from collections.abc import Collection

from wizard.core.word_start import fold_words
from wizard.i18n import N_, _

from .prompter import Prompt

BACK, SKIP, WHY, HELP, LEAVE = "b", "s", "w", "?", "q"
SHORTCUT_WORDS = {
    BACK: (N_("b back"), N_("Type b to go back to what was before.")),
    SKIP: (N_("s skip"), N_("Type s to skip the question and leave it open.")),
    WHY: (N_("w why"), N_("Type w to hear why we ask.")),
    HELP: (N_("? help"), N_("Type a question mark for help and to hear the question again.")),
    LEAVE: (N_("q leave"), N_("Type q to leave; you are asked first about anything that is not saved.")),
}


ENGLISH_WORDS = {"back": BACK, "skip": SKIP, "why": WHY, "help": HELP, "leave": LEAVE, "quit": LEAVE, "exit": LEAVE}


def shortcut_letter(reply: str) -> str:
    """Return the letter of the shortcut that a reply names, by its word in English or in the language of the program.

    Any other reply is returned in small letters.
    """
    word = fold_words(reply)
    words = {fold_words(_(short).partition(" ")[2]): letter for letter, (short, _sentence) in SHORTCUT_WORDS.items()}
    return ENGLISH_WORDS.get(word) or words.get(word) or reply.casefold()


def available_shortcuts(prompt: Prompt) -> tuple[str, ...]:
    """Return the letters that work at this prompt, in the order in which they are listed."""
    availability = {BACK: prompt.can_go_back, SKIP: prompt.can_skip, WHY: bool(prompt.why), HELP: True, LEAVE: True}
    return tuple(letter for letter, is_available in availability.items() if is_available)


def shortcut_hint(prompt: Prompt, explained: Collection[str] = tuple(SHORTCUT_WORDS), *, sign: str = "") -> str:
    """Return the shortcuts in words: short for the letters in `explained`, a sentence for the others.

    `sign` must be typed before a letter; "" for none.
    """
    known = (letter for letter in available_shortcuts(prompt) if letter in explained)
    short_forms = ", ".join(f"{sign if letter.isalpha() else ''}{_(SHORTCUT_WORDS[letter][0])}" for letter in known)
    sentences = [_(SHORTCUT_WORDS[letter][1]) for letter in available_shortcuts(prompt) if letter not in explained]
    return " ".join([*([f"{short_forms}."] if short_forms else []), *sentences])
