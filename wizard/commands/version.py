"""`version`: print the version, as `--version` does."""

import sys
from argparse import ArgumentParser, Namespace

from wizard import __version__

from .context import CommandContext


def arguments(_parser: ArgumentParser) -> None:
    """Declare the arguments of the command: it has none."""


def run(_options: Namespace, _context: CommandContext) -> int:
    """Print the version."""
    sys.stdout.write(f"protect-my-photos {__version__}\n")
    return 0
