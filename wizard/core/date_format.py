"""Format dates in words, the same everywhere and independent of the locale."""

from datetime import date

from wizard.i18n import N_, _

MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def format_date(value: date) -> str:
    """Return a date in words: "23 Nov 2026"."""
    return _("{day} {month} {year}", day=value.day, month=_(MONTHS[value.month - 1]), year=value.year)


def format_weekday(value: date) -> str:
    """Return a date with its weekday: "Mon 23 Nov 2026"."""
    return _("{weekday} {date}", weekday=_(DAYS[value.weekday()]), date=format_date(value))
