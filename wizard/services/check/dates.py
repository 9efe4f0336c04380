"""Rules for days: what begins does not end before, and what was looked at long ago is looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta

from wizard.core.library import STALE_AFTER

from .finding import Flaw
from .mentions import spans
from .shelf import Shelf

LAW = "law"


def ends_before_it_begins(shelf: Shelf) -> Iterator[Flaw]:
    """Nothing ends before it begins."""
    for place, span in spans(shelf):
        if span.first and span.last and span.first > span.last:
            yield Flaw(place, f"It ends on {span.last} and begins on {span.first}.", "Swap or mend the days.")


def stale_fact(shelf: Shelf) -> Iterator[Flaw]:
    """What goes stale is looked at again: forms after 60 days, settings after 180, all else after 365."""
    for place, kind, checked in _facts(shelf):
        days = STALE_AFTER.get(kind, STALE_AFTER[LAW])
        if checked + timedelta(days=days) < shelf.today:
            age = (shelf.today - checked).days
            yield Flaw(
                place, f"It was last checked on {checked}, {age} days ago.", "Look at it again and set “checked” to that day."
            )


def _facts(shelf: Shelf) -> Iterator[tuple[str, str, date]]:
    for place, step in shelf.steps():
        yield place, step.kind, step.checked
    for place, article in shelf.articles():
        yield place, article.kind, article.checked
    for place, regime in shelf.regimes():
        yield place, LAW, regime.checked
    for id, source in shelf.library.sources.items():
        yield f"sources.toml [{id}]", source.about, source.checked
    for id, authority in shelf.library.authorities.items():
        yield f"authorities.toml [{id}]", LAW, authority.checked
