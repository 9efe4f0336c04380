"""What a rule finds: where it is, what is wrong, what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

FEW = 12


@dataclass(frozen=True, slots=True)
class Violation:
    """What one rule objects to in one place; a place is a path below the content folder, with the part of the file."""

    place: str
    what: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A flaw together with the rule that it breaks, why there is such a rule, and the line; nought where there is none."""

    place: str
    rule: str
    what: str
    next_step: str
    why: str = ""
    line: int = 0


def did_you_mean(value: str, known: Iterable[str], otherwise: str = "") -> str:
    """The next step for a word that is not known: what was probably meant, else all that there is, else `otherwise`."""
    words = sorted(known)
    near = (
        get_close_matches(value, words, 1)
        or get_close_matches(value.lower(), words, 1)
        or get_close_matches(value.upper(), words, 1)
    )
    if near:
        return f"Did you mean “{near[0]}”?"
    if words and len(words) <= FEW:
        return f"Choose from: {', '.join(words)}."
    return otherwise or "See content/README.md for what belongs there."
