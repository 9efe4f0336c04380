"""Names and codes of countries and their regions from the ISO standards, read from the data files of pycountry.

The files are opened directly: importing pycountry takes longer than the slowest search.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from .name_index import PlaceName

NAME_FIELDS = ("name", "common_name", "official_name")
TERRITORIES = {
    "CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW",
    "FI-01": "AX",
    "FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT", "FR-BL": "BL", "FR-MF": "MF",
    "FR-NC": "NC", "FR-PF": "PF", "FR-PM": "PM", "FR-TF": "TF", "FR-WF": "WF",
    "NL-AW": "AW", "NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ", "NL-CW": "CW", "NL-SX": "SX",
    "NO-21": "SJ", "NO-22": "SJ",
    "US-AS": "AS", "US-GU": "GU", "US-MP": "MP", "US-PR": "PR", "US-UM": "UM", "US-VI": "VI",
}  # fmt: skip
"""Regions in ISO 3166-2 that are also countries in ISO 3166-1, so that nobody there is given the law of the parent country."""

IsoRow = Mapping[str, str]


def iso_data_folder() -> Path | None:
    """Return the folder of pycountry, or None if it is not installed."""
    from importlib.util import find_spec

    spec = find_spec("pycountry")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0]) if folders else None


def iso_countries() -> list[IsoRow]:
    """Return the 249 countries of ISO 3166-1, with their codes and English names; empty without pycountry."""
    return _rows("3166-1")


def english_names(rows: Iterable[IsoRow], known: Container[str]) -> Iterator[PlaceName]:
    """Yield the English names of the known countries."""
    for row in rows:
        if row["alpha_2"] in known:
            yield from (
                PlaceName(row["alpha_2"], name) for field in NAME_FIELDS if field in row for name in _word_orders(row[field])
            )


def country_codes(rows: Iterable[IsoRow], known: Container[str]) -> dict[str, str]:
    """Return the alpha-2 code by three-letter and numeric code, for the known countries."""
    return {row[kind].casefold(): row["alpha_2"] for row in rows if row["alpha_2"] in known for kind in ("alpha_3", "numeric")}


def withdrawn_codes() -> set[str]:
    """Return the two- and three-letter codes of countries that are gone or are called otherwise now, in lower case."""
    return {row[kind].casefold() for row in _rows("3166-3") for kind in ("alpha_2", "alpha_3")}


def region_names(known: Container[str]) -> Iterator[PlaceName]:
    """Yield the names of the states, Länder and provinces of the known countries."""
    for row in _rows("3166-2"):
        alpha2, region = place_of_region(row["code"])
        if alpha2 in known:
            yield from (PlaceName(alpha2, name, region) for name in _colloquial_name(row["name"]))


def place_of_region(code: str) -> tuple[str, str]:
    """Return the alpha-2 code and the region of a code; the region is "" for a country, also if the code is one of a region."""
    alpha2, _, part = code.partition("-")
    return TERRITORIES.get(code, alpha2), code if part and code not in TERRITORIES else ""


def region_divisions() -> dict[str, int]:
    """Return, by ISO 3166-2 code, into how many regions of the same level the country is divided: 4 for GB-SCT."""
    levels = {row["code"]: (row["code"].partition("-")[0], "parent" in row) for row in _rows("3166-2")}
    counts = Counter(levels.values())
    return {code: counts[level] for code, level in levels.items()}


def _word_orders(name: str) -> list[str]:
    """Return the name, and also `Republic of Korea` for `Korea, Republic of`."""
    head, _, rest = name.partition(", ")
    return [name, f"{rest} {head}"] if rest else [name]


def _colloquial_name(name: str) -> list[str]:
    """Return the everyday names for entries such as `Wales [Cymru GB-CYM]`, `London, City of` and `Guangdong Sheng`."""
    first, _, second = name.removesuffix("]").partition(" [")
    head = first.partition(", ")[0].partition(" (")[0]
    plain = head.removesuffix(" Sheng").removesuffix(" Shi").removesuffix(" oblast")
    second_name = " ".join(word for word in second.split() if not word.isupper())
    return [name for name in dict.fromkeys((plain, first, second_name)) if name]


def _rows(standard: str) -> list[IsoRow]:
    """Return the entries of one standard, such as "3166-1"; empty if the data is not installed."""
    import json

    root = iso_data_folder()
    if root is None:
        return []
    try:
        data = json.loads((root / "databases" / f"iso{standard}.json").read_bytes())
    except FileNotFoundError:
        return []
    rows: list[IsoRow] = data[standard]
    return rows
