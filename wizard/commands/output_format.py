"""The format of a document in a file: the one that was asked for, else the one that the ending of the name tells."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import PurePath

from wizard.core.sanitize import sanitize_line

SHOWN = 60


def choose_output_format(options: Namespace, endings: Mapping[str, str], usual: str) -> str:
    """The format; `usual` on the terminal. "" after saying that the name of the file tells none."""
    if options.format or not options.output:
        return options.format or usual
    known = endings.get(PurePath(options.output).suffix[1:].lower(), "")
    if not known:
        *most, last = (f".{ending}" for ending in endings)
        sys.stderr.write(
            f"The name “{sanitize_line(options.output, SHOWN)}” does not tell a format. "
            f"End it with {', '.join(most)} or {last}, or name one with --format.\n"
        )
    return known
