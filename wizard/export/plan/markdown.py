"""The plan as Markdown: everything one needs away from the terminal, with boxes to tick."""

from collections.abc import Iterator, Mapping, Sequence

from wizard.core.content_models import Source
from wizard.core.formatting import (
    CONFIDENCE,
    confidence_note,
    exposure_summary,
    format_date,
    format_minutes,
    format_weekday,
    in_brackets,
    place_heading,
    pluralize,
    progress_summary,
)
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.nonbreaking import nonbreaking

from .place import authority_links, place_headline, statements_by_heading
from .sources import NO_ADDRESS, cited_sources, source_numbers_text
from .step import ordered_sections
from .summary import deadline_sentence, menu_language_note, next_four_steps, objection_status_sentence
from .text import DISCLAIMER

BOXES = {"open": "[ ]", "done": "[x]", "skipped": "[-]"}


def plan_markdown(case: Snapshot, entries: Sequence[PlanStep]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = cited_sources(case, entries)
    lines = [*_opening_lines(case, entries), *_place_lines(case)]
    for part in case.actions:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += [f"## {part.action.title}", "", part.action.summary, ""]
            lines += [line for entry in chosen for line in _entry_lines(case, entry, sources)]
    lines += list(_source_lines(sources))
    lines += [f"Facts as of {format_date(case.library.as_of)}. {DISCLAIMER}", ""]
    return "\n".join(lines)


def _opening_lines(case: Snapshot, entries: Sequence[PlanStep]) -> Iterator[str]:
    yield from ("# My plan: keep my photos out of Meta's AI", "", f"**{place_heading(case)}**", "")
    yield from (nonbreaking(f"Made on {format_date(case.today)}. {progress_summary(case)} {exposure_summary(case)}"), "")
    if menus := menu_language_note(case):
        yield from (menus, "")
    if case.place and case.place.country.safety:
        yield from (f"**First, your safety:** {case.place.country.safety}", "")
    now, *then = [
        f"{entry.step.title} ({nonbreaking(format_minutes(entry.step.minutes))})" for entry in next_four_steps(entries)
    ] or [""]
    yield from ("## Now", "", f"**{now}**", "") if now else ()
    yield from ("Then:", "", *(f"- {each}" for each in then), "") if then else ()
    if case.deadlines:
        yield from ("## Dates", "")
        for each in case.deadlines:
            words, late = deadline_sentence(case, each), "Overdue: " if each.due < case.today else ""
            yield f"- {late}{words.before}**{format_weekday(each.due)}**{words.after}"
        yield ""
    if case.objections:
        yield from ("## Objections", "", *(f"- {objection_status_sentence(each)}" for each in case.objections), "")


def _place_lines(case: Snapshot) -> Iterator[str]:
    if case.place is None:
        return
    yield from (f"## {place_headline(case)}", "")
    for head, found in statements_by_heading(case):
        yield from (f"{head}:", "", *(f"- {text} ({confidence})" for text, confidence in found), "")
    office = case.place.authority
    if office:
        ways = [f"- {words}: <{url}>" for words, url in authority_links(office)]
        yield from (f"Your authority: {office.name}", "", *ways, *([""] if ways else []))


def _entry_lines(case: Snapshot, entry: PlanStep, sources: Mapping[str, Source]) -> Iterator[str]:
    step = entry.step
    yield from (f"### {BOXES[entry.status]} {step.title}", "")
    yield from (f"{nonbreaking(format_minutes(step.minutes))} · impact {step.impact} of 5 · `{step.id}`", "")
    if entry.step_status.reason:
        yield from (f"Not for me: {_one_line(entry.step_status.reason)}", "")
    yield from (step.intro, "")
    for head, passage in ordered_sections(case, entry):
        yield from (f"**{head}**", "", passage.text, "")
    for link in entry.links:
        yield f"- {link.label}{in_brackets(confidence_note(link.confidence))}: <{link.url}>"
    if entry.links:
        yield ""
    for note in entry.notes:
        yield from (f"> Note of {format_date(note.on)}: {_one_line(note.note)}", "")
    stale = " It may have changed since: look twice." if entry.needs_review else ""
    known = "" if step.confidence == "confirmed" else f" This step is {CONFIDENCE[step.confidence]}."
    yield from (f"*Last checked {format_date(step.checked)}.{stale}{known}{source_numbers_text(step, sources)}*", "")


def _source_lines(sources: Mapping[str, Source]) -> Iterator[str]:
    if sources:
        yield from (f"## Sources ({pluralize(len(sources), 'page')})", "")
        for number, each in enumerate(sources.values(), 1):
            address = f"<{each.url}>" if each.url else f"({NO_ADDRESS})"
            yield f"{number}. {each.title} {address}, looked at {format_date(each.checked)}"
        yield ""


def _one_line(text: str) -> str:
    """Words of the person, made harmless for Markdown: one line, no markup of theirs."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!~" else each for each in " ".join(text.split()))
