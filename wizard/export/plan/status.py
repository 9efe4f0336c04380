"""Where the user stands, as a few lines of plain text. It is printed often, so it imports no renderer."""

from collections.abc import Iterator

from wizard.core.formatting import (
    CONTACT_STATUS,
    REQUEST_STATUS_WORDS,
    exposure_summary,
    format_date,
    format_minutes,
    format_weekday,
    interview_summary,
    place_heading,
    progress_summary,
    relative_days,
)
from wizard.core.request import Request
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import N_, _, labelled

NOTHING_KNOWN = N_("Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.")
COUNTRY_UNKNOWN = N_(
    "Your country is not known yet, so there is no plan. Say it with `protect-my-photos answer country=DE`. "
    "What you recorded is kept: `protect-my-photos state show`."
)
OVERDUE_LINE, DUE_LINE = N_("Overdue {day} ({distance}): {reason}"), N_("Due {day} ({distance}): {reason}")
NEXT_LINE, THEN_LINE = N_("Next: {step} ({time})"), N_("Then: {step} ({time})")


def status_text(snapshot: Snapshot) -> str:
    """Return progress, deadlines, objections and the next step."""
    if snapshot.place is None:
        done = snapshot.progress
        is_known = any((snapshot.interview.answers, done.steps, done.requests, done.notes, done.contacts))
        return f"{_(COUNTRY_UNKNOWN if is_known else NOTHING_KNOWN)}\n"
    question = snapshot.interview.next()
    counted = [interview_summary(snapshot)] if question else [progress_summary(snapshot), exposure_summary(snapshot)]
    lines = [place_heading(snapshot), *counted, *_deadline_lines(snapshot)]
    for request in snapshot.listed_requests:
        lines += [labelled(request.name, f"{REQUEST_STATUS_WORDS[request.status]}. {request.recommendation}")]
        lines += [f"  {request.sent_from}."] if request.sent_from else []
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
        message = THEN_LINE if overdue else NEXT_LINE
        lines += [_(message, step=step.title, time=format_minutes(step.minutes)), f"      {step.id}"]
    elif not overdue:
        lines.append(_("Nothing is open. Look again in three months, or when Meta writes that its policy changes."))
    if question:
        lines.append(_("Still unanswered: {question} (`protect-my-photos answer --list`)", question=question.title))
    return "\n".join(lines) + "\n"


def _overdue_lines(snapshot: Snapshot) -> Iterator[str]:
    """Yield what to do first: the letter about each answer that is overdue."""
    dates = {deadline.id: deadline.due for deadline in snapshot.deadlines}
    for request in snapshot.requests:
        is_overdue = request.needs_action and dates.get(request.target, snapshot.today) < snapshot.today
        if is_overdue and (letter := next_letter_title(snapshot, request)):
            yield _("Next: {request}: write the letter “{letter}”", request=request.name, letter=letter)
            yield f"      {request.target}"


def _deadline_lines(snapshot: Snapshot) -> Iterator[str]:
    for deadline in snapshot.deadlines:
        day, distance = format_weekday(deadline.due), relative_days(deadline.due, snapshot.today)
        message = OVERDUE_LINE if deadline.due < snapshot.today else DUE_LINE
        yield _(message, day=day, distance=distance, reason=deadline.reason)


def next_letter_title(snapshot: Snapshot, request: Request) -> str:
    """Return the title of the letter to write next about a request; "" if there is none."""
    if not request.letter:
        return ""
    from wizard.core.letter.selection import select_letter  # most plans name no letter

    try:
        return select_letter(snapshot, request.letter, request.target, "", sure=False)[0].title
    except WizardError:  # which one fits is not known yet, for example without the region
        return ""
