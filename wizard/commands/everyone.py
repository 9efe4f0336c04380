"""`--everyone`: what a command says of all people at this computer."""

import sys
from typing import NamedTuple

from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import escape_line
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import _
from wizard.storage.people import Person, other_people
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.system.environment import STATE_VARIABLE, clock, current_date
from wizard.views.people import FIRST_PERSON

from .context import CommandContext


class PersonSnapshot(NamedTuple):
    """The snapshot of one person; `key` tells people apart, and `name` is "" for the first one, as is the key."""

    key: str
    name: str
    snapshot: Snapshot


def everyone(context: CommandContext, answers: str | None = None) -> tuple[PersonSnapshot, ...]:
    """Return the snapshots of all people, the first one at the front if they have a file.

    Raises WizardError if one state file is named at the same time, or if nobody has one.
    """
    if context.person is not None or context.state or answers or context.env.get(STATE_VARIABLE):
        raise WizardError("everyone-and-one", variable=STATE_VARIABLE)
    first = context.store.path
    people = [Person("", first)] if first.exists() else []
    snapshots = [_snapshot(context, each) for each in (*people, *other_people(first)) if each.name or each.path == first]
    for path in (each.path for each in other_people(first) if not each.name):
        sys.stderr.write(_("Left out, since it cannot be read whose file it is: {path}", path=escape_line(path)) + "\n")
    return tuple(snapshots) or (PersonSnapshot("", "", context.session.case),)


def _snapshot(context: CommandContext, person: Person) -> PersonSnapshot:
    """Return the snapshot of one person; notices about their file are printed."""
    store = Store(person.path)
    session = Session(load_shipped_content(), store, current_date(context.env), clock(context.env), person=person.name or None)
    for notice in store.notices:
        sys.stderr.write(f"{escape_line(notice)}\n")
    return PersonSnapshot(person.path.stem if person.name else "", person.name, session.case)


def shown_name(person: PersonSnapshot) -> str:
    """Return the name of a person, or what the first one is called."""
    return person.name or _(FIRST_PERSON)
