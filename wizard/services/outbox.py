"""The doors out: a document written to a file, an address opened in the browser."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from wizard.core.address import is_openable, is_web_address
from wizard.errors import WizardError

__all__ = ["has_browser", "is_web_address", "open_in_browser", "write_document"]


def write_document(path: Path, text: str) -> Path:
    """Write a document for its owner alone; what stood there before is replaced only by the whole new text.

    Raises WizardError when it cannot be written.
    """
    path = Path(os.path.realpath(os.path.expanduser(path)))  # noqa: PTH111 - a home that is unknown stays as it is written
    draft = path.parent / f".{path.name}.new"
    try:
        if path.exists() and not path.is_file():
            raise WizardError(f"{path} is not a file.", "Name a file to write to.")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.replace(path)
    except OSError as error:
        raise WizardError(
            f"{path} could not be written: {error.strerror or type(error).__name__}.", "Name another file."
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


def has_browser(env: Mapping[str, str]) -> bool:
    """Tell whether a browser with a window of its own can be expected; a text browser would take over the terminal."""
    return sys.platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_in_browser(url: str, env: Mapping[str, str]) -> bool:
    """Ask the desktop to open a web address or a new message; False when there is no one to ask. Its output stays hidden."""
    if not is_openable(url) or not has_browser(env):
        return False
    import subprocess

    command = [sys.executable, "-m", "webbrowser", "-t", url]
    quiet = subprocess.DEVNULL
    subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - a checked address, no shell
    return True
