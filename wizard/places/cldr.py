"""Names of places in all languages and numbers of inhabitants, from the table `cldr.tsv` (data of the Unicode CLDR)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("cldr.tsv")


class CldrRow(NamedTuple):
    """A code with its names. The code is alpha-2, ISO 3166-2, or a reserved one such as `IC`; `people` is 0 if unknown."""

    code: str
    people: int
    names: list[str]


def cldr_rows() -> Iterator[CldrRow]:
    """Yield the rows of the table, sorted by code; none if it is missing. Every call reads the file."""
    for line in _lines():
        code, people, *names = line.split("\t")
        yield CldrRow(code, int(people or 0), names)


def inhabitants() -> Mapping[str, int]:
    """Return the number of inhabitants by alpha-2 code. Takes a few milliseconds: the names are not looked at."""
    fields = (line.split("\t", 2) for line in _lines() if line[2] == "\t")
    return {code: int(people) for code, people, _ in fields if people}


def _lines() -> list[str]:
    try:
        text = TABLE.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [line for line in text.split("\n") if line and line[0] != "#"]
