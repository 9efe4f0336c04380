"""Rules for dates: periods end after they start, dates are not in the future, old facts are reported."""

from collections.abc import Iterator
from datetime import date, timedelta

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.references import LETTERS, date_fields, validity_periods
from wizard.core.date_input import parse_date_input
from wizard.core.field_types import REVIEW_AFTER_DAYS

LAW, CHECKED, TRIED = "law", "checked", "tried"
MAX_DAYS_AHEAD = 1
"""Days that a date may lie ahead of `today`: the author may be in a time zone that is further east."""


def end_before_start(content: ContentTree) -> Iterator[Violation]:
    """Nothing ends before it begins."""
    for place, period in validity_periods(content):
        if period.first and period.last and period.first > period.last:
            yield Violation(
                place,
                f"It ends on {period.last} and begins on {period.first}.",
                "Swap or mend the days.",
                fields=("valid_until",),
                quote=str(period.last),
            )


def date_in_future(content: ContentTree) -> Iterator[Violation]:
    """The day on which a fact was checked is not in the future; such a fact would never be looked at again."""
    for place, name, value in date_fields(content):
        if name in (CHECKED, TRIED) and type(value) is date and (value - content.today).days > MAX_DAYS_AHEAD:
            yield Violation(
                place, f"“{name}” is {value}, which is yet to come.", "Write the day on which you looked.", fields=(name,)
            )


def quoted_date(content: ContentTree) -> Iterator[Violation]:
    """A day stands without quotes, like a number."""
    for place, name, value in date_fields(content):
        if isinstance(value, str):
            # A day that cannot be told, such as "next week", is replaced by an example.
            day = parse_date_input(value, content.today).on or content.today
            yield Violation(
                place, f"“{name}” has quotes around its day.", f"Write {name} = {day}, without quotes.", fields=(name,)
            )


def stale_fact(content: ContentTree) -> Iterator[Violation]:
    """What goes stale is looked at again: forms after 60 days, settings after 180, all else after 365."""
    for place, kind, checked in _dated_facts(content):
        days = REVIEW_AFTER_DAYS.get(kind, REVIEW_AFTER_DAYS[LAW])
        if checked + timedelta(days=days) < content.today:
            age = (content.today - checked).days
            yield Violation(
                place,
                f"Last checked on {checked}, {age:,} days ago.",
                "Look again, and set “checked” to that day.",
                fields=("checked",),
            )


def _dated_facts(content: ContentTree) -> Iterator[tuple[str, str, date]]:
    """Yield place, kind and date of the last check of everything that is checked again from time to time."""
    for place, step in content.steps():
        yield place, step.kind, step.checked
    for place, article in content.articles():
        yield place, article.kind, article.checked
    for place, regime in content.regimes():
        yield place, LAW, regime.checked
    for place, letter in content.letters():
        yield place, letter.kind, letter.checked
    for id, addressee in content.library.addressees.items():
        yield f"{LETTERS}addressees.toml [{id}]", LAW, addressee.checked
    for id, source in content.library.sources.items():
        yield f"sources.toml [{id}]", source.about, source.checked
    for id, authority in content.library.authorities.items():
        yield f"authorities.toml [{id}]", LAW, authority.checked
