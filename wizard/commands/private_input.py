"""Read private texts from a file or standard input: what stands on a command line is seen in process lists and histories."""

import sys
from collections.abc import Iterable
from pathlib import Path

from wizard.errors import WizardError
from wizard.system.disk import MAX_BYTES, read_limited
from wizard.system.protected_files import protect_inputs

STANDARD_INPUT = "-"
NAME_A_FILE = "name-private-file"


def read_private_text(name: str) -> str:
    """Return the text of a file, or of standard input if the name is "-". An output of this run never replaces the file.

    Raises WizardError if it cannot be read or is not UTF-8 text.
    """
    if name == STANDARD_INPUT and sys.stdin is None:  # the caller closed it, as some schedulers do
        raise WizardError("script-input-closed", hint=NAME_A_FILE)
    try:
        if name == STANDARD_INPUT:
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
            if len(raw) > MAX_BYTES:
                raise WizardError("file-too-large", hint=NAME_A_FILE, path=name, limit=MAX_BYTES // 1_000_000)
        else:
            protect_inputs([Path(name)])
            raw = read_limited(Path(name).expanduser(), NAME_A_FILE)
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no home folder
        reason = getattr(error, "strerror", None) or str(error)
        raise WizardError("file-not-read", path=name, reason=reason) from error
    except ValueError as error:
        raise WizardError("private-input-not-text", path=name) from error


def read_assignments(names: Iterable[str]) -> list[str]:
    """Return the lines NAME=VALUE of these files. Empty lines and lines that begin with “#” are left out.

    Raises WizardError, with the number of the line, if another line has no “=”.
    """
    lines: list[str] = []
    for name in names:
        for number, line in enumerate(read_private_text(name).split("\n"), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if "=" not in line:
                raise WizardError("assignment-missing", path=name, line=number)
            lines.append(line)
    return lines
