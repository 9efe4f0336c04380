"""What the computer's settings say about where a person lives: a guess to be confirmed, never an answer."""

import re
from collections.abc import Mapping

from .time_zones import zone_countries

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
DEFAULTS = frozenset({"en_US", "en_DK"})
"""Locales that people all over the world have without living there: the default, and English with international dates."""


def guess_country(env: Mapping[str, str], zone: str | None, regimes: Mapping[str, str]) -> str | None:
    """The alpha-2 code of the country that locale and time zone suggest.

    None where they say nothing, or where they point to different regimes (`regimes` names the one of each known place).
    """
    zones = zone_countries()
    by_zone, by_locale = zones.get(zone or ""), locale_country(env)
    known = [alpha2 for alpha2 in (by_zone, by_locale) if alpha2 and alpha2 in regimes]
    if len({regimes[alpha2] for alpha2 in known}) != 1:
        return None
    # A zone says where the clock is, a locale often only which language is spoken. But a place without a
    # zone of its own (Kosovo keeps the time of Belgrade) can be known by its locale alone.
    return known[0] if by_locale in zones.values() else known[-1]


def locale_country(env: Mapping[str, str]) -> str | None:
    """The country in the first locale setting that names one: `de_AT.UTF-8` does, `de`, `C` and the default `en_US` do not."""
    for variable in LOCALE_VARIABLES:
        locale = re.split("[.@]", env.get(variable, ""), maxsplit=1)[0].replace("-", "_")
        parts = locale.split("_")[1:]
        country = next((part.upper() for part in parts if re.fullmatch("[A-Za-z]{2}", part)), None)
        if country and f"{locale.split('_')[0].lower()}_{country}" not in DEFAULTS:
            return country
    return None
