"""Choose between numbered prompts and arrow-key prompts."""

from collections.abc import Mapping

from wizard.system.terminal import prefers_line_mode
from wizard.views.settings import ARROWS, NUMBERS


def choose_input_mode(env: Mapping[str, str], stored: object) -> str:
    """Return NUMBERS or ARROWS.

    Numbers are chosen if the environment asks for accessible output or has a simple terminal, or if they are set.
    """
    return NUMBERS if prefers_line_mode(env) or stored == NUMBERS else ARROWS
