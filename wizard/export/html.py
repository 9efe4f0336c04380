"""The plan as a page for the browser and the printer, with boxes to tick and codes for the phone."""

from collections.abc import Sequence

from wizard.core import words
from wizard.core.case import Case, Entry, Part
from wizard.core.event import NOTE, Event
from wizard.core.found import found_line
from wizard.core.objection import ObjectionCase
from wizard.core.recheck import look_again

from .opening import due, menu_words, now_and_then
from .page import render
from .place import headline, statements, ways_to
from .sources import NO_ADDRESS, numbers_of, sources_of
from .step import passages_of
from .text import DISCLAIMER


def plan_html(case: Case, entries: Sequence[Entry]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = sources_of(case, entries)
    return render(
        "plan",
        case=case,
        words=words,
        shown=shown,
        disclaimer=DISCLAIMER,
        menus=menu_words(case),
        first=now_and_then(entries),
        dues=[(deadline, due(case, deadline)) for deadline in case.deadlines],
        again=look_again(case),
        headline=headline(case),
        told=list(statements(case)),
        office_ways=ways_to(case.place.authority) if case.place and case.place.authority else (),
        parts=[(part, chosen) for part in case.parts if (chosen := _chosen(part, shown))],
        chosen=None if len(shown) == len(case.entries) else (len(shown), sum(entry.step.minutes for entry in entries)),
        sources=list(sources.values()),
        no_address=NO_ADDRESS,
        numbers_of=lambda entry: numbers_of(entry.step, sources),
        passages_of=lambda entry: list(passages_of(case, entry)),
        found_of=lambda entry: found_line(entry.step, case.findings),
        notes_of=lambda objection: _notes(case, objection),
    )


def _chosen(part: Part, shown: set[str]) -> list[Entry]:
    return [entry for entry in part.entries if entry.id in shown]


def _notes(case: Case, objection: ObjectionCase) -> list[Event]:
    """What the person wrote about an objection, in the order of the days."""
    found = [*objection.events, *case.progress.notes.get(objection.target, ())]
    return sorted((event for event in found if event.note and event.kind), key=lambda event: (event.on, event.kind != NOTE))
