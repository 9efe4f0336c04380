"""`completion`: print a script with which a shell completes commands, options, steps, events, letters and topics."""

import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Iterator, Mapping

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.core.letter.selection import letter_kinds
from wizard.core.request_kinds import request_targets
from wizard.i18n import _

from .context import CommandContext
from .parser import COMMANDS, build_parser

SHELLS = ("bash", "zsh", "fish", "powershell")
FILES = ("FILE", "EXPORT", "DIR")
"""The placeholders of arguments that are files or folders."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("shell", choices=SHELLS, help=_("the shell that you use"))
    parser.epilog = _(
        'bash: eval "$(protect-my-photos completion bash)"; '
        "fish: protect-my-photos completion fish | source; each in the shell's start file"
    )


def run(options: Namespace, _context: CommandContext) -> int:
    """Print the completion script."""
    import shtab

    parser = build_parser(tuple(COMMANDS))
    values = _values_by_argument(load_shipped_content())
    for command, action in _actions(parser):
        action.choices = tuple(values.get(f"{command} {action.dest}", ())) or action.choices
        if action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    sys.stdout.write(f"{shtab.complete(parser, options.shell)}\n")
    return 0


def _actions(parser: ArgumentParser, command: str = "") -> Iterator[tuple[str, Action]]:
    """Yield every argument of every command, with the command's name."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, subparser in action.choices.items():
                yield from _actions(subparser, f"{command} {name}".strip())
        else:
            yield command, action


def _values_by_argument(library: Library) -> Mapping[str, Iterable[str]]:
    """Return the possible values by command and argument."""
    requests = request_targets(library)
    return {
        "mark target": [*library.steps, *requests],
        "mark event": dict.fromkeys([*STEP_KINDS, *library.outcomes]),
        "why step": library.steps,
        "learn topic": library.articles,
        "letter letter": letter_kinds(library),
        "letter case": requests,
    }
