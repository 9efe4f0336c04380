"""The time zone of this computer, and the country of each time zone."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

SYSTEM = Path("/usr/share/zoneinfo")
ZONE_ALIASES = {
    "AR": "America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy America/Mendoza America/Rosario",
    "AU": "Australia/ACT Australia/Canberra Australia/LHI Australia/NSW Australia/North Australia/Queensland "
    "Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Australia/Currie",
    "BD": "Asia/Dacca",
    "BR": "America/Porto_Acre Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West",
    "BT": "Asia/Thimbu",
    "CA": "America/Montreal America/Nipigon America/Pangnirtung America/Rainy_River America/Thunder_Bay America/Yellowknife "
    "America/Coral_Harbour Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific "
    "Canada/Saskatchewan Canada/Yukon",
    "CL": "Chile/Continental Chile/EasterIsland",
    "CN": "Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Kashgar PRC",
    "CU": "Cuba",
    "CY": "Europe/Nicosia",
    "EG": "Egypt",
    "ER": "Africa/Asmera",
    "FM": "Pacific/Ponape Pacific/Truk Pacific/Yap",
    "FO": "Atlantic/Faeroe",
    "GB": "GB GB-Eire Europe/Belfast",
    "GL": "America/Godthab",
    "HK": "Hongkong",
    "ID": "Asia/Ujung_Pandang",
    "IE": "Eire",
    "IL": "Asia/Tel_Aviv Israel",
    "IN": "Asia/Calcutta",
    "IR": "Iran",
    "IS": "Iceland",
    "JM": "Jamaica",
    "JP": "Japan",
    "KI": "Pacific/Enderbury",
    "KR": "ROK",
    "LY": "Libya",
    "MD": "Europe/Tiraspol",
    "MH": "Kwajalein",
    "ML": "Africa/Timbuktu",
    "MM": "Asia/Rangoon",
    "MN": "Asia/Ulan_Bator Asia/Choibalsan",
    "MO": "Asia/Macao",
    "MX": "America/Ensenada America/Santa_Isabel Mexico/BajaNorte Mexico/BajaSur Mexico/General",
    "NP": "Asia/Katmandu",
    "NZ": "NZ NZ-CHAT",
    "PL": "Poland",
    "PT": "Portugal",
    "SG": "Singapore",
    "SJ": "Atlantic/Jan_Mayen",
    "TM": "Asia/Ashkhabad",
    "TR": "Asia/Istanbul Turkey",
    "TW": "ROC",
    "UA": "Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye",
    "US": "America/Atka America/Fort_Wayne America/Indianapolis America/Knox_IN America/Louisville America/Shiprock Navajo "
    "US/Alaska US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain "
    "US/Pacific Pacific/Johnston",
    "VI": "America/Virgin",
    "VN": "Asia/Saigon",
    "AS": "Pacific/Samoa US/Samoa",
}
"""Old names of zones that systems still use. Links of the zone database cannot be used: they would merge countries."""


def local_time_zone(env: Mapping[str, str] = os.environ, root: Path = Path("/")) -> str | None:
    """Return the name of this computer's time zone, such as `Europe/Vienna`; None if the system does not say."""
    named = env.get("TZ", "").removeprefix(":")
    if named and named != "/etc/localtime":
        return _zone_in(named) or named
    try:
        # Only one link is read: Europe/Oslo may itself be a link to Europe/Berlin.
        if zone := _zone_in((root / "etc/localtime").readlink().as_posix()):
            return zone
    except OSError:
        pass  # a copy instead of a link, or Windows
    try:
        return (root / "etc/timezone").read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _zone_in(path: str) -> str | None:
    """Return the zone of a path into a zone database, or None for another path."""
    _, database, zone = path.partition("zoneinfo/")
    return zone.removeprefix("posix/").removeprefix("right/") if database else None


@cache
def zone_countries() -> Mapping[str, str]:
    """Return the alpha-2 code by time zone; empty if this computer has no zone database. Read once."""
    for path in _tables():
        try:
            return parse_zone_table(path.read_text(encoding="utf-8").splitlines())
        except OSError:
            continue
    return {}


def parse_zone_table(lines: Iterable[str]) -> dict[str, str]:
    """Return the alpha-2 code by time zone, from the lines of a zone.tab and for the old names of zones.

    zone1970.tab cannot be used: it assigns one zone to several countries.
    """
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    aliases = {zone: country for country, zones in ZONE_ALIASES.items() for zone in zones.split()}
    return aliases | {row[2].strip(): row[0] for row in rows if len(row) > 2}


def _tables() -> list[Path]:
    """Return the possible paths of zone.tab: in the package tzdata, which is the same everywhere, or in the system."""
    from importlib.util import find_spec

    spec = find_spec("tzdata")
    packages = list(spec.submodule_search_locations or ()) if spec else []
    return [*(Path(package) / "zoneinfo" / "zone.tab" for package in packages), SYSTEM / "zone.tab"]
