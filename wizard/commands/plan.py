"""`plan`: print the plan, or write it to a file."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from wizard.content.content_loader import load_shipped_content
from wizard.core.interview import validate_answers
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.errors import WizardError
from wizard.export import FULL_FORMATS, PLAN_FORMATS, plan_as_pdf
from wizard.i18n import _
from wizard.storage.session import parse_answers
from wizard.system.disk import read_limited
from wizard.system.environment import current_date
from wizard.system.protected_files import protect_inputs

from .context import CommandContext
from .output_format import PDF, add_everyone_option, add_format_options, add_output_option, choose_output_format, print_document

NAME_ANSWERS = "name-answers"
ENDINGS = {"txt": "text", "md": "md", "html": "html", "json": "json", PDF: PDF}


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_format_options(parser, *PLAN_FORMATS, PDF, usual=_("default: the format that the file name ends in, otherwise text"))
    add_output_option(parser, _("write to this file; an existing file is replaced"))
    parser.add_argument("--minutes", type=positive_int, metavar="N", help=_("only the steps that help most in N minutes"))
    parser.add_argument("--full", action="store_true", help=_("the whole plan: every step with its taps and links"))
    add_everyone_option(parser)
    parser.add_argument(
        "--answers", metavar="FILE", help=_("plan from the answers in a JSON file; your own state is not touched")
    )


def positive_int(text: str) -> int:
    """Parse a whole number above zero with at most 9 digits. Raises ArgumentTypeError, which argparse reports."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0) or len(text) > 9:
        raise ArgumentTypeError(_("“{text}” is not a number of minutes", text=text[:40]))
    return int(text)


def run(options: Namespace, context: CommandContext) -> int:
    """Print or write the plan. Raises WizardError if the country is not known yet."""
    output_format = choose_output_format(options, ENDINGS, "text")
    if not output_format:
        return 2
    protect_inputs([Path(options.answers)] if options.answers else ())
    context.check_output(options.output)
    if options.everyone:
        return _output(_shared_plan(options, output_format, context), output_format, options.output, context)
    snapshot = _snapshot_from_file(Path(options.answers), context) if options.answers else context.session.snapshot
    if snapshot.place is None:
        raise _no_plan_error(options.answers)
    steps = snapshot.best_within(options.minutes) if options.minutes else snapshot.steps
    document: str | bytes
    if output_format == PDF:
        document = plan_as_pdf(snapshot, steps, is_whole=options.full)
    else:
        document = (FULL_FORMATS if options.full else PLAN_FORMATS)[output_format](snapshot, steps)
    return _output(document, output_format, options.output, context)


def _no_plan_error(answers: str | None) -> WizardError:
    """Return the error for answers without a country: from a file, or from the user's own state."""
    return WizardError("answers-without-country", path=answers) if answers else WizardError("no-plan-without-country")


def _shared_plan(options: Namespace, output_format: str, context: CommandContext) -> str | bytes:
    """Return the plans of all people at this computer. Raises WizardError if the country of nobody is known yet."""
    from .everyone import everyone, shown_name

    people = everyone(context, options.answers)
    if all(person.snapshot.place is None for person in people):
        raise WizardError("no-plan-without-country")
    steps = [each.snapshot.best_within(options.minutes) if options.minutes else each.snapshot.steps for each in people]
    if output_format == "json":
        from wizard.export.plan.everyone import people_json
        from wizard.export.plan.json import plan_data

        return people_json([(each.name or None, plan_data(each.snapshot, own)) for each, own in zip(people, steps, strict=True)])
    from wizard.export.plan.everyone import PersonPlan, shared_plan

    plans = [PersonPlan(shown_name(each), each.snapshot, own) for each, own in zip(people, steps, strict=True)]
    return shared_plan(plans, output_format, is_whole=options.full)


def _output(document: str | bytes, output_format: str, output: str | None, context: CommandContext) -> int:
    """Write the plan to a file, or print it. Returns exit code 0."""
    if isinstance(document, bytes) or output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(output or '', document))}\n")
    else:
        print_document(document, output_format)
    return 0


def _snapshot_from_file(path: Path, context: CommandContext) -> Snapshot:
    """Build a snapshot from the answers in a file: an object of answers, or a state file. No session is opened.

    Raises WizardError if the file cannot be read or holds no valid answers.
    """
    try:
        data = json.loads(read_limited(path, NAME_ANSWERS).decode("utf-8-sig"))  # some editors begin with a mark
    except OSError as error:
        raise WizardError("file-not-read", hint=NAME_ANSWERS, path=path, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise WizardError("answers-not-json", path=path) from error
    raw = data.get("answers", data) if isinstance(data, dict) else None
    if not isinstance(raw, dict):
        raise WizardError("answers-missing", path=path)
    return build_snapshot(
        load_shipped_content(), validate_answers(load_shipped_content(), parse_answers(raw), {}), (), current_date(context.env)
    )
