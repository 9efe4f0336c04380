"""Spell out dates, durations and shares for screen readers, in the forms in which the program writes them.

The patterns are made of the translated messages themselves, so that they fit every language.
"""

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter

from wizard.core.date_format import DAY_NAMES, DAYS, MONTH_NAMES, MONTHS, date_message
from wizard.i18n import _, ngettext

_NUMBER = re.compile(r"\d+")
AMOUNT = r"\d{1,9}"
"""The number of hours, minutes or percent; what is longer stands in a text of the user and stays as it is."""


def spell_out(text: str) -> str:
    """Return the text with full names of months and weekdays, and with words for minutes, hours and percent."""
    if not _NUMBER.search(text):
        return text
    weekday_date, first, date = _("{weekday} {date}"), date_message(1), date_message(2)
    months, days = tuple(map(_, MONTHS)), tuple(map(_, DAYS))

    def full_weekday(match: re.Match[str]) -> str:
        return weekday_date.format(weekday=_(DAY_NAMES[days.index(match["weekday"])]), date=match["date"])

    def full_month(match: re.Match[str]) -> str:
        month = _(MONTH_NAMES[months.index(match["month"])])
        return date_message(int(match["day"])).format(day=match["day"], month=month, year=match["year"])

    any_date = f"{_date_expression(first, months)}|{_date_expression(date, months)}"
    text = _pattern(weekday_date, ("weekday", _any_of(days)), ("date", any_date)).sub(full_weekday, text)
    for message in dict.fromkeys((first, date)):
        text = _pattern(message, ("day", r"\d{1,2}"), ("month", _any_of(months)), ("year", r"\d{4}")).sub(full_month, text)
    text = _pattern(_("{hours} h"), ("hours", AMOUNT)).sub(_full_hours, text)
    text = _pattern(_("{minutes} min"), ("minutes", AMOUNT)).sub(_full_minutes, text)
    return _pattern(_("{percent}%"), ("percent", AMOUNT), is_loose=True).sub(_full_percent, text)


def _full_hours(match: re.Match[str]) -> str:
    return ngettext("{count} hour", "{count} hours", int(match["hours"]))


def _full_minutes(match: re.Match[str]) -> str:
    return ngettext("{count} minute", "{count} minutes", int(match["minutes"]))


def _full_percent(match: re.Match[str]) -> str:
    return ngettext("{count} percent", "{count} percent", int(match["percent"]))


def _any_of(names: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, names))


def _date_expression(date: str, months: tuple[str, ...]) -> str:
    """Return the expression of a date without names of groups, to stand within another one."""
    return _expression(date, {"day": r"\d{1,2}", "month": _any_of(months), "year": r"\d{4}"}, has_groups=False)


@cache
def _pattern(message: str, *values: tuple[str, str], is_loose: bool = False) -> re.Pattern[str]:
    """Return the pattern of a message with these values. Cached, because it is needed for every line.

    `is_loose` allows a space before each part of the message that follows a value.
    """
    expression = _expression(message, dict(values), has_groups=True, is_loose=is_loose)
    starts = r"(?<!\w)" if message.startswith("{") else ""
    ends = r"(?!\w)" if message.endswith("}") or message[-1:].isalnum() else ""
    return re.compile(f"{starts}{expression}{ends}")


def _expression(message: str, values: Mapping[str, str], *, has_groups: bool, is_loose: bool = False) -> str:
    parts: list[str] = []
    for literal, name, _format, _conversion in Formatter().parse(message):
        between = " ?" if is_loose and literal and parts else ""
        group = f"(?P<{name}>{values[name]})" if has_groups and name else f"(?:{values[name]})" if name else ""
        parts.append(f"{between}{re.escape(literal)}{group}")
    return "".join(parts)
