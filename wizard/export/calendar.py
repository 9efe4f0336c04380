"""Due dates and the next review as an iCalendar file of all-day events.

Calendars are often shared, so accounts are named only if details are asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from wizard.core.formatting import format_weekday
from wizard.core.jurisdiction import Period
from wizard.core.period import add_period
from wizard.core.review_date import next_review_date
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import N_, _, current_language, current_tag

NAME = "protect-my-photos"
DAY = timedelta(days=1)
TWO_DAYS_BEFORE = timedelta(hours=9) - 2 * DAY
"""Nine in the morning two days before, counted from midnight of the day."""
ON_THE_DAY = timedelta(hours=9)
"""Nine in the morning of the day."""
OPEN_PROGRAM = N_("Open the program protect-my-photos to see where you stand and what to do next.")
RUN_COMMAND = N_("Run this to see where you stand and what to do next: {command} status")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One day in the calendar; `alarms` is the time of the alarm relative to midnight of `day`."""

    id: str
    day: date
    title: str
    about: str
    alarms: timedelta


class CalendarOwner(NamedTuple):
    """Whose dates they are. `key` tells people apart in the ids of events, "" for the first; `command` starts the program."""

    snapshot: Snapshot
    key: str = ""
    name: str = ""
    command: str = ""


def build_calendar(snapshot: Snapshot, *, details: bool = False, command: str = "") -> str:
    """Build the calendar: one event per deadline and one for the next review.

    `details` adds the reason of each deadline, which names the account. `command` starts the program on this computer.
    """
    return build_shared_calendar([CalendarOwner(snapshot, command=command)], details=details)


def build_shared_calendar(owners: Iterable[CalendarOwner], *, details: bool = False) -> str:
    """Build one calendar of several people; their names are in it only with `details`."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//{current_language().upper()}")
    calendar.add("version", "2.0")
    for owner in owners:
        for entry in _calendar_entries(owner.snapshot, details=details, command=owner.command):
            calendar.add_component(_calendar_event(_owned(entry, owner, details=details), owner.snapshot.today))
    encoded: bytes = calendar.to_ical()
    return encoded.decode()


def calendar_preview(snapshot: Snapshot, *, details: bool = False) -> str:
    """Return the days of the calendar as lines, the nearest first."""
    entries = sorted(_calendar_entries(snapshot, details=details), key=lambda entry: entry.day)
    return "\n".join(f"{format_weekday(entry.day)}  {entry.title}" for entry in entries)


def _calendar_entries(snapshot: Snapshot, *, details: bool, command: str = "") -> Iterator[CalendarEntry]:
    what_to_do = _(RUN_COMMAND, command=command) if command else _(OPEN_PROGRAM)
    for deadline in snapshot.deadlines:
        yield _deadline_entry(deadline, what_to_do, details=details)
    without_account = snapshot.interview.is_without_account
    title = _("Look for public photos of you again") if without_account else _("Look at your photo settings again")
    yield CalendarEntry("look-again", next_review_date(snapshot), title, what_to_do, ON_THE_DAY)


def _owned(entry: CalendarEntry, owner: CalendarOwner, *, details: bool) -> CalendarEntry:
    """Return an entry with an id of its own for each person, and with their name if details are asked for."""
    title = _("{name}: {title}", name=owner.name, title=entry.title) if owner.name and details else entry.title
    return replace(entry, id=f"{owner.key}/{entry.id}" if owner.key else entry.id, title=title)


def _deadline_entry(deadline: Deadline, what_to_do: str, *, details: bool) -> CalendarEntry:
    reason = sanitize_line(deadline.reason)
    about = f"{reason}\n{what_to_do}" if details else what_to_do
    title = reason if details else _("An answer about your photos is due")
    return CalendarEntry(deadline.id, deadline.due, title, about, TWO_DAYS_BEFORE)


def _calendar_event(entry: CalendarEntry, today: date) -> Event:
    """Build the event. Its uid is the same in every file, so that importing a newer file moves the event."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{NAME}:{entry.id}')}@{NAME}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", add_period(entry.day, Period(1, "days")))
    language = {"language": current_tag()}
    event.add("summary", entry.title, parameters=language)
    event.add("description", entry.about, parameters=language)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", entry.alarms)
    event.add_component(alarm)
    return event
