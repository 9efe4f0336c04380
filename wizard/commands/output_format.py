"""The format of a document: the one of `--format`, else the one of the file's extension."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import PurePath

from wizard.core.formatting import join_with_or
from wizard.core.sanitize import sanitize_line
from wizard.i18n import _

SHOWN = 60
"""Characters of a file name that a message repeats."""


def add_format_options(parser: ArgumentParser, *formats: str) -> None:
    """Declare `--format` with these formats, "text" and "json" if none are given, and `--json` for `--format json`."""
    choices = formats or ("text", "json")
    parser.add_argument("--format", choices=choices, help=_("the format: {formats}", formats=", ".join(choices)))
    parser.add_argument("--json", action="store_const", const="json", dest="format", help=_("the same as --format json"))


def choose_output_format(options: Namespace, endings: Mapping[str, str], usual: str) -> str:
    """Return the format; `usual` if there is no output file. `endings` maps extensions to formats.

    If the extension is unknown, prints a message and returns "".
    """
    if options.format or not options.output:
        return options.format or usual
    known = endings.get(PurePath(options.output).suffix[1:].lower(), "")
    if not known:
        message = _(
            "The name “{name}” does not tell a format. End it with {endings}, or name one with --format.",
            name=sanitize_line(options.output, SHOWN),
            endings=join_with_or(f".{ending}" for ending in endings),
        )
        sys.stderr.write(f"{message}\n")
    return known
