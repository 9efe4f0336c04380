"""`show`: one step with its taps, links, limits and sources."""

import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size

from wizard.errors import WizardError
from wizard.export.render_text import WIDTH
from wizard.i18n import _

from .context import CommandContext
from .output_format import PDF, add_format_options, choose_output_format, print_document
from .step_name import resolve_step_id

FORMATS = ("text", "md", "html", "json", PDF)
ENDINGS = {"txt": "text", "md": "md", "html": "html", "json": "json", PDF: PDF}


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "step", metavar="STEP", help=_("a step's id, the part behind its slash, or the beginning of either if it fits one step")
    )
    add_format_options(parser, *FORMATS, usual=_("default: the format that the file name ends in, otherwise text"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("write to this file; an existing file is replaced"))
    parser.epilog = _(
        "Examples:\n  protect-my-photos show instagram-private\n  protect-my-photos show facebook-form -o form.html"
    )


def run(options: Namespace, context: CommandContext) -> int:
    """Print or write the step. Raises WizardError if there is no such step."""
    output_format = choose_output_format(options, ENDINGS, "text")
    if not output_format:
        return 2
    context.check_output(options.output)
    snapshot = context.session.snapshot
    plan_step = snapshot.any_step(resolve_step_id(snapshot, options.step))
    if plan_step is None:
        raise WizardError("target-unknown", target=options.step)
    from wizard.export.plan.single_step import STEP_FORMATS, step_text

    if output_format == "text" and not options.output:
        width = max(20, min(WIDTH, get_terminal_size().columns))
        sys.stdout.write(step_text(snapshot, plan_step, width))
        return 0
    document: str | bytes
    if output_format == PDF:
        from wizard.export.plan.pdf import step_pdf

        document = step_pdf(snapshot, plan_step)
    else:
        document = STEP_FORMATS[output_format](snapshot, plan_step)
    if isinstance(document, bytes) or options.output:
        from wizard.views.user_messages import saved_message

        sys.stdout.write(f"{saved_message(context.write(options.output, document))}\n")
    else:
        print_document(document, output_format)
    return 0
