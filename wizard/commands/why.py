"""`why`: explain why a step is in the plan, how it is ranked, and what would change that."""

import sys
from argparse import ArgumentParser, Namespace

from wizard.core.formatting import STEP_STATUS_WORDS, format_minutes
from wizard.i18n import _
from wizard.views.explanation import explain_step

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("step", metavar="STEP", help=_("a step's id, for example privacy-settings/instagram-private"))


def run(options: Namespace, context: CommandContext) -> int:
    """Print the explanation."""
    session = context.session
    target = session.resolve_target(options.step)
    entry = session.case.step(target)
    if entry is None:
        step = session.library.steps.get(target)
        title = step.title if step else target
        reason = _("It is not in your plan: your answers do not ask for it.")
        sys.stdout.write(f"{title} ({target})\n{reason}\n")
        return 0
    explanation = explain_step(session.case, entry)
    lines = [
        f"{entry.step.title} ({format_minutes(entry.step.minutes)}, {STEP_STATUS_WORDS[entry.status]})",
        entry.id,
        "",
        _("Why it is in your plan:"),
    ]
    lines += (
        [f"  {line}" for line in explanation.because]
        + ["", _("How it is weighed:")]
        + [f"  {line}" for line in explanation.weight]
    )
    if explanation.changes:
        lines += ["", _("What would change it:")] + [f"  {line}" for line in explanation.changes]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
