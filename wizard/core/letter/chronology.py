"""What happened in a case, in the order of days and in the words of a letter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.core.event import Event

from .models import Language


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """One line of a chronology; `number` is that of the exhibit that proves it, 0 where there is none."""

    date: str
    who: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something to enclose: its number, and what it is."""

    number: int
    what: str


def event_dates(events: Iterable[Event], given: Mapping[str, date]) -> tuple[tuple[str, date], ...]:
    """Kind and day of what happened; a day that the person gave stands for the last event of its kind."""
    found = [(event.kind, event.on) for event in events]
    for kind, day in given.items():
        numbers = [number for number, (each, _) in enumerate(found) if each == kind]
        if numbers:
            found[numbers[-1]] = (kind, day)
        else:
            found.append((kind, day))
    return tuple(sorted(found, key=lambda each: each[1]))


def chronology(days: Iterable[tuple[str, date]], language: Language) -> tuple[tuple[ChronologyEntry, ...], tuple[Exhibit, ...]]:
    """The lines, and the numbered exhibits that they call for; what a letter has no words for is left out."""
    entries: list[ChronologyEntry] = []
    exhibits: list[Exhibit] = []
    for kind, day in dict.fromkeys(days):
        words = language.event_phrases.get(kind)
        if words is None:
            continue
        written = language.format_day(day)
        if words.exhibit:
            exhibits.append(Exhibit(len(exhibits) + 1, f"{words.exhibit}, {written}"))
        entries.append(ChronologyEntry(written, words.who, words.what, len(exhibits) if words.exhibit else 0))
    return tuple(entries), tuple(exhibits)
