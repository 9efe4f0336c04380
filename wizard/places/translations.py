"""What countries are called in some 150 languages: the message catalogues that pycountry brings along."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from .iso import NAME_FIELDS, IsoRow, iso_data_folder
from .name_folding import fold_names
from .name_index import PlaceName

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
_MINORITY = 3
"""A name that is given to one country three times as often as to another is the first one's: catalogues err too."""


def translations(rows: Iterable[IsoRow], known: Container[str]) -> Iterator[tuple[str, PlaceName]]:
    """The names of the known countries in all languages, folded and as they are, without the slips of single catalogues."""
    english = {row[field].encode(): row["alpha_2"] for row in rows for field in NAME_FIELDS if field in row}
    first: dict[str, PlaceName] = {}
    votes: dict[str, int] = {}
    rivals: dict[tuple[str, str], list[str]] = {}
    root = iso_data_folder()
    for path in sorted(root.glob("locales/*/LC_MESSAGES/iso3166-1.mo")) if root else ():
        countries, names = _called(path.read_bytes(), english)
        for key, alpha2, name in zip(fold_names(names), countries, names, strict=True):
            if key not in first:
                first[key], votes[key] = PlaceName(alpha2, name), 1
            elif first[key].alpha2 == alpha2:
                votes[key] += 1
            else:
                rivals.setdefault((key, alpha2), []).append(name)
    most = {key: votes[key] for key, _ in rivals}
    for (key, _), given in rivals.items():
        most[key] = max(most[key], len(given))
    later = ((key, PlaceName(alpha2, given[0]), len(given)) for (key, alpha2), given in rivals.items())
    for key, entry, count in chain(((key, entry, votes[key]) for key, entry in first.items()), later):
        if entry.alpha2 in known and count * _MINORITY > most.get(key, 0):
            yield key, entry


def _called(catalogue: bytes, english: Mapping[bytes, str]) -> tuple[list[str], list[str]]:
    """The countries that a compiled gettext catalogue names, and what it calls them, one for one.

    The standard library's reader needs several times as long, because it prepares everything for printing.
    """
    from struct import unpack_from

    order = "<" if catalogue.startswith(_LITTLE_ENDIAN) else ">"
    count, originals, translated = unpack_from(f"{order}3I", catalogue, 8)
    spans = unpack_from(f"{order}{2 * count}I", catalogue, originals)
    to_spans = unpack_from(f"{order}{2 * count}I", catalogue, translated)
    countries, names = [], []
    for length, start, to_length, to_start in zip(spans[::2], spans[1::2], to_spans[::2], to_spans[1::2], strict=True):
        if alpha2 := english.get(catalogue[start : start + length]):
            countries.append(alpha2)
            names.append(catalogue[to_start : to_start + to_length].replace(b"\n", b" "))
    return countries, b"\n".join(names).decode(errors="replace").split("\n")[: len(names)]
