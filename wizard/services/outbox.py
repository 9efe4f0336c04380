"""The doors out: a document written to a file, an address opened in the browser."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from wizard.errors import WizardError


def write_document(path: Path, text: str) -> Path:
    """Write a document for its owner alone; what stood there before is replaced only by the whole new text.

    Raises WizardError when it cannot be written.
    """
    path = Path(os.path.realpath(path.expanduser()))
    draft = path.with_name(f".{path.name}.new")
    try:
        if path.exists() and not path.is_file():
            raise WizardError(f"{path} is not a file.", "Name a file to write to.")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise WizardError(
            f"{path} could not be written: {error.strerror or type(error).__name__}.", "Name another file with -o."
        ) from error
    return path


def is_web_address(url: str) -> bool:
    """Tell whether this is an address that a browser may be asked to open: http or https with a host, nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url


def has_browser(env: Mapping[str, str]) -> bool:
    """Tell whether a browser with a window of its own can be expected; a text browser would take over the terminal."""
    return sys.platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_in_browser(url: str, env: Mapping[str, str]) -> bool:
    """Ask the desktop to open a web address; False when there is no one to ask. Its output stays off the terminal."""
    if not is_web_address(url) or not has_browser(env):
        return False
    import subprocess

    command = [sys.executable, "-m", "webbrowser", "-t", url]
    quiet = subprocess.DEVNULL
    subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - a checked address, no shell
    return True
