"""The plan as an HTML page for browser and printer, with check boxes and QR codes."""

from collections.abc import Sequence

from wizard.core import formatting
from wizard.core.event import NOTE, Event
from wizard.core.objection import Objection
from wizard.core.review_date import next_review_date
from wizard.core.snapshot import PlanAction, PlanStep, Snapshot
from wizard.export.html_page import render_page
from wizard.views.finding_text import finding_summary

from .place import authority_links, place_headline, statements_by_heading
from .sources import NO_ADDRESS, cited_sources, source_numbers
from .step import ordered_sections
from .summary import deadline_sentence, menu_language_note, next_four_steps
from .text import DISCLAIMER


def plan_html(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
    """Return the plan with instructions, links, limits and sources, with only the given steps."""
    shown = {plan_step.id for plan_step in plan_steps}
    sources = cited_sources(snapshot, plan_steps)
    return render_page(
        "plan",
        snapshot=snapshot,
        formatting=formatting,
        shown=shown,
        disclaimer=DISCLAIMER,
        menu_note=menu_language_note(snapshot),
        next_steps=next_four_steps(plan_steps),
        deadlines=[(deadline, deadline_sentence(snapshot, deadline)) for deadline in snapshot.deadlines],
        review_date=next_review_date(snapshot),
        headline=place_headline(snapshot),
        place_statements=list(statements_by_heading(snapshot)),
        authority_links=authority_links(snapshot.place.authority) if snapshot.place and snapshot.place.authority else (),
        plan_actions=[(each, action_steps) for each in snapshot.actions if (action_steps := _shown_steps(each, shown))],
        selection=None if len(shown) == len(snapshot.steps) else (len(shown), sum(each.step.minutes for each in plan_steps)),
        sources=list(sources.values()),
        no_address=NO_ADDRESS,
        source_numbers=lambda plan_step: source_numbers(plan_step.step, sources),
        sections=lambda plan_step: list(ordered_sections(snapshot, plan_step)),
        finding=lambda plan_step: finding_summary(plan_step.step, snapshot.findings),
        notes=lambda objection: _dated_notes(snapshot, objection),
    )


def _shown_steps(plan_action: PlanAction, shown: set[str]) -> list[PlanStep]:
    return [plan_step for plan_step in plan_action.entries if plan_step.id in shown]


def _dated_notes(snapshot: Snapshot, objection: Objection) -> list[Event]:
    """Return the events of an objection that have a note, by day; on one day, plain notes come first."""
    events = [*objection.events, *snapshot.progress.notes.get(objection.target, ())]
    return sorted((event for event in events if event.note and event.kind), key=lambda event: (event.on, event.kind != NOTE))
