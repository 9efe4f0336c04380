"""The plan as a text that is whole: for a mail, a braille line or an editor. Every tap, link, limit and source, no markup."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from wizard.core.case import Case, Entry
from wizard.core.found import found_line
from wizard.core.library import Source
from wizard.core.prose import blocks, plain
from wizard.core.recheck import look_again
from wizard.core.words import CONFIDENCE, MARKS, STATUS, bracketed, day, doubt, minutes, part_line, waits_for, weekday

from .opening import standing_of
from .place import headline, statements, ways_to
from .sources import NO_ADDRESS, named_numbers, sources_of
from .step import passages_of
from .text import DISCLAIMER, WIDTH, opening_lines
from .unbroken import NO_BREAK, unbroken

BELOW = "    "


def whole_text(case: Case, entries: Sequence[Entry], width: int = WIDTH) -> str:
    """The plan in lines of at most `width`, addresses whole; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = sources_of(case, entries)
    lines = [*opening_lines(case, entries, width), *_again(case, width), *_place(case, width)]
    for part in case.parts:
        chosen = [entry for entry in part.entries if entry.id in shown]
        if chosen:
            lines += ["", "", f"{part.action.title} ({part_line(part)})", *_wrapped(part.action.summary, width)]
            lines += [line for entry in chosen for line in _entry(case, entry, sources, width)]
    lines += list(_sources(sources, width))
    lines += ["", f"Facts as of {day(case.library.as_of)}. {DISCLAIMER}", "[x] done   [ ] open   [-] not for you"]
    return "\n".join(lines) + "\n"


def _again(case: Case, width: int) -> Iterator[str]:
    yield from () if case.deadlines else ("", "Dates")
    yield from _wrapped(f"Look at your settings again on {weekday(look_again(case))}.", width, "  ")
    yield from ("", "Objections") if case.objections else ()
    for each in case.objections:
        yield from _wrapped(standing_of(each), width, "  ")


def _place(case: Case, width: int) -> Iterator[str]:
    if case.place is None:
        return
    yield from ("", "", *_wrapped(headline(case), width))
    for head, found in statements(case):
        yield from ("", head)
        for text, confidence in found:
            yield from _wrapped(f"- {text} ({confidence})", width, "", "  ")
    office = case.place.authority
    if office:
        yield from ("", *_wrapped(f"Your authority: {office.name}", width))
        for words, url in ways_to(office):
            yield f"{words}: {url}"


def _entry(case: Case, entry: Entry, sources: Mapping[str, Source], width: int) -> Iterator[str]:
    step = entry.step
    yield from ("", *_wrapped(f"[{MARKS[entry.status]}] {step.title}", width, "", BELOW))
    yield f"{BELOW}{minutes(step.minutes)}, impact {step.impact} of 5, {step.id}"
    if entry.standing.reason:
        yield from _wrapped(f"{STATUS[entry.status].capitalize()}: {' '.join(entry.standing.reason.split())}", width, BELOW)
    yield from (f"{BELOW}First: {each.step.title}" for each in waits_for(case, entry))
    if found := found_line(step, case.findings):
        yield from _wrapped(found, width, BELOW)
    yield from _prose(step.intro, width)
    for head, passage in passages_of(case, entry):
        yield from ("", f"{BELOW}{plain(head)}", *_prose(passage.text, width))
    for link in entry.links:
        yield from ("", *_wrapped(f"{link.label}{bracketed(doubt(link.confidence))}:", width, BELOW), f"{BELOW}{link.url}")
    for note in entry.notes:
        yield from ("", *_wrapped(f"Your note of {day(note.on)}: {' '.join(note.note.split())}", width, BELOW))
    stale = " It may have changed since: look twice." if entry.stale else ""
    checked = f"Last checked {day(step.checked)}, {CONFIDENCE[step.confidence]}.{stale}{named_numbers(step, sources)}"
    yield from ("", *_wrapped(checked, width, BELOW))


def _prose(text: str, width: int) -> Iterator[str]:
    for number, words in blocks(text):
        lead = f"{number}. " if number else ""
        yield from _wrapped(f"{lead}{words}", width, BELOW, BELOW + " " * len(lead))


def _sources(sources: Mapping[str, Source], width: int) -> Iterator[str]:
    yield from ("", "", "Sources") if sources else ()
    for number, each in enumerate(sources.values(), 1):
        yield from _wrapped(f"{number}. {each.title}, looked at {day(each.checked)}", width, "", BELOW)
        yield f"{BELOW}{each.url or NO_ADDRESS}"


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The text without markup in lines; lengths of time stay whole, and so do words that are too long."""
    kept = unbroken(plain(text))
    lines = wrap(
        kept, width, initial_indent=first, subsequent_indent=rest or first, break_long_words=False, break_on_hyphens=False
    )
    return (line.replace(NO_BREAK, " ") for line in lines)
