"""Which way the conversation is held: by numbers where a voice, braille or a simple terminal needs it, else by arrow keys."""

import sys
from collections.abc import Mapping

LINES = "lines"
"""The setting that remembers the way."""
NUMBERS, ARROWS = "numbers", "arrows"
NO = ("", "0", "false", "no")


def is_spoken(env: Mapping[str, str]) -> bool:
    """Tell whether the person (ACCESSIBLE) or the terminal (TERM) asks for lines; nothing else is taken for a sign."""
    return env.get("ACCESSIBLE", "").casefold() not in NO or not knows_sequences(env)


def knows_sequences(env: Mapping[str, str]) -> bool:
    """Tell whether the terminal does more with sequences of control characters than print them."""
    nothing = ("dumb", "unknown") if sys.platform == "win32" else ("", "dumb", "unknown")
    return env.get("TERM", "") not in nothing


def way(env: Mapping[str, str], kept: object) -> str:
    """Numbers or arrows."""
    return NUMBERS if is_spoken(env) or kept == NUMBERS else ARROWS
