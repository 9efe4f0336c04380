"""Start other programs, so that no file in the current folder, or beside an input file, can run in their place.

Every program starts in SAFE_FOLDER and without a shell. Only this module starts another Python.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most commands start no program
    from subprocess import Popen

SAFE_FOLDER = os.sep if os.name == "posix" else os.path.dirname(sys.executable) or os.sep  # noqa: PTH120
"""Where programs start: a folder to which only an administrator, or a user who could replace Python itself, can write.

An empty or relative entry of PATH or PYTHONPATH means the folder in which a program starts.
"""


def python_name() -> str:
    """Return the name under which a user can start this Python."""
    return sys.executable or "python"


def can_start_python() -> bool:
    """Return True if another Python can be started. In a stand-alone executable `sys.executable` is the program itself."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def python_command(module: str, *words: str, standard_library_only: bool = False) -> list[str]:
    """Return the command that runs a module in another Python.

    Without `standard_library_only` the module may be installed anywhere, also in the user's own site folder. In both cases
    nothing is imported from the folder in which the command starts, as `-m` alone would do.
    """
    return [sys.executable, "-I" if standard_library_only else "-P", "-m", module, *words]


def start_python(command: Sequence[str], *, stdin: int, stdout: int, alone: bool = False) -> "Popen[bytes]":
    """Start a command of `python_command`; with `alone` it survives the end of this program. Standard error is discarded.

    Raises OSError if it cannot be started.
    """
    from subprocess import DEVNULL, Popen

    return Popen(  # noqa: S603 - this very Python, no shell
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=DEVNULL,
        bufsize=0,
        cwd=SAFE_FOLDER,
        env=_environment(command),
        start_new_session=alone,
    )


def _environment(command: Sequence[str]) -> "dict[str, str] | None":
    """Return the environment of another Python: None for our own, unless the program runs from its single file.

    The packages of the single file are then found through PYTHONPATH. A Python that needs the standard library only does not
    get it: it starts other programs, and one that is written in Python would import our packages.
    """
    packages = getattr(sys, "bundled_packages", "")
    if not packages or "-I" in command:
        return None
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [packages, os.environ.get("PYTHONPATH")]))}


def find_program(name: str, path: str) -> str | None:
    """Return the full path of a program in the folders of PATH, or None. The current folder is never searched."""
    from shutil import which

    # Windows searches the current folder first, whatever PATH says; a program found there has no full path.
    folders = os.pathsep.join(folder for folder in path.split(os.pathsep) if os.path.isabs(folder))  # noqa: PTH117
    program = which(name, path=folders) if folders else None
    return program if program and os.path.isabs(program) else None  # noqa: PTH117
