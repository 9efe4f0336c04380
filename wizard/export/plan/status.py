"""Where the user stands, as a few lines of plain text. It is printed often, so it imports no renderer."""

from collections.abc import Iterator

from wizard.core.formatting import (
    CONTACT_STATUS,
    OBJECTION_STATUS_WORDS,
    exposure_summary,
    format_date,
    format_minutes,
    format_weekday,
    place_heading,
    progress_summary,
    relative_days,
)
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .summary import next_letter_title


def status_text(snapshot: Snapshot) -> str:
    """Return progress, deadlines, objections and the next step."""
    if snapshot.place is None:
        return "Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.\n"
    lines = [place_heading(snapshot), progress_summary(snapshot), exposure_summary(snapshot), *_deadline_lines(snapshot)]
    for objection in snapshot.objections:
        lines += [f"{objection.name}: {OBJECTION_STATUS_WORDS[objection.status]}. {objection.recommendation}"]
        lines += [f"  {objection.sent_from}."] if objection.sent_from else []
    lines += [
        _(
            "Contact {nickname}: {status}, {day}",
            nickname=each.nickname,
            status=CONTACT_STATUS[each.status],
            day=format_date(each.on),
        )
        for each in snapshot.contacts
    ]
    overdue = list(_overdue_lines(snapshot))
    lines += overdue
    if snapshot.next_step:
        step = snapshot.next_step.step
        lines += [f"{'Then' if overdue else 'Next'}: {step.title} ({format_minutes(step.minutes)})", f"      {step.id}"]
    elif not overdue:
        lines.append("Nothing is open. Look again in three months, or when Meta writes that its policy changes.")
    question = snapshot.interview.next()
    if question:
        lines.append(f"Still unanswered: {question.title} (`protect-my-photos answer --list`)")
    return "\n".join(lines) + "\n"


def _overdue_lines(snapshot: Snapshot) -> Iterator[str]:
    """Yield what to do first: the letter about each answer that is overdue."""
    dates = {deadline.id: deadline.due for deadline in snapshot.deadlines}
    for objection in snapshot.objections:
        is_overdue = objection.needs_action and dates.get(objection.target, snapshot.today) < snapshot.today
        if is_overdue and (letter := next_letter_title(snapshot, objection)):
            what = _("write the letter “{letter}”", letter=letter)
            yield f"Next: {objection.name}: {what}"
            yield f"      {objection.target}"


def _deadline_lines(snapshot: Snapshot) -> Iterator[str]:
    for deadline in snapshot.deadlines:
        label = "Overdue" if deadline.due < snapshot.today else "Due"
        yield f"{label} {format_weekday(deadline.due)} ({relative_days(deadline.due, snapshot.today)}): {deadline.reason}"
