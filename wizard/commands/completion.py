"""`completion`: what a shell needs to complete commands, options, steps, events, letters and topics."""

import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Iterator, Mapping

from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.core.letter.selection import letter_kinds

from .context import CommandContext
from .parser import COMMANDS, build_parser

SHELLS = ("bash", "zsh", "fish", "powershell")
FILES = ("FILE", "EXPORT", "DIR")
"""The placeholders that stand for files."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that you use")
    parser.epilog = (
        'bash: eval "$(protect-my-photos completion bash)"; '
        "fish: protect-my-photos completion fish | source; each in the shell's start file"
    )


def run(options: Namespace, _: CommandContext) -> int:
    """Print the completion."""
    import shtab

    made = build_parser(tuple(COMMANDS))
    words = _words(load_shipped_content())
    for command, action in _actions(made):
        action.choices = tuple(words.get(f"{command} {action.dest}", ())) or action.choices
        if action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    sys.stdout.write(f"{shtab.complete(made, options.shell)}\n")
    return 0


def _actions(made: ArgumentParser, command: str = "") -> Iterator[tuple[str, Action]]:
    """Every argument of every command, with the command's name."""
    for action in made._actions:
        if isinstance(action, _SubParsersAction):
            for name, below in action.choices.items():
                yield from _actions(below, f"{command} {name}".strip())
        else:
            yield command, action


def _words(library: Library) -> Mapping[str, Iterable[str]]:
    """What can stand for which argument."""
    cases = dict.fromkeys(f"case/{step.records.case}" for step in library.steps.values() if step.records)
    return {
        "mark target": [*library.steps, *cases],
        "mark event": dict.fromkeys([*STEP_KINDS, *library.outcomes]),
        "why step": library.steps,
        "learn topic": library.articles,
        "letter letter": letter_kinds(library),
        "letter case": cases,
    }
