"""Files that no document may replace: the inputs of this run, and the files that hold the user's progress.

They are remembered for the whole process, so that a front end also refuses to save a plan over an export read earlier.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wizard.errors import WizardError

_inputs: dict[str, None] = {}
"""Full paths of inputs in the order in which they were named; a dictionary, so that each is kept once."""
_progress: list[str] = []
"""Full paths of the state file in use and its neighbours."""
_progress_of_others: dict[str, None] = {}
"""Full paths of the state files of other people at this computer, and their neighbours."""


def protect_inputs(paths: Iterable[Path]) -> None:
    """Protect files and folders that are read."""
    _inputs.update(dict.fromkeys(map(_real_path, paths)))


def protect_progress(paths: Iterable[Path]) -> None:
    """Protect the state file in use and the files beside it; they replace the ones protected before."""
    _progress[:] = map(os.path.realpath, paths)


def protect_progress_of_others(paths: Iterable[Path]) -> None:
    """Protect state files of other people. Unlike the one in use, they may be read as an input."""
    _progress_of_others.update(dict.fromkeys(map(os.path.realpath, paths)))


def refuse_protected(path: Path) -> None:
    """Raise WizardError if writing to this file would change an input or the user's progress."""
    target = _real_path(path)
    if any(_is_same(target, own_path) for own_path in (*_progress, *_progress_of_others)):
        raise WizardError("output-is-progress", path=target)
    for input_path in _inputs:
        if _is_same(target, input_path) or _is_linked_into(target, input_path):
            raise WizardError("output-is-input", path=target)
        if any(_is_same(str(parent), input_path) for parent in Path(target).parents):
            raise WizardError("output-in-input", path=target)


def refuse_progress_as_input(path: Path) -> None:
    """Raise WizardError if this file is the state file in use or belongs to it: writing would change what is read."""
    if any(_is_same(_real_path(path), own_path) for own_path in _progress):
        raise WizardError("import-is-progress", path=path)


def _real_path(path: Path) -> str:
    """Return the path with all links followed; an impossible name stays as it is, and writing to it fails later."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _is_same(first: str, second: str) -> bool:
    """Return True if both names lead to one file, also by another spelling or by a hard link."""
    if first == second:
        return True
    try:
        return os.path.samefile(first, second)  # noqa: PTH121 - paths are texts here
    except (OSError, ValueError):
        return False


def _is_linked_into(target: str, folder: str) -> bool:
    """Return True if the target is a hard link to a file in the folder. Files with one name need no search."""
    try:
        status = os.stat(target)  # noqa: PTH116
    except (OSError, ValueError):
        return False
    is_folder = os.path.isdir(folder)  # noqa: PTH112
    return status.st_nlink > 1 and is_folder and (status.st_dev, status.st_ino) in _identities(folder)


def _identities(folder: str) -> Iterator[tuple[int, int]]:
    """Yield device and inode of each file below the folder."""
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                status = os.lstat(os.path.join(parent, name))  # noqa: PTH118
            except OSError:
                continue
            yield status.st_dev, status.st_ino
