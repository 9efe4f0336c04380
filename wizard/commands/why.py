"""`why`: why a step is in my plan, how it is weighed, what would change it."""

import sys
from argparse import ArgumentParser, Namespace

from wizard.core.explanation import explain_step
from wizard.core.formatting import STEP_STATUS_WORDS, format_minutes

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("step", metavar="STEP", help="a step's id, for example privacy-settings/instagram-private")


def run(options: Namespace, desk: CommandContext) -> int:
    """Print the explanation."""
    session = desk.session
    target = session.resolve_target(options.step)
    entry = session.case.step(target)
    if entry is None:
        step = session.library.steps.get(target)
        title = step.title if step else target
        sys.stdout.write(f"{title} ({target})\nIt is not in your plan: your answers do not ask for it.\n")
        return 0
    found = explain_step(session.case, entry)
    lines = [
        f"{entry.step.title} ({format_minutes(entry.step.minutes)}, {STEP_STATUS_WORDS[entry.status]})",
        entry.id,
        "",
        "Why it is in your plan:",
    ]
    lines += [f"  {each}" for each in found.because] + ["", "How it is weighed:"] + [f"  {each}" for each in found.weight]
    if found.changes:
        lines += ["", "What would change it:"] + [f"  {each}" for each in found.changes]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
