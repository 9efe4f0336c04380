"""`plan`: the personal action plan on standard output or in a file."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from wizard.content.content_loader import load_shipped_content
from wizard.core.interview import validate_answers
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.errors import WizardError
from wizard.export import FILE_FORMATS, PLAN_FORMATS
from wizard.storage.session import parse_answers
from wizard.system.disk import read_limited
from wizard.system.environment import current_date
from wizard.system.protected_files import protect_inputs

from .context import CommandContext
from .output_format import choose_output_format

NAME_ANSWERS = "Name a JSON file of answers."
ENDINGS = {"txt": "text", "md": "md", "html": "html", "json": "json"}


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=tuple(PLAN_FORMATS), help="default: that of the file's name, else text")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file, a text in full; what is there already is replaced"
    )
    parser.add_argument("--minutes", type=positive_int, metavar="N", help="only the steps that help most in N minutes")
    parser.add_argument("--answers", metavar="FILE", help="plan from the answers in a JSON file; your own state is not touched")


def positive_int(text: str) -> int:
    """A whole number above nought, as argparse wants it."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0) or len(text) > 9:
        raise ArgumentTypeError(f"“{text[:40]}” is not a number of minutes")
    return int(text)


def run(options: Namespace, desk: CommandContext) -> int:
    """Print or write the plan."""
    form = choose_output_format(options, ENDINGS, "text")
    if not form:
        return 2
    protect_inputs([Path(options.answers)] if options.answers else ())
    desk.check_output(options.output)
    case = _snapshot_from_file(Path(options.answers), desk) if options.answers else desk.session.case
    if case.place is None:
        raise WizardError(
            "There is no plan yet: your country is not known.",
            "Run `protect-my-photos`, or `protect-my-photos answer country=DE`.",
        )
    entries = case.best_within(options.minutes) if options.minutes else case.steps
    if options.output:
        document = FILE_FORMATS[form](case, entries)
        from wizard.core.user_messages import saved_message

        sys.stdout.write(f"{saved_message(desk.write(options.output, document))}\n")
    else:
        sys.stdout.write(PLAN_FORMATS[form](case, entries))
    return 0


def _snapshot_from_file(path: Path, desk: CommandContext) -> Snapshot:
    """The case that the answers in a file make: an object of answers, or a whole state file. No session is opened for it."""
    try:
        data = json.loads(read_limited(path, NAME_ANSWERS).decode())
    except OSError as error:
        raise WizardError(f"{path} cannot be read: {error.strerror}.", NAME_ANSWERS) from error
    except (ValueError, RecursionError) as error:
        raise WizardError(f"{path} is not JSON.", 'Write answers like {"country": "DE", "services": ["facebook"]}.') from error
    raw = data.get("answers", data) if isinstance(data, dict) else None
    if not isinstance(raw, dict):
        raise WizardError(f"{path} holds no answers.", 'Write answers like {"country": "DE", "services": ["facebook"]}.')
    return build_snapshot(
        load_shipped_content(), validate_answers(load_shipped_content(), parse_answers(raw), {}), (), current_date(desk.env)
    )
