"""Requests of the user, one message class each; only the app acts on them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # the audit package is loaded only when an export is read
    from wizard.audit.report import AuditReport


class Answered(Message):
    """The user answered a question, and perhaps a second one with it; no values mean that it was skipped."""

    def __init__(self, question: str, given: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.question = question
        self.given = given


class EventRecorded(Message):
    """Something happened to a step, an objection or a contact, today unless a date is given."""

    def __init__(self, target: str, kind: str, note: str = "", on: date | None = None) -> None:
        super().__init__()
        self.target = target
        self.kind = kind
        self.note = note
        self.on = on


class NoteWritten(Message):
    """The user wrote a note about a step or an objection."""

    def __init__(self, target: str, text: str) -> None:
        super().__init__()
        self.target = target
        self.text = text


class LetterFieldChanged(Message):
    """The user changed a letter field; `name` is its field key, `done` means that the input is complete."""

    def __init__(self, name: tuple[str, ...], texts: tuple[str, ...], *, done: bool = False) -> None:
        super().__init__()
        self.name = name
        self.texts = texts
        self.done = done


class KeepFieldsRequested(Message):
    """Store name, addresses and accounts for the next letter; no fields mean: delete the stored ones."""

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.fields = fields


class LinkRequested(Message):
    """Open a URL, or with `code` show it as a QR code; `then` is called once it was opened."""

    def __init__(self, label: str, url: str, code: bool = False, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.label = label
        self.url = url
        self.code = code
        self.then = then


class SaveRequested(Message):
    """Write a document to a file; an existing file is replaced only if the user agreed (`replace`)."""

    def __init__(self, path: str, document: str | bytes, *, replace: bool = False) -> None:
        super().__init__()
        self.path = path
        self.document = document
        self.replace = replace


class MergeRequested(Message):
    """Merge another copy of the state file."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class PersonRequested(Message):
    """Go on with the file of this person at this computer; "" is the first one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class WipeRequested(Message):
    """Remove everything that is stored."""


class KeepFindingsRequested(Message):
    """Store the numbers of an audit report, and nothing else of it."""

    def __init__(self, report: "AuditReport") -> None:
        super().__init__()
        self.report = report
