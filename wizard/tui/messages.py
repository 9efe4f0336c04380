"""What a person can want, one small class each; only the app acts on them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # what reads exports is loaded only when one is read
    from wizard.audit.report import AuditReport


class Answered(Message):
    """The person answered a question, and with it perhaps another one; no values mean that it was skipped."""

    def __init__(self, question: str, given: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.question = question
        self.given = given


class EventRecorded(Message):
    """Something happened to a step or to an objection case, today unless a day is given."""

    def __init__(self, target: str, kind: str, note: str = "", on: date | None = None) -> None:
        super().__init__()
        self.target = target
        self.kind = kind
        self.note = note
        self.on = on


class NoteWritten(Message):
    """The person wrote a note about a step."""

    def __init__(self, target: str, text: str) -> None:
        super().__init__()
        self.target = target
        self.text = text


class LetterFieldChanged(Message):
    """Something was typed for a letter, under the name by which its screen finds it again; `done` when it is finished."""

    def __init__(self, name: tuple[str, ...], texts: tuple[str, ...], *, done: bool = False) -> None:
        super().__init__()
        self.name = name
        self.texts = texts
        self.done = done


class KeepFieldsRequested(Message):
    """Name, addresses and accounts are to be kept for the next letter; no fields mean that what was kept is to be forgotten."""

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.fields = fields


class LinkRequested(Message):
    """The person wants to go to an address, or to have it as a code for the phone; `then` is called once it was opened."""

    def __init__(self, label: str, url: str, code: bool = False, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.label = label
        self.url = url
        self.code = code
        self.then = then


class SaveRequested(Message):
    """A document is to be written to a file; one that is there already is replaced only where the person said so."""

    def __init__(self, path: str, text: str, *, replace: bool = False) -> None:
        super().__init__()
        self.path = path
        self.text = text
        self.replace = replace


class MergeRequested(Message):
    """Another copy of the state is to be merged in."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class WipeRequested(Message):
    """Everything that is stored is to be removed."""


class KeepFindingsRequested(Message):
    """The numbers of a report are to be kept, and nothing else of it."""

    def __init__(self, report: "AuditReport") -> None:
        super().__init__()
        self.report = report
