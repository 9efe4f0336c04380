"""What a letter is made of: the frozen types that the files under `content/letters/` become."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wizard.core.condition import ALWAYS, Condition
from wizard.core.jurisdiction import ALWAYS_VALID, ValidityPeriod

META, AUTHORITY = "meta", "authority"
RECIPIENTS = (META, AUTHORITY, "person", "other")
"""Who a letter goes to."""
FRIEND = "friend"
"""The blank that says by nickname whom a message goes to."""


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One choice that a blank offers: `label` is what the person reads, `text` what then stands in the letter."""

    id: str
    label: str
    text: str = ""
    when: Condition = ALWAYS
    valid: ValidityPeriod = ALWAYS_VALID
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterField:
    """A gap that only the person can fill, or that an event of the case fills (`events`).

    `most` limits the characters, or the number of choices; `least` is the shortest text that says something; what is `personal`
    serves the next letter too, and can be kept for it if the person wants that; `account` asks about accounts of the person, and
    is left out where there are none.
    """

    id: str
    label: str
    why: str
    required: bool = False
    multiline: bool = False
    is_date: bool = False
    choices: tuple[FieldOption, ...] = ()
    max_length: int = 1
    min_length: int = 0
    default: str = ""
    events: tuple[str, ...] = ()
    personal: bool = False
    account: bool = False


@dataclass(frozen=True, slots=True)
class LegalStatement:
    """A claim about the law that a letter makes, with the article it stands in and how sure we are of it."""

    id: str
    law: str
    article: str
    text: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is written down, with its blanks; `family` is the kind for which it stands in some places.

    `after` names what must have come last in a case, `once` what must have happened at some time in it, `right` what the sheet
    of the place must give, `clock` the time limit that it asks for, `channels` the sources whose addresses are ways in.
    """

    id: str
    family: str
    title: str
    summary: str
    limits: str
    language: str
    reviewed: bool
    recipient: str
    subject: str
    body: str
    when: Condition
    after_events: tuple[str, ...]
    requires_events: tuple[str, ...]
    right: str
    clock: str
    valid: ValidityPeriod
    fields: tuple[LetterField, ...]
    statements: tuple[LegalStatement, ...]
    most_characters: int
    most_words: int
    channels: tuple[str, ...]
    sources: tuple[str, ...]
    checked: date
    kind: str
    confidence: str

    def field(self, id: str) -> LetterField | None:
        """The blank with this id, if the letter has it."""
        return next((blank for blank in self.fields if blank.id == id), None)


@dataclass(frozen=True, slots=True)
class Law:
    """A law that letters rest on: where it holds, and what it says."""

    id: str
    name: str
    when: Condition
    statements: Mapping[str, LegalStatement]


@dataclass(frozen=True, slots=True)
class Addressee:
    """A company that letters go to: its name and address, for whom, and for which cases (none named: all others)."""

    id: str
    lines: str
    when: Condition
    cases: tuple[str, ...]
    source: str
    confidence: str
    checked: date


@dataclass(frozen=True, slots=True)
class EventPhrase:
    """An event of a case in the words of a chronology: who did what, and the proof to enclose, if there is one."""

    who: str
    what: str
    exhibit: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """What a letter's language needs besides its text: its days, its “and”, and the words for events and cases."""

    id: str
    name: str
    day: str
    months: tuple[str, ...]
    conjunction: str
    event_phrases: Mapping[str, EventPhrase] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)

    def format_day(self, value: date) -> str:
        """A day in full: "23 November 2026"."""
        return self.day.format(day=value.day, month=self.months[value.month - 1], year=value.year)

    def join_list(self, names: tuple[str, ...]) -> str:
        """Names in a row: "Facebook, Instagram and Threads"."""
        *rest, last = names or ("",)
        return f"{', '.join(rest)} {self.conjunction} {last}" if rest else last
