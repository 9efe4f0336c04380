"""Due dates and the next review as an iCalendar file of all-day events.

Calendars are often shared, so accounts are named only if details are asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from wizard.core.formatting import format_weekday
from wizard.core.jurisdiction import Period
from wizard.core.period import add_period
from wizard.core.review_date import next_review_date
from wizard.core.sanitize import sanitize_line
from wizard.core.snapshot import Deadline, Snapshot
from wizard.i18n import N_, _

NAME = "protect-my-photos"
DAY = timedelta(days=1)
TWO_DAYS_BEFORE = timedelta(hours=9) - 2 * DAY
"""Nine in the morning two days before, counted from midnight of the day."""
ON_THE_DAY = timedelta(hours=9)
"""Nine in the morning of the day."""
WHAT_TO_DO = N_("Run this to see where you stand and what to do next: protect-my-photos status")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One day in the calendar; `alarms` is the time of the alarm relative to midnight of `day`."""

    id: str
    day: date
    title: str
    about: str
    alarms: timedelta


def build_calendar(snapshot: Snapshot, *, details: bool = False) -> str:
    """Build the calendar: one event per deadline and one for the next review.

    `details` adds the reason of each deadline, which names the account.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//EN")
    calendar.add("version", "2.0")
    for entry in _calendar_entries(snapshot, details=details):
        calendar.add_component(_calendar_event(entry, snapshot.today))
    encoded: bytes = calendar.to_ical()
    return encoded.decode()


def calendar_preview(snapshot: Snapshot, *, details: bool = False) -> str:
    """Return the days of the calendar as lines, the nearest first."""
    entries = sorted(_calendar_entries(snapshot, details=details), key=lambda entry: entry.day)
    return "\n".join(f"{format_weekday(entry.day)}  {entry.title}" for entry in entries)


def _calendar_entries(snapshot: Snapshot, *, details: bool) -> Iterator[CalendarEntry]:
    for deadline in snapshot.deadlines:
        yield _deadline_entry(deadline, details=details)
    without_account = snapshot.interview.is_without_account
    title = _("Look for public photos of you again") if without_account else _("Look at your photo settings again")
    yield CalendarEntry("look-again", next_review_date(snapshot), title, _(WHAT_TO_DO), ON_THE_DAY)


def _deadline_entry(deadline: Deadline, *, details: bool) -> CalendarEntry:
    reason = sanitize_line(deadline.reason)
    about = f"{reason} ({sanitize_line(deadline.id)})\n{_(WHAT_TO_DO)}" if details else _(WHAT_TO_DO)
    title = reason if details else _("An answer about your photos is due")
    return CalendarEntry(deadline.id, deadline.due, title, about, TWO_DAYS_BEFORE)


def _calendar_event(entry: CalendarEntry, today: date) -> Event:
    """Build the event. Its uid is the same in every file, so that importing a newer file moves the event."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{NAME}:{entry.id}')}@{NAME}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", add_period(entry.day, Period(1, "days")))
    event.add("summary", entry.title)
    event.add("description", entry.about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", entry.alarms)
    event.add_component(alarm)
    return event
