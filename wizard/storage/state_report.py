"""What the state file holds, in words and as a copy; another copy taken in. The command and the line face say the same."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from wizard.core.event import ANSWERED, UNDONE, Event
from wizard.core.findings import NO_FINDINGS, read_findings
from wizard.core.findings import SETTING as FINDINGS
from wizard.core.formatting import event_text, format_date
from wizard.core.interview import available_options
from wizard.core.sanitize import escape_line, sanitize_line
from wizard.errors import WizardError
from wizard.system.disk import read_limited
from wizard.system.protected_files import protect_inputs, refuse_progress_as_input

from .ownership import FileKind, ForeignFileError, find_kind
from .session import Session
from .state_format import BrokenStateError, parse_state, serialize_state
from .store import Store

BEYOND = (
    "What this program cannot remove: files that you asked for, such as plans and letters; copies that a program that "
    "synchronises folders or a backup of this computer has made; and what a solid-state disk keeps of removed files for a while."
)
EXPORTED = "Name a file made by `state export`."
_KILO = 1000
KNOWN = ("schema", "about", "answers", "events", "settings")


def describe_state(session: Session) -> Iterator[str]:
    """Every stored byte in words."""
    store = session.store
    if not store.path.exists():
        yield f"Nothing is stored. The file would be {escape_line(store.path)}"
        return
    yield f"File: {escape_line(store.path)} ({_size(store.path.stat().st_size)})"
    data = store.read().data
    yield f"Answers ({len(data.get('answers', {}))}):"
    for id, values in session.answers.items():
        question = session.library.question(id)
        offered = available_options(session.library, question, session.answers) if question else ()
        labels = {choice.id: choice.label for choice in offered}
        said = ", ".join(labels.get(value, value) for value in values) or "skipped"
        yield f"  {question.title if question else sanitize_line(id)}  {said}"
    yield from _kept(len(data.get("answers", {})) - len(session.answers))
    yield f"What happened ({len(data.get('events', []))}):"
    yield from (f"  {_event_line(session, event)}" for event in session.events)
    yield from _kept(len(data.get("events", [])) - len(session.events))
    yield f"Settings ({len(session.settings)}):"
    yield from (f"  {line}" for name, value in session.settings.items() for line in _setting(name, value))
    others = [key for key in data if key not in KNOWN]
    if others:
        yield f"Kept for other versions: {', '.join(json.dumps(key) for key in others)}"


def _kept(unread: int) -> Iterator[str]:
    if unread:
        yield f"  and {unread} that this version does not understand; they are kept"


def _event_line(session: Session, event: Event) -> str:
    """The day, what it happened to and what happened, in words; a copy in a file has the ids too."""
    question = session.library.question(event.target) if event.kind == ANSWERED else None
    if question:
        return f"{format_date(event.on)}  answered: {question.title}"
    about, what = event_text(session.case, event)
    told = f"taken back: {about}" if event.kind == UNDONE else f"{about}: {what}"
    note = f" “{' '.join(event.note.split())}”" if event.note else ""
    return f"{format_date(event.on)}  {told}{note}"


def _setting(name: str, value: object) -> Iterator[str]:
    """A setting; the numbers of a data export one by one."""
    findings = read_findings(value) if name == FINDINGS else NO_FINDINGS
    if findings.on is None:
        yield f"{sanitize_line(name)}: {json.dumps(value, ensure_ascii=True)}"
        return
    yield "What your data export held when it was read:"
    for each in findings.by_id.values():
        since = f", since {each.since}" if each.since else ""
        yield f"  {each.occurrences:,} {each.label}{since}, {format_date(each.on or findings.on)}"


def _size(held: int) -> str:
    """A size in words that need no arithmetic."""
    if held < _KILO:
        return "less than 1 KB"
    return f"about {round(held / _KILO)} KB" if held < _KILO**2 else f"about {round(held / _KILO**2)} MB"


def describe_wipe(store: Store, removed: Sequence[Path]) -> Iterator[str]:
    """What was removed, what is still there, and what no program can promise."""
    if not removed:
        yield "There was nothing to remove."
    yield from (f"Removed {escape_line(path)}" for path in removed)
    yield from left_in_words(store)
    yield from (f"Not removed, since another program made it: {escape_line(path)}" for path in store.sync_conflicts())
    if removed:
        yield BEYOND


def left_in_words(store: Store) -> Iterator[str]:
    """What has a name of ours beside the state file, but is not ours to remove."""
    yield from (f"Not removed, since it is not a file of this program: {escape_line(path)}" for path in store.left())


def is_own_copy(path: Path) -> bool:
    """Tell whether a file is a state or a copy of one, so that a new copy may replace it; any other file stays."""
    try:
        return find_kind(path.expanduser(), follow=True) is FileKind.OURS
    except (OSError, RuntimeError):  # the writing says what is wrong with the name
        return False


def export_state(session: Session) -> str:
    """The state as it stands in the file."""
    return serialize_state(session.store.read().data).decode()


def merge_state_file(session: Session, path: Path) -> int:
    """Take another copy in; how many of its events were new. Raises WizardError where it cannot be read."""
    refuse_progress_as_input(path)
    protect_inputs([path])
    try:
        other = parse_state(read_limited(path, EXPORTED), path)
    except ForeignFileError as error:
        raise WizardError(error.what, EXPORTED) from error
    except OSError as error:
        raise WizardError(f"{path} cannot be read: {error.strerror}.", EXPORTED) from error
    except BrokenStateError as error:
        raise WizardError(f"{path} is damaged and was not merged.", "Export it again on the other computer.") from error
    return session.merge_copy(other)
