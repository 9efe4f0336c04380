"""The plan as a page for the browser and the printer, with boxes to tick and codes for the phone."""

from collections.abc import Sequence

from wizard.core import formatting
from wizard.core.event import NOTE, Event
from wizard.core.finding_text import finding_summary
from wizard.core.objection import Objection
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.export.html_page import render_page

from .place import authority_links, place_headline, statements_by_heading
from .sources import NO_ADDRESS, cited_sources, source_numbers
from .step import ordered_sections
from .summary import deadline_sentence, menu_language_note, next_four_steps
from .text import DISCLAIMER


def plan_html(case: Snapshot, entries: Sequence[PlanStep]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = cited_sources(case, entries)
    return render_page(
        "plan",
        case=case,
        words=formatting,
        shown=shown,
        disclaimer=DISCLAIMER,
        menus=menu_language_note(case),
        first=next_four_steps(entries),
        dues=[(deadline, deadline_sentence(case, deadline)) for deadline in case.deadlines],
        again=next_review_date(case),
        headline=place_headline(case),
        told=list(statements_by_heading(case)),
        office_ways=authority_links(case.place.authority) if case.place and case.place.authority else (),
        parts=[(part, chosen) for part in case.actions if (chosen := _chosen(part, shown))],
        chosen=None if len(shown) == len(case.steps) else (len(shown), sum(entry.step.minutes for entry in entries)),
        sources=list(sources.values()),
        no_address=NO_ADDRESS,
        numbers_of=lambda entry: source_numbers(entry.step, sources),
        passages_of=lambda entry: list(ordered_sections(case, entry)),
        found_of=lambda entry: finding_summary(entry.step, case.findings),
        notes_of=lambda objection: _notes(case, objection),
    )


def _chosen(part: PlanAction, shown: set[str]) -> list[PlanStep]:
    return [entry for entry in part.entries if entry.id in shown]


def _notes(case: Snapshot, objection: Objection) -> list[Event]:
    """What the person wrote about an objection, in the order of the days."""
    found = [*objection.events, *case.progress.notes.get(objection.target, ())]
    return sorted((event for event in found if event.note and event.kind), key=lambda event: (event.on, event.kind != NOTE))
