"""Which way the conversation is held: by numbers where a voice, braille or a simple terminal needs it, else by arrow keys."""

from collections.abc import Mapping

from wizard.services.terminal import is_spoken

LINES = "lines"
"""The setting that remembers the way."""
NUMBERS, ARROWS = "numbers", "arrows"


def way(env: Mapping[str, str], kept: object) -> str:
    """Numbers or arrows."""
    return NUMBERS if is_spoken(env) or kept == NUMBERS else ARROWS
