"""`letter`: a letter from the case, what fits now, and what a letter says. What is given here is kept only on request."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from wizard.core.letter.draft import build_strict_draft
from wizard.core.letter.field_values import personal_values
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.objection import Objection
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, final_letter
from wizard.export.letter.description import describe_letter, letter_list
from wizard.export.letter.letter_warnings import letter_warnings

from .context import CommandContext
from .output_format import choose_output_format


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "letter", nargs="?", metavar="KIND", help="which letter: objection, follow-up, complaint-to-authority, ..."
    )
    parser.add_argument("--list", action="store_true", help="show what fits you now, and all other letters")
    parser.add_argument("--about", action="store_true", help="say in plain words what the letter says, cannot do and needs")
    parser.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="fill in a blank; again for several lines or choices"
    )
    parser.add_argument("--case", default="", metavar="CASE", help="the objection it is about, for example case/facebook")
    parser.add_argument("--language", default="", metavar="CODE", help="the letter's language, where there are several")
    parser.add_argument("--keep", action="store_true", help="keep your name, addresses and accounts for the next letter")
    parser.add_argument("--forget", action="store_true", help="remove what was kept with --keep")
    parser.add_argument("--format", choices=tuple(LETTER_FORMATS), help="default: that of the file's name, else txt")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; what is there already is replaced")
    parser.epilog = (
        'example: protect-my-photos letter objection --set name="Kim Example" --set email=kim@example.org '
        '--set accounts="Facebook: kim.example" --set reasons=face,old-posts -o objection.html'
    )


def run(options: Namespace, desk: CommandContext) -> int:
    """List, explain or write a letter."""
    case = desk.session.case
    if options.list:
        sys.stdout.write(letter_list(case))
        return 0
    if options.forget:
        desk.session.clear_letter_fields()
        sys.stdout.write("Nothing about you is kept for letters any more.\n")
        return 0
    if not options.letter:
        sys.stderr.write("Say which letter, for example: protect-my-photos letter objection. `letter --list` shows all.\n")
        return 2
    wrong = next((each for each in options.set if "=" not in each), None)
    if wrong is not None:
        sys.stderr.write(f"“{sanitize_line(wrong, 60)}” fills in no blank. Write it as FIELD=VALUE, for example name=Kim.\n")
        return 2
    form = choose_output_format(options, {ending: ending for ending in LETTER_FORMATS}, "txt")
    if not form:
        return 2
    if options.about:
        sys.stdout.write(describe_letter(*_explained(case, options), case))
    else:
        _write(*select_letter(case, options.letter, options.case, options.language), desk, options, form)
    return 0


def _explained(case: Snapshot, options: Namespace) -> tuple[Letter, Objection | None]:
    """The letter to speak of; under its own name also one that is not for this person."""
    try:
        return select_letter(case, options.letter, options.case, options.language, sure=False)
    except WizardError:
        named = case.library.letters.get(case.library.current_id(options.letter.strip()))
        if named is None:
            raise
        return named, None


def _write(letter: Letter, about: Objection | None, desk: CommandContext, options: Namespace, form: str) -> None:
    desk.check_output(options.output)
    session = desk.session
    case, given = session.case, _given(options.set)
    written = final_letter(build_strict_draft(letter, case, about, personal_values(letter, session.saved_letter_fields) | given))
    if options.keep:
        session.save_letter_fields(personal_values(letter, given))
    document = LETTER_FORMATS[form](written)
    if options.output:
        from wizard.core.user_messages import saved_message as written_to

        sys.stdout.write(f"{written_to(desk.write(options.output, document))}\n")
    else:
        sys.stdout.write(document)
    # On standard error, so that the letter alone stands on the other.
    for line in letter_warnings(letter, case, about, written):
        sys.stderr.write(f"{line}\n")


def _given(texts: list[str]) -> dict[str, Sequence[str]]:
    """What was given for each blank, in order."""
    found: dict[str, Sequence[str]] = {}
    for name, _, value in (text.partition("=") for text in texts):
        found[name.strip()] = [*found.get(name.strip(), ()), value]
    return found
