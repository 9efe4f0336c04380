"""The results of rules: violations, and diagnostics with rule, reason and line."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

FEW = 12


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule objects to.

    `place` is a path below the content folder, followed by a part of the file. The line is found by data, not by the
    words of the message: `fields` is the path of field names below that part, and `quote` is the offending text as it is
    written in the file. Both may be empty.
    """

    place: str
    what: str
    next_step: str
    fields: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A violation with the id of its rule and why the rule exists. `line` counts from one; 0 is unknown."""

    place: str
    rule: str
    what: str
    next_step: str
    why: str = ""
    line: int = 0


def did_you_mean(value: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the next step for an unknown word: the most similar known one, else all if few, else `otherwise`."""
    candidates = sorted(known)
    matches = (
        get_close_matches(value, candidates, 1)
        or get_close_matches(value.lower(), candidates, 1)
        or get_close_matches(value.upper(), candidates, 1)
    )
    if matches:
        return f"Did you mean “{matches[0]}”?"
    if candidates and len(candidates) <= FEW:
        return f"Choose from: {', '.join(candidates)}."
    return otherwise or "See content/README.md for what belongs there."
