"""Build the chronology of a letter: the events of a request in order of date, in its language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.core.event import Event

from .models import Language

MATTER = "{matter}"
"""Stands in a phrase for what was sent: the objection, or the request about third parties."""


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """One line of a chronology; `number` is the number of the exhibit that proves it, 0 if there is none."""

    date: str
    who: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document to enclose: its number, counted from 1, and what it is."""

    number: int
    what: str


def event_dates(events: Iterable[Event], entered: Mapping[str, date]) -> tuple[tuple[str, date], ...]:
    """Return the kind and day of each event, in order of day.

    A day in `entered` replaces that of the last event of its kind, or adds an event if there is none of that kind.
    """
    dated_events = [(event.kind, event.on) for event in events]
    for kind, day in entered.items():
        positions = [position for position, (event_kind, _) in enumerate(dated_events) if event_kind == kind]
        if positions:
            dated_events[positions[-1]] = (kind, day)
        else:
            dated_events.append((kind, day))
    return tuple(sorted(dated_events, key=lambda dated: dated[1]))


def chronology(
    dated_events: Iterable[tuple[str, date]], language: Language, about: str = ""
) -> tuple[tuple[ChronologyEntry, ...], tuple[Exhibit, ...]]:
    """Return the lines of the chronology and the numbered exhibits that they refer to.

    Equal events of one day are listed once; events without a phrase in this language are left out. `about` is the account
    that the events belong to, which decides whether they concern an objection or another request.
    """
    matter = language.matter(about)
    entries: list[ChronologyEntry] = []
    exhibits: list[Exhibit] = []
    for kind, day in dict.fromkeys(dated_events):
        phrase = language.event_phrases.get(kind)
        if phrase is None:
            continue
        date_text = language.format_day(day)
        if phrase.exhibit:
            exhibits.append(Exhibit(len(exhibits) + 1, f"{phrase.exhibit.replace(MATTER, matter)}, {date_text}"))
        what = phrase.what.replace(MATTER, matter)
        entries.append(ChronologyEntry(date_text, phrase.who, what, len(exhibits) if phrase.exhibit else 0))
    return tuple(entries), tuple(exhibits)
