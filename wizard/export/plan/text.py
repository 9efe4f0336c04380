"""Plan and status as lines for a terminal: no tables, no colours, no markup. A file holds the whole text instead."""

from collections.abc import Iterator, Sequence

from wizard.core.finding_text import finding_summary
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

from .summary import deadline_sentence, menu_language_note, next_four_steps

WIDTH = 72
DISCLAIMER = "Information, not legal advice."


def plan_text(case: Snapshot, entries: Sequence[PlanStep], width: int = WIDTH) -> str:
    """The plan, action by action, in lines of at most `width`; only the given entries of it."""
    shown = {entry.id for entry in entries}
    lines = list(summary_lines(case, entries, width))
    for part in case.actions:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += ["", f"{part.action.title} ({action_progress(part)})"]
            lines += [line for entry in chosen for line in _entry_lines(case, entry, width)]
    lines += ["", f"Facts as of {format_date(case.library.as_of)}. {DISCLAIMER}"]
    lines += ["[x] done   [ ] open   [-] not for you.   Why is a step here?  protect-my-photos why STEP"]
    return "\n".join(lines) + "\n"


def summary_lines(case: Snapshot, entries: Sequence[PlanStep], width: int) -> Iterator[str]:
    """Where the person stands, then what to do now and next, then the dates."""
    from textwrap import wrap

    yield from (place_heading(case), exposure_summary(case), progress_summary(case))
    yield from wrap(menu_language_note(case), width)
    if len(entries) < len(case.steps):
        total = sum(entry.step.minutes for entry in entries)
        yield from ("", f"{pluralize(len(entries), 'step')} for {format_minutes(total)}, chosen to help most in this time.")
    if case.place and case.place.country.safety:
        yield from ("", *wrap(f"First, your safety: {strip_markup(case.place.country.safety)}", width))
    for number, entry in enumerate(next_four_steps(entries)):
        yield from ("", "Now") if number == 0 else ("", "Then") if number == 1 else ()
        yield f"  {entry.step.title} ({format_minutes(entry.step.minutes)})"
    yield from ("", "Dates") if case.deadlines else ()
    for each in case.deadlines:
        words, late = deadline_sentence(case, each), "Overdue: " if each.due < case.today else ""
        yield from wrap(
            f"{late}{words.before}{format_weekday(each.due)}{words.after}", width, initial_indent="  ", subsequent_indent="  "
        )


def _entry_lines(case: Snapshot, entry: PlanStep, width: int) -> Iterator[str]:
    from textwrap import wrap

    step = entry.step
    yield f"  [{STATUS_MARKS[entry.status]}] {step.title} ({format_minutes(step.minutes)}, impact {step.impact} of 5)"
    yield f"      {step.id}"
    for waiting in open_prerequisites(case, entry):
        yield f"      First: {waiting.step.title}"
    if entry.status == "open":
        if found := finding_summary(step, case.findings):
            yield from wrap(found, width, initial_indent="      ", subsequent_indent="      ")
        yield from wrap(strip_markup(step.intro.split("\n\n")[0]), width, initial_indent="      ", subsequent_indent="      ")
        for link in entry.links[:2]:
            yield f"      {link.url}"
        if entry.needs_review:
            yield f"      Last checked {format_date(step.checked)}: it may have changed since."


def status_text(case: Snapshot) -> str:
    """Where the person stands, what is due and what is next."""
    if case.place is None:
        return "Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.\n"
    lines = [place_heading(case), progress_summary(case), exposure_summary(case), *_due_lines(case)]
    for each in case.objections:
        lines += [f"{each.name}: {OBJECTION_STATUS_WORDS[each.status]}. {each.recommendation}"]
        lines += [f"  {each.sent_from}."] if each.sent_from else []
    if case.next_step:
        step = case.next_step.step
        lines += [f"Next: {step.title} ({format_minutes(step.minutes)})", f"      {step.id}"]
    else:
        lines.append("Nothing is open. Look again in three months, or when Meta writes that its policy changes.")
    waiting = case.interview.next()
    if waiting:
        lines.append(f"Still unanswered: {waiting.title} (`protect-my-photos answer --list`)")
    return "\n".join(lines) + "\n"


def _due_lines(case: Snapshot) -> Iterator[str]:
    for each in case.deadlines:
        late = "Overdue" if each.due < case.today else "Due"
        yield f"{late} {format_weekday(each.due)} ({relative_days(each.due, case.today)}): {each.reason}"
