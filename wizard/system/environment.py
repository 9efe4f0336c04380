"""What the environment decides: the state file, the date and the clock, and the command that starts the program."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from wizard.child_process import python_name
from wizard.core.sanitize import escape_line
from wizard.errors import WizardError

from .crash import is_folder_gone

STATE_VARIABLE = "PROTECT_MY_PHOTOS_STATE"
TODAY_VARIABLE = "PROTECT_MY_PHOTOS_TODAY"
NAME = "protect-my-photos"
NEIGHBOUR_BYTES = 40
"""Bytes that a file beside the state file may add to its name. The longest addition is `.broken-DATE` with 32 bytes."""
MAX_NAME, MAX_PATH = 255, 4096
"""Bytes that a name and a path may have if the system does not give its limits."""
SHOWN_NAME = 60
"""Characters of a too long name that a message repeats."""

PACKAGE = "wizard"
"""The package, as in `python -m wizard`."""
UV_FOLDERS = frozenset({"archive-v0", "environments-v2", "builds-v0"})
"""Folders of the cache of uv, in which `uvx` starts programs."""
PIPX_FOLDERS = frozenset({"cache", ".cache"})
"""Folders in which `pipx run` starts programs; those of `pipx install` are in PATH."""


def state_path(option: str | None, env: Mapping[str, str]) -> Path:
    """Return the path of the state file: of the option, else of the environment, else in the user's folder for state.

    Links are followed, so that writing replaces the file that they lead to. An empty option is refused: it comes from a
    variable that a script forgot to set, and another file than the one that was meant would be changed or removed.

    Raises WizardError if no file can have this name, or if the home folder is needed and unknown.
    """
    if option == "":
        raise WizardError("state-name-impossible")
    named = option or env.get(STATE_VARIABLE)
    if named:
        path = _resolve(os.path.expanduser(named))  # noqa: PTH111 - keeps ~name if there is no such user
        if not path.name:
            raise WizardError("state-is-folder", path=path)
        return _checked_length(path)
    folder = state_folder()
    if folder is None:
        raise WizardError("home-unknown")
    return _checked_length(_resolve(folder / "state.json"))


def state_folder() -> Path | None:
    """Return the folder of this program in the user's folder for state, existing or not; None without a home folder."""
    from platformdirs import user_state_path

    with suppress(RuntimeError):  # there is no home folder
        folder = user_state_path(NAME, appauthor=False)
        return folder if folder.is_absolute() else None
    return None


def _resolve(named: str | Path) -> Path:
    """Return the path with its links followed. Raises WizardError if it depends on a folder that is gone."""
    try:
        return Path(os.path.realpath(named))
    except ValueError as error:
        raise WizardError("state-name-impossible") from error
    except OSError as error:
        if not is_folder_gone():
            raise
        raise WizardError("state-folder-gone", path=named) from error


def _checked_length(path: Path) -> Path:
    """Return the path. Raises WizardError if backup, lock and drafts beside it would have too long a name or path."""
    limits = ((path.name, "PC_NAME_MAX", MAX_NAME), (str(path), "PC_PATH_MAX", MAX_PATH - 1))
    for text, limit_name, usual in limits:
        if len(os.fsencode(text)) + NEIGHBOUR_BYTES > _limit(path, limit_name, usual):
            raise WizardError("state-name-too-long", name=text[:SHOWN_NAME])
    return path


def _limit(path: Path, limit_name: str, usual: int) -> int:
    """Return a system limit in bytes by its name for `os.pathconf`; `usual` if the system does not give it."""
    with suppress(AttributeError, OSError, ValueError):  # unknown on Windows, and if the folder does not exist yet
        return os.pathconf(path.parent, limit_name)
    return usual


def program_command(started_as: str, env: Mapping[str, str]) -> str:
    """Return the command that starts this program again on this computer, quoted.

    It is the name if that is found in PATH, the command of a tool that runs programs without installing them, `python -m`
    with the interpreter in use, or else the path it was started by.
    """
    from shutil import which

    path = Path(started_as)
    if path.name == "__main__.py" and path.parent.name == PACKAGE:
        return f"{quoted(python_name())} -m {PACKAGE}"
    if path.stem != NAME or which(NAME, path=env.get("PATH", "")):
        return NAME
    folders = {part.lower() for part in path.parts}
    if "uv" in folders and folders & UV_FOLDERS:  # the path of a cache is gone sooner or later
        return f"uvx {NAME}"
    if "pipx" in folders and folders & PIPX_FOLDERS:
        return f"pipx run {NAME}"
    try:
        return quoted(str(path.relative_to(Path.cwd())))
    except (ValueError, FileNotFoundError):  # it is not below the current folder, or that was removed
        return quoted(started_as)


def state_option(state: str | None) -> str:
    """Return the option that selects this state file, quoted and with a leading space; "" for the default file."""
    return f" --state {quoted(state)}" if state else ""


def quoted(name: str) -> str:
    r"""Quote a name for a shell. Control characters are escaped as in $'a\x1bb', which most shells understand."""
    from shlex import quote

    shown = escape_line(name)
    if shown == name:
        return quote(name)
    inner = "".join(f"\\{character}" if character in "\\'" else escape_line(character) for character in name)
    return f"$'{inner}'"


def current_date(env: Mapping[str, str]) -> date:
    """Return the local date, or the date that the environment fixes. Raises WizardError if that is not a date."""
    fixed = env.get(TODAY_VARIABLE)
    if not fixed:
        return local_now().date()
    try:
        return date.fromisoformat(fixed)
    except ValueError as error:
        raise WizardError("today-not-a-day", variable=TODAY_VARIABLE, text=fixed) from error


def local_now() -> datetime:
    """Return the present moment in the time zone of this computer; in UTC if TZ names a zone that cannot exist."""
    try:
        return datetime.now().astimezone()
    except ValueError:  # more than a day away from UTC
        return datetime.now(UTC)


def clock(env: Mapping[str, str]) -> Callable[[], datetime]:
    """Return a function that returns the present moment in UTC, with the date that the environment fixes, if it does.

    Raises WizardError if that is not a date.
    """
    if not env.get(TODAY_VARIABLE):
        return lambda: datetime.now(UTC)
    day = current_date(env)
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
