"""Plan and status as short plain text for the terminal, without tables, colours or markup."""

from collections.abc import Iterator, Sequence

from wizard.core.formatting import (
    OBJECTION_STATUS_WORDS,
    STATUS_MARKS,
    action_progress,
    exposure_summary,
    format_date,
    format_minutes,
    format_weekday,
    open_prerequisites,
    place_heading,
    pluralize,
    progress_summary,
    relative_days,
)
from wizard.core.markup import strip_markup
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.views.finding_text import finding_summary

from .summary import deadline_sentence, menu_language_note, next_four_steps

WIDTH = 72
"""Characters per line, unless a caller gives another width."""
DISCLAIMER = "Information, not legal advice."


def plan_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the plan by action, in lines of at most `width`, with only the given steps."""
    shown = {plan_step.id for plan_step in plan_steps}
    lines = list(summary_lines(snapshot, plan_steps, width))
    for plan_action in snapshot.actions:
        chosen = [plan_step for plan_step in plan_action.entries if plan_step.id in shown]
        if chosen:
            lines += ["", f"{plan_action.action.title} ({action_progress(plan_action)})"]
            lines += [line for plan_step in chosen for line in _step_lines(snapshot, plan_step, width)]
    lines += ["", f"Facts as of {format_date(snapshot.library.as_of)}. {DISCLAIMER}"]
    lines += ["[x] done   [ ] open   [-] not for you.   Why is a step here?  protect-my-photos why STEP"]
    return "\n".join(lines) + "\n"


def summary_lines(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int) -> Iterator[str]:
    """Yield place and progress, then the next steps, then the deadlines."""
    from textwrap import wrap

    yield from (place_heading(snapshot), exposure_summary(snapshot), progress_summary(snapshot))
    yield from wrap(menu_language_note(snapshot), width)
    if len(plan_steps) < len(snapshot.steps):
        total = sum(plan_step.step.minutes for plan_step in plan_steps)
        yield from ("", f"{pluralize(len(plan_steps), 'step')} for {format_minutes(total)}, chosen to help most in this time.")
    if snapshot.place and snapshot.place.country.safety:
        yield from ("", *wrap(f"First, your safety: {strip_markup(snapshot.place.country.safety)}", width))
    for number, plan_step in enumerate(next_four_steps(plan_steps)):
        yield from ("", "Now") if number == 0 else ("", "Then") if number == 1 else ()
        yield f"  {plan_step.step.title} ({format_minutes(plan_step.step.minutes)})"
    yield from ("", "Dates") if snapshot.deadlines else ()
    for deadline in snapshot.deadlines:
        sentence, prefix = deadline_sentence(snapshot, deadline), "Overdue: " if deadline.due < snapshot.today else ""
        yield from wrap(
            f"{prefix}{sentence.before}{format_weekday(deadline.due)}{sentence.after}",
            width,
            initial_indent="  ",
            subsequent_indent="  ",
        )


def _step_lines(snapshot: Snapshot, plan_step: PlanStep, width: int) -> Iterator[str]:
    from textwrap import wrap

    step = plan_step.step
    yield f"  [{STATUS_MARKS[plan_step.status]}] {step.title} ({format_minutes(step.minutes)}, impact {step.impact} of 5)"
    yield f"      {step.id}"
    for prerequisite in open_prerequisites(snapshot, plan_step):
        yield f"      First: {prerequisite.step.title}"
    if plan_step.status == "open":
        if finding := finding_summary(step, snapshot.findings):
            yield from wrap(finding, width, initial_indent="      ", subsequent_indent="      ")
        yield from wrap(strip_markup(step.intro.split("\n\n")[0]), width, initial_indent="      ", subsequent_indent="      ")
        for link in plan_step.links[:2]:
            yield f"      {link.url}"
        if plan_step.needs_review:
            yield f"      Last checked {format_date(step.checked)}: it may have changed since."


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
