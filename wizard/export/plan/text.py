"""Plan and status as plain text, and the plan as Markdown: everything that the user needs away from the terminal."""

from collections.abc import Iterator, Sequence

from wizard.core.blocks import Paragraph, paragraph, plain_line
from wizard.core.formatting import (
    OBJECTION_STATUS_WORDS,
    exposure_summary,
    format_minutes,
    format_weekday,
    place_heading,
    progress_summary,
    relative_days,
)
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.render_markdown import render_markdown
from wizard.export.render_text import WIDTH, TextLayout, render_text

from .document import plan_document, plan_overview

LEGEND = "[x] done   [ ] open   [-] not for you"
WHY = "Why is a step here?  protect-my-photos why STEP"


def plan_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the plan in short, in lines of at most `width`, with only the given steps."""
    legend = Paragraph((plain_line(LEGEND), plain_line(WHY)))
    return render_text((*plan_overview(snapshot, plan_steps), legend), TextLayout(width, compact=True, flows=True))


def full_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the plan in lines of at most `width`, with only the given steps; addresses are never wrapped."""
    blocks = plan_document(snapshot, plan_steps).blocks
    return render_text((*blocks, paragraph(LEGEND)), TextLayout(width, flows=True))


def plan_markdown(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the plan with instructions, links, limits and sources, with only the given steps."""
    return render_markdown(plan_document(snapshot, plan_steps).blocks)


def status_text(snapshot: Snapshot) -> str:
    """Return progress, deadlines, objections and the next step."""
    if snapshot.place is None:
        return "Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.\n"
    lines = [place_heading(snapshot), progress_summary(snapshot), exposure_summary(snapshot), *_deadline_lines(snapshot)]
    for objection in snapshot.objections:
        lines += [f"{objection.name}: {OBJECTION_STATUS_WORDS[objection.status]}. {objection.recommendation}"]
        lines += [f"  {objection.sent_from}."] if objection.sent_from else []
    if snapshot.next_step:
        step = snapshot.next_step.step
        lines += [f"Next: {step.title} ({format_minutes(step.minutes)})", f"      {step.id}"]
    else:
        lines.append("Nothing is open. Look again in three months, or when Meta writes that its policy changes.")
    question = snapshot.interview.next()
    if question:
        lines.append(f"Still unanswered: {question.title} (`protect-my-photos answer --list`)")
    return "\n".join(lines) + "\n"


def _deadline_lines(snapshot: Snapshot) -> Iterator[str]:
    for deadline in snapshot.deadlines:
        label = "Overdue" if deadline.due < snapshot.today else "Due"
        yield f"{label} {format_weekday(deadline.due)} ({relative_days(deadline.due, snapshot.today)}): {deadline.reason}"
