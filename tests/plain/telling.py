"""A conversation held in this process: the lines that are typed, and everything that is heard."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from io import StringIO
from itertools import count
from pathlib import Path

from tests.samples import small
from wizard.core.content_models import Library
from wizard.plain.conversation import Conversation
from wizard.plain.main_menu import run_main_menu
from wizard.plain.numbered_prompter import NumberedPrompter
from wizard.plain.prompter import ExitRequested
from wizard.storage.session import Session
from wizard.storage.store import Store

TODAY = date(2026, 11, 23)
Answers = Mapping[str, tuple[str, ...]]
BERLIN: Answers = {
    "country": ("DE",),
    "region": ("DE-BE",),
    "services": ("facebook", "instagram", "whatsapp"),
    "visibility": ("public",),
    "account": ("personal",),
    "habits": ("meta-ai", "camera-roll"),
    "people": ("others-post", "children"),
    "depth": ("delete",),
    "device": ("web", "android"),
}
"""The answers of a person in Berlin, to the questions that are shipped."""
HAMBURG: Answers = {"country": ("DE",), "region": ("DE-HH",), "services": ("facebook", "instagram"), "visibility": ("public",)}
"""The answers of a person in Hamburg, to the questions of the small library."""


def session(
    state: Path, answers: Answers | None = None, marks: Iterable[tuple[str, str, str]] = (), library: Library | None = None
) -> Session:
    """A session on a file of its own; events are target, kind and day."""
    moments = count()
    made = Session(library or small(), Store(state), TODAY, lambda: datetime(2026, 11, 23, 12, 0, next(moments), tzinfo=UTC))
    if answers:
        made.record_answers(answers)
    for target, kind, on in marks:
        made.mark(target, kind, date.fromisoformat(on))
    return made


def heard(
    on: Session,
    *typed: str,
    unicode: bool = True,
    width: int = 0,
    env: Mapping[str, str] | None = None,
    asks_for_person: bool = False,
) -> str:
    """Everything that is said when these lines are typed and then no more, with the typed lines where they were typed."""
    out = StringIO()
    source = StringIO("".join(f"{line}\n" for line in typed))
    prompter = NumberedPrompter(source, out, unicode=unicode, width=width, echo=True)
    try:
        run_main_menu(Conversation(on, prompter, env or {}, asks_for_person=asks_for_person))
    except ExitRequested:
        return out.getvalue()
    raise AssertionError("a conversation ends with ExitRequested")


def strange(text: str) -> set[str]:
    """What is neither a line end nor a sign of ordinary writing: controls, boxes, blocks, arrows, pictures."""
    boxes = {each for each in text if "\u2190" <= each <= "\u2bff" or each >= "\U0001f000"}
    controls = {each for each in text if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Co") and each != "\n"}
    return boxes | controls
