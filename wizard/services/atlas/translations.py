"""What countries are called in some 150 languages: the message catalogues that pycountry brings along."""

from collections.abc import Container, Iterable, Iterator, Mapping

from .index import Entry
from .iso import NAME_FIELDS, Row, folder
from .spelling import fold_all

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
_MINORITY = 3
"""A name that is given to one country three times as often as to another is the first one's: catalogues err too."""


def translations(rows: Iterable[Row], known: Container[str]) -> Iterator[tuple[str, Entry]]:
    """The names of the known countries in all languages, folded and as they are, without the slips of single catalogues."""
    english = {row[field].encode(): row["alpha_2"] for row in rows for field in NAME_FIELDS if field in row}
    first: dict[str, Entry] = {}
    votes: dict[str, int] = {}
    rivals: dict[tuple[str, str], list[Entry]] = {}
    root = folder()
    for path in sorted(root.glob("locales/*/LC_MESSAGES/iso3166-1.mo")) if root else ():
        entries = [entry for entry in _entries(path.read_bytes(), english) if entry.alpha2 in known]
        for key, entry in zip(fold_all([entry.name for entry in entries]), entries, strict=True):
            if first.setdefault(key, entry).alpha2 == entry.alpha2:
                votes[key] = votes.get(key, 0) + 1
            else:
                rivals.setdefault((key, entry.alpha2), []).append(entry)
    most = {key: votes[key] for key, _ in rivals}
    for (key, _), group in rivals.items():
        most[key] = max(most[key], len(group))
    yield from ((key, entry) for key, entry in first.items() if votes[key] * _MINORITY > most.get(key, 0))
    yield from ((key, group[0]) for (key, _), group in rivals.items() if len(group) * _MINORITY > most[key])


def _entries(catalogue: bytes, english: Mapping[bytes, str]) -> Iterator[Entry]:
    """The names that a compiled gettext catalogue gives to countries.

    The standard library's reader needs several times as long, because it prepares everything for printing.
    """
    from struct import unpack_from

    order = "<" if catalogue.startswith(_LITTLE_ENDIAN) else ">"
    count, originals, translated = unpack_from(f"{order}3I", catalogue, 8)
    spans = unpack_from(f"{order}{2 * count}I", catalogue, originals)
    to_spans = unpack_from(f"{order}{2 * count}I", catalogue, translated)
    for length, start, to_length, to_start in zip(spans[::2], spans[1::2], to_spans[::2], to_spans[1::2], strict=True):
        original, name = catalogue[start : start + length], catalogue[to_start : to_start + to_length]
        if original in english and name != original:
            yield Entry(english[original], name.decode(errors="replace").replace("\n", " "))
