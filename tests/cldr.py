"""The names of countries in all languages and their numbers of inhabitants, from the data of the Unicode CLDR.

    make cldr

Nothing else writes `wizard/places/cldr.tsv`. The names come from three packages of the npm registry, which also have short and
other usual names, and from Babel, which is often one release ahead.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parents[1] / "wizard" / "places" / "cldr.tsv"
NO_PLACES = {"EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR for groups of countries, for tests and for what is unknown."""
HEADER = """\
# Names of countries and their inhabitants, from the Unicode CLDR {versions}. Written by `make cldr`: do not edit.
# Copyright © 1991-2026 Unicode, Inc. Under the Unicode License V3, see the file LICENSE.
# A row is a code, the number of inhabitants if it is known, and all names in all languages. Other names: content/aliases.csv
"""
Names = dict[str, set[str]]


def main(packages: Path) -> None:
    """Write the table from a folder with the packages of CLDR, by their names."""
    import babel
    from babel.core import get_global

    names: Names = defaultdict(set)
    for code, name in [*_package_names(packages), *_subdivision_names(packages), *_babel_names()]:
        if name.strip() and code not in NO_PLACES:
            names[code].add(" ".join(name.split()))
    people = _people(packages)
    release = json.loads((packages / "cldr-core" / "package.json").read_text(encoding="utf-8"))["version"]
    newer = get_global("cldr")["version"]
    versions = f"{release} and {newer} (by Babel {babel.__version__})"
    rows = ["\t".join((code, people.get(code, ""), *sorted(names[code]))) for code in sorted(names)]
    TABLE.write_text(HEADER.format(versions=versions) + "\n".join(rows) + "\n", encoding="utf-8")


def _package_names(packages: Path) -> Iterator[tuple[str, str]]:
    """All names of countries: `GB`, and also `GB-alt-short`."""
    for file in sorted(packages.glob("cldr-localenames-full/main/*/territories.json")):
        (locale,) = json.loads(file.read_text(encoding="utf-8"))["main"].values()
        for key, name in locale["localeDisplayNames"]["territories"].items():
            code, _, kind = key.partition("-alt-")
            if len(code) == 2 and kind != "biot":
                yield code, name


def _subdivision_names(packages: Path) -> Iterator[tuple[str, str]]:
    """The names of the parts of countries that CLDR names in most languages, such as Scotland."""
    for file in sorted(packages.glob("cldr-subdivisions-full/subdivisions/*/*.json")):
        names = json.loads(file.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
        yield from ((f"{key[:2]}-{key[2:]}".upper(), name) for key, name in names.items())


def _babel_names() -> Iterator[tuple[str, str]]:
    """The names of countries in each locale of Babel."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    for identifier in sorted(locale_identifiers()):
        for code, name in Locale.parse(identifier).territories.items():
            if len(code) == 2 and code.isalpha():
                yield code, name


def _people(packages: Path) -> dict[str, str]:
    """The number of inhabitants by alpha-2 code."""
    text = (packages / "cldr-core" / "supplemental" / "territoryInfo.json").read_text(encoding="utf-8")
    territories = json.loads(text)["supplemental"]["territoryInfo"]
    return {code: territory["_population"] for code, territory in territories.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
