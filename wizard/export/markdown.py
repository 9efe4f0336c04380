"""The plan as Markdown: everything one needs away from the terminal, with boxes to tick."""

from collections.abc import Iterator, Mapping, Sequence

from wizard.core.case import Case, Entry
from wizard.core.library import Source
from wizard.core.words import CONFIDENCE, bracketed, count, day, doubt, exposure_line, heading, minutes, progress_line, weekday

from .opening import due, menu_words, now_and_then, standing_of
from .place import headline, statements, ways_to
from .sources import NO_ADDRESS, named_numbers, sources_of
from .step import passages_of
from .text import DISCLAIMER
from .unbroken import unbroken

BOXES = {"open": "[ ]", "done": "[x]", "skipped": "[-]"}


def plan_markdown(case: Case, entries: Sequence[Entry]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = sources_of(case, entries)
    lines = [*_opening_lines(case, entries), *_place_lines(case)]
    for part in case.parts:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += [f"## {part.action.title}", "", part.action.summary, ""]
            lines += [line for entry in chosen for line in _entry_lines(case, entry, sources)]
    lines += list(_source_lines(sources))
    lines += [f"Facts as of {day(case.library.as_of)}. {DISCLAIMER}", ""]
    return "\n".join(lines)


def _opening_lines(case: Case, entries: Sequence[Entry]) -> Iterator[str]:
    yield from ("# My plan: keep my photos out of Meta's AI", "", f"**{heading(case)}**", "")
    yield from (unbroken(f"Made on {day(case.today)}. {progress_line(case)} {exposure_line(case)}"), "")
    if menus := menu_words(case):
        yield from (menus, "")
    if case.place and case.place.country.safety:
        yield from (f"**First, your safety:** {case.place.country.safety}", "")
    now, *then = [f"{entry.step.title} ({unbroken(minutes(entry.step.minutes))})" for entry in now_and_then(entries)] or [""]
    yield from ("## Now", "", f"**{now}**", "") if now else ()
    yield from ("Then:", "", *(f"- {each}" for each in then), "") if then else ()
    if case.deadlines:
        yield from ("## Dates", "")
        for each in case.deadlines:
            words, late = due(case, each), "Overdue: " if each.due < case.today else ""
            yield f"- {late}{words.before}**{weekday(each.due)}**{words.after}"
        yield ""
    if case.objections:
        yield from ("## Objections", "", *(f"- {standing_of(each)}" for each in case.objections), "")


def _place_lines(case: Case) -> Iterator[str]:
    if case.place is None:
        return
    yield from (f"## {headline(case)}", "")
    for head, found in statements(case):
        yield from (f"{head}:", "", *(f"- {text} ({confidence})" for text, confidence in found), "")
    office = case.place.authority
    if office:
        ways = [f"- {words}: <{url}>" for words, url in ways_to(office)]
        yield from (f"Your authority: {office.name}", "", *ways, *([""] if ways else []))


def _entry_lines(case: Case, entry: Entry, sources: Mapping[str, Source]) -> Iterator[str]:
    step = entry.step
    yield from (f"### {BOXES[entry.status]} {step.title}", "")
    yield from (f"{unbroken(minutes(step.minutes))} · impact {step.impact} of 5 · `{step.id}`", "")
    if entry.standing.reason:
        yield from (f"Not for me: {_one_line(entry.standing.reason)}", "")
    yield from (step.intro, "")
    for head, passage in passages_of(case, entry):
        yield from (f"**{head}**", "", passage.text, "")
    for link in entry.links:
        yield f"- {link.label}{bracketed(doubt(link.confidence))}: <{link.url}>"
    if entry.links:
        yield ""
    for note in entry.notes:
        yield from (f"> Note of {day(note.on)}: {_one_line(note.note)}", "")
    stale = " It may have changed since: look twice." if entry.stale else ""
    known = "" if step.confidence == "confirmed" else f" This step is {CONFIDENCE[step.confidence]}."
    yield from (f"*Last checked {day(step.checked)}.{stale}{known}{named_numbers(step, sources)}*", "")


def _source_lines(sources: Mapping[str, Source]) -> Iterator[str]:
    if sources:
        yield from (f"## Sources ({count(len(sources), 'page')})", "")
        for number, each in enumerate(sources.values(), 1):
            yield f"{number}. {each.title} {f'<{each.url}>' if each.url else f'({NO_ADDRESS})'}, looked at {day(each.checked)}"
        yield ""


def _one_line(text: str) -> str:
    """Words of the person, made harmless for Markdown: one line, no markup of theirs."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!~" else each for each in " ".join(text.split()))
