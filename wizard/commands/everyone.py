"""`--everyone`: what a command says of all people at this computer."""

import sys

from wizard.core.sanitize import escape_line
from wizard.core.snapshot import PersonSnapshot
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.everyone import snapshots_of_everyone
from wizard.system.environment import STATE_VARIABLE
from wizard.views.people import FIRST_PERSON

from .context import CommandContext


def everyone(context: CommandContext, answers: str | None = None) -> tuple[PersonSnapshot, ...]:
    """Return the snapshots of all people, the first one at the front if they have a file.

    Raises WizardError if one state file is named at the same time, or if nobody has one.
    """
    if context.person is not None or context.state or answers or context.env.get(STATE_VARIABLE):
        raise WizardError("everyone-and-one", variable=STATE_VARIABLE)
    found = snapshots_of_everyone(context.session)
    for notice in found.notices:
        sys.stderr.write(f"{escape_line(notice)}\n")
    for path in found.unnamed:
        sys.stderr.write(_("Left out, because the file doesn't say whose it is: {path}", path=escape_line(path)) + "\n")
    return found.people or (PersonSnapshot("", "", context.session.snapshot),)


def shown_name(person: PersonSnapshot) -> str:
    """Return the name of a person, or what the first one is called."""
    return person.name or _(FIRST_PERSON)
