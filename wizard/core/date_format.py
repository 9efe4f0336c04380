"""Format dates in words, the same everywhere and independent of the locale."""

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def format_date(value: date) -> str:
    """Return a date in words: "23 Nov 2026"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def format_weekday(value: date) -> str:
    """Return a date with its weekday: "Mon 23 Nov 2026"."""
    return f"{_DAYS[value.weekday()]} {format_date(value)}"
