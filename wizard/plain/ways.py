"""The ways past a question, said briefly with each one and in full the first time."""

from .teller import Prompt

FIRST_TIME = (
    "Press Enter after what you type. Instead of an answer you can always type one of these letters, and each question names them:"
)
GENERAL_HELP = (
    "Everything you answer or record is saved at once, so you can leave with q at any time and go on later. "
    "Instead of a number you can type the beginning of the words."
)


def ways(prompt: Prompt) -> str:
    """The letters that work here."""
    found = ["b goes back"] if prompt.can_go_back else []
    found += ["s skips"] if prompt.can_skip else []
    found += ["w says why we ask"] if prompt.why else []
    return f"{', '.join([*found, '? helps and repeats', 'q leaves'])}."
