"""The entry point; `--version` is answered before anything else is loaded, and an error that nobody expected ends here."""

import os
import sys

INTERRUPTED = 130
LAST_WORDS = (
    "The program could not be loaded. What was saved before is unharmed. Close other programs and try again, or install it again."
)
"""For an error after which not even the words for errors can be loaded."""


def start() -> None:
    """Run the program as a process of its own. All is written and closed then; taking Python apart would serve nobody."""
    code = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads it any more; whom it could, `main` has told
            code = code or 1
    os._exit(code)


def main() -> int:
    """Run the program and return its exit code. Nothing is raised, not even by an import that fails."""
    try:
        return _run()
    except KeyboardInterrupt:  # while the program was being loaded
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: nobody else would turn it into a sentence
        return _report(error)


def _run() -> int:
    if sys.argv[1:] == ["--version"] and _print_version():
        return 0
    import gc

    from wizard.cli import main as run

    gc.disable()  # most commands are over before their garbage is worth collecting; what works for long enables it again
    return run()


def _print_version() -> bool:
    """Print the version, unless the output has nowhere to go: how to say that is known to the command line."""
    from wizard import __version__

    try:
        os.write(1, f"protect-my-photos {__version__}\n".encode())
    except OSError:
        return False
    return True


def _report(error: Exception) -> int:
    """Say in one line that the program stopped, with as little as possible that could fail in turn."""
    try:
        from wizard.system.crash import crash_message

        line = crash_message(error)
    except Exception:  # noqa: BLE001 - the import may be what fails
        line = LAST_WORDS
    try:
        os.write(2, f"{line}\n".encode(errors="replace"))
    except OSError:  # nobody is there to be told
        return 1
    return 1


if __name__ == "__main__":
    start()
