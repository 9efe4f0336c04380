"""The sentences for wrong usage: an unknown command, option or value, with what was probably meant."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterable, Sequence

from wizard.core.formatting import join_with_or
from wizard.core.sanitize import sanitize_line
from wizard.core.typed_words import closest_matches
from wizard.i18n import _

SHOWN = 60
"""Characters of a mistyped word that a message repeats."""
OPTION_SIMILARITY = 0.7
"""How similar an option must be to be suggested: `--jsn` to `--json`, but not `--json` to `--person`."""
OTHER_WORDS = {
    "undo": "mark --undo",
    "done": "mark STEP done",
    "skip": "mark STEP skipped",
    "note": "mark TARGET note --note TEXT",
    "step": "show",
    "open": "show",
    "find": "search",
    "faq": "learn",
    "article": "learn",
    "articles": "learn",
    "print": "plan -o plan.html",
    "pdf": "plan -o plan.pdf",
    "ics": "calendar",
    "dates": "calendar",
    "country": "countries",
    "objection": "letter objection",
    "complaint": "letter --list",
    "export": "state export",
    "import": "state import",
    "wipe": "state wipe",
    "delete": "state wipe",
    "reset": "state wipe",
    "questions": "answer --list",
}
"""What people type for commands that have another name."""


def unknown_value_message(action: Action, value: object, commands: Iterable[str]) -> str:
    """Return the sentence for a value that the argument does not take.

    `commands` are all commands; the parser knows only those that are named on the command line.
    """
    text, choices = sanitize_line(str(value), SHOWN), [str(choice) for choice in action.choices or ()]
    if isinstance(action, _SubParsersAction):
        return _unknown_command_message(text, list(commands) if action.dest == "command" else choices)
    name = "/".join(action.option_strings) or str(action.metavar or action.dest)
    message = _("{name} cannot be “{value}”.", value=text, name=name)
    close = closest_matches(text.lower(), choices)
    if close:
        return " ".join((message, _("Did you mean “{close}”?", close=close[0])))
    return " ".join((message, _("Choose from: {choices}.", choices=", ".join(choices))))


def _unknown_command_message(text: str, commands: Sequence[str]) -> str:
    message = _("There is no command “{command}”.", command=text)
    word = text.lower()
    close = [OTHER_WORDS[word]] if word in OTHER_WORDS else closest_matches(word, commands, 3)
    if close:
        return " ".join((message, _("Did you mean {close}?", close=join_with_or(f"`{each}`" for each in close))))
    return " ".join((message, _("Choose from: {choices}.", choices=", ".join(commands))))


def unknown_words_message(parser: ArgumentParser, words: Sequence[str]) -> str:
    """Return the sentence for words that no argument of this command takes."""
    word = words[0]
    name = word.partition("=")[0]
    text = sanitize_line(name if word.startswith("-") else word, SHOWN)
    if not word.startswith("-"):
        return _("`{command}` takes no “{word}”.", command=parser.prog, word=text)
    message = _("`{command}` has no option “{option}”.", command=parser.prog, option=text)
    # Without their dashes, which make any two short options similar.
    options = {option.lstrip("-"): option for option in parser._option_string_actions if _is_long(option) == _is_long(word)}
    close = closest_matches(name.lstrip("-"), options, similarity=OPTION_SIMILARITY)
    return " ".join((message, _("Did you mean `{close}`?", close=options[close[0]]))) if close else message


def _is_long(option: str) -> bool:
    """Return True for a long option."""
    return option.startswith("--")
