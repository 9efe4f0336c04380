"""The doors out: a document written to a file, an address opened in the browser, a text sent to the clipboard."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from wizard.child_process import SAFE_FOLDER, can_start_python, find_program, python_command, start_python
from wizard.core.urls import is_openable, is_web_address
from wizard.errors import WizardError

from .disk import flush_folder
from .protected_files import refuse_protected

__all__ = [
    "copy_to_clipboard",
    "default_path",
    "documents_folder",
    "existing_target",
    "has_browser",
    "is_web_address",
    "open_in_browser",
    "unused_path",
    "write_document",
]

COPY_SECONDS = 5.0


def default_path(name: str) -> Path:
    """Where a document may be kept: in the person's folder for documents, under its name or the next that is free."""
    return unused_path(documents_folder() / name)


def unused_path(path: Path) -> Path:
    """This name, or the first beside it that nothing has yet: plan.html, plan-2.html, plan-3.html."""
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in chain([path], others) if not os.path.lexists(each))


def existing_target(name: str) -> Path | None:
    """The file that this name leads to, if there is one: a face asks before it replaces it."""
    with suppress(WizardError):  # the writing says what is wrong with the name
        path = _whole(Path(name))
        if os.path.isfile(path):  # noqa: PTH113 - a name that no system takes leads nowhere
            return path
    return None


def documents_folder() -> Path:
    """The person's folder for documents where there is one, else the home folder, else the present one."""
    from platformdirs import user_documents_path

    for find in (user_documents_path, Path.home):
        with suppress(RuntimeError):  # how both say that there is no home folder
            folder = find()
            if folder.is_absolute() and folder.is_dir():
                return folder
    return Path()


def write_document(path: Path, text: str, *, replace: bool = False) -> Path:
    """Write a document for its owner alone, all of it or nothing; a file that is there already stays, unless it may be replaced.

    Raises WizardError when it cannot be written, or would replace something that was read.
    """
    path = _whole(path)
    refuse_protected(path)
    draft: Path | None = None
    try:
        if path.exists() and not path.is_file():
            raise WizardError(f"{path} is not a file.", "Name a file to write to.")
        if path.exists() and not replace:
            raise WizardError(f"{path} is there already.", "Name another file.")
        draft = path.parent / f".protect-my-photos-{os.urandom(8).hex()}.new"  # a name of which there is no file to lose
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        draft = None
        flush_folder(path.parent)
    except OSError as error:
        raise WizardError(
            f"{path} could not be written: {error.strerror or type(error).__name__}.", "Name another file."
        ) from error
    finally:
        if draft:
            with suppress(OSError):
                draft.unlink()
    return path


def _whole(path: Path) -> Path:
    try:
        return Path(os.path.realpath(os.path.expanduser(path)))  # noqa: PTH111 - a home that is unknown stays as it is written
    except OSError as error:  # the present folder was removed
        raise WizardError(
            f"{path} could not be written: the folder you are in is gone.", "Name a file in another one."
        ) from error


def has_browser(env: Mapping[str, str]) -> bool:
    """Tell whether a browser with a window of its own can be expected; a text browser would take over the terminal."""
    return sys.platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_in_browser(url: str, env: Mapping[str, str]) -> bool:
    """Ask the desktop to open a web address or a new message; False when there is no one to ask. Its output stays hidden."""
    if not is_openable(url) or not has_browser(env):
        return False
    from subprocess import DEVNULL

    if not can_start_python():
        _open_here(url)
        return True
    command = python_command("webbrowser", "-t", url, standard_library_only=True)
    try:
        start_python(command, stdin=DEVNULL, stdout=DEVNULL, alone=True)
    except OSError:
        return False
    return True


def _open_here(url: str) -> None:
    """Ask from this process: in a thread, since some browsers are waited for until they are there."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open_new_tab, args=(url,), daemon=True).start()


def copy_to_clipboard(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> bool:
    """Send a text to the desktop's clipboard, else to that of the terminal; whether it arrived there cannot be known.

    `pass_on` hands a sequence that shows nothing to the terminal, or says False. False when there is no clipboard at all.
    """
    from base64 import b64encode

    command = _clipboard_command(env)
    if command and _run_with_input(command, text):
        return True
    return pass_on(f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07")


def _clipboard_command(env: Mapping[str, str]) -> list[str]:
    """The desktop's own program that copies what it is fed; none where there is no desktop."""
    known = [["pbcopy"]] if sys.platform == "darwin" else [["clip"]] if sys.platform == "win32" else []
    known += [["wl-copy"]] if env.get("WAYLAND_DISPLAY") else []
    known += [["xclip", "-selection", "clipboard"], ["xsel", "-b", "-i"]] if env.get("DISPLAY") else []
    found = ((find_program(name, env.get("PATH", "")), words) for name, *words in known)
    return next(([path, *words] for path, words in found if path), [])


def _run_with_input(command: list[str], text: str) -> bool:
    import subprocess

    encoding = "utf-16" if sys.platform == "win32" else "utf-8"
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - a program of the desktop by its full path, no shell
            command,
            input=text.encode(encoding),
            stdout=quiet,
            stderr=quiet,
            timeout=COPY_SECONDS,
            check=False,
            cwd=SAFE_FOLDER,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
