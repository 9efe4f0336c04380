"""The plan as a page for the browser and the printer, with boxes to tick and codes for the phone."""

from collections.abc import Iterator, Sequence

from wizard.core import words
from wizard.core.case import Case, Entry, Part
from wizard.core.event import NOTE, Event
from wizard.core.found import found_line
from wizard.core.library import Passage, Source
from wizard.core.objection import ObjectionCase
from wizard.core.place import told
from wizard.core.recheck import look_again
from wizard.core.ways import ways

from .page import render
from .text import DISCLAIMER

PLACE_HEADS = {"can": "You can", "cannot": "You cannot", "notes": "Good to know"}


def plan_html(case: Case, entries: Sequence[Entry]) -> str:
    """The plan with taps, links, limits and sources; only the given entries of it."""
    shown = {entry.id for entry in entries}
    sources = _sources(case, entries)
    return render(
        "plan",
        case=case,
        words=words,
        shown=shown,
        disclaimer=DISCLAIMER,
        again=look_again(case),
        headline=_headline(case),
        told=list(_told(case)),
        parts=[(part, chosen) for part in case.parts if (chosen := _chosen(part, shown))],
        chosen=None if len(shown) == len(case.entries) else (len(shown), sum(entry.step.minutes for entry in entries)),
        sources=list(sources.values()),
        numbers_of=lambda entry: [number for number, id in enumerate(sources, 1) if id in entry.step.sources],
        passages_of=lambda entry: list(_passages(case, entry)),
        found_of=lambda entry: found_line(entry.step, case.findings),
        notes_of=lambda objection: _notes(case, objection),
    )


def _headline(case: Case) -> str:
    if case.place is None:
        return ""
    return case.place.regime.headlines.get(case.place.path, "") or case.place.name


def _told(case: Case) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What holds where the person lives: a heading, then each statement with how sure we are of it."""
    for name, head in PLACE_HEADS.items() if case.place else ():
        statements = told(getattr(case.place.regime, name), case.interview.facts, case.today) if case.place else ()
        if statements:
            yield head, [(each.text, words.CONFIDENCE[each.confidence]) for each in statements]


def _chosen(part: Part, shown: set[str]) -> list[Entry]:
    return [entry for entry in part.entries if entry.id in shown]


def _passages(case: Case, entry: Entry) -> Iterator[tuple[str, Passage]]:
    """The parts of a step's text, each with its heading: what cannot be undone first, then what to do, then the rest."""
    first = entry.step.passage("irreversible")
    fitting = ways(case, entry.step)
    if first:
        yield first.title, first
    yield from ((words.DEVICE[way.id], way) for way in fitting)
    yield from ((each.title, each) for each in entry.step.passages if each is not first and each.id not in words.DEVICE)


def _notes(case: Case, objection: ObjectionCase) -> list[Event]:
    """What the person wrote about an objection, in the order of the days."""
    found = [*objection.events, *case.progress.notes.get(objection.target, ())]
    return sorted((event for event in found if event.note and event.kind), key=lambda event: (event.on, event.kind != NOTE))


def _sources(case: Case, entries: Sequence[Entry]) -> dict[str, Source]:
    """The pages that these steps rest on, each once, in the order in which they are first named."""
    ids = dict.fromkeys(id for entry in entries for id in entry.step.sources)
    return {id: case.library.sources[id] for id in ids if id in case.library.sources}
