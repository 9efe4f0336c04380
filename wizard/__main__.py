"""The entry point: answers `--version` before anything else is loaded, and handles errors while the program is loaded."""

import os
import sys

INTERRUPTED = 130
LAST_WORDS = (
    "The program could not be loaded. What was saved before is unharmed. Close other programs and try again, or install it again."
)
"""The message if not even the module with the error messages can be loaded; the kind of the error follows."""


def start() -> None:
    """Run the program, then end the process with `os._exit`. Skipping interpreter shutdown saves about 7 ms."""
    code = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):  # the output was closed; `main` has reported what it could
            code = code or 1
    os._exit(code)


def main() -> int:
    """Run the program and return its exit code. Never raises, even if an import fails."""
    try:
        return _run()
    except KeyboardInterrupt:  # while the program was being loaded
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - nothing above would report it: the user would see a traceback
        return _report(error)


def _run() -> int:
    """Answer `--version` alone, or load and run the command line."""
    # `--version` is answered before the command line is imported, in about the time of a bare interpreter (bench/README.md).
    # Garbage collection would only examine the many lasting objects that imports create. Most commands end before their
    # garbage matters; code that runs for long, such as the full screen and audits, enables it again.
    if sys.argv[1:] in (["--version"], ["-V"]) and _print_version():
        return 0
    import gc

    from wizard.cli import main as run

    gc.disable()
    return run()


def _print_version() -> bool:
    """Print the version and return True; False if it cannot be written, so that the command line reports the error."""
    from wizard import __version__

    try:
        os.write(1, f"protect-my-photos {__version__}\n".encode())
    except OSError:
        return False
    return True


def _report(error: Exception) -> int:
    """Report in one line that the program stopped, using as little as possible that could fail too. Returns exit code 1."""
    line = f"{LAST_WORDS} ({type(error).__name__})"
    try:
        from wizard.system.crash import crash_message

        line = crash_message(error)
        from wizard.system.crash_report import report_crash

        line = report_crash(error, "", sys.argv[1:])
    except Exception:  # noqa: BLE001 - the import may be what fails; the best line so far still names the first error
        return _write_error(line)
    return _write_error(line)


def _write_error(line: str) -> int:
    """Write one line to standard error, if there is one. Returns exit code 1."""
    try:
        os.write(2, f"{line}\n".encode(errors="replace"))
    except OSError:
        return 1
    return 1


if __name__ == "__main__":
    start()
