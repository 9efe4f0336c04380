"""`mark`: record an event or a note of a step, an objection or a contact, or take the last one back."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from wizard.core.contact import CONTACT, CONTACT_KINDS
from wizard.core.event import NOTE, STEP_KINDS
from wizard.core.formatting import (
    CONTACT_STATUS,
    OBJECTION_STATUS_WORDS,
    exposure_summary,
    format_date,
    format_weekday,
    pluralize,
)
from wizard.core.snapshot import Snapshot
from wizard.storage.session import Session

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "target",
        nargs="?",
        metavar="TARGET",
        help="a step (privacy-settings/instagram-private), a case (case/facebook), or contact/NICKNAME",
    )
    parser.add_argument(
        "event",
        nargs="?",
        metavar="EVENT",
        help=f"for a step: {', '.join(STEP_KINDS)}; for a case: sent, receipt, granted, refused, no-answer ...; "
        f"for a contact: {', '.join(CONTACT_KINDS)}; for a note on a step or a case: note",
    )
    parser.add_argument("--on", type=iso_date, metavar="DATE", help="the day it happened, like 2026-11-23; default: today")
    parser.add_argument(
        "--note", default="", metavar="TEXT", help="a note; for “skipped” the reason, and only then it no longer counts as open"
    )
    parser.add_argument("--undo", action="store_true", help="take the last record back")


def iso_date(text: str) -> date:
    """Parse a date. Raises ArgumentTypeError, which argparse turns into a usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text[:40]}” is not a day; write it like 2026-11-23") from error


def run(options: Namespace, context: CommandContext) -> int:
    """Record an event or a note, or take the last one back. Returns 2 for wrong arguments."""
    session = context.session
    if options.undo:
        return _undo(options, session)
    if not (options.target and options.event):
        sys.stderr.write("Say what happened to what, for example: protect-my-photos mark case/facebook sent\n")
        return 2
    target = session.resolve_target(options.target)
    if options.event == NOTE:
        return _add_note(options, session, target)
    snapshot = session.mark(target, options.event, options.on, options.note)
    if target.startswith(CONTACT):
        sys.stdout.write(_contact_line(snapshot, target, options.event))
        return 0
    lines = [f"Recorded: {target} {options.event}."]
    entry = snapshot.step(target)
    if options.event == "done" and entry and entry.step.gain:
        lines.append(entry.step.gain)
    if options.event == "skipped" and not options.note.strip():
        lines.append("Without a reason it still counts as open; give one with --note.")
    if entry is None and not target.startswith("case/"):
        lines.append("It is not in your plan at present.")
    objection = next((objection for objection in snapshot.objections if objection.target == target), None)
    if objection:
        lines.append(f"Status: {OBJECTION_STATUS_WORDS[objection.status]}. {objection.recommendation}")
        lines += [f"{objection.due_reason} ({format_weekday(objection.due)})"] if objection.due else []
    lines += [exposure_summary(snapshot)] if snapshot.place else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _add_note(options: Namespace, session: Session, target: str) -> int:
    """Add a note. Returns 2 if there is no text."""
    if not options.note.strip():
        sys.stderr.write("Write the note with --note TEXT.\n")
        return 2
    session.add_note(target, options.note)
    sys.stdout.write("Note kept.\n")
    return 0


def _contact_line(snapshot: Snapshot, target: str, kind: str) -> str:
    """Return what was recorded for a contact, and how many contacts are on the list."""
    nickname = target.removeprefix(CONTACT)
    return f"Recorded: {nickname}: {CONTACT_STATUS[kind]}. In the contact book: {pluralize(len(snapshot.contacts), 'name')}.\n"


def _undo(options: Namespace, session: Session) -> int:
    """Take the last event back. Returns 2 if a target or an event is given too."""
    if options.target or options.event:
        sys.stderr.write("--undo takes back the last record and needs nothing else.\n")
        return 2
    event = session.undo()
    sys.stdout.write(
        f"Taken back: {event.target} {event.kind} of {format_date(event.on)}.\n" if event else "There is nothing to take back.\n"
    )
    return 0
