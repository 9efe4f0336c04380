"""What is known of a place of residence: its rule set, its office for complaints, and how sure we are."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .condition import ALWAYS, Condition

CONFIDENCES = ("confirmed", "reported", "unconfirmed", "disputed")
FORM_EXPECTATIONS = ("yes", "likely", "reported", "unknown", "no")
"""How far one may expect Meta's objection form to open for people of a place."""


class ValidityPeriod(NamedTuple):
    """The days on which something holds, both ends included; an open end is None."""

    first: date | None = None
    last: date | None = None

    def holds(self, today: date) -> bool:
        """Tell whether this day lies within the span."""
        return (self.first is None or self.first <= today) and (self.last is None or today <= self.last)


ALWAYS_VALID = ValidityPeriod()


class Statement(NamedTuple):
    """Something a person is told about their place, and how sure we are of it."""

    text: str
    confidence: str
    sources: tuple[str, ...] = ()
    when: Condition = ALWAYS
    valid: ValidityPeriod = ALWAYS_VALID


class Right(NamedTuple):
    """A right that a law gives, with the article it stands in (empty where none may be named)."""

    id: str
    article: str
    statement: Statement


class Period(NamedTuple):
    """A length of time as laws count it: a number of `days`, `working-days` or `months`."""

    number: int
    unit: str


class TimeLimit(NamedTuple):
    """A time limit: from which start it runs, how long, and by how much it can be extended.

    `statutory` is False where no law sets a time and the period is only our suggestion.
    """

    id: str
    period: Period
    start: str
    statement: Statement
    extension: Period | None = None
    statutory: bool = True


class Escalation(NamedTuple):
    """What one can do next when the answer is missing or bad; `to` says who is asked, `after` which status comes before it.

    `by` are the clocks that end the time for it.
    """

    id: str
    title: str
    to: str
    statement: Statement
    starts_limit: str = ""
    after_status: str = ""
    limited_by: tuple[str, ...] = ()


class ObjectionForm(NamedTuple):
    """One of Meta's objection forms: for which service, where, and in which order to try it."""

    service: str
    source: str


class Regime(NamedTuple):
    """A rule set that places fall under: what it gives, which clocks run, what can be done next."""

    id: str
    name: str
    law: str
    headlines: Mapping[str, str]
    can: tuple[Statement, ...]
    cannot: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    rights: tuple[Right, ...]
    time_limits: tuple[TimeLimit, ...]
    escalations: tuple[Escalation, ...]
    forms: tuple[ObjectionForm, ...]
    sources: tuple[str, ...]
    checked: date


class Authority(NamedTuple):
    """An office that takes complaints, from the day on which it is there.

    Where it is only `described`, because another one is in charge in each part of the country, `name` is that description, and
    `in_letters` are the words for it inside a sentence of a letter.
    """

    id: str
    name: str
    url: str
    form: str
    languages: tuple[str, ...]
    note: str
    confidence: str
    checked: date
    valid: ValidityPeriod = ALWAYS_VALID
    described: bool = False
    in_letters: str = ""


class Country(NamedTuple):
    """A place of residence with its regime, law label, authority and what is known of Meta's form there."""

    alpha2: str
    name: str
    regime: str
    law: str
    authority: str
    form: str
    confidence: str
    safety: str
    note: str


class Region(NamedTuple):
    """A state, Land or province whose law or authority differs from its country's; `id` is ISO 3166-2."""

    id: str
    name: str
    law: str
    authority: str
    note: str
    valid: ValidityPeriod = ALWAYS_VALID

    @property
    def country(self) -> str:
        """The alpha-2 code of the country it belongs to."""
        return self.id.partition("-")[0]
