"""All people at this computer: the plan of each, from their own state file."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from wizard.core.snapshot import PersonSnapshot
from wizard.system.protected_files import protect_progress, protect_progress_of_others

from .people import Person, first_person_path, other_people
from .session import Session
from .store import Store


class Everyone(NamedTuple):
    """The snapshots of all people, the first one at the front; the files that are left out; notices about the others."""

    people: tuple[PersonSnapshot, ...]
    unnamed: tuple[Path, ...] = ()
    notices: tuple[str, ...] = ()


def snapshots_of_everyone(session: Session) -> Everyone:
    """Return the snapshots of all people who have a file beside that of the session."""
    first = first_person_path(session.store.path) or session.store.path
    others = other_people(first)
    people: Sequence[Person] = [*([Person("", first)] if first.exists() else []), *(each for each in others if each.name)]
    found: list[PersonSnapshot] = []
    notices: list[str] = []
    for person in people:
        is_open = person.path == session.store.path
        own = session if is_open else Session(session.library, Store(person.path), session.today, person=person.name or None)
        found.append(PersonSnapshot(person.path.stem if person.name else "", person.name, own.snapshot))
        if own is not session:
            protect_progress_of_others(own.store.own_paths)
            notices += own.store.notices
    protect_progress(session.store.own_paths)
    return Everyone(tuple(found), tuple(each.path for each in others if not each.name), tuple(notices))


def people_here(session: Session) -> Sequence[PersonSnapshot]:
    """Return the snapshots of all people who have a file; that of the session if nobody has one yet."""
    return snapshots_of_everyone(session).people or (PersonSnapshot("", session.person, session.snapshot),)
