"""The plan as a text that is whole: for a mail, a braille line or an editor. Every tap, link, limit and source, no markup."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from wizard.core.content_models import Source
from wizard.core.finding_text import finding_summary
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

from .place import authority_links, place_headline, statements_by_heading
from .sources import NO_ADDRESS, cited_sources, source_numbers_text
from .step import ordered_sections
from .summary import objection_status_sentence
from .text import DISCLAIMER, WIDTH, summary_lines

BELOW = "    "


def full_text(case: Snapshot, entries: Sequence[PlanStep], width: int = WIDTH) -> str:
    """The plan in lines of at most `width`, addresses whole; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = cited_sources(case, entries)
    lines = [*summary_lines(case, entries, width), *_review_lines(case, width), *_place(case, width)]
    for part in case.actions:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += ["", "", f"{part.action.title} ({action_progress(part)})", *_wrapped(part.action.summary, width)]
            lines += [line for entry in chosen for line in _entry(case, entry, sources, width)]
    lines += list(_sources(sources, width))
    lines += ["", f"Facts as of {format_date(case.library.as_of)}. {DISCLAIMER}", "[x] done   [ ] open   [-] not for you"]
    return "\n".join(lines) + "\n"


def _review_lines(case: Snapshot, width: int) -> Iterator[str]:
    yield from () if case.deadlines else ("", "Dates")
    yield from _wrapped(f"Look at your settings again on {format_weekday(next_review_date(case))}.", width, "  ")
    yield from ("", "Objections") if case.objections else ()
    for each in case.objections:
        yield from _wrapped(objection_status_sentence(each), width, "  ")


def _place(case: Snapshot, width: int) -> Iterator[str]:
    if case.place is None:
        return
    yield from ("", "", *_wrapped(place_headline(case), width))
    for head, found in statements_by_heading(case):
        yield from ("", head)
        for text, confidence in found:
            yield from _wrapped(f"- {text} ({confidence})", width, "", "  ")
    office = case.place.authority
    if office:
        yield from ("", *_wrapped(f"Your authority: {office.name}", width))
        for words, url in authority_links(office):
            yield f"{words}: {url}"


def _entry(case: Snapshot, entry: PlanStep, sources: Mapping[str, Source], width: int) -> Iterator[str]:
    step = entry.step
    yield from ("", *_wrapped(f"[{STATUS_MARKS[entry.status]}] {step.title}", width, "", BELOW))
    yield f"{BELOW}{format_minutes(step.minutes)}, impact {step.impact} of 5, {step.id}"
    if entry.step_status.reason:
        yield from _wrapped(
            f"{STEP_STATUS_WORDS[entry.status].capitalize()}: {' '.join(entry.step_status.reason.split())}", width, BELOW
        )
    yield from (f"{BELOW}First: {each.step.title}" for each in open_prerequisites(case, entry))
    if found := finding_summary(step, case.findings):
        yield from _wrapped(found, width, BELOW)
    yield from _prose(step.intro, width)
    for head, passage in ordered_sections(case, entry):
        yield from ("", f"{BELOW}{strip_markup(head)}", *_prose(passage.text, width))
    for link in entry.links:
        yield from (
            "",
            *_wrapped(f"{link.label}{in_brackets(confidence_note(link.confidence))}:", width, BELOW),
            f"{BELOW}{link.url}",
        )
    for note in entry.notes:
        yield from ("", *_wrapped(f"Your note of {format_date(note.on)}: {' '.join(note.note.split())}", width, BELOW))
    stale = " It may have changed since: look twice." if entry.needs_review else ""
    checked = (
        f"Last checked {format_date(step.checked)}, {CONFIDENCE[step.confidence]}.{stale}{source_numbers_text(step, sources)}"
    )
    yield from ("", *_wrapped(checked, width, BELOW))


def _prose(text: str, width: int) -> Iterator[str]:
    for number, words in parse_paragraphs(text):
        lead = f"{number}. " if number else ""
        yield from _wrapped(f"{lead}{words}", width, BELOW, BELOW + " " * len(lead))


def _sources(sources: Mapping[str, Source], width: int) -> Iterator[str]:
    yield from ("", "", "Sources") if sources else ()
    for number, each in enumerate(sources.values(), 1):
        yield from _wrapped(f"{number}. {each.title}, looked at {format_date(each.checked)}", width, "", BELOW)
        yield f"{BELOW}{each.url or NO_ADDRESS}"


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The text without markup in lines; lengths of time stay whole, and so do words that are too long."""
    kept = nonbreaking(strip_markup(text))
    lines = wrap(
        kept, width, initial_indent=first, subsequent_indent=rest or first, break_long_words=False, break_on_hyphens=False
    )
    return (line.replace(NO_BREAK, " ") for line in lines)
