"""Messages for unexpected errors, the same for commands and both front ends.

This module imports nothing that is not loaded already: after an error, another import may fail.
"""

import errno
import os
from contextlib import suppress
from types import TracebackType

from wizard.core.system_reason import system_reason_text
from wizard.i18n import _

UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Error numbers that mean that the output cannot be written."""
TOO_MANY_FILES = (errno.EMFILE, errno.ENFILE)
"""Error numbers for the limits of the process and of the system."""
_NO_OUTPUT = ("wizard.storage.", "wizard.content.", "wizard.places.", "wizard.system.", "wizard.audit.", "wizard.core.")
"""Packages that read and write files. Only the module `_PROGRESS` among them also writes to the output."""
_PROGRESS = "wizard.system.progress_line"
_UNMAPPED = ("failed to map segment", "Cannot allocate memory")
"""Texts of an ImportError that mean that memory ran out while a compiled module was loaded."""


def crash_message(error: BaseException, state: str = "") -> str:
    """Return one line about an unexpected error: what happened, where the data are saved, what to do next.

    `state` is the path of the state file, ready to be shown; "" if it is unknown or does not exist yet.
    The text of the error is left out, since it may repeat what the user typed.
    """
    damaged = _damaged_bytecode(error)
    what, next_step = _bytecode_reason(damaged) if damaged else _reason(error)
    saved = _("Your answers and progress are saved in {path}.", path=state) if state else _("What was saved before is unharmed.")
    return f"{what} {saved} {next_step}"


def _reason(error: BaseException) -> tuple[str, str]:
    """Return what happened and what to do next, as two sentences."""
    if _is_out_of_memory(error):
        return _("There was not enough memory to go on."), _("Close other programs, then start this one again.")
    if isinstance(error, OSError) and error.errno in TOO_MANY_FILES:
        return (
            _("Too many files are open to go on."),
            _("Close other programs, or allow more open files, then start this one again."),
        )
    if isinstance(error, FileNotFoundError) and is_folder_gone():
        return _("The folder you are in is gone."), _("Go to another folder, then start the program again.")
    if isinstance(error, ModuleNotFoundError) and (error.name or "").replace(".", "").isidentifier():
        return _("A part of the program is missing ({name}).", name=error.name), _("Install the program again.")
    if isinstance(error, OSError) and error.errno:
        what = _(
            "The program stopped because the system refused something ({reason}, at {place}).",
            reason=system_reason_text(os.strerror(error.errno)),
            place=_place(error),
        )
        return what, _("Start it again to go on.")
    what = _(
        "The program stopped because of a mistake in it ({error} at {place}).", error=type(error).__name__, place=_place(error)
    )
    return what, _("Start it again to go on.")


def _bytecode_reason(path: str) -> tuple[str, str]:
    """Remove a damaged file of compiled code with all others of the program, and return what happened and what to do next.

    Python writes such files for itself. On a full disk some versions leave a part of one, and fail at it for ever.
    """
    try:
        os.unlink(path)  # noqa: PTH108 - pathlib may not be loaded yet, and loading may be what fails
    except OSError:
        return _("A file of the program is damaged: {path}.", path=path), _("Install the program again.")
    root = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    for folder, _folders, names in os.walk(root) if path.startswith(root) else ():
        for name in names:
            if os.path.basename(folder) == "__pycache__" and name.endswith(".pyc"):  # noqa: PTH119
                with suppress(OSError):
                    os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118
    return _("A file of the program was damaged, perhaps because the disk was full. It was removed."), _(
        "Start it again to go on."
    )


def _damaged_bytecode(error: BaseException) -> str:
    """Return the path of the file of compiled code that Python could not read; "" if the error is another one."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code.co_name != "_compile_bytecode":
        return ""
    return str(trace.tb_frame.f_locals.get("bytecode_path") or "")


def _is_out_of_memory(error: BaseException) -> bool:
    return isinstance(error, MemoryError) or (isinstance(error, ImportError) and any(text in str(error) for text in _UNMAPPED))


def is_mistake(error: BaseException) -> bool:
    """Return True if a maintainer may be able to do something about the error, so that a report of it is of use."""
    limits = isinstance(error, OSError) and error.errno in TOO_MANY_FILES
    gone = isinstance(error, FileNotFoundError) and is_folder_gone()
    damaged = bool(_damaged_bytecode(error))
    return not (_is_out_of_memory(error) or limits or gone or damaged or isinstance(error, ModuleNotFoundError))


def is_folder_gone() -> bool:
    """Return True if the folder that the program was started in has been removed."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib may not be loaded yet, and loading may be what fails
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def is_output_error(error: BaseException) -> bool:
    """Return True if writing to the output failed, as opposed to reading or writing a file."""
    if not isinstance(error, OSError) or error.errno not in UNWRITABLE or error.filename is not None:
        return False
    own = [module for module, _ in _lines(error) if module.startswith("wizard.")]
    return not own or own[-1] == _PROGRESS or not own[-1].startswith(_NO_OUTPUT)


def _place(error: BaseException) -> str:
    """Return module and line where the error was raised; if that is outside of this program, also the line that called it."""
    lines = _lines(error)
    own = [line for line in lines if line[0].startswith("wizard.")][-1:]
    places = [f"{module}:{line}" for module, line in dict.fromkeys([*lines[-1:], *own])]
    if len(places) == 2:
        return _("{place}, called from {caller}", place=places[0], caller=places[1])
    return places[0] if places else _("its start")


def _lines(error: BaseException) -> list[tuple[str, int]]:
    """Return module and line number of each frame of the traceback, the outermost first."""
    frames: list[tuple[str, int]] = []
    trace: TracebackType | None = error.__traceback__
    while trace:
        frames.append((str(trace.tb_frame.f_globals.get("__name__")), trace.tb_lineno))
        trace = trace.tb_next
    return frames
