"""The person's own editor: a text goes out in a file that they alone can read, and comes back; the file does not stay."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from wizard.child_process import SAFE_FOLDER, find_program
from wizard.core.sanitize import sanitize, sanitize_line
from wizard.errors import WizardError

SIMPLE = "notepad" if sys.platform == "win32" else "nano"
"""An editor that shows how to leave it, for those who have named none."""


def editor_command(env: Mapping[str, str]) -> list[str]:
    """The command of the editor that the person uses; empty where there is none."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = _words(env.get(name, ""))
        except ValueError:
            words = []
        if words:
            return words
    found = find_program(SIMPLE, env.get("PATH", ""))
    return [found] if found else []


def _words(command: str) -> list[str]:
    """The words of a command as the system's own shell reads them; on Windows a backslash is part of a path."""
    if sys.platform == "win32":
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    return shlex.split(command)


def edit_text(text: str, command: Sequence[str]) -> str:
    """Let the person edit the text. Raises WizardError when the editor cannot be started or says that it failed."""
    with TemporaryDirectory(prefix="letter-") as folder:  # with whatever copies the editor leaves beside the file
        path = Path(folder) / "letter.txt"
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
            done = subprocess.run([_program(command[0]), *command[1:], str(path)], check=False, cwd=SAFE_FOLDER)  # noqa: S603 - the person's own editor, no shell
            if done.returncode:
                raise WizardError("The editor ended with an error, so nothing was changed.", "Try again, or save the letter.")
            return sanitize(path.read_text(encoding="utf-8", errors="replace"))
        except OSError as error:
            name, why = sanitize_line(Path(command[0]).name, 60), error.strerror or type(error).__name__
            raise WizardError(
                f"The editor “{name}” could not be used: {why}.",
                "Save the letter to a file and edit it there.",
            ) from error


def _program(name: str) -> str:
    """Return the full path of the editor: one that is named with its folder is found from the present folder."""
    if os.path.dirname(name):  # noqa: PTH120
        return os.path.abspath(name)  # noqa: PTH100
    return find_program(name, os.environ.get("PATH", os.defpath)) or name
