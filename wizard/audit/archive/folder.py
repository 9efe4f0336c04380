"""An export that somebody has unpacked: a folder, read as it lies there; links are not followed."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.audit.read_problems import UnreadableFileError

from .inflate import BLOCK


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file in a folder: its name from there, and where it really lies."""

    name: str
    path: Path
    size: int
    stamp: int
    is_link: bool


def walk_folder(root: Path, say: Callable[[str, str], None]) -> Iterator[FolderFile]:
    """All files below a folder that may matter, in a fixed order; links are named and not followed.

    Of what is closed it is said whether it is a folder or a file, and why.
    """
    for folder, folders, files in os.walk(root, onerror=lambda error: say("folder", f"cannot be read: {error.strerror}")):
        folders.sort()
        for last in sorted(files):
            if not last.lower().endswith((".json", ".html", ".zip")):
                continue
            path = Path(folder, last)
            try:
                about = path.lstat()
            except OSError as error:  # gone meanwhile, or in a folder that may be listed and not entered
                say("file", f"cannot be read: {error.strerror}")
                continue
            if stat.S_ISREG(about.st_mode) or stat.S_ISLNK(about.st_mode):
                name = path.relative_to(root).as_posix()
                yield FolderFile(name, path, about.st_size, int(about.st_mtime), stat.S_ISLNK(about.st_mode))


def file_blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file. Raises Unreadable where the system does not hand them out."""
    try:
        with path.open("rb", buffering=0) as file:
            while block := file.read(BLOCK):
                yield block
    except OSError as error:
        raise UnreadableFileError(f"cannot be read: {error.strerror}") from error
