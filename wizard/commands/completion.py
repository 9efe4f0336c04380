"""`completion`: print a script with which a shell completes commands, options, steps, events, letters and topics."""

import re
import shlex
import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from wizard.content.content_loader import load_shipped_content
from wizard.core.account import account_kinds
from wizard.core.contact import CONTACT_KINDS
from wizard.core.content_models import Library
from wizard.core.event import NOTE, STEP_KINDS
from wizard.core.letter.selection import letter_kinds
from wizard.core.request_kinds import kind_targets
from wizard.core.residence import RESIDENCE, RESIDENCE_KINDS
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.people import other_people
from wizard.system.environment import state_path

from .context import CommandContext
from .parser import COMMANDS, build_parser

SHELLS = ("bash", "zsh", "fish", "powershell")
FILES = ("FILE", "EXPORT", "DIR")
"""The placeholders of arguments that are files or folders."""
FISH_STEPS = "_protect_my_photos_steps"
"""The function of fish that prints each step and its title."""
BASH_WORDS = r"""
# bash splits words such as country=DE at “=”. Here they are put together before they are completed, and from the answers
# the part before the “=” is taken off again. It must run in bash 3.2, which macOS has.
_protect_my_photos_words() {
  local words=() last=-1 cursor=0 position word typed
  for ((position = 0; position < ${#COMP_WORDS[@]}; position++)); do
    word="${COMP_WORDS[position]}"
    if ((last > 0)) && [[ "${words[last]}" != -* && ( "$word" == "=" || "${words[last]}" == *= ) ]]; then
      words[last]="${words[last]}$word"
    else
      last=$((last + 1))
      words[last]="$word"
    fi
    ((position == COMP_CWORD)) && cursor=$last
  done
  typed="${words[cursor]}"
  COMP_WORDS=("${words[@]}")
  COMP_CWORD=$cursor
  _shtab_protect_my_photos "$1" "$typed" "${words[cursor - 1]}"
  [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *= ]] && compopt -o nospace 2>/dev/null
  if [[ "$typed" == *=* && "$COMP_WORDBREAKS" == *=* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${typed%%=*}="}")
  fi
  return 0
}
complete -o filenames -F _protect_my_photos_words protect-my-photos
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("shell", choices=SHELLS, help=_("the shell that you use: {shells}", shells=", ".join(SHELLS)))
    parser.epilog = _(
        "Put this into the start file of your shell:\n"
        '  bash: eval "$(protect-my-photos completion bash)"\n'
        '  zsh: eval "$(protect-my-photos completion zsh)"\n'
        "  fish: protect-my-photos completion fish | source\n"
        "  PowerShell:\n"
        "    protect-my-photos completion powershell | Out-String | Invoke-Expression"
    )


def run(options: Namespace, context: CommandContext) -> int:
    """Print the completion script. With content that cannot be read, it completes commands and options alone."""
    import shtab

    parser = build_parser(tuple(COMMANDS))
    try:
        library = load_shipped_content()
        titles = _step_titles(library)
        values = {**_values_by_argument(library, _account_targets(context)), **_people_by_command()}
    except WizardError:  # a contributor's content: the shell must not fail for it, and other commands say what is wrong
        titles, values = {}, {}
    for command, action in _actions(parser):
        action.choices = tuple(values.get(f"{command} {action.dest}", ())) or action.choices
        if action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        if options.shell == "fish" and action.choices:  # fish shows this beside every single value
            action.help = str(action.metavar or action.dest).lower()
            if titles.keys() & action.choices:
                action.complete = _fish_steps(titles, action.choices)  # type: ignore[attr-defined]
    script = shtab.complete(parser, options.shell)
    sys.stdout.write(f"{script}\n{BASH_WORDS if options.shell == 'bash' else ''}")
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
        accounts = context.session.snapshot.accounts.accounts
    except WizardError:  # the script must not depend on the state file
        return []
    # The shell runs the script, so nothing that it could take for a command may stand in it.
    return [account.target for account in accounts if account.is_further and re.fullmatch(r"[A-Za-z0-9/:._-]+", account.target)]


def _people_by_command() -> Mapping[str, Iterable[str]]:
    """Return the names of the people at this computer that a shell can take as they are, for `--person` of every command."""
    try:
        people = other_people(state_path(None, {}))
    except WizardError:  # there is no home folder
        return {}
    names = [person.name for person in people if re.fullmatch(r"\w[\w.-]*", person.name)]
    return {f"{command} person": names for command in ("", *COMMANDS)}


def _values_by_argument(library: Library, accounts: Iterable[str]) -> Mapping[str, Iterable[str]]:
    """Return the possible values by command and argument."""
    requests = [*kind_targets(library), *accounts]
    account_events = (*account_kinds(library), *RESIDENCE_KINDS)
    steps = _step_titles(library)
    return {
        "answer answers": _answers(library),
        "mark target": [*steps, *requests, RESIDENCE, "contact/"],
        "mark event": dict.fromkeys([*STEP_KINDS, *library.outcomes, *account_events, *CONTACT_KINDS, NOTE]),
        "show step": steps,
        "why step": steps,
        "learn topic": library.articles,
        "letter letter": letter_kinds(library),
        "letter case": requests,
        "letter set": _letter_fields(library),
        "help topic": COMMANDS,
    }


def _step_titles(library: Library) -> dict[str, str]:
    """Return the titles of all steps by id, then by the last part of the id where it is unique."""
    titles = {id: step.title for id, step in library.steps.items()}
    names = Counter(id.partition("/")[2] for id in titles)
    return titles | {name: titles[id] for id in titles if names[name := id.partition("/")[2]] == 1}


def _fish_steps(titles: Mapping[str, str], choices: Iterable[str]) -> Mapping[str, object]:
    """Return how fish completes an argument that takes steps: it shows the title of each beside its id."""
    lines = (f"  printf '%s\\t%s\\n' {_fish_quoted(name)} {_fish_quoted(title)}" for name, title in titles.items())
    function = "\n".join((f"function {FISH_STEPS}", *lines, "end"))
    values = " ".join((f"({FISH_STEPS})", *(shlex.quote(each) for each in choices if each not in titles)))
    return {"fish": values, "preamble": {"fish": function}}


def _fish_quoted(text: str) -> str:
    r"""Quote a text for fish, which takes “\” and “'” between single quotes for a backslash and a quote."""
    return "'{}'".format(text.replace("\\", r"\\").replace("'", r"\'"))


def _answers(library: Library) -> Iterator[str]:
    """Yield NAME=VALUE for each question and each of its answers."""
    for question in library.questions:
        codes = {"country": library.countries, "region": library.regions}.get(question.kind)
        yield from (f"{question.id}={value}" for value in codes or (option.id for option in question.choices))
        yield f"{question.id}=skip"


def _letter_fields(library: Library) -> Iterable[str]:
    """Return FIELD= for each field of a letter, and FIELD=VALUE where there is a choice."""
    fields = [field for letter in library.letters.values() for field in letter.fields]
    choices = (f"{field.id}={option.id}" for field in fields for option in field.choices)
    return dict.fromkeys([*(f"{field.id}=" for field in fields if not field.choices), *choices])
