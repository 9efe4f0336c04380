"""Years in UTC from the different ways in which Meta writes timestamps."""

from bisect import bisect_right
from calendar import timegm
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

FIRST_YEAR = 2004
"""The year in which Facebook was founded; nothing can be older."""
LAST_YEAR = FIRST_YEAR + 62
"""The last year; a mention of an item has six bits for its year code."""
UNKNOWN_YEAR = 0
"""The year code of an impossible or missing timestamp."""
_MILLISECONDS, _MICROSECONDS = 10**11, 10**14
YEAR_STARTS = tuple(timegm((year, 1, 1, 0, 0, 0)) for year in range(FIRST_YEAR, LAST_YEAR + 2))
"""The start of each year in Unix seconds; the code of a year is the number of starts that have passed."""
MAX_TIMESTAMP = len(YEAR_STARTS)
"""The code of a timestamp after the last year, or not in seconds."""


def to_unix_seconds(timestamp: float) -> float:
    """Return a Unix timestamp in seconds, milliseconds or microseconds as seconds."""
    if timestamp > _MICROSECONDS:
        return timestamp / 1_000_000
    return timestamp / 1_000 if timestamp > _MILLISECONDS else timestamp


def year_code(timestamp: float) -> int:
    """Return the year counted from 1 for FIRST_YEAR, or UNKNOWN_YEAR if it is impossible."""
    code = bisect_right(YEAR_STARTS, timestamp)
    if code == MAX_TIMESTAMP:
        code = bisect_right(YEAR_STARTS, to_unix_seconds(timestamp))
    return UNKNOWN_YEAR if code == MAX_TIMESTAMP else code


def year_codes(timestamps: Sequence[float]) -> list[int]:
    """Return the year codes of many timestamps. Faster than one call of `year_code` for each."""
    codes = list(map(partial(bisect_right, YEAR_STARTS), timestamps))
    return codes if MAX_TIMESTAMP not in codes else list(map(year_code, timestamps))


def year_of_code(code: int) -> int:
    """Return the year of a code other than UNKNOWN_YEAR."""
    return FIRST_YEAR + code - 1


def parse_iso_timestamp(text: str) -> float:
    """Return the Unix seconds of an ISO 8601 timestamp, as in exports until 2020; 0 if it is invalid. UTC without a zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return 0
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
