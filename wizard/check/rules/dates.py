"""Rules for days: what begins does not end before, and what was looked at long ago is looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.references import LETTERS, date_fields, validity_periods
from wizard.core.content_models import REVIEW_AFTER_DAYS

LAW, CHECKED = "law", "checked"
MAX_DAYS_AHEAD = 1
"""So many days a place on the other side of the world may be ahead."""


def end_before_start(shelf: ContentTree) -> Iterator[Violation]:
    """Nothing ends before it begins."""
    for place, span in validity_periods(shelf):
        if span.first and span.last and span.first > span.last:
            yield Violation(place, f"It ends on {span.last} and begins on {span.first}.", "Swap or mend the days.")


def date_in_future(shelf: ContentTree) -> Iterator[Violation]:
    """Nobody has looked at anything on a day that is yet to come, and such a fact would never grow old."""
    for place, name, value in date_fields(shelf):
        if name == CHECKED and type(value) is date and (value - shelf.today).days > MAX_DAYS_AHEAD:
            yield Violation(place, f"“{name}” is {value}, which is yet to come.", "Write the day on which you looked.")


def quoted_date(shelf: ContentTree) -> Iterator[Violation]:
    """A day stands without quotes, like a number."""
    for place, name, value in date_fields(shelf):
        if isinstance(value, str):
            yield Violation(place, f"“{name}” has quotes around its day.", f"Write {name} = {value}, without quotes.")


def stale_fact(shelf: ContentTree) -> Iterator[Violation]:
    """What goes stale is looked at again: forms after 60 days, settings after 180, all else after 365."""
    for place, kind, checked in _facts(shelf):
        days = REVIEW_AFTER_DAYS.get(kind, REVIEW_AFTER_DAYS[LAW])
        if checked + timedelta(days=days) < shelf.today:
            age = (shelf.today - checked).days
            yield Violation(place, f"Last checked on {checked}, {age:,} days ago.", "Look again, and set “checked” to that day.")


def _facts(shelf: ContentTree) -> Iterator[tuple[str, str, date]]:
    for place, step in shelf.steps():
        yield place, step.kind, step.checked
    for place, article in shelf.articles():
        yield place, article.kind, article.checked
    for place, regime in shelf.regimes():
        yield place, LAW, regime.checked
    for place, letter in shelf.letters():
        yield place, letter.kind, letter.checked
    for id, addressee in shelf.library.addressees.items():
        yield f"{LETTERS}addressees.toml [{id}]", LAW, addressee.checked
    for id, source in shelf.library.sources.items():
        yield f"sources.toml [{id}]", source.about, source.checked
    for id, authority in shelf.library.authorities.items():
        yield f"authorities.toml [{id}]", LAW, authority.checked
