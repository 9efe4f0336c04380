"""What the ISO standards call the countries and their parts, read from the files that pycountry brings along.

The files are opened directly: importing pycountry takes longer than the longest search.
"""

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
"""Parts of a country that are a place of their own, so that nobody there gets the law of the parent."""

IsoRow = Mapping[str, str]


def iso_data_folder() -> Path | None:
    """The folder of pycountry's data, or None where there is none."""
    from importlib.util import find_spec

    spec = find_spec("pycountry")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def iso_countries() -> list[IsoRow]:
    """The 249 countries of ISO 3166-1, with their codes and English names."""
    return _rows("3166-1")


def english_names(rows: Iterable[IsoRow], known: Container[str]) -> Iterator[PlaceName]:
    """The English names of the countries that are known here."""
    for row in rows:
        if row["alpha_2"] in known:
            yield from (
                PlaceName(row["alpha_2"], name) for field in NAME_FIELDS if field in row for name in _in_order(row[field])
            )


def country_codes(rows: Iterable[IsoRow], known: Container[str]) -> dict[str, str]:
    """The three-letter and the numeric codes of the countries that are known here."""
    return {row[kind].casefold(): row["alpha_2"] for row in rows if row["alpha_2"] in known for kind in ("alpha_3", "numeric")}


def region_names(known: Container[str]) -> Iterator[PlaceName]:
    """The names of the states, Länder and provinces of the countries that are known here."""
    for row in _rows("3166-2"):
        id = row["code"]
        alpha2, region = (TERRITORIES[id], "") if id in TERRITORIES else (id.partition("-")[0], id)
        if alpha2 in known:
            yield from (PlaceName(alpha2, name, region) for name in _colloquial_name(row["name"]))


def _in_order(name: str) -> list[str]:
    """The name, and `Republic of Korea` for `Korea, Republic of`."""
    head, _, rest = name.partition(", ")
    return [name, f"{rest} {head}"] if rest else [name]


def _colloquial_name(name: str) -> list[str]:
    """What people say for `Wales [Cymru GB-CYM]`, `London, City of` and `Guangdong Sheng`."""
    first, _, second = name.removesuffix("]").partition(" [")
    head = first.partition(", ")[0].partition(" (")[0]
    plain = head.removesuffix(" Sheng").removesuffix(" Shi").removesuffix(" oblast")
    other = " ".join(word for word in second.split() if not word.isupper())
    return [name for name in dict.fromkeys((plain, first, other)) if name]


def _rows(standard: str) -> list[IsoRow]:
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
