"""The plan as Markdown, with everything the user needs away from the terminal and boxes to tick."""

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
"""The box of each step status."""


def plan_markdown(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the plan with instructions, links, limits and sources, with only the given steps."""
    shown = {plan_step.id for plan_step in plan_steps}
    sources = cited_sources(snapshot, plan_steps)
    lines = [*_opening_lines(snapshot, plan_steps), *_place_lines(snapshot)]
    for plan_action in snapshot.actions:
        chosen = [plan_step for plan_step in plan_action.entries if plan_step.id in shown]
        if chosen:
            lines += [f"## {plan_action.action.title}", "", plan_action.action.summary, ""]
            lines += [line for plan_step in chosen for line in _step_lines(snapshot, plan_step, sources)]
    lines += list(_source_lines(sources))
    lines += [f"Facts as of {format_date(snapshot.library.as_of)}. {DISCLAIMER}", ""]
    return "\n".join(lines)


def _opening_lines(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> Iterator[str]:
    yield from ("# My plan: keep my photos out of Meta's AI", "", f"**{place_heading(snapshot)}**", "")
    yield from (
        nonbreaking(f"Made on {format_date(snapshot.today)}. {progress_summary(snapshot)} {exposure_summary(snapshot)}"),
        "",
    )
    if menu_note := menu_language_note(snapshot):
        yield from (menu_note, "")
    if snapshot.place and snapshot.place.country.safety:
        yield from (f"**First, your safety:** {snapshot.place.country.safety}", "")
    first_step, *later_steps = [
        f"{plan_step.step.title} ({nonbreaking(format_minutes(plan_step.step.minutes))})"
        for plan_step in next_four_steps(plan_steps)
    ] or [""]
    yield from ("## Now", "", f"**{first_step}**", "") if first_step else ()
    yield from ("Then:", "", *(f"- {each}" for each in later_steps), "") if later_steps else ()
    if snapshot.deadlines:
        yield from ("## Dates", "")
        for deadline in snapshot.deadlines:
            sentence, prefix = deadline_sentence(snapshot, deadline), "Overdue: " if deadline.due < snapshot.today else ""
            yield f"- {prefix}{sentence.before}**{format_weekday(deadline.due)}**{sentence.after}"
        yield ""
    if snapshot.objections:
        yield from ("## Objections", "", *(f"- {objection_status_sentence(each)}" for each in snapshot.objections), "")


def _place_lines(snapshot: Snapshot) -> Iterator[str]:
    if snapshot.place is None:
        return
    yield from (f"## {place_headline(snapshot)}", "")
    for heading, statements in statements_by_heading(snapshot):
        yield from (f"{heading}:", "", *(f"- {text} ({confidence})" for text, confidence in statements), "")
    authority = snapshot.place.authority
    if authority:
        links = [f"- {label}: <{url}>" for label, url in authority_links(authority)]
        yield from (f"Your authority: {authority.name}", "", *links, *([""] if links else []))


def _step_lines(snapshot: Snapshot, plan_step: PlanStep, sources: Mapping[str, Source]) -> Iterator[str]:
    step = plan_step.step
    yield from (f"### {BOXES[plan_step.status]} {step.title}", "")
    yield from (f"{nonbreaking(format_minutes(step.minutes))} · impact {step.impact} of 5 · `{step.id}`", "")
    if plan_step.step_status.reason:
        yield from (f"Not for me: {_escape_user_text(plan_step.step_status.reason)}", "")
    yield from (step.intro, "")
    for heading, section in ordered_sections(snapshot, plan_step):
        yield from (f"**{heading}**", "", section.text, "")
    for link in plan_step.links:
        yield f"- {link.label}{in_brackets(confidence_note(link.confidence))}: <{link.url}>"
    if plan_step.links:
        yield ""
    for note in plan_step.notes:
        yield from (f"> Note of {format_date(note.on)}: {_escape_user_text(note.note)}", "")
    stale = " It may have changed since: look twice." if plan_step.needs_review else ""
    confidence_text = "" if step.confidence == "confirmed" else f" This step is {CONFIDENCE[step.confidence]}."
    yield from (f"*Last checked {format_date(step.checked)}.{stale}{confidence_text}{source_numbers_text(step, sources)}*", "")


def _source_lines(sources: Mapping[str, Source]) -> Iterator[str]:
    if sources:
        yield from (f"## Sources ({pluralize(len(sources), 'page')})", "")
        for number, source in enumerate(sources.values(), 1):
            address = f"<{source.url}>" if source.url else f"({NO_ADDRESS})"
            yield f"{number}. {source.title} {address}, looked at {format_date(source.checked)}"
        yield ""


def _escape_user_text(text: str) -> str:
    """Return text of the user on one line, with Markdown characters escaped."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|!~" else each for each in " ".join(text.split()))
