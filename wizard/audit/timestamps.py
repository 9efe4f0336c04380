"""Years in UTC from the many ways in which Meta writes a moment."""

from bisect import bisect_right
from calendar import timegm
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

FIRST_YEAR = 2004
"""The year in which Facebook began; nothing can be older."""
LAST_YEAR = FIRST_YEAR + 62
"""The last year that is told apart; a record of an item has six bits for it."""
UNKNOWN_YEAR = 0
"""What stands for a year that cannot be."""
_MILLISECONDS, _MICROSECONDS = 10**11, 10**14
YEAR_STARTS = tuple(timegm((year, 1, 1, 0, 0, 0)) for year in range(FIRST_YEAR, LAST_YEAR + 2))
"""Where each year begins; how many of them are past is the code of a year."""
MAX_TIMESTAMP = len(YEAR_STARTS)
"""The code of what lies beyond the last year, or is not given in seconds."""


def to_unix_seconds(moment: float) -> float:
    """A moment given in seconds, milliseconds or microseconds since 1970, in seconds."""
    if moment > _MICROSECONDS:
        return moment / 1_000_000
    return moment / 1_000 if moment > _MILLISECONDS else moment


def year_code(moment: float) -> int:
    """The year of a moment, counted from 1 for the first one; ODD where it cannot be."""
    code = bisect_right(YEAR_STARTS, moment)
    if code == MAX_TIMESTAMP:
        code = bisect_right(YEAR_STARTS, to_unix_seconds(moment))
    return UNKNOWN_YEAR if code == MAX_TIMESTAMP else code


def year_codes(moments: Sequence[float]) -> list[int]:
    """The codes of many moments."""
    codes = list(map(partial(bisect_right, YEAR_STARTS), moments))
    return codes if MAX_TIMESTAMP not in codes else list(map(year_code, moments))


def year_of_code(code: int) -> int:
    """The year that a code stands for."""
    return FIRST_YEAR + code - 1


def parse_iso_timestamp(text: str) -> float:
    """The seconds of a moment written in ISO 8601, as exports until 2020 do; 0 where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return 0
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
