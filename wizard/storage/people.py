"""Several people at one computer: each has a state file of their own, beside that of the first person.

A name is text from outside, so it never becomes part of a path: the file is named after a hash of the folded name. The name
itself stands in the settings of the file, so that the people can be listed, and versions before this one carry it along.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.system.disk import read_limited
from wizard.system.environment import STATE_VARIABLE, quoted, state_option, state_path

from .ownership import decode

PERSON = "person"
"""The setting that holds the name of the person, as it is shown."""
MAX_NAME_LENGTH = 100
"""Characters that a name may have; a longer one is refused, since two people could have the same beginning."""
_FILE = r"state-[0-9a-f]{16}\.json"
_FILE_START = r"state-[0-9a-f]{16}(?![0-9a-z])"
_ACCENTS = "[\u0300-\u036f]+"
"""Patterns. They are compiled when one is needed, since most starts need none."""


class Person(NamedTuple):
    """Someone with a state file. `name` is "" if it cannot be read."""

    name: str
    path: Path


def chosen_state_path(state: str | None, person: str | None, env: Mapping[str, str]) -> Path:
    """Return the path of the state file that the options and the environment name.

    Raises WizardError if a file and a person are named at once, or if no file can have this name.
    """
    if person is None:
        return state_path(state, env)
    if state is not None or env.get(STATE_VARIABLE):
        raise WizardError("person-and-state", variable=STATE_VARIABLE)
    return person_path(person, state_path(None, {}))


def person_path(name: str, first: Path) -> Path:
    """Return the path of the state file of this person; `first` is the file of the first person.

    Raises WizardError if the name is empty or too long.
    """
    from hashlib import sha256

    folded = _fold(clean_person_name(name))
    return first.with_name(f"state-{sha256(folded.encode()).hexdigest()[:16]}.json")


def clean_person_name(name: str) -> str:
    """Return a name as it is shown. Raises WizardError if nothing visible is left of it, or if it is too long."""
    from unicodedata import category, normalize

    cleaned = normalize("NFC", sanitize_line(name, MAX_NAME_LENGTH + 1))
    if not any(category(character)[0] in "LNPS" for character in cleaned):
        raise WizardError("person-unnamed")
    if len(cleaned) > MAX_NAME_LENGTH:
        raise WizardError("person-name-too-long", limit=MAX_NAME_LENGTH)
    return cleaned


def _fold(name: str) -> str:
    """Return a name without case and accents: who types “zoe” means “Zoë”."""
    # Only the accents of Latin, Greek and Cyrillic letters: in other scripts a mark can be a vowel, and make another name.
    from unicodedata import normalize

    return re.sub(_ACCENTS, "", normalize("NFKD", normalize("NFKD", name).casefold())) or name


def first_person_path(path: Path) -> Path | None:
    """Return the state file of the first person if `path` is that, or one beside it that belongs to a person; else None."""
    try:
        first = state_path(None, {})
    except WizardError:  # there is no home folder
        return None
    return first if path == first or (path.parent == first.parent and re.fullmatch(_FILE, path.name)) else None


def other_people(path: Path) -> tuple[Person, ...]:
    """Return the people beside the first one, sorted by name; none if `path` is a state file that was named by its path."""
    first = first_person_path(path)
    if first is None:
        return ()
    names: list[str] = []
    with suppress(OSError):  # there is no folder yet
        names = [name for name in os.listdir(first.parent) if re.fullmatch(_FILE, name)]  # noqa: PTH208 - faster than pathlib
    people = (Person(_stored_name(first.with_name(name)), first.with_name(name)) for name in names)
    return tuple(sorted(people, key=lambda person: (not person.name, person.name.casefold(), person.path.name)))


def has_other_people(path: Path) -> bool:
    """Return True if somebody beside the person of this file has one here; nothing is read but the names of the files."""
    first = first_person_path(path)
    if first is None:
        return False
    with suppress(OSError):
        return path != first or any(re.fullmatch(_FILE, name) for name in os.listdir(first.parent))  # noqa: PTH208 - faster than pathlib
    return False


def _stored_name(path: Path) -> str:
    """Return the name in a state file, or in its backup; "" if it cannot be read, or is not the name of this file."""
    for file in (path, path.with_name(f"{path.name}.bak")):
        with suppress(OSError, ValueError, RecursionError, WizardError):
            data = decode(read_limited(file))
            name = name_in_settings(data.get("settings") if isinstance(data, dict) else None, path)
            if name:
                return name
    return ""


def name_in_settings(settings: object, path: Path) -> str:
    """Return the name in the settings of a state file; "" if there is none, or it is not the name of this file."""
    name = settings.get(PERSON) if isinstance(settings, Mapping) else None
    with suppress(WizardError):
        return clean_person_name(name) if isinstance(name, str) and person_path(name, path) == path else ""
    return ""


def keep_name(settings: dict[str, object], name: object) -> None:
    """Keep whose file this is: a copy that was merged in may be that of someone else."""
    if name:
        settings[PERSON] = name
    else:
        settings.pop(PERSON, None)


def belongs_to_other_file(name: str, path: Path) -> bool:
    """Return True if a file is named after the state file of a person, and `path` is another state file."""
    start = re.match(_FILE_START, name)
    return start is not None and start[0] != path.stem


def start_option(state: str | None, person: str) -> str:
    """Return the option that selects the same state file again, quoted and with a leading space; "" for the default file."""
    return f" --person {quoted(person)}" if person else state_option(state)
