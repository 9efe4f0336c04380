"""`mark`: record an event or a note of a step, a request or a contact, or take the last one back."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

from wizard.core.account import ADDED
from wizard.core.contact import CONTACT, CONTACT_KINDS
from wizard.core.date_input import DateInput, parse_event_day
from wizard.core.event import NOTE, STEP_KINDS
from wizard.core.formatting import (
    CONTACT_STATUS,
    REQUEST_STATUS_WORDS,
    exposure_summary,
    format_date,
    format_weekday,
)
from wizard.core.request_target import is_request_target
from wizard.core.residence import RESIDENCE
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import _, labelled, ngettext
from wizard.storage.session import NOTE_LENGTH, Session
from wizard.storage.targets import allowed_kinds
from wizard.views.account import account_event_message
from wizard.views.deadline_text import deadline_line
from wizard.views.move import SAID
from wizard.views.request import complaint_within

from .context import CommandContext
from .private_input import read_private_text

UNDO = "undo"
"""Neither a target nor an event: a user who types it means the option."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "target",
        nargs="?",
        metavar="TARGET",
        help=_(
            "a step (privacy-settings/instagram-private), a request (case/facebook, case/access-request; "
            "case/instagram:NICKNAME for another account), or contact/NICKNAME"
        ),
    )
    parser.add_argument(
        "event",
        nargs="?",
        metavar="EVENT",
        help=_(
            "for a step: {step_events}; for a request: sent, receipt, granted, refused, no-answer ..., and about its account "
            "form-opened, access-locked, renamed (with --note), removed ...; "
            "for a contact: {contact_events}; for a note on a step or a request: note",
            step_events=", ".join(STEP_KINDS),
            contact_events=", ".join(CONTACT_KINDS),
        ),
    )
    parser.add_argument(
        "--on", metavar="DATE", help=_("the day it happened, like 2026-11-23, 10 Oct or yesterday; default: today")
    )
    parser.add_argument(
        "--note",
        default="",
        metavar="TEXT",
        help=_("a note; for “skipped” the reason, without which the step still counts as open"),
    )
    parser.add_argument(
        "--note-file", metavar="FILE", help=_("read the note from a file, or with - from standard input; nobody else sees it")
    )
    parser.add_argument("--undo", action="store_true", help=_("take the last record back"))


