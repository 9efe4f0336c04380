"""Due dates and the day to look again as a calendar: all-day events that give away nothing of the person unless asked to."""

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

NAME = "protect-my-photos"
DAY = timedelta(days=1)
TWO_DAYS_BEFORE = timedelta(hours=9) - 2 * DAY
ON_THE_DAY = timedelta(hours=9)
WHAT_TO_DO = "Run this to see where you stand and what to do next: protect-my-photos status"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day in the calendar: its permanent id, its words, and when to ring, counted from midnight of the day."""

    id: str
    day: date
    title: str
    about: str
    alarms: timedelta


def build_calendar(case: Snapshot, *, details: bool = False) -> str:
    """One event for each deadline and one for looking again; accounts are named only with details."""
    made = Calendar()
    made.add("prodid", f"-//{NAME}//EN")
    made.add("version", "2.0")
    for occasion in _calendar_entries(case, details=details):
        made.add_component(_event(occasion, case.today))
    written: bytes = made.to_ical()
    return written.decode()


def calendar_preview(case: Snapshot, *, details: bool = False) -> str:
    """The days in the calendar as lines, the nearest first."""
    found = sorted(_calendar_entries(case, details=details), key=lambda occasion: occasion.day)
    return "\n".join(f"{format_weekday(each.day)}  {each.title}" for each in found)


def _calendar_entries(case: Snapshot, *, details: bool) -> Iterator[CalendarEntry]:
    for deadline in case.deadlines:
        yield _due(deadline, details=details)
    yield CalendarEntry("look-again", next_review_date(case), "Look at your photo settings again", WHAT_TO_DO, ON_THE_DAY)


def _due(deadline: Deadline, *, details: bool) -> CalendarEntry:
    why = sanitize_line(deadline.reason)
    about = f"{why} ({sanitize_line(deadline.id)})\n{WHAT_TO_DO}" if details else WHAT_TO_DO
    return CalendarEntry(
        deadline.id, deadline.due, why if details else "An answer about your photos is due", about, TWO_DAYS_BEFORE
    )


def _event(occasion: CalendarEntry, today: date) -> Event:
    """The event; it keeps its identity from file to file, so that importing a newer one moves it."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{NAME}:{occasion.id}')}@{NAME}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", occasion.day)
    event.add("dtend", add_period(occasion.day, Period(1, "days")))
    event.add("summary", occasion.title)
    event.add("description", occasion.about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", occasion.title)
    alarm.add("trigger", occasion.alarms)
    event.add_component(alarm)
    return event
