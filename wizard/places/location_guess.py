"""Guess the country from the computer's settings. The user confirms the guess; it is never taken as an answer."""

import re
from collections.abc import Mapping

from .time_zones import zone_countries

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
DEFAULTS = frozenset({"en_US", "en_DK"})
"""Locales that are used all over the world: the default, and English with international dates."""


def guess_country(env: Mapping[str, str], zone: str | None, regimes: Mapping[str, str]) -> str | None:
    """Return the alpha-2 code of the country that locale and time zone suggest.

    None if they say nothing, or if they point to different regimes. `regimes` maps each known country to its regime.
    """
    zones = zone_countries()
    by_zone, by_locale = zones.get(zone or ""), locale_country(env)
    known = [alpha2 for alpha2 in (by_zone, by_locale) if alpha2 and alpha2 in regimes]
    if len({regimes[alpha2] for alpha2 in known}) != 1:
        return None
    # The time zone is preferred: a locale often only says which language the user speaks. But a country without a
    # zone of its own (Kosovo uses the zone of Belgrade) can only be recognised by the locale.
    return known[0] if by_locale in zones.values() else known[-1]


def locale_country(env: Mapping[str, str]) -> str | None:
    """Return the country of the first locale variable that names one: not `de`, `C` or the default `en_US`, but `de_AT.UTF-8`."""
    for variable in LOCALE_VARIABLES:
        locale = re.split("[.@]", env.get(variable, ""), maxsplit=1)[0].replace("-", "_")
        parts = locale.split("_")[1:]
        country = next((part.upper() for part in parts if re.fullmatch("[A-Za-z]{2}", part)), None)
        if country and f"{locale.split('_')[0].lower()}_{country}" not in DEFAULTS:
            return country
    return None
