"""`mark`: record what happened to a step or an objection case, or take the last record back."""

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
    """Declare the arguments."""
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
    """A day, as argparse wants it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text[:40]}” is not a day; write it like 2026-11-23") from error


def run(options: Namespace, desk: CommandContext) -> int:
    """Record or take back."""
    session = desk.session
    if options.undo:
        return _undo(options, session)
    if not (options.target and options.event):
        sys.stderr.write("Say what happened to what, for example: protect-my-photos mark case/facebook sent\n")
        return 2
    target = session.resolve_target(options.target)
    if options.event == NOTE:
        return _note(options, session, target)
    case = session.mark(target, options.event, options.on, options.note)
    if target.startswith(CONTACT):
        sys.stdout.write(_contact_line(case, target, options.event))
        return 0
    said = [f"Recorded: {target} {options.event}."]
    entry = case.step(target)
    if options.event == "done" and entry and entry.step.gain:
        said.append(entry.step.gain)
    if options.event == "skipped" and not options.note.strip():
        said.append("Without a reason it still counts as open; give one with --note.")
    if entry is None and not target.startswith("case/"):
        said.append("It is not in your plan at present.")
    found = next((each for each in case.objections if each.target == target), None)
    if found:
        said.append(f"Status: {OBJECTION_STATUS_WORDS[found.status]}. {found.recommendation}")
        said += [f"{found.due_reason} ({format_weekday(found.due)})"] if found.due else []
    said += [exposure_summary(case)] if case.place else []
    sys.stdout.write("\n".join(said) + "\n")
    return 0


def _note(options: Namespace, session: Session, target: str) -> int:
    if not options.note.strip():
        sys.stderr.write("Write the note with --note TEXT.\n")
        return 2
    session.add_note(target, options.note)
    sys.stdout.write("Note kept.\n")
    return 0


def _contact_line(case: Snapshot, target: str, kind: str) -> str:
    """What was recorded of a contact, and how many people are in the book."""
    nickname = target.removeprefix(CONTACT)
    return f"Recorded: {nickname}: {CONTACT_STATUS[kind]}. In the contact book: {pluralize(len(case.contacts), 'name')}.\n"


def _undo(options: Namespace, session: Session) -> int:
    if options.target or options.event:
        sys.stderr.write("--undo takes back the last record and needs nothing else.\n")
        return 2
    taken = session.undo()
    sys.stdout.write(
        f"Taken back: {taken.target} {taken.kind} of {format_date(taken.on)}.\n" if taken else "There is nothing to take back.\n"
    )
    return 0
