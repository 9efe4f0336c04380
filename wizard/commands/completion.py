"""`completion`: print a script with which a shell completes commands, options, steps, events, letters and topics."""

import re
import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Iterator, Mapping

from wizard.content.content_loader import load_shipped_content
from wizard.core.account import account_kinds
from wizard.core.content_models import Library
from wizard.core.event import STEP_KINDS
from wizard.core.letter.selection import letter_kinds
from wizard.core.request_target import REQUEST_PREFIX
from wizard.core.residence import RESIDENCE, RESIDENCE_KINDS
from wizard.errors import WizardError
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


def run(options: Namespace, context: CommandContext) -> int:
    """Print the completion script."""
    import shtab

    parser = build_parser(tuple(COMMANDS))
    values = _values_by_argument(load_shipped_content(), _account_targets(context))
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


def _account_targets(context: CommandContext) -> list[str]:
    """Return the targets of further accounts that a shell can take as they are. Other nicknames are left out."""
    try:
        accounts = context.session.case.accounts.accounts
    except WizardError:  # the script must not depend on the state file
        return []
    # The shell runs the script, so nothing that it could take for a command may stand in it.
    return [account.target for account in accounts if account.is_further and re.fullmatch(r"[A-Za-z0-9/:._-]+", account.target)]


def _values_by_argument(library: Library, accounts: Iterable[str]) -> Mapping[str, Iterable[str]]:
    """Return the possible values by command and argument."""
    forms = (f"{REQUEST_PREFIX}{step.records.case}" for step in library.steps.values() if step.records)
    objections = dict.fromkeys([*forms, *accounts])
    return {
        "mark target": [*library.steps, *objections, RESIDENCE],
        "mark event": dict.fromkeys([*STEP_KINDS, *library.outcomes, *account_kinds(library), *RESIDENCE_KINDS]),
        "why step": library.steps,
        "learn topic": library.articles,
        "letter letter": letter_kinds(library),
        "letter case": objections,
    }
