"""`state`: every stored byte in words; a copy; another copy merged in; everything removed."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from wizard.core.clean import clean_line
from wizard.core.event import ANSWERED, UNDONE, Event
from wizard.core.words import day
from wizard.errors import WizardError
from wizard.services.outbox import write_document
from wizard.services.session import Session
from wizard.services.store import BrokenStateError, Store, parse, render

from .desk import Desk

KNOWN = ("schema", "about", "answers", "events", "settings")


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("show", help="say in words everything that is stored")
    acts.add_parser("export", help="write a copy").add_argument("file", metavar="FILE", help="where to, or - for standard output")
    acts.add_parser("import", help="merge another copy in; nothing is lost").add_argument("file", metavar="FILE")
    wipe = acts.add_parser("wipe", help="remove everything that this program stored")
    wipe.add_argument("--yes", action="store_true", help="really do it")


def run(options: Namespace, desk: Desk) -> int:
    """Wipe, show, export or import; wiping also works on a file that no session could open."""
    if options.act == "wipe":
        _wipe(desk.store, sure=options.yes)
    elif options.act == "show":
        sys.stdout.write("\n".join(_in_words(desk.session)) + "\n")
    elif options.act == "export":
        _export(options.file, desk.session)
    else:
        _import(Path(options.file), desk.session)
    return 0


def _wipe(store: Store, *, sure: bool) -> None:
    if not sure:
        raise WizardError(
            f"This would remove {store.path} and its backup for good.", "Run `protect-my-photos state wipe --yes` to do it."
        )
    removed = store.wipe()
    sys.stdout.write("".join(f"Removed {path}\n" for path in removed) or "There was nothing to remove.\n")
    if removed:
        sys.stdout.write("What the disk or a backup of this computer keeps of removed files is beyond this program.\n")


def _in_words(session: Session) -> Iterator[str]:
    store = session.store
    if not store.path.exists():
        yield f"Nothing is stored. The file would be {store.path}"
        return
    yield f"File: {store.path} ({store.path.stat().st_size} bytes)"
    data = store.read().data
    yield f"Answers ({len(data.get('answers', {}))}):"
    for id, values in session.answers.items():
        question = session.library.question(id)
        labels = {choice.id: choice.label for choice in question.choices} if question else {}
        said = ", ".join(labels.get(value, value) for value in values) or "skipped"
        yield f"  {question.title if question else clean_line(id)}  {said}"
    yield from _kept(len(data.get("answers", {})) - len(session.answers))
    yield f"Events ({len(data.get('events', []))}):"
    yield from (f"  {_event_line(event)}" for event in session.events)
    yield from _kept(len(data.get("events", [])) - len(session.events))
    yield f"Settings ({len(session.settings)}):"
    yield from (f"  {clean_line(name)}: {json.dumps(value, ensure_ascii=True)}" for name, value in session.settings.items())
    others = [key for key in data if key not in KNOWN]
    if others:
        yield f"Kept for other versions: {', '.join(json.dumps(key) for key in others)}"


def _kept(unread: int) -> Iterator[str]:
    if unread:
        yield f"  and {unread} that this version does not understand; they are kept"


def _event_line(event: Event) -> str:
    what = {ANSWERED: "you answered", UNDONE: "taken back:"}.get(event.kind, event.kind)
    note = f" “{' '.join(event.note.split())}”" if event.note else ""
    return (
        f"{day(event.on)}  {what} {event.target}{note}"
        if event.kind in (ANSWERED, UNDONE)
        else f"{day(event.on)}  {event.target} {what}{note}"
    )


def _export(file: str, session: Session) -> None:
    text = render(session.store.read().data).decode()
    if file == "-":
        sys.stdout.write(text)
    else:
        sys.stdout.write(f"Written to {write_document(Path(file), text)}\n")


def _import(path: Path, session: Session) -> None:
    try:
        other = parse(path.read_bytes(), path)
    except OSError as error:
        raise WizardError(f"{path} cannot be read: {error.strerror}.", "Name a file made by `state export`.") from error
    except BrokenStateError as error:
        raise WizardError(f"{path} is damaged and was not merged.", "Export it again on the other computer.") from error
    added = session.merge(other)
    sys.stdout.write(f"Merged: {added} events were new. Nothing was removed.\n")
