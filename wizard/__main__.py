"""The entry point; `--version` is answered before anything else is loaded."""

import os
import sys


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
    """Run the program and return its exit code."""
    if sys.argv[1:] == ["--version"] and _told_version():
        return 0
    import gc

    from wizard.cli import main as run

    gc.disable()  # most commands are over before their garbage is worth collecting; what works for long enables it again
    return run()


def _told_version() -> bool:
    """Print the version, unless the output has nowhere to go: how to say that is known to the command line."""
    from wizard import __version__

    try:
        os.write(1, f"protect-my-photos {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    start()
