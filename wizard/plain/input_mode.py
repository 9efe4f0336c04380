"""Choose between numbered prompts and arrow-key prompts."""

from collections.abc import Mapping

from wizard.system.terminal import prefers_line_mode

LINES = "lines"
"""Key of the setting that stores the choice; the values are NUMBERS and ARROWS."""
NUMBERS, ARROWS = "numbers", "arrows"


def choose_input_mode(env: Mapping[str, str], stored: object) -> str:
    """Return NUMBERS or ARROWS.

    Numbers are chosen if the environment asks for accessible output or has a simple terminal, or if they are set.
    """
    return NUMBERS if prefers_line_mode(env) or stored == NUMBERS else ARROWS
