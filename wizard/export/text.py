"""Plan and status as lines for a terminal: no tables, no colours, no markup. A file holds the whole text instead."""

from collections.abc import Iterator, Sequence

from wizard.core.case import Case, Entry
from wizard.core.found import found_line
from wizard.core.prose import plain
from wizard.core.words import (
    CASE_STATUS,
    MARKS,
    count,
    day,
    distance,
    exposure_line,
    heading,
    minutes,
    part_line,
    progress_line,
    waits_for,
    weekday,
)

from .opening import due, menu_words, now_and_then

WIDTH = 72
DISCLAIMER = "Information, not legal advice."


def plan_text(case: Case, entries: Sequence[Entry], width: int = WIDTH) -> str:
    """The plan, action by action, in lines of at most `width`; only the given entries of it."""
    shown = {entry.id for entry in entries}
    lines = list(opening_lines(case, entries, width))
    for part in case.parts:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += ["", f"{part.action.title} ({part_line(part)})"]
            lines += [line for entry in chosen for line in _entry_lines(case, entry, width)]
    lines += ["", f"Facts as of {day(case.library.as_of)}. {DISCLAIMER}"]
    lines += ["[x] done   [ ] open   [-] not for you.   Why is a step here?  protect-my-photos why STEP"]
    return "\n".join(lines) + "\n"


def opening_lines(case: Case, entries: Sequence[Entry], width: int) -> Iterator[str]:
    """Where the person stands, then what to do now and next, then the dates."""
    from textwrap import wrap

    yield from (heading(case), exposure_line(case), progress_line(case))
    yield from wrap(menu_words(case), width)
    if len(entries) < len(case.entries):
        total = sum(entry.step.minutes for entry in entries)
        yield from ("", f"{count(len(entries), 'step')} for {minutes(total)}, chosen to help most in this time.")
    if case.place and case.place.country.safety:
        yield from ("", *wrap(f"First, your safety: {plain(case.place.country.safety)}", width))
    for number, entry in enumerate(now_and_then(entries)):
        yield from ("", "Now") if number == 0 else ("", "Then") if number == 1 else ()
        yield f"  {entry.step.title} ({minutes(entry.step.minutes)})"
    yield from ("", "Dates") if case.deadlines else ()
    for each in case.deadlines:
        words, late = due(case, each), "Overdue: " if each.due < case.today else ""
        yield from wrap(
            f"{late}{words.before}{weekday(each.due)}{words.after}", width, initial_indent="  ", subsequent_indent="  "
        )


def _entry_lines(case: Case, entry: Entry, width: int) -> Iterator[str]:
    from textwrap import wrap

    step = entry.step
    yield f"  [{MARKS[entry.status]}] {step.title} ({minutes(step.minutes)}, impact {step.impact} of 5)"
    yield f"      {step.id}"
    for waiting in waits_for(case, entry):
        yield f"      First: {waiting.step.title}"
    if entry.status == "open":
        if found := found_line(step, case.findings):
            yield from wrap(found, width, initial_indent="      ", subsequent_indent="      ")
        yield from wrap(plain(step.intro.split("\n\n")[0]), width, initial_indent="      ", subsequent_indent="      ")
        for link in entry.links[:2]:
            yield f"      {link.url}"
        if entry.stale:
            yield f"      Last checked {day(step.checked)}: it may have changed since."


def status_text(case: Case) -> str:
    """Where the person stands, what is due and what is next."""
    if case.place is None:
        return "Nothing is known yet. Start with `protect-my-photos`, or `protect-my-photos answer country=DE`.\n"
    lines = [heading(case), progress_line(case), exposure_line(case), *_due_lines(case)]
    for each in case.objections:
        lines += [f"{each.name}: {CASE_STATUS[each.status]}. {each.recommend}"]
        lines += [f"  {each.sent_from}."] if each.sent_from else []
    if case.next:
        step = case.next.step
        lines += [f"Next: {step.title} ({minutes(step.minutes)})", f"      {step.id}"]
    else:
        lines.append("Nothing is open. Look again in three months, or when Meta writes that its policy changes.")
    waiting = case.interview.next()
    if waiting:
        lines.append(f"Still unanswered: {waiting.title} (`protect-my-photos answer --list`)")
    return "\n".join(lines) + "\n"


def _due_lines(case: Case) -> Iterator[str]:
    for each in case.deadlines:
        late = "Overdue" if each.due < case.today else "Due"
        yield f"{late} {weekday(each.due)} ({distance(each.due, case.today)}): {each.why}"
