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
from wizard.i18n import N_, _

NOTHING_KNOWN = N_("Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.")
OVERDUE_LINE, DUE_LINE = N_("Overdue {day} ({distance}): {reason}"), N_("Due {day} ({distance}): {reason}")


def status_text(snapshot: Snapshot) -> str:
    """Return progress, deadlines, objections and the next step."""
    if snapshot.place is None:
        return f"{_(NOTHING_KNOWN)}\n"
    lines = [place_heading(snapshot), progress_summary(snapshot), exposure_summary(snapshot), *_deadline_lines(snapshot)]
    for objection in snapshot.objections:
        lines += [f"{objection.name}: {OBJECTION_STATUS_WORDS[objection.status]}. {objection.recommendation}"]
        lines += [f"  {objection.sent_from}."] if objection.sent_from else []
    if snapshot.next_step:
        step = snapshot.next_step.step
        next_step = _("Next: {step} ({time})", step=step.title, time=format_minutes(step.minutes))
        lines += [next_step, f"      {step.id}"]
    else:
        lines.append(_("Nothing is open. Look again in three months, or when Meta writes that its policy changes."))
    question = snapshot.interview.next()
    if question:
        lines.append(_("Still unanswered: {question} (`protect-my-photos answer --list`)", question=question.title))
    return "\n".join(lines) + "\n"


def _deadline_lines(snapshot: Snapshot) -> Iterator[str]:
    for deadline in snapshot.deadlines:
        day, distance = format_weekday(deadline.due), relative_days(deadline.due, snapshot.today)
        message = OVERDUE_LINE if deadline.due < snapshot.today else DUE_LINE
        yield _(message, day=day, distance=distance, reason=deadline.reason)
