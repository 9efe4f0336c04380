"""Hand things to the desktop: write a document, open an address in the browser, copy a text to the clipboard."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from wizard.child_process import SAFE_FOLDER, can_start_python, find_program, python_command, start_python
from wizard.core.urls import is_web_address
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
    "open_file",
    "open_in_browser",
    "unused_path",
    "write_document",
]

COPY_SECONDS = 5.0
"""How long a clipboard program may take."""


def default_path(name: str) -> Path:
    """Return a free path for a document in the user's documents folder; see `unused_path`."""
    return unused_path(documents_folder() / name)


def unused_path(path: Path) -> Path:
    """Return the path, or the first numbered one that does not exist: plan.html, plan-2.html, plan-3.html."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(candidate for candidate in chain([path], numbered) if not os.path.lexists(candidate))


def existing_target(name: str) -> Path | None:
    """Return the existing file that this name leads to, or None. A front end asks before it replaces a file."""
    with suppress(WizardError):  # writing the document reports what is wrong with the name
        path = _resolve(Path(name))
        if os.path.isfile(path):  # noqa: PTH113 - False, not an error, for an impossible name
            return path
    return None


def documents_folder() -> Path:
    """Return the user's documents folder if it exists, else the home folder, else the current folder."""
    from platformdirs import user_documents_path

    for find in (user_documents_path, Path.home):
        with suppress(RuntimeError):  # both raise it if there is no home folder
            folder = find()
            if folder.is_absolute() and folder.is_dir():
                return folder
    return Path()


def write_document(path: Path, content: str | bytes | Iterable[str], *, replace: bool = False) -> Path:
    """Write a document, readable for its owner alone, and return its full path. It is written in full or not at all.

    A text is written in UTF-8; a long one may come in pieces.

    Raises WizardError if it cannot be written, if the file exists and `replace` is not set, or if the file is protected:
    something that was read, or the user's progress.
    """
    path = _resolve(path)
    refuse_protected(path)
    draft: Path | None = None
    try:
        if path.exists() and not path.is_file():
            raise WizardError("output-not-a-file", path=path)
        if path.exists() and not replace:
            raise WizardError("output-exists", path=path)
        draft = path.parent / f".protect-my-photos-{os.urandom(8).hex()}.new"  # random, so that no file is lost
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(_encoded(content))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        draft = None
        flush_folder(path.parent)
    except OSError as error:
        raise WizardError("output-not-written", path=path, reason=error.strerror or type(error).__name__) from error
    finally:
        if draft:
            with suppress(OSError):
                draft.unlink()
    return path


def _encoded(content: str | bytes | Iterable[str]) -> Iterator[bytes]:
    """Yield the content of a document as bytes."""
    if isinstance(content, bytes):
        yield content
    else:
        yield from (piece.encode() for piece in ([content] if isinstance(content, str) else content))


def _resolve(path: Path) -> Path:
    """Return the full path with links followed. Raises WizardError if the current folder is gone."""
    try:
        return Path(os.path.realpath(os.path.expanduser(path)))  # noqa: PTH111 - keeps ~name if there is no such user
    except OSError as error:  # the current folder was removed
        raise WizardError("output-folder-gone", path=path) from error


def has_browser(env: Mapping[str, str]) -> bool:
    """Return True if a graphical browser can be expected. A text browser would take over the terminal."""
    return sys.platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_file(path: Path, env: Mapping[str, str]) -> bool:
    """Open a file in the program that the desktop has for it. Returns False if there is no desktop. Output is discarded."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the file is ours
        except OSError:
            return False
        return True
    program = find_program("open" if sys.platform == "darwin" else "xdg-open", env.get("PATH", ""))
    if not program or not has_browser(env):
        return False
    from subprocess import DEVNULL, Popen

    try:
        Popen(  # noqa: S603 - by its full path, no shell
            [program, str(path)], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, cwd=SAFE_FOLDER, start_new_session=True
        )
    except OSError:
        return False
    return True


def open_in_browser(url: str, env: Mapping[str, str]) -> bool:
    """Open a web page in the default browser. Returns False if there is none. Output is discarded.

    Everybody on this computer can see the address while the browser starts, so it must hold nothing private.
    """
    if not is_web_address(url) or not has_browser(env):
        return False
    from subprocess import DEVNULL

    if not can_start_python():
        _open_in_thread(url)
        return True
    command = python_command("webbrowser", "-t", url, standard_library_only=True)
    try:
        start_python(command, stdin=DEVNULL, stdout=DEVNULL, alone=True)
    except OSError:
        return False
    return True


def _open_in_thread(url: str) -> None:
    """Open a URL from this process, in a thread: `webbrowser` waits for some browsers until they have started."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open_new_tab, args=(url,), daemon=True).start()


def copy_to_clipboard(text: str, env: Mapping[str, str], pass_on: Callable[[str], bool]) -> bool:
    """Copy a text to the clipboard of the desktop, or else of the terminal. Returns False if there is neither.

    `pass_on` sends an escape sequence to the terminal and returns False if that is not possible. Whether the terminal
    takes it over (OSC 52) cannot be known.
    """
    from base64 import b64encode

    command = _clipboard_command(env)
    if command and _run_with_input(command, text):
        return True
    return pass_on(f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07")


def _clipboard_command(env: Mapping[str, str]) -> list[str]:
    """Return the command that copies its input to the clipboard; empty if there is no such program."""
    candidates = [["pbcopy"]] if sys.platform == "darwin" else [["clip"]] if sys.platform == "win32" else []
    candidates += [["wl-copy"]] if env.get("WAYLAND_DISPLAY") else []
    candidates += [["xclip", "-selection", "clipboard"], ["xsel", "-b", "-i"]] if env.get("DISPLAY") else []
    paths = ((find_program(name, env.get("PATH", "")), arguments) for name, *arguments in candidates)
    return next(([path, *arguments] for path, arguments in paths if path), [])


def _run_with_input(command: list[str], text: str) -> bool:
    """Run a command with the text as its input. Return True if it ended within COPY_SECONDS without an error."""
    import subprocess

    encoding = "utf-16" if sys.platform == "win32" else "utf-8"
    discard = subprocess.DEVNULL
    try:
        process = subprocess.run(  # noqa: S603 - a program of the desktop by its full path, no shell
            command,
            input=text.encode(encoding),
            stdout=discard,
            stderr=discard,
            timeout=COPY_SECONDS,
            check=False,
            cwd=SAFE_FOLDER,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return process.returncode == 0
