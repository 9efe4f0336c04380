"""What a command works at: the environment, the state file that is meant, and a session opened when it is first needed."""

import sys
from collections.abc import Mapping
from functools import cached_property

from wizard.services.library import shipped
from wizard.services.places import clock, state_path, today
from wizard.services.session import Session
from wizard.services.store import Store


class Desk:
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
        return Session(shipped(), self.store, today(self.env), clock(self.env))

    def tell_notices(self) -> None:
        """Say on standard error what was set aside, if anything was."""
        for notice in self.__dict__["store"].notices if "store" in self.__dict__ else ():
            sys.stderr.write(f"{notice}\n")
