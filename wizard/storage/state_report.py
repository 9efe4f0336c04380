"""Describe, export, merge and wipe the state file, in the same words for the command and line mode."""

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
from wizard.i18n import N_, _, labelled
from wizard.system.disk import read_limited
from wizard.system.environment import quoted
from wizard.system.private_files import private_files_left
from wizard.system.protected_files import protect_inputs, refuse_progress_as_input

from .ownership import FileKind, ForeignFileError, find_kind
from .people import first_person_path, other_people
from .session import Session
from .state_format import BrokenStateError, parse_state, serialize_state
from .store import Store

BEYOND = N_(
    "What this program cannot remove: files that you asked for, such as plans and letters; what your editor and mail program "
    "keep of a letter; copies that a program that synchronises folders or a backup of this computer has made; and what a "
    "solid-state disk keeps of removed files for a while."
)
EXPORTED = "name-an-export"
"""The hint that only a file made by `state export` can be merged."""
_KILO = 1000
"""Bytes of a KB, as file managers count them today."""
KNOWN = ("schema", "about", "answers", "events", "settings")


def describe_state(session: Session) -> Iterator[str]:
    """Yield lines that say in words everything that is stored."""
    store = session.store
    yield from _whose(session)
    if not store.path.exists():
        yield _("Nothing is stored. The file would be {path}", path=escape_line(store.path))
        return
    yield _("File: {path} ({size})", path=escape_line(store.path), size=_size(store.path.stat().st_size))
    data = store.read().data
    yield _("Answers ({count}):", count=len(data.get("answers", {})))
    for id, values in session.answers.items():
        question = session.library.question(id)
        options = available_options(session.library, question, session.answers) if question else ()
        labels = {option.id: option.label for option in options}
        answer = ", ".join(labels.get(value, value) for value in values) or _("skipped")
        yield f"  {question.title if question else sanitize_line(id)}  {answer}"
    yield from _carried_along(len(data.get("answers", {})) - len(session.answers))
    yield _("What happened ({count}):", count=len(data.get("events", [])))
    yield from (f"  {_event_line(session, event)}" for event in session.events)
    yield from _carried_along(len(data.get("events", [])) - len(session.events))
    if session.settings:
        yield _("Settings ({count}):", count=len(session.settings))
    yield from (f"  {line}" for name, value in session.settings.items() for line in _setting(name, value))
    unknown_keys = [key for key in data if key not in KNOWN]
    if unknown_keys:
        yield _("Kept for other versions: {names}", names=", ".join(json.dumps(key) for key in unknown_keys))


def _whose(session: Session) -> Iterator[str]:
    """Yield a line that names the person, if there is more than one; the first person has no name."""
    if session.person:
        yield _("Person: {name}", name=session.person)
    elif other_people(session.store.path):
        yield _("Person: the first one at this computer")


def _carried_along(count: int) -> Iterator[str]:
    """Yield a line about answers or events that this version cannot read; nothing if there are none."""
    if count:
        line = _("and {count} that this version does not understand; they are kept", count=count)
        yield f"  {line}"


def _event_line(session: Session, event: Event) -> str:
    """Return one event in words: day, target, what happened and the note. Ids are only in an exported copy."""
    question = session.library.question(event.target) if event.kind == ANSWERED else None
    if question:
        answered = _("answered: {question}", question=question.title)
        return f"{format_date(event.on)}  {answered}"
    target, action = event_text(session.snapshot, event)
    text = _("taken back: {target}", target=target) if event.kind == UNDONE else labelled(target, action)
    note = " " + _("“{text}”", text=" ".join(event.note.split())) if event.note else ""
    return f"{format_date(event.on)}  {text}{note}"


def _setting(name: str, value: object) -> Iterator[str]:
    """Yield a setting as one line; the findings of an audit take one line each."""
    findings = read_findings(value) if name == FINDINGS else NO_FINDINGS
    if findings.on is None:
        yield f"{sanitize_line(name)}: {json.dumps(value, ensure_ascii=True)}"
        return
    yield _("What your data export held when it was read:")
    for finding in findings.by_id.values():
        day = format_date(finding.on or findings.on)
        count, things, year = finding.occurrences, finding.things, finding.since
        if year:
            line = _("{count:,} {things}, since {year}, {day}", count=count, things=things, year=year, day=day)
        else:
            line = _("{count:,} {things}, {day}", count=count, things=things, day=day)
        yield f"  {line}"


def _size(size: int) -> str:
    """Return a number of bytes, rounded to KB or MB."""
    if size < _KILO:
        return _("less than 1 KB")
    if size < _KILO**2:
        return _("about {size} KB", size=round(size / _KILO))
    return _("about {size} MB", size=round(size / _KILO**2))


def describe_wipe(store: Store, removed: Sequence[Path]) -> Iterator[str]:
    """Yield lines that say what was removed, what is still there, and what no program can remove."""
    if not removed:
        yield _("There was nothing to remove.")
    yield from (_("Removed {path}", path=escape_line(path)) for path in removed)
    yield from left_in_words(store)
    for path in private_files_left():
        yield _("Not removed, since another window has it open, or your rights do not allow it: {path}", path=escape_line(path))
    for path in store.sync_conflicts():
        yield _("Not removed, since another program made it: {path}", path=escape_line(path))
    if removed:
        yield _(BEYOND)


def _kept_for_others(store: Store, *, names_command: bool) -> Iterator[str]:
    """Yield lines about the files of other people, which stay when that of the first person is removed."""
    for person in other_people(store.path) if store.path == first_person_path(store.path) else ():
        path, name = escape_line(person.path), person.name
        if name:
            line = _("The file of {name} is still there: {path}.", name=name, path=path)
        else:
            line = _("The file of another person is still there: {path}.", path=path)
        if names_command:
            option = f"--person {quoted(name)}" if name else f"--state {quoted(str(person.path))}"
            line += " " + _("To remove it: protect-my-photos {option} state wipe --yes", option=option)
        yield line


def left_in_words(store: Store, *, names_command: bool = True) -> Iterator[str]:
    """Yield lines about files that stay: those that have a name of ours but are not ours to remove, and those of other people.

    `names_command` adds the command that removes the file of another person.
    """
    for path in store.left():
        yield _("Not removed, since it is not a file of this program: {path}", path=escape_line(path))
    yield from _kept_for_others(store, names_command=names_command)


def is_own_copy(path: Path) -> bool:
    """Return True if a file is a state file or a copy of one. Only such a file may be replaced by a new copy."""
    try:
        return find_kind(path.expanduser(), follow=True) is FileKind.OURS
    except (OSError, RuntimeError):  # writing the file reports what is wrong with the name
        return False


def export_state(session: Session) -> str:
    """Return the content of the state file, in the form in which the program writes it."""
    return serialize_state(session.store.read().data).decode()


def merge_state_file(session: Session, path: Path) -> int:
    """Merge the copy at `path` into the state and return how many of its events were new.

    Raises WizardError if the copy cannot be read, is damaged, is not a state file, or is the state file itself.
    """
    refuse_progress_as_input(path)
    protect_inputs([path])
    try:
        copy = parse_state(read_limited(path, EXPORTED), path)
    except ForeignFileError as error:
        error.hint = EXPORTED
        raise
    except OSError as error:
        raise WizardError("file-not-read", hint=EXPORTED, path=path, reason=error.strerror) from error
    except BrokenStateError as error:
        raise WizardError("import-damaged", path=path) from error
    return session.merge_copy(copy)
