"""The report of a crash: a file for a bug report, which holds nothing of what the user typed or stored.

It names versions, the system, the command, and module, line and function of each call. It holds no text of an exception, no
value of an argument or variable, no answers, no paths and no environment.
"""

import os
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from types import TracebackType

from wizard.core.sanitize import escape_line
from wizard.i18n import N_, _

from .crash import crash_message, is_mistake
from .private_files import write_report

PACKAGE = "protect-my-photos"
HEADING = (
    "Report of protect-my-photos: it stopped because of a mistake in it, or because the system refused something.\n"
    "You may attach this file to a bug report. It holds no answers, names, letters, paths or file names of yours.\n"
)
REPORT_HINT = N_("A report that holds nothing of yours is in {path}; please attach it if you tell us about this.")
MAX_FRAMES = 60
"""Endless calls have a thousand frames; the first and the last ones tell enough."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+_.-]{0,30}")
_OPTION = re.compile(r"--?[a-z][a-z-]{0,20}")
_IDENTIFIER = re.compile(r"<?[A-Za-z_][\w.<>]{0,100}")


def report_crash(error: BaseException, state: str, words: Sequence[str]) -> str:
    """Return one line about an unexpected error as `crash_message` does; where it helps, write a report and name it there.

    `words` are the arguments of the program. Never raises.
    """
    line = crash_message(error, state)
    if is_mistake(error):
        with suppress(Exception):  # a report that cannot be written must not hide what happened
            now = datetime.now(UTC)
            path = write_report(report_text(error, words), now.strftime("%Y-%m-%d-%H%M%S"))
            return f"{line} {_(REPORT_HINT, path=escape_line(path))}"
    return line


def report_text(error: BaseException, words: Sequence[str]) -> str:
    """Return the text of a report."""
    return "\n".join([HEADING, *_versions(), f"Command: {' '.join(_command(words)) or 'none'}", "", *_chain(error), ""])


def _versions() -> Iterator[str]:
    """Yield the versions of program, Python, system, terminal and packages."""
    from wizard import __version__

    kind = "executable" if getattr(sys, "frozen", False) else "single file" if hasattr(sys, "bundled_packages") else "installed"
    yield f"Program: {__version__} ({kind})"
    yield f"Python: {platform.python_implementation()} {platform.python_version()}"
    yield f"System: {platform.system()} {platform.release()} {platform.machine()}"
    terminal = os.environ.get("TERM", "")
    sizes = [f"{size.columns}x{size.lines}" for size in _terminal_sizes()]
    yield f"Terminal: {terminal if _WORD.fullmatch(terminal) else 'unknown'} {' '.join(sizes[:1]) or 'no terminal'}"
    needs = (re.match(r"[\w.-]+", need) for need in _requirements() if "extra ==" not in need)
    yield f"Packages: {', '.join(f'{need[0]} {_version(need[0])}' for need in needs if need)}"


def _requirements() -> list[str]:
    """Return the requirements of this program; none where it is run without being installed."""
    try:
        return metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return []


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"


def _terminal_sizes() -> Iterator[os.terminal_size]:
    for descriptor in (0, 1, 2):
        with suppress(OSError, ValueError):
            yield os.get_terminal_size(descriptor)


def _command(words: Sequence[str]) -> Iterator[str]:
    """Yield the name of the command and those of its options, without their values."""
    commands = {path.stem for path in Path(__file__).parents[1].joinpath("commands").glob("*.py")}
    yield from [word for word in words if word in commands][:1]
    yield from (option for option in (word.partition("=")[0] for word in words) if _OPTION.fullmatch(option))


def _chain(error: BaseException) -> Iterator[str]:
    """Yield the exceptions and what led to each of them, the last one first, with their calls."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        if len(seen) > 1:
            yield "which followed from"
        kind, number = type(cause), getattr(cause, "errno", None)
        yield f"{_name(kind.__module__)}.{_name(kind.__qualname__)}{f' {number}' if isinstance(number, int) else ''}"
        calls = list(_calls(cause.__traceback__))
        left_out = len(calls) - MAX_FRAMES
        half = MAX_FRAMES // 2
        yield from calls if left_out <= 0 else [*calls[:half], f"  ({left_out} more)", *calls[-half:]]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _calls(trace: TracebackType | None) -> Iterator[str]:
    """Yield module, line and function of each call, the outermost first."""
    while trace:
        frame = trace.tb_frame
        yield f"  {_name(frame.f_globals.get('__name__'))}:{trace.tb_lineno} {_name(frame.f_code.co_qualname)}"
        trace = trace.tb_next


def _name(name: object) -> str:
    """Return a name of the code; anything else could be a text."""
    return name if isinstance(name, str) and _IDENTIFIER.fullmatch(name) else "?"
