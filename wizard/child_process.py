"""Starting other programs. Nothing that lies in the present folder, or beside a file that is read, may be run instead of them.

Every program starts in SAFE_FOLDER and without a shell; only this module starts a Python.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most commands start no program
    from subprocess import Popen

SAFE_FOLDER = os.sep if os.name == "posix" else os.path.dirname(sys.executable) or os.sep  # noqa: PTH120
"""Where programs start: a folder that only an administrator, or whoever could replace Python itself, can write to.

An empty or relative entry of PATH or PYTHONPATH stands for the folder in which a program starts.
"""


def can_start_python() -> bool:
    """Return True if there is a Python to start: in a stand-alone executable `sys.executable` is the program itself."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def python_command(module: str, *words: str, standard_library_only: bool = False) -> list[str]:
    """Return the command that runs a module in another Python.

    Without `standard_library_only` the module may be installed anywhere, the user's own site folder included. Neither way
    imports from the folder in which the command starts, which is what `-m` alone does.
    """
    return [sys.executable, "-I" if standard_library_only else "-P", "-m", module, *words]


def start_python(command: Sequence[str], *, stdin: int, stdout: int, alone: bool = False) -> "Popen[bytes]":
    """Start a command made by `python_command`; with `alone` it goes on when this program ends. Its errors are discarded.

    Raises OSError if it cannot be started.
    """
    from subprocess import DEVNULL, Popen

    return Popen(  # noqa: S603 - this very Python, no shell
        command, stdin=stdin, stdout=stdout, stderr=DEVNULL, bufsize=0, cwd=SAFE_FOLDER, start_new_session=alone
    )


def find_program(name: str, path: str) -> str | None:
    """Return the full path of a program in the folders of PATH, or None. The present folder is never searched."""
    from shutil import which

    # Windows searches the present folder first, whatever PATH says; what is found there has no full path.
    folders = os.pathsep.join(folder for folder in path.split(os.pathsep) if os.path.isabs(folder))  # noqa: PTH117
    found = which(name, path=folders) if folders else None
    return found if found and os.path.isabs(found) else None  # noqa: PTH117
