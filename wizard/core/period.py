"""Count time as laws do: days, working days and calendar months."""

from datetime import date, timedelta

from wizard.i18n import ngettext

from .jurisdiction import Period, TimeLimit

SATURDAY = 5
DECEMBER = 12


def add_period(start: date, period: Period) -> date:
    """Return the last day of a period that begins on `start`; the day of `start` itself does not count.

    One month after 31 January is the last day of February. Never later than `date.max`.
    """
    try:
        return _add_unlimited(start, period)
    except (OverflowError, ValueError):
        return date.max


def _add_unlimited(start: date, period: Period) -> date:
    """Return the last day of the period.

    Raises OverflowError or ValueError if it is later than `date.max`.
    """
    if period.unit == "months":
        months = start.month - 1 + period.number
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, _days_in_month(year, month)))
    if period.unit == "working-days":
        day, left = start, period.number
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < SATURDAY  # public holidays are not known and count as working days
        return day
    return start + timedelta(days=period.number)


def _days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month. The module `calendar` knows it too, but takes 1.3 ms of each start to import."""
    return 31 if month == DECEMBER else (date(year, month + 1, 1) - timedelta(days=1)).day


def roll_to_weekday(day: date) -> date:
    """Return the day itself, or the following Monday if it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


def last_day(limit: TimeLimit, start: date, *, extended: bool = False) -> date:
    """Return the last day of a time limit, which can fall on a weekend.

    The first day that counts follows `start`.
    """
    end = add_period(start, limit.period)
    if extended and limit.extension:
        end = add_period(end, limit.extension)
    return end


def due_date(limit: TimeLimit, start: date, *, extended: bool = False) -> date:
    """Return the day by which a reply is due; a last day on a weekend moves to Monday."""
    return roll_to_weekday(last_day(limit, start, extended=extended))


def format_period(period: Period) -> str:
    """Return a period in words: "1 month", "30 days"."""
    if period.unit == "months":
        return ngettext("{count} month", "{count} months", period.number)
    if period.unit == "working-days":
        return ngettext("{count} working day", "{count} working days", period.number)
    return ngettext("{count} day", "{count} days", period.number)
