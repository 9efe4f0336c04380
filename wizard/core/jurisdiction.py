"""Define what is known about a place in law: regime, rights, time limits, escalations and authority."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, NamedTuple

from .condition import ALWAYS, Condition
from .field_types import AllowedValues, UserText

CONFIDENCES = ("confirmed", "reported", "unconfirmed", "disputed")
FORM_EXPECTATIONS = ("yes", "likely", "reported", "unknown", "no")
"""Whether Meta's objection form is expected to open in a place, from the most to the least likely.

`reported` means that people report it, `unknown` that nothing is documented.
"""
Confidence = Annotated[str, AllowedValues(CONFIDENCES)]


class ValidityPeriod(NamedTuple):
    """The days on which something holds, including the first and the last; None for an end that is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, today: date) -> bool:
        """Return True if this day lies within the validity period."""
        return (self.first is None or self.first <= today) and (self.last is None or today <= self.last)


ALWAYS_VALID = ValidityPeriod()


class Statement(NamedTuple):
    """One sentence that a user is told about their place.

    `when` is its condition and `valid` its validity period; `sources` are ids.
    """

    text: UserText
    confidence: Confidence
    sources: tuple[str, ...] = ()
    when: Condition = ALWAYS
    valid: ValidityPeriod = ALWAYS_VALID


class Right(NamedTuple):
    """A right that a law gives, with its article; "" if no article may be named."""

    id: str
    article: UserText
    statement: Statement


class Period(NamedTuple):
    """A length of time as laws count it; `unit` is `days`, `working-days` or `months`."""

    number: int
    unit: Literal["days", "working-days", "months"]


class TimeLimit(NamedTuple):
    """The time within which a reply is owed: its length, what starts it, and a possible extension.

    `statutory` is False if no law sets the time and the period is only suggested by this program.
    """

    id: str
    period: Period
    start: Annotated[str, AllowedValues(("receipt", "day-after-receipt", "answer", "request"))]
    statement: Statement
    extension: Period | None = None
    statutory: bool = True


class Escalation(NamedTuple):
    """A legal step that the user can take if a reply is missing or negative.

    `to` is whom the user writes to (`meta`, `authority`, ...). `starts_limit` is the id of the time limit for the reply.
    `after_status` is the objection status that must come first, "" for any. `limited_by` are the ids of the time limits
    within which the user must act.
    """

    id: str
    title: UserText
    to: Annotated[str, AllowedValues(("meta", "authority", "court", "other"))]
    statement: Statement
    starts_limit: str = ""
    after_status: str = ""
    limited_by: tuple[str, ...] = ()


class ObjectionForm(NamedTuple):
    """One of Meta's objection forms: its service and the id of the source that has its URL."""

    service: Annotated[str, AllowedValues(("facebook", "instagram", "whatsapp", "third-party"))]
    source: str


class Regime(NamedTuple):
    """The set of rules that a place falls under: statements, rights, time limits, escalations and forms.

    `headlines` are by path; `can` and `cannot` are what the user can and cannot do there. Escalations are in the order
    in which they are taken.
    """

    id: str
    name: UserText
    law: UserText
    headlines: Mapping[str, UserText]
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
    """A public body that accepts complaints during its validity period. `form` is where to complain.

    If each region has its own body, `described` is True: `name` is then a description, and `in_letters` are the words
    for it within a sentence of a letter.
    """

    id: str
    name: str
    url: str
    form: str
    languages: tuple[str, ...]
    note: UserText
    confidence: Confidence
    checked: date
    valid: ValidityPeriod = ALWAYS_VALID
    described: bool = False
    in_letters: UserText = ""


class Country(NamedTuple):
    """A country with the ids of its regime and authority, its law, and its form expectation (`form`)."""

    alpha2: str
    name: UserText
    regime: str
    law: UserText
    authority: str
    form: Annotated[str, AllowedValues(FORM_EXPECTATIONS)]
    confidence: Confidence
    safety: UserText
    note: UserText


class Region(NamedTuple):
    """A state, Land or province whose law or authority differs from its country's.

    `id` is its ISO 3166-2 code. `law` and `authority` are "" where those of the country apply.
    """

    id: str
    name: UserText
    law: UserText
    authority: str
    valid: ValidityPeriod = ALWAYS_VALID
    note: UserText = ""

    @property
    def country(self) -> str:
        """Return the ISO 3166-1 alpha-2 code of its country."""
        return self.id.partition("-")[0]
