"""Counting time as laws do: days, working days and calendar months."""

from calendar import monthrange
from datetime import date, timedelta

from .jurisdiction import (
    Period,
    TimeLimit,
)

SATURDAY = 5


def add_period(start: date, period: Period) -> date:
    """The last day of a period that begins to run on `start`: 31 January and one month is the last day of February.

    It never ends after the last day that a calendar knows.
    """
    try:
        return _after(start, period)
    except (OverflowError, ValueError):
        return date.max


def _after(start: date, period: Period) -> date:
    if period.unit == "months":
        months = start.month - 1 + period.number
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    if period.unit == "working-days":
        day, left = start, period.number
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < SATURDAY
        return day
    return start + timedelta(days=period.number)


def roll_to_weekday(day: date) -> date:
    """The day itself, or the Monday that follows where it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


def last_day(clock: TimeLimit, start: date, *, extended: bool = False) -> date:
    """The day on which a time limit ends, be it a Sunday. The first day that counts is the one after the letter came in."""
    end = add_period(start, clock.period)
    if extended and clock.extension:
        end = add_period(end, clock.extension)
    return end


def due_date(clock: TimeLimit, start: date, *, extended: bool = False) -> date:
    """The day by which an answer is owed; a last day on a weekend moves to Monday."""
    return roll_to_weekday(last_day(clock, start, extended=extended))


def format_period(period: Period) -> str:
    """A period in words: "1 month", "30 days"."""
    unit = period.unit.replace("-", " ")
    return f"{period.number} {unit[:-1] if period.number == 1 else unit}"
