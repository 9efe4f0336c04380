"""`why`: explain why a step is in the plan, how it is ranked, and what would change that."""

import sys
from argparse import ArgumentParser, Namespace

from wizard.core.content_models import Step
from wizard.core.formatting import STEP_STATUS_WORDS, format_minutes
from wizard.i18n import _
from wizard.views.explanation import Explanation, explain_step

from .context import CommandContext
from .output_format import add_format_options, write_json
from .step_name import resolve_step_id


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "step", metavar="STEP", help=_("a step's id, the part behind its slash, or the beginning of either if it fits one step")
    )
    add_format_options(parser)


def run(options: Namespace, context: CommandContext) -> int:
    """Print the explanation."""
    session = context.session
    target = resolve_step_id(session.snapshot, options.step)
    entry = session.snapshot.step(target)
    if options.format == "json":
        return _print_json(session.library.steps[target], explain_step(session.snapshot, entry) if entry else None)
    if entry is None:
        step = session.library.steps.get(target)
        title = step.title if step else target
        from wizard.export.plan.single_step import not_planned_text  # late: most steps that are asked about are in the plan

        sys.stdout.write(f"{title} ({target})\n{not_planned_text(session.snapshot)}\n")
        return 0
    explanation = explain_step(session.snapshot, entry)
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


def _print_json(step: Step, explanation: Explanation | None) -> int:
    """Print the explanation as data; without one the step is not in the plan. Returns exit code 0."""
    reasons = explanation._asdict() if explanation else Explanation((), (), ())._asdict()
    return write_json({"id": step.id, "title": step.title, "planned": explanation is not None, **reasons})
