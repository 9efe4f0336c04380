"""Shared context of one command: environment, state file, and a session opened on first use."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import escape_line
from wizard.errors import WizardError
from wizard.storage.people import chosen_state_path, first_person_path, other_people
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.system.environment import clock, current_date
from wizard.system.protected_files import protect_progress, protect_progress_of_others, refuse_protected


class CommandContext:
    """The environment and the options `--state` and `--person` of one call; None for the default file."""

    def __init__(self, env: Mapping[str, str], state: str | None, person: str | None = None) -> None:
        self.env = env
        self.state = state
        self.person = person

    @cached_property
    def store(self) -> Store:
        """Return the state file; it is not read yet. Raises WizardError if no file can have this name."""
        return Store(chosen_state_path(self.state, self.person, self.env))

    @cached_property
    def session(self) -> Session:
        """Return the session, opened on first use. Raises WizardError if the state file cannot be used."""
        return Session(load_shipped_content(), self.store, current_date(self.env), clock(self.env), person=self.person)

    def check_output(self, file: str | None) -> None:
        """Raise WizardError if this output would replace an input or the user's progress. Call it before any work is done."""
        if file:
            with suppress(WizardError):  # a command that needs no state also runs without a valid state path
                protect_progress(self.store.own_paths)
                for path in (first_person_path(self.store.path), *(each.path for each in other_people(self.store.path))):
                    protect_progress_of_others(Store(path).own_paths if path else ())
            refuse_protected(Path(os.path.expanduser(file)))  # noqa: PTH111 - keeps ~name if there is no such user

    def write(self, file: str, content: str | bytes | Iterable[str], *, replace: bool = True) -> Path:
        """Write a document, whose text may come in pieces, and return its full path.

        With `replace`, an existing file is replaced.

        Raises WizardError if it cannot be written, or would replace an input or the user's progress.
        """
        self.check_output(file)
        from wizard.system.desktop import write_document  # late: most commands write no file, and loading it takes some 2 ms

        return write_document(Path(file), content, replace=replace)

    def print_notices(self) -> None:
        """Print the notices about the state file on standard error, if the state file was used."""
        for notice in self.__dict__["store"].notices if "store" in self.__dict__ else ():
            sys.stderr.write(f"{escape_line(notice)}\n")
