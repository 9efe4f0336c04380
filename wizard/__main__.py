"""The entry point; `--version` is answered before anything else is loaded."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    if sys.argv[1:] == ["--version"]:
        from wizard import __version__

        sys.stdout.write(f"protect-my-photos {__version__}\n")
        return 0
    import gc

    from wizard.cli import main as run

    gc.disable()  # most commands are over before their garbage is worth collecting; what works for long enables it again

    return run()


if __name__ == "__main__":
    sys.exit(main())
