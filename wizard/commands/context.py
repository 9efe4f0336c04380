"""What a command works at: the environment, the state file that is meant, and a session opened when it is first needed."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import escape_line
from wizard.errors import WizardError
from wizard.storage.session import Session
from wizard.storage.store import Store
from wizard.system.desktop import write_document
from wizard.system.environment import clock, current_date, state_path
from wizard.system.protected_files import protect_progress, refuse_protected


class CommandContext:
    """The environment and the `--state` option of one call."""

    def __init__(self, env: Mapping[str, str], state: str | None) -> None:
        self.env = env
        self.state = state

    @cached_property
    def store(self) -> Store:
        """The state file."""
        return Store(state_path(self.state, self.env))

    @cached_property
    def session(self) -> Session:
        """The session. Raises WizardError when the state file cannot be used."""
        return Session(load_shipped_content(), self.store, current_date(self.env), clock(self.env))

    def check_output(self, file: str | None) -> None:
        """Raise WizardError if this output would replace an input or the user's progress: asked before anything is done."""
        if file:
            with suppress(WizardError):  # a command that needs no state says nothing of a place where there can be none
                protect_progress(self.store.own_paths)
            refuse_protected(Path(os.path.expanduser(file)))  # noqa: PTH111 - a home that is unknown stays as it is written

    def write(self, file: str, text: str, *, replace: bool = True) -> Path:
        """Write a document and return its whole path. With `replace`, it takes the place of what is there."""
        self.check_output(file)
        return write_document(Path(file), text, replace=replace)

    def print_notices(self) -> None:
        """Say on standard error what was set aside, if anything was."""
        for notice in self.__dict__["store"].notices if "store" in self.__dict__ else ():
            sys.stderr.write(f"{escape_line(notice)}\n")
