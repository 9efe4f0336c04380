"""The frozen types of letters, read from the files under `content/letters/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from wizard.core.condition import ALWAYS, Condition
from wizard.core.field_types import AllowedValues, LetterText, ReviewKind, UserText
from wizard.core.jurisdiction import ALWAYS_VALID, Confidence, ValidityPeriod
from wizard.core.typed_words import starts_like

META, AUTHORITY = "meta", "authority"
RECIPIENTS = (META, AUTHORITY, "person", "other")
"""The permitted recipients of a letter, in the order in which letters are listed."""
FRIEND = "friend"
"""Id of the field for the nickname of the contact that a message goes to."""


@dataclass(frozen=True, slots=True)
class FieldOption:
    """An option of a field: `label` is shown to the user, `text` is inserted into the letter."""

    id: str
    label: UserText
    text: LetterText = ""
    when: Condition = ALWAYS
    valid: ValidityPeriod = ALWAYS_VALID
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterField:
    """A gap in a letter that is filled by the user, or by the day of an event (`events`).

    `max_length` limits the characters, or the number of options for a field with options; `min_length` is the fewest
    characters of a text that is not empty. The value of a `personal` field can be kept for other letters. An `account` field
    asks about accounts of the user, and is left out if there are none.
    """

    id: str
    label: UserText
    why: UserText
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
    """What a letter says about the law, with its article, source and confidence."""

    id: str
    law: str
    article: UserText
    text: UserText
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the content with its fields.

    `family` is the letter kind, of which there may be several versions for different places.
    `after_events` names the stages of a request that the letter follows, `about` the kinds of request, or groups of them, that
    it can then be about, `requires_events` events that must have happened before, `right` a right that the regime of the place
    must grant, `clock` the id of the time limit that the letter sets, and `channels` the ids of the sources with addresses
    where it can be sent. `event` is the outcome to record once it is sent, "" for that of its family. 0 for `most_characters`
    or `most_words` means no limit. `translated` are the ids of the languages into which it is translated.
    """

    id: str
    family: str
    title: UserText
    summary: UserText
    limits: UserText
    language: str
    reviewed: bool
    recipient: Annotated[str, AllowedValues(RECIPIENTS)]
    subject: LetterText
    body: LetterText
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
    kind: ReviewKind
    confidence: Confidence
    translated: tuple[str, ...] = ()
    about: tuple[str, ...] = ("objection",)
    event: str = ""

    def field(self, id: str) -> LetterField | None:
        """Return the field with this id, or None if the letter has none."""
        return next((letter_field for letter_field in self.fields if letter_field.id == id), None)


@dataclass(frozen=True, slots=True)
class Law:
    """A law that letters refer to: where it applies, and its statements."""

    id: str
    name: UserText
    when: Condition
    statements: Mapping[str, LegalStatement]


@dataclass(frozen=True, slots=True)
class Addressee:
    """A company that letters go to: name and address, with the condition and the objections it is for.

    Empty `cases` means all objections. `note` tells the user what is not settled about it, "" if nothing is.
    """

    id: str
    lines: str
    when: Condition
    cases: tuple[str, ...]
    source: str
    confidence: Confidence
    checked: date
    note: UserText = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a letter in English begins for an authority that works in another language; `{name}` and `{company}` are filled in."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class EventPhrase:
    """An event in the words of a chronology: who, what, and the exhibit to enclose ("" if there is none).

    `{matter}` in them stands for what was sent: see `Language.matter`.
    """

    who: str
    what: str
    exhibit: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """What a language adds to the text of a letter: date format, conjunction, phrases and names.

    `matters` says what a request is called, by its target without `case/`, with `objection` for all others.
    `access` says what a letter to Meta tells of an account that the user does not log in to, by the answer about access.
    `conjunction_changed` replaces the conjunction before a similar sound (see `starts_like`), as "e" does in Spanish, and
    `first_day` is how the first day of a month is written where it differs: "1er novembre 2026".
    `with_article` are the codes of the countries whose names take an article inside a sentence, and `article` is that word.
    """

    id: str
    name: UserText
    day: str
    months: tuple[str, ...]
    conjunction: str
    event_phrases: Mapping[str, EventPhrase] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    access: Mapping[str, str] = field(default_factory=dict)
    article: str = ""
    with_article: tuple[str, ...] = ()
    conjunction_changed: str = ""
    changes_before: tuple[str, ...] = ()
    first_day: str = ""

    def matter(self, about: str) -> str:
        """Return what a request about this account, such as `facebook` or `third-party`, is called: "objection"."""
        return self.matters.get(about) or self.matters.get("objection", "")

    def country_name(self, alpha2: str, name: str) -> str:
        """Return the name of a country as it stands inside a sentence: "the Netherlands"."""
        return f"{self.article} {name}" if alpha2 in self.with_article else name

    def format_day(self, value: date) -> str:
        """Return a date in full: "23 November 2026"."""
        pattern = self.first_day if value.day == 1 and self.first_day else self.day
        return pattern.format(day=value.day, month=self.months[value.month - 1], year=value.year)

    def join_list(self, names: tuple[str, ...]) -> str:
        """Return names as a list: "Facebook, Instagram and Threads"."""
        *rest, last = names or ("",)
        word = self.conjunction_changed if starts_like(last, self.changes_before) else self.conjunction
        return f"{', '.join(rest)} {word} {last}" if rest else last
