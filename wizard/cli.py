"""Run the command line: choose a command or a front end, and turn errors into messages and exit codes."""

import codecs
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from wizard.core.sanitize import escape_line
from wizard.core.system_reason import system_reason_text
from wizard.system.crash import crash_message, is_output_error
from wizard.system.terminal import prefers_line_mode, redirect_to_devnull

from .errors import WizardError
from .i18n import N_, _, use_language

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells give it."""
NO_TERMINAL = N_(
    "The wizard asks its questions in a terminal, and there is none here. Use `answer` or `plan --answers FILE`, "
    "or give it the lines with --plain --script FILE."
)
SHORTEST_STATE = len("--st")
"""The length of the shortest abbreviation of `--state` that is unambiguous."""
SHORTEST_PERSON = len("--pe")
"""Likewise of `--person`."""
SHORTEST_LANG = len("--l")
"""Likewise of `--lang`."""
WRONG_USAGE = frozenset({"language-unknown", "everyone-and-one", "person-and-state", "person-unnamed", "person-name-too-long"})
"""The errors that are wrong usage: exit code 2."""


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted."""
    words = sys.argv[1:] if argv is None else argv
    try:
        _prepare_streams()
        return _dispatch(words)
    except WizardError as error:
        from wizard.commands.error_hints import command_error_text  # late: most runs end without an error

        code = _print_error(command_error_text(error))
        return 2 if error.code in WRONG_USAGE else code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        redirect_to_devnull(sys.stdout.fileno())  # the reader of the output, such as `head`, has ended
        return 0
    except Exception as error:  # noqa: BLE001 - the last handler of all commands and front ends: it reports whatever it is
        return _report_unexpected(error, words)


def _report_unexpected(error: Exception, words: Sequence[str]) -> int:
    """Report that the output could not be written, or an unexpected error. Returns exit code 1."""
    if isinstance(error, OSError) and is_output_error(error):
        redirect_to_devnull(sys.stdout.fileno())
        reason = system_reason_text(os.strerror(error.errno or 0))
        return _print_error(_("The output could not be written: {reason}. Send it somewhere else, or make room.", reason=reason))
    if isinstance(error, MemoryError):
        error.__traceback__ = None  # frees the objects that filled the memory
    return _print_error(_crash_line(error, words))


def _crash_line(error: Exception, words: Sequence[str]) -> str:
    """Return the line about an unexpected error; where even the report cannot be loaded, the line without one."""
    state = _saved_in(words)
    try:
        from wizard.system.crash_report import report_crash
    except Exception:  # noqa: BLE001 - the import itself may fail; the error that stopped the program is still reported
        return crash_message(error, state)
    return report_crash(error, state, words)


def _print_error(line: str) -> int:
    """Print one line that says why it could not be done. Returns exit code 1."""
    with suppress(OSError, ValueError):  # without standard error, the exit code still tells it
        sys.stderr.write(f"{escape_line(line)}\n")
        sys.stderr.flush()
    return 1


def _saved_in(words: Sequence[str]) -> str:
    """Return the path of the state file, or "" if it is unknown or does not exist."""
    with suppress(Exception):  # the error that stopped the program may occur here too, and is reported without the path
        path = _state_path(words)
        return str(path) if path.exists() else ""
    return ""


def _state_path(words: Sequence[str]) -> "Path":
    """Return the path of the state file. Raises WizardError if no file can have this name."""
    from wizard.storage.people import chosen_state_path

    person = _option_value(words, "--person", SHORTEST_PERSON) or None
    return chosen_state_path(_option_value(words, "--state", SHORTEST_STATE) or None, person, os.environ)


def _option_value(words: Sequence[str], name: str, shortest: int) -> str:
    """Return the last value of an option, or of an abbreviation of it that is long enough; "" without one.

    Does not use argparse, which may be what failed, or is not loaded yet.
    """
    named = ""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        option, sign, value = word.partition("=")
        if len(option) >= shortest and name.startswith(option):
            named = value if sign else following
    return named


