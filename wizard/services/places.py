"""Where files live, which day it is, and by which words the program is found: what the environment may decide."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from wizard.errors import WizardError

STATE_VARIABLE = "PROTECT_MY_PHOTOS_STATE"
TODAY_VARIABLE = "PROTECT_MY_PHOTOS_TODAY"
NAME = "protect-my-photos"


def state_path(option: str | None, env: Mapping[str, str]) -> Path:
    """The state file: the one named on the command line, else by the environment, else the user's own.

    Links are followed, so that writing replaces the file that they lead to. Raises WizardError for a name that no file can
    have, and where nobody knows the user's own folder.
    """
    named = option or env.get(STATE_VARIABLE)
    if named:
        path = Path(os.path.realpath(os.path.expanduser(named)))  # noqa: PTH111 - a home that is unknown stays as it is written
        if not path.name:
            raise WizardError(f"{path} is a folder, so your progress cannot be kept there.", "Name a file with --state FILE.")
        return path
    from platformdirs import user_state_path

    try:
        folder = user_state_path(NAME, appauthor=False)
    except RuntimeError:  # how it says that there is no home folder
        folder = Path()
    if not folder.is_absolute():
        raise WizardError("It is not known where your home folder is.", "Name a file for your progress with --state FILE.")
    return Path(os.path.realpath(folder / "state.json"))


def called(started_as: str, env: Mapping[str, str]) -> str:
    """How a person starts the program: by its name where their shell finds it, else by the path by which it was started."""
    from shlex import quote
    from shutil import which

    path = Path(started_as)
    if path.stem != NAME or which(NAME, path=env.get("PATH", "")):
        return NAME
    try:
        return quote(str(path.relative_to(Path.cwd())))
    except (ValueError, FileNotFoundError):  # it lies elsewhere, or the present folder was removed
        return quote(started_as)


def today(env: Mapping[str, str]) -> date:
    """Today, or the day that the environment fixes. Raises WizardError for a day that is none."""
    fixed = env.get(TODAY_VARIABLE)
    if not fixed:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(fixed)
    except ValueError as error:
        raise WizardError(f"{TODAY_VARIABLE} is “{fixed}”, which is not a day.", "Write it like 2026-11-23.") from error


def clock(env: Mapping[str, str]) -> Callable[[], datetime]:
    """Return what tells this moment, in UTC. Where the environment fixes the day, every moment lies on that day.

    Raises WizardError for a day that is none.
    """
    if not env.get(TODAY_VARIABLE):
        return lambda: datetime.now(UTC)
    day = today(env)
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