def run(options: Namespace, context: CommandContext) -> int:
    """Record an event or a note, or take the last one back. Returns 2 for wrong arguments."""
    session = context.session
    if options.undo:
        return _undo(options, session)
    if _has_wrong_usage(options, session):
        return 2
    day = parse_event_day(options.on, session.today) if options.on else DateInput(None)
    if day.wrong:
        sys.stderr.write(labelled(_("“{text}”", text=sanitize_line(options.on, 40)), day.wrong) + "\n")
        return 1 if day.coming else 2
    options.note = _note(options)
    target, options.event = session.resolve_target(options.target), options.event.lower()
    if options.event == NOTE:
        return _add_note(options, session, target, day.on)
    is_new_account = target not in session.snapshot.progress.accounts
    snapshot = session.mark(target, options.event, day.on, options.note)
    if target.startswith(CONTACT):
        lines = [_contact_line(snapshot, target, options.event, day.on)]
    elif target == RESIDENCE:
        lines = [SAID[options.event], *_standing(snapshot, target)]
    else:
        lines = [*_recorded_lines(options, snapshot, target, day.on, is_new_account=is_new_account), *_standing(snapshot, target)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _has_wrong_usage(options: Namespace, session: Session) -> bool:
    """Return True, after a message, if the arguments are incomplete or contradict each other."""
    if UNDO in (str(options.target).lower(), str(options.event).lower()):
        sys.stderr.write(_("Did you mean `{close}`?", close="mark --undo") + "\n")
    elif not (options.target and options.event):
        _explain_usage(options, session)
    elif options.note_file and options.note:
        sys.stderr.write(_("Give the note with --note or with --note-file, not with both.") + "\n")
    else:
        return False
    return True


def _note(options: Namespace) -> str:
    """Return the note that was typed or lies in a file. Raises WizardError if it is too long: its end would be lost."""
    note = read_private_text(options.note_file).strip() if options.note_file else str(options.note)
    if len(note) > NOTE_LENGTH:
        raise WizardError("field-too-long", field=NOTE, label=NOTE, length=len(note), limit=NOTE_LENGTH)
    return note


def _recorded_lines(
    options: Namespace, snapshot: Snapshot, target: str, day: date | None, *, is_new_account: bool
) -> Iterator[str]:
    """Yield what was recorded for a step or a request, on which day if one was typed, and what it means."""
    if day:
        yield _("Recorded: {target} {event}, {day}.", target=target, event=options.event, day=format_weekday(day))
    else:
        yield _("Recorded: {target} {event}.", target=target, event=options.event)
    account = snapshot.progress.accounts.get(target)
    if account and account.is_further and is_new_account:
        yield account_event_message(snapshot, target, ADDED)
    request = snapshot.request(target)
    within = complaint_within(snapshot, request.kind) if request else None
    if within:
        yield _(
            "You follow a complaint already, with {request}. One entry for the same complaint is enough.", request=within.name
        )
    entry = snapshot.step(target)
    if options.event == "done" and entry and entry.step.gain:
        yield entry.step.gain
    if options.event == "skipped" and not options.note.strip():
        yield _("Without a reason it still counts as open; give one with --note.")
    if entry is None and not is_request_target(target):
        yield _("It is not in your plan at present.")


def _standing(snapshot: Snapshot, target: str) -> Iterator[str]:
    """Yield where the request stands, if the record is about one, and where the plan stands."""
    request = next((request for request in snapshot.requests if request.target == target), None)
    if request:
        status = _("Status: {status}.", status=REQUEST_STATUS_WORDS[request.status])
        yield f"{status} {request.recommendation}"
        if request.due:
            yield deadline_line(request, snapshot.today)
    if snapshot.place:
        yield exposure_summary(snapshot)


def _explain_usage(options: Namespace, session: Session) -> None:
    """Say what is missing: the target, or the events that can be recorded for it."""
    if not options.target:
        message = _("Say what happened to what, for example: protect-my-photos mark case/facebook sent")
    else:
        target = session.resolve_target(options.target)
        message = _(
            "Say what happened to {target}: {events}.",
            target=target,
            events=", ".join((*allowed_kinds(session.library, target), NOTE)),
        )
    sys.stderr.write(f"{message}\n")


def _add_note(options: Namespace, session: Session, target: str, day: date | None) -> int:
    """Add a note, for the day that was typed or else for today. Returns 2 if there is no text."""
    if not options.note.strip():
        sys.stderr.write(_("Write the note with --note TEXT or --note-file FILE.") + "\n")
        return 2
    session.add_note(target, options.note, day)
    sys.stdout.write(_("Note kept.") + "\n")
    return 0


def _contact_line(snapshot: Snapshot, target: str, kind: str, day: date | None) -> str:
    """Return what was recorded for a contact, on which day if one was typed, and how many contacts are on the list."""
    nickname, status = target.removeprefix(CONTACT), CONTACT_STATUS[kind]
    return ngettext(
        "Recorded: {nickname}: {status}. On your list: {count} name.",
        "Recorded: {nickname}: {status}. On your list: {count} names.",
        len(snapshot.contacts),
        nickname=nickname,
        status=f"{status}, {format_weekday(day)}" if day else status,
    )


def _undo(options: Namespace, session: Session) -> int:
    """Take the last event back. Returns 2 if a target or an event is given too."""
    if options.target or options.event:
        sys.stderr.write(_("--undo takes back the last record and needs nothing else.") + "\n")
        return 2
    event = session.undo()
    if event is None:
        line = _("There is nothing to take back.")
    else:
        line = _("Taken back: {target} {event} of {day}.", target=event.target, event=event.kind, day=format_date(event.on))
    sys.stdout.write(f"{line}\n")
    return 0
