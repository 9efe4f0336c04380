"""Read an export that was unpacked to a folder. Links are not followed."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.audit.read_problems import FILE, FOLDER, NOT_OPENED, UnreadableFileError

from .inflate import BLOCK


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file in a folder; `name` is its path relative to the folder, with forward slashes."""

    name: str
    path: Path
    size: int
    modified: int
    """Unix seconds."""
    is_link: bool


def walk_folder(root: Path, report_problem: Callable[[str, str], None]) -> Iterator[FolderFile]:
    """Yield all files below a folder that may be needed, in a fixed order, links included.

    For what cannot be opened `report_problem` is called with FOLDER or FILE and the reason, without a name, since
    names may contain the account name.
    """
    walk = os.walk(root, onerror=lambda error: report_problem(FOLDER, str(error.strerror)))
    for folder, folders, files in walk:
        folders.sort()
        for file_name in sorted(files):
            if not file_name.lower().endswith((".json", ".html", ".zip")):
                continue
            path = Path(folder, file_name)
            try:
                status = path.lstat()
            except OSError as error:  # deleted meanwhile, or in a folder that may be listed but not entered
                report_problem(FILE, str(error.strerror))
                continue
            if stat.S_ISREG(status.st_mode) or stat.S_ISLNK(status.st_mode):
                name = path.relative_to(root).as_posix()
                yield FolderFile(name, path, status.st_size, int(status.st_mtime), stat.S_ISLNK(status.st_mode))


def file_blocks(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks of at most BLOCK. Raises UnreadableFileError if it cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            while block := file.read(BLOCK):
                yield block
    except OSError as error:
        raise UnreadableFileError(NOT_OPENED, str(error.strerror)) from error
