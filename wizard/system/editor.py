"""Edit a text in the user's own editor, through a private temporary file that is removed afterwards."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from wizard.child_process import SAFE_FOLDER, find_program
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.errors import WizardError

from .private_files import create_private_file, private_folder

SIMPLE = "notepad" if sys.platform == "win32" else "nano"
"""The editor for users who have not set VISUAL or EDITOR; it shows how to leave it."""


def editor_command(env: Mapping[str, str]) -> list[str]:
    """Return the command of the user's editor: VISUAL, EDITOR, else SIMPLE; empty if there is none."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = _split_command(env.get(name, ""))
        except ValueError:  # unbalanced quotes
            command = []
        if command:
            return command
    path = find_program(SIMPLE, env.get("PATH", ""))
    return [path] if path else []


def _split_command(command: str) -> list[str]:
    """Split a command as the system's own shell does; on Windows a backslash is part of a path.

    Raises ValueError if a quote is not closed.
    """
    if sys.platform == "win32":
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    return shlex.split(command)


def edit_text(text: str, command: Sequence[str]) -> str:
    """Let the user edit the text and return the result. Raises WizardError if the editor cannot start or reports an error."""
    with private_folder() as folder:  # a folder, because editors leave copies beside the file
        path = folder / "letter.txt"
        try:
            create_private_file(path, text)
            process = subprocess.run([_program(command[0]), *command[1:], str(path)], check=False, cwd=SAFE_FOLDER)  # noqa: S603 - the user's own editor, no shell
            if process.returncode:
                raise WizardError("editor-failed")
            return sanitize(path.read_text(encoding="utf-8", errors="replace"))
        except OSError as error:
            name, reason = sanitize_line(Path(command[0]).name, 60), error.strerror or type(error).__name__
            raise WizardError("editor-not-usable", editor=name, reason=reason) from error


def _program(name: str) -> str:
    """Return the full path of the editor. A name with a folder is resolved from the current folder, others from PATH."""
    if os.path.dirname(name):  # noqa: PTH120
        return os.path.abspath(name)  # noqa: PTH100
    return find_program(name, os.environ.get("PATH", os.defpath)) or name
