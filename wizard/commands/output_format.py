"""The format of a document: the one of `--format`, else the one of the file's extension."""

import codecs
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from wizard.core.formatting import join_with_or
from wizard.core.sanitize import escape_json, sanitize_line
from wizard.i18n import _

SHOWN = 60
"""Characters of a file name that a message repeats."""
PDF = "pdf"
STANDARD_OUTPUT = "-"
ALIASES = {"text": ("txt",), "txt": ("text",), "markdown": ("md",), "htm": ("html",)}
"""Other names of formats, each with the names it can stand for."""
ASCII_FORMS: Mapping[str, Callable[[str], str]] = {
    "json": lambda document: escape_json(document, ascii_only=True),
    "html": lambda document: document.encode("ascii", "xmlcharrefreplace").decode("ascii"),
}
"""Functions that write a document in ASCII letters without changing its meaning, by format."""


def add_format_options(parser: ArgumentParser, *formats: str, usual: str = "") -> None:
    """Declare `--format` with these formats, "text" and "json" if none are given, and `--json` for `--format json`.

    `usual` says in the help what holds without the option.
    """
    choices = formats or ("text", "json")
    help_text = usual or _("default: text")
    parser.add_argument("--format", choices=choices, type=_format_reader(choices), help=help_text)
    if "json" in choices:
        parser.add_argument("--json", action="store_const", const="json", dest="format", help=_("the same as --format json"))


def add_output_option(parser: ArgumentParser, help_text: str) -> None:
    """Declare `-o FILE`. As in other programs, `-` is standard output, which is where the document goes without the option."""
    parser.add_argument("-o", "--output", metavar="FILE", type=_read_output, help=help_text)


def _read_output(text: str) -> str | None:
    return None if text == STANDARD_OUTPUT else text


def add_everyone_option(parser: ArgumentParser) -> None:
    """Declare the option `--everyone`."""
    parser.add_argument("--everyone", action="store_true", help=_("for all people at this computer, a part for each"))


def _format_reader(choices: Sequence[str]) -> Callable[[str], str]:
    """Return a function that reads the name of a format in any case, and its other names."""

    def read_format(text: str) -> str:
        name = text.lower()
        return next((each for each in (name, *ALIASES.get(name, ())) if each in choices), text)

    return read_format


def write_json(value: Mapping[str, object]) -> int:
    """Print an answer as JSON, with the version of its shape first. Returns exit code 0."""
    print_document(json.dumps({"schema": 1, **value}, ensure_ascii=False, indent=2) + "\n", "json")
    return 0


def print_document(document: str, output_format: str) -> None:
    """Print a document so that programs read the same from it, whatever the encoding of standard output.

    Other texts get similar letters for those that cannot be encoded. In JSON and HTML a similar letter could be a quotation
    mark that ends a string, so there the letters are escaped.
    """
    if output_format == "json":
        document = escape_json(document)
    if codecs.lookup(sys.stdout.encoding or "utf-8").name != "utf-8":
        document = ASCII_FORMS[output_format](document) if output_format in ASCII_FORMS else document
    sys.stdout.write(document)


def choose_output_format(options: Namespace, endings: Mapping[str, str], usual: str) -> str:
    """Return the format; `usual` if there is no output file. `endings` maps extensions to formats.

    If the extension is unknown, or a PDF has no file, prints a message and returns "".
    """
    if options.format == PDF and not options.output:
        sys.stderr.write(_("A PDF needs a file. Add -o NAME.pdf.") + "\n")
        return ""
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
