"""Which way the conversation is held: by numbers where a voice, braille or a simple terminal needs it, else by arrow keys."""

from collections.abc import Mapping

from wizard.system.terminal import prefers_line_mode

LINES = "lines"
"""The setting that remembers the way."""
NUMBERS, ARROWS = "numbers", "arrows"


def choose_input_mode(env: Mapping[str, str], kept: object) -> str:
    """Numbers or arrows."""
    return NUMBERS if prefers_line_mode(env) or kept == NUMBERS else ARROWS