def _use_language(words: Sequence[str]) -> None:
    """Use the language of option, variable, setting or locale. After a command, `--lang` has another meaning."""
    from wizard.content.language_choice import LANGUAGE_VARIABLE, choose_language

    command = next((position for position, word in enumerate(words) if word == "letter"), len(words))
    named = _option_value(words[:command], "--lang", SHORTEST_LANG)
    try:
        use_language(choose_language(named, os.environ, lambda: _stored(words)))
    except WizardError:
        # What is wrong with a named language is said in the language that would be spoken without it.
        unnamed = {name: value for name, value in os.environ.items() if name != LANGUAGE_VARIABLE}
        use_language(choose_language(None, unnamed, lambda: _stored(words)))
        raise


def _stored(words: Sequence[str]) -> str:
    """Return the language in the settings; "" if there is none."""
    from wizard.storage.language_setting import read_language_setting

    try:
        return read_language_setting(_state_path(words))
    except WizardError:  # reported where the state file is needed
        return ""


def _prepare_streams() -> None:
    """Print similar letters for those that a stream cannot encode, and discard output to a stream that the caller closed."""
    codecs.register_error("similar", _similar_letters)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - stays open to the end; no pathlib yet
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="similar")


def _similar_letters(error: UnicodeError) -> tuple[str, int]:
    """Return “u” for “ü” and “?” for what has no similar letter, so that other languages stay readable where LANG is C."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from wizard.plain.accessible_text import to_ascii

    return to_ascii(error.object[error.start : error.end].translate({ord("–"): "-", ord("·"): "-"})), error.end


def _dispatch(words: list[str]) -> int:
    """Parse the arguments, run and flush the output. argparse exits by itself after help and wrong usage."""
    try:
        if words != ["--version"]:
            _use_language(words)
        if not words:
            return _run_wizard()  # the usual start: saves loading argparse
        from wizard.commands.parser import build_parser

        try:
            options = build_parser(words).parse_args(words)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        return _run(options)
    finally:
        sys.stdout.flush()


def _run(options: "Namespace") -> int:
    """Run a command or a front end; notices about the state file are printed even if a command fails."""
    if options.command is None:
        return _run_chosen_front_end(options)
    from wizard.commands.context import CommandContext

    context = CommandContext(os.environ, options.state, options.person)
    try:
        return int(import_module(f"wizard.commands.{options.command}").run(options, context))
    finally:
        context.print_notices()


def _run_chosen_front_end(options: "Namespace") -> int:
    """Run the front end that the options ask for. Returns exit code 2 if they contradict each other."""
    if options.script is not None and not options.plain:
        sys.stderr.write(_("--script needs line mode: use it with --plain.") + "\n")
        return 2
    return _run_wizard(options.state, options.script, options.person, plain=options.plain, lang=options.lang)


def _run_wizard(
    state: str | None = None,
    script: str | None = None,
    person: str | None = None,
    *,
    plain: bool = False,
    lang: str | None = None,
) -> int:
    """Run the wizard in full screen or line mode. Without a terminal it runs only if a script is named."""
    use_line_mode = plain or prefers_line_mode(os.environ)
    output = 1 if use_line_mode or os.name == "nt" else 2  # Textual draws on standard error, except on Windows
    if script is None and not (_is_terminal(0) and _is_terminal(output)):
        sys.stderr.write(_(NO_TERMINAL) + "\n")
        return 2
    if use_line_mode:
        from wizard.plain.run import run_line_mode

        return run_line_mode(state, script, person=person, lang=lang)
    from wizard.tui.run import GO_ON_IN_LINES, run_full_screen

    code = run_full_screen(state, person, lang)
    if code != GO_ON_IN_LINES:
        return code
    from wizard.plain.run import run_line_mode

    return run_line_mode(state, numbers=True, person=person, lang=lang)


def _is_terminal(descriptor: int) -> bool:
    """Return True if the descriptor is open and leads to a terminal."""
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
