"""Files that no document may replace: whatever this run was given to read, and the files that hold the user's progress.

They are remembered for the whole process, so that a front end also refuses to save a plan over an export read before.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wizard.errors import WizardError

_inputs: dict[str, None] = {}
_progress: list[str] = []


def protect_inputs(paths: Iterable[Path]) -> None:
    """Remember files and folders that are read."""
    _inputs.update(dict.fromkeys(map(_real_path, paths)))


def protect_progress(paths: Iterable[Path]) -> None:
    """Remember the state file in use, and the files beside it that belong to it."""
    _progress[:] = map(os.path.realpath, paths)


def refuse_protected(path: Path) -> None:
    """Raise WizardError if writing to this file would change something that is read, or the user's progress."""
    target = _real_path(path)
    if any(_is_same(target, each) for each in _progress):
        raise WizardError(f"{target} belongs to your saved progress, so it is not replaced.", "Name another file.")
    for given in _inputs:
        if _is_same(target, given) or _is_linked_into(target, given):
            raise WizardError(f"{target} is one of the files that are read, so it is not replaced.", "Name another file.")
        if any(_is_same(str(parent), given) for parent in Path(target).parents):
            raise WizardError(
                f"{target} lies in a folder that is read, so nothing is written there.", "Name a file in another folder."
            )


def refuse_progress_as_input(path: Path) -> None:
    """Raise WizardError if this file is the state file in use or belongs to it: writing would change what is read."""
    if any(_is_same(_real_path(path), each) for each in _progress):
        raise WizardError(f"{path} belongs to your saved progress here, so there is nothing to merge.", "Name another copy.")


def _real_path(path: Path) -> str:
    """Return the path with all links followed; a name that no system takes stays as it is, and the writing refuses it."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _is_same(one: str, other: str) -> bool:
    """Return True if both names lead to one file; another spelling and a second name of a file are seen by the system."""
    if one == other:
        return True
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - a name that no system takes is an error here too
    except (OSError, ValueError):
        return False


def _is_linked_into(target: str, folder: str) -> bool:
    """Return True if the target is a second name of a file in the folder. Only a file with several names is looked for."""
    try:
        about = os.stat(target)  # noqa: PTH116
    except (OSError, ValueError):
        return False
    is_folder = os.path.isdir(folder)  # noqa: PTH112
    return about.st_nlink > 1 and is_folder and (about.st_dev, about.st_ino) in _identities(folder)


def _identities(folder: str) -> Iterator[tuple[int, int]]:
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                about = os.lstat(os.path.join(parent, name))  # noqa: PTH118
            except OSError:
                continue
            yield about.st_dev, about.st_ino
