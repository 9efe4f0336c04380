"""Where the user stands, as a few lines of plain text. It is printed often, so it imports no renderer."""

from collections.abc import Iterator

from wizard.core.formatting import (
    OBJECTION_STATUS_WORDS,
    exposure_summary,
    format_minutes,
    format_weekday,
    place_heading,
    progress_summary,
    relative_days,
)
from wizard.core.snapshot import Snapshot


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
