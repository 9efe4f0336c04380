"""`letter`: write a letter, list the letters or explain one. Field values are stored only on request."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.field_values import personal_values
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.request import Request
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, RenderedLetter, final_letter, letter_pdf
from wizard.export.letter.description import describe_letter, letter_list
from wizard.export.letter.letter_data import letter_data, letter_list_data, rendered_letter_data
from wizard.export.letter.letter_warnings import letter_warnings
from wizard.i18n import _

from .context import CommandContext
from .output_format import PDF, add_format_options, add_output_option, choose_output_format, print_document, write_json
from .private_input import read_assignments

JSON = "json"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "letter", nargs="?", metavar="KIND", help=_("which letter: objection, follow-up, complaint-to-authority, ...")
    )
    parser.add_argument("--list", action="store_true", help=_("show what fits you now, and all other letters"))
    parser.add_argument("--about", action="store_true", help=_("say in plain words what the letter says, cannot do and needs"))
    _add_field_arguments(parser)
    parser.add_argument("--case", default="", metavar="CASE", help=_("the request it is about, for example case/facebook"))
    parser.add_argument(
        "--lang",
        "--language",
        dest="language",
        default="",
        metavar="CODE",
        help=_("the letter's language, where there are several"),
    )
    parser.add_argument("--keep", action="store_true", help=_("keep your name, addresses and accounts for the next letter"))
    parser.add_argument("--forget", action="store_true", help=_("remove what was kept with --keep"))
    add_format_options(
        parser, *LETTER_FORMATS, JSON, PDF, usual=_("default: the format that the file name ends in, otherwise txt")
    )
    add_output_option(parser, _("write to this file; an existing file is replaced"))
    parser.epilog = _(
        "Example:\n"
        '  protect-my-photos letter objection --set name="Kim Example" \\\n'
        '    --set email=kim@example.org --set accounts="Facebook: kim.example" \\\n'
        "    --set reasons=face,old-posts -o objection.html\n\n"
        "Others on this computer can see what is typed on a command line: --set-file me.txt reads the same from a file."
    )


def _add_field_arguments(parser: ArgumentParser) -> None:
    """Declare the two ways of filling in the fields of a letter."""
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help=_("fill in a field; repeat it for several lines or choices"),
    )
    parser.add_argument(
        "--set-file",
        action="append",
        default=[],
        metavar="FILE",
        help=_("fill in from a file, one FIELD=VALUE a line, or with - from standard input; nobody else sees it"),
    )


def run(options: Namespace, context: CommandContext) -> int:
    """List, explain or write a letter, or remove stored field values. Returns 2 for wrong arguments."""
    snapshot = context.session.snapshot
    if options.list:
        return _print_list(snapshot, as_json=options.format == JSON)
    if options.forget:
        context.session.clear_letter_fields()
        sys.stdout.write(_("Nothing about you is kept for letters any more.") + "\n")
        return 0
    if not options.letter or _has_wrong_field(options.set):
        if not options.letter:
            message = _("Say which letter, for example: protect-my-photos letter objection. `letter --list` shows all.")
            sys.stderr.write(f"{message}\n")
        return 2
    output_format = choose_output_format(options, {ending: ending for ending in (*LETTER_FORMATS, JSON, PDF)}, "txt")
    if not output_format:
        return 2
    if options.about:
        return _print_description(*_select_for_description(snapshot, options), snapshot, as_json=options.format == JSON)
    _write(*select_letter(snapshot, options.letter, options.case, options.language), context, options, output_format)
    return 0


def _has_wrong_field(texts: list[str]) -> bool:
    """Return True, after a message, if one of these is not FIELD=VALUE."""
    wrong = next((text for text in texts if "=" not in text), None)
    if wrong is not None:
        shown = sanitize_line(wrong, 60)
        sys.stderr.write(_("“{text}” doesn't fill in a field. Write it as FIELD=VALUE, for example name=Kim.", text=shown) + "\n")
    return wrong is not None


def _print_list(snapshot: Snapshot, *, as_json: bool) -> int:
    """Print all letters, those that fit the user first. Returns exit code 0."""
    if as_json:
        return write_json({"letters": letter_list_data(snapshot)})
    sys.stdout.write(letter_list(snapshot))
    return 0


def _print_description(letter: Letter, request: Request | None, snapshot: Snapshot, *, as_json: bool) -> int:
    """Print what the letter says, cannot do and needs. Returns exit code 0."""
    if as_json:
        return write_json(letter_data(letter, snapshot))
    sys.stdout.write(describe_letter(letter, request, snapshot))
    return 0


def _select_for_description(snapshot: Snapshot, options: Namespace) -> tuple[Letter, Request | None]:
    """Return the letter to describe, and its request if there is one. By its id it may be one that does not fit the user.

    Raises WizardError if there is no such letter.
    """
    try:
        return select_letter(snapshot, options.letter, options.case, options.language, sure=False)
    except WizardError:
        letter = snapshot.library.letters.get(snapshot.library.current_id(options.letter.strip()))
        if letter is None:
            raise
        return letter, None


def _write(letter: Letter, request: Request | None, context: CommandContext, options: Namespace, output_format: str) -> None:
    """Write or print the letter. Raises WizardError if a field value is not valid, or the file cannot be written."""
    context.check_output(options.output)
    session = context.session
    snapshot, given = session.snapshot, _values_by_field([*read_assignments(options.set_file), *options.set])
    values = personal_values(letter, session.saved_letter_fields) | given
    final = final_letter(build_strict_draft(letter, snapshot, request, values))
    if options.keep:
        session.save_letter_fields(personal_values(letter, given))
    document = _document(letter, final, snapshot, output_format)
    if isinstance(document, bytes) or options.output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(options.output, document))}\n")
    else:
        print_document(document, output_format)
    # On standard error, so that standard output holds the letter alone.
    for line in letter_warnings(letter, snapshot, request, final):
        sys.stderr.write(f"{line}\n")


def _document(letter: Letter, final: RenderedLetter, snapshot: Snapshot, output_format: str) -> str | bytes:
    """Return the letter in this format."""
    if output_format == PDF:
        return letter_pdf(final, snapshot.place.country.alpha2 if snapshot.place else "")
    return rendered_letter_data(letter, final) if output_format == JSON else LETTER_FORMATS[output_format](final)


def _values_by_field(texts: list[str]) -> dict[str, Sequence[str]]:
    """Return the values of `--set` by field, in the order in which they were given."""
    values: dict[str, Sequence[str]] = {}
    for name, _sign, value in (text.partition("=") for text in texts):
        values[name.strip()] = [*values.get(name.strip(), ()), value]
    return values
