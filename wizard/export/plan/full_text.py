"""The full plan as plain text, for a mail, a braille display or an editor, with every link and source."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from wizard.core.content_models import Source
from wizard.core.formatting import (
    CONFIDENCE,
    STATUS_MARKS,
    STEP_STATUS_WORDS,
    action_progress,
    confidence_note,
    format_date,
    format_minutes,
    format_weekday,
    in_brackets,
    open_prerequisites,
)
from wizard.core.markup import parse_paragraphs, strip_markup
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.export.nonbreaking import NO_BREAK, nonbreaking
from wizard.views.finding_text import finding_summary

from .place import authority_links, place_headline, statements_by_heading
from .sources import NO_ADDRESS, cited_sources, source_numbers_text
from .step import ordered_sections
from .summary import objection_status_sentence
from .text import DISCLAIMER, WIDTH, summary_lines

BELOW = "    "


def full_text(snapshot: Snapshot, plan_steps: Sequence[PlanStep], width: int = WIDTH) -> str:
    """Return the plan in lines of at most `width`, with only the given steps; addresses are never wrapped."""
    shown = {plan_step.id for plan_step in plan_steps}
    sources = cited_sources(snapshot, plan_steps)
    lines = [*summary_lines(snapshot, plan_steps, width), *_review_lines(snapshot, width), *_place_lines(snapshot, width)]
    for plan_action in snapshot.actions:
        chosen = [plan_step for plan_step in plan_action.entries if plan_step.id in shown]
        if chosen:
            lines += [
                "",
                "",
                f"{plan_action.action.title} ({action_progress(plan_action)})",
                *_wrap(plan_action.action.summary, width),
            ]
            lines += [line for plan_step in chosen for line in _step_lines(snapshot, plan_step, sources, width)]
    lines += list(_source_lines(sources, width))
    lines += ["", f"Facts as of {format_date(snapshot.library.as_of)}. {DISCLAIMER}", "[x] done   [ ] open   [-] not for you"]
    return "\n".join(lines) + "\n"


def _review_lines(snapshot: Snapshot, width: int) -> Iterator[str]:
    yield from () if snapshot.deadlines else ("", "Dates")
    yield from _wrap(f"Look at your settings again on {format_weekday(next_review_date(snapshot))}.", width, "  ")
    yield from ("", "Objections") if snapshot.objections else ()
    for objection in snapshot.objections:
        yield from _wrap(objection_status_sentence(objection), width, "  ")


def _place_lines(snapshot: Snapshot, width: int) -> Iterator[str]:
    if snapshot.place is None:
        return
    yield from ("", "", *_wrap(place_headline(snapshot), width))
    for heading, statements in statements_by_heading(snapshot):
        yield from ("", heading)
        for text, confidence in statements:
            yield from _wrap(f"- {text} ({confidence})", width, "", "  ")
    authority = snapshot.place.authority
    if authority:
        yield from ("", *_wrap(f"Your authority: {authority.name}", width))
        for label, url in authority_links(authority):
            yield f"{label}: {url}"


def _step_lines(snapshot: Snapshot, plan_step: PlanStep, sources: Mapping[str, Source], width: int) -> Iterator[str]:
    step = plan_step.step
    yield from ("", *_wrap(f"[{STATUS_MARKS[plan_step.status]}] {step.title}", width, "", BELOW))
    yield f"{BELOW}{format_minutes(step.minutes)}, impact {step.impact} of 5, {step.id}"
    if plan_step.step_status.reason:
        yield from _wrap(
            f"{STEP_STATUS_WORDS[plan_step.status].capitalize()}: {' '.join(plan_step.step_status.reason.split())}", width, BELOW
        )
    yield from (f"{BELOW}First: {each.step.title}" for each in open_prerequisites(snapshot, plan_step))
    if finding := finding_summary(step, snapshot.findings):
        yield from _wrap(finding, width, BELOW)
    yield from _paragraph_lines(step.intro, width)
    for heading, section in ordered_sections(snapshot, plan_step):
        yield from ("", f"{BELOW}{strip_markup(heading)}", *_paragraph_lines(section.text, width))
    for link in plan_step.links:
        yield from (
            "",
            *_wrap(f"{link.label}{in_brackets(confidence_note(link.confidence))}:", width, BELOW),
            f"{BELOW}{link.url}",
        )
    for note in plan_step.notes:
        yield from ("", *_wrap(f"Your note of {format_date(note.on)}: {' '.join(note.note.split())}", width, BELOW))
    stale = " It may have changed since: look twice." if plan_step.needs_review else ""
    checked = (
        f"Last checked {format_date(step.checked)}, {CONFIDENCE[step.confidence]}.{stale}{source_numbers_text(step, sources)}"
    )
    yield from ("", *_wrap(checked, width, BELOW))


def _paragraph_lines(text: str, width: int) -> Iterator[str]:
    for number, paragraph in parse_paragraphs(text):
        marker = f"{number}. " if number else ""
        yield from _wrap(f"{marker}{paragraph}", width, BELOW, BELOW + " " * len(marker))


def _source_lines(sources: Mapping[str, Source], width: int) -> Iterator[str]:
    yield from ("", "", "Sources") if sources else ()
    for number, source in enumerate(sources.values(), 1):
        yield from _wrap(f"{number}. {source.title}, looked at {format_date(source.checked)}", width, "", BELOW)
        yield f"{BELOW}{source.url or NO_ADDRESS}"


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Wrap the text without its markup; durations and long words are not broken."""
    joined = nonbreaking(strip_markup(text))
    lines = wrap(
        joined, width, initial_indent=first, subsequent_indent=rest or first, break_long_words=False, break_on_hyphens=False
    )
    return (line.replace(NO_BREAK, " ") for line in lines)
