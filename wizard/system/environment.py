"""Where files live, which day it is, and by which words the program is found: what the environment may decide."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from wizard.core.sanitize import escape_line
from wizard.errors import WizardError

from .crash import is_folder_gone

STATE_VARIABLE = "PROTECT_MY_PHOTOS_STATE"
TODAY_VARIABLE = "PROTECT_MY_PHOTOS_TODAY"
NAME = "protect-my-photos"
NEIGHBOUR_BYTES = 40
"""Room for what the names of files beside the state file add to its own. The longest is `.broken-DATE`, with 32 bytes."""
MAX_NAME, MAX_PATH = 255, 4096
"""How many bytes a name and a path may have where the system does not say."""
SHOWN_NAME = 60


def state_path(option: str | None, env: Mapping[str, str]) -> Path:
    """The state file: the one named on the command line, else by the environment, else the user's own.

    Links are followed, so that writing replaces the file that they lead to. Raises WizardError for a name that no file can
    have, and where nobody knows the user's own folder.
    """
    named = option or env.get(STATE_VARIABLE)
    if named:
        path = _followed(os.path.expanduser(named))  # noqa: PTH111 - a home that is unknown stays as it is written
        if not path.name:
            raise WizardError(f"{path} is a folder, so your progress cannot be kept there.", "Name a file with --state FILE.")
        return _fitting(path)
    from platformdirs import user_state_path

    try:
        folder = user_state_path(NAME, appauthor=False)
    except RuntimeError:  # how it says that there is no home folder
        folder = Path()
    if not folder.is_absolute():
        raise WizardError("It is not known where your home folder is.", "Name a file for your progress with --state FILE.")
    return _fitting(_followed(folder / "state.json"))


def _followed(named: str | Path) -> Path:
    """Return the path with its links followed. Raises WizardError if it depends on a folder that is gone."""
    try:
        return Path(os.path.realpath(named))
    except ValueError as error:
        raise WizardError("No file can have the name that was given for your progress.", "Use --state FILE.") from error
    except OSError as error:
        if not is_folder_gone():
            raise
        raise WizardError(
            f"{named} cannot be found: the folder you are in is gone.",
            "Go to another folder, or give the whole path of the file.",
        ) from error


def _fitting(path: Path) -> Path:
    """Return the path. Raises WizardError if it is so long that the backup and its neighbours could not be written beside it."""
    limits = ((path.name, "PC_NAME_MAX", MAX_NAME), (str(path), "PC_PATH_MAX", MAX_PATH - 1))
    for text, which, usual in limits:
        if len(os.fsencode(text)) + NEIGHBOUR_BYTES > _limit(path, which, usual):
            raise WizardError(
                f"The name “{text[:SHOWN_NAME]}…” is too long: copies of your progress are kept beside it under longer names.",
                "Name another file with --state FILE.",
            )
    return path


def _limit(path: Path, which: str, usual: int) -> int:
    """Return how many bytes a name or a path may have on this system."""
    with suppress(AttributeError, OSError, ValueError):  # unknown on Windows, and where the folder is not there yet
        return os.pathconf(path.parent, which)
    return usual


def program_command(started_as: str, env: Mapping[str, str]) -> str:
    """How a person starts the program: by its name where their shell finds it, else by the path by which it was started."""
    from shutil import which

    path = Path(started_as)
    if path.stem != NAME or which(NAME, path=env.get("PATH", "")):
        return NAME
    try:
        return quoted(str(path.relative_to(Path.cwd())))
    except (ValueError, FileNotFoundError):  # it lies elsewhere, or the present folder was removed
        return quoted(started_as)


def state_option(state: str | None) -> str:
    """Return the words that name this state file on a command line, with a space before them; "" for the user's own file."""
    return f" --state {quoted(state)}" if state else ""


def quoted(name: str) -> str:
    r"""Return a name as a shell takes it; what could steer the terminal stands as in $'a\x1bb', which most shells know."""
    from shlex import quote

    shown = escape_line(name)
    if shown == name:
        return quote(name)
    inner = "".join(f"\\{each}" if each in "\\'" else escape_line(each) for each in name)
    return f"$'{inner}'"


def current_date(env: Mapping[str, str]) -> date:
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
    day = current_date(env)
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
