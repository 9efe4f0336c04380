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

LANG = "--lang"
"""The option of the program that counts for every command, and stands before it."""
MAY_BE_EMPTY = frozenset({"item_list", "minutes", "note", "person", "set"})
"""Options for which an empty value has a meaning, or a sentence of its own."""
FILE_METAVARS = frozenset({"EXPORT", "FILE"})
"""How the help names the arguments that are files. Other words may be empty, or have sentences of their own."""


def unknown_value_message(action: Action, value: object, commands: Iterable[str]) -> str:
    """Return the sentence for a value that the argument does not take.

    `commands` are all commands; the parser knows only those that are named on the command line.
    """
    text, choices = sanitize_line(str(value), SHOWN), [str(choice) for choice in action.choices or ()]
    if isinstance(action, _SubParsersAction):
        return _unknown_command_message(text, list(commands) if action.dest == "command" else choices)
    message = _("{name} cannot be “{value}”.", value=text, name=_argument_name(action))
    close = closest_matches(text.lower(), choices)
    if close:
        return " ".join((message, _("Did you mean “{close}”?", close=close[0])))
    return " ".join((message, _("Choose from: {choices}.", choices=", ".join(choices))))


def empty_value_message(action: Action) -> str:
    """Return the sentence for an option or a file that is given as an empty text; "" if it may be empty."""
    if action.dest in MAY_BE_EMPTY or not (action.option_strings or action.metavar in FILE_METAVARS):
        return ""
    return _("The value for {name} is empty.", name=_argument_name(action))


def _argument_name(action: Action) -> str:
    """Return an argument by the name that its help gives it."""
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


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
    misplaced = _misplaced_option_message(parser, name)
    if misplaced:
        return misplaced
    message = _("`{command}` has no option “{option}”.", command=parser.prog, option=text)
    # Without their dashes, which make any two short options similar.
    options = {option.lstrip("-"): option for option in parser._option_string_actions if _is_long(option) == _is_long(word)}
    close = closest_matches(name.lstrip("-"), options, similarity=OPTION_SIMILARITY)
    return " ".join((message, _("Did you mean `{close}`?", close=options[close[0]]))) if close else message


def _misplaced_option_message(parser: ArgumentParser, option: str) -> str:
    """Return the sentence for an option that is right, but on the wrong side of the command; "" if it is not one of these."""
    program, _space, command = parser.prog.partition(" ")
    if command and option == LANG:
        usage = f"{program} {option} CODE {command}"
        return _("{option} stands before the command: `{usage}`.", option=option, usage=usage)
    for name, own in () if command else _commands_of(parser):
        action = own._option_string_actions.get(option)
        if action:
            value = str(action.metavar or action.dest.upper()) if action.nargs != 0 else ""
            usage = " ".join(filter(None, (program, name, option, value)))
            return _("{option} stands after the command: `{usage}`.", option=option, usage=usage)
    return ""


def _commands_of(parser: ArgumentParser) -> Iterable[tuple[str, ArgumentParser]]:
    """Return the commands that the parser knows, by name."""
    return next((action.choices.items() for action in parser._actions if isinstance(action, _SubParsersAction)), ())


def _is_long(option: str) -> bool:
    """Return True for a long option."""
    return option.startswith("--")
