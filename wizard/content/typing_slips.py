"""Tell whether an unknown word is a known one, mistyped or written as it sounds."""

import re

ANY_LETTER_FROM = 8
"""From this length on any letter may be wrong; before, only for its neighbour on a keyboard or one that sounds like it."""
MIN_LACKING, MIN_WHOLE, MAX_LACKING = 6, 8, 2
"""The least length of a word that lacks letters and of the whole one, and how many letters it may lack."""
MIN_SOUND = 6
"""The least length of a sound that may differ by a slip; a shorter one must be the same."""
_KEYBOARDS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
_SOUNDS = ("aeiouy", "ckq", "csz", "gj", "fv")
_AS_HEARD = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("(?<=[^ln])h", ""),  # not where it makes a letter of its own, as in "Espanha"
        ("c(?=[eiy])|z", "s"),
        ("[cq]", "k"),
        ("ie|ei|y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
"""What is written in different ways and sounds alike, in this order: "wattsap" and "whatsapp" both become "watsap"."""


def is_slip(typed: str, meant: str) -> bool:
    """Return True if one word looks like the other with one slip of typing: the first letter and most others are the same.

    A letter is missing or one too many, two have changed places, or one is wrong.
    """
    from rapidfuzz.distance import OSA

    if typed[:1] != meant[:1] or typed.isdigit() or OSA.distance(typed, meant, score_cutoff=1) != 1:
        return False
    if len(typed) != len(meant) or len(typed) >= ANY_LETTER_FROM:
        return True
    wrong = [(one, other) for one, other in zip(typed, meant, strict=True) if one != other]
    return len(wrong) > 1 or all(_are_easily_mistaken(one, other) for one, other in wrong)


def sound_of(word: str) -> str:
    """Return how a word sounds, roughly and in any of the languages: the same for words that people mix up by ear."""
    for pattern, sound in _AS_HEARD:
        word = pattern.sub(sound, word)
    return word


def is_similar_sound(typed: str, meant: str) -> bool:
    """Return True if two sounds are the same, or long and the same but for one slip."""
    return typed == meant or (min(len(typed), len(meant)) >= MIN_SOUND and is_slip(typed, meant))


def lacks_letters(typed: str, meant: str) -> bool:
    """Return True if a long word was typed without one or two of its letters, at different places: "facbok"."""
    if len(typed) < MIN_LACKING or len(meant) < MIN_WHOLE or len(meant) - len(typed) > MAX_LACKING:
        return False
    return typed != meant and re.fullmatch(".?".join(map(re.escape, typed)), meant) is not None


def _are_easily_mistaken(one: str, other: str) -> bool:
    """Return True if two letters are neighbours on a keyboard, or sound alike."""
    if any(one in letters and other in letters for letters in _SOUNDS):
        return True
    return any(one in row and other in row and abs(row.index(one) - row.index(other)) == 1 for row in _KEYBOARDS)
