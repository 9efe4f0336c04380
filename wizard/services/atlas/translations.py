"""What countries are called in some 150 languages: the message catalogues that pycountry brings along."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from .index import Entry
from .iso import NAME_FIELDS, Row, folder
from .spelling import fold_all

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
_MINORITY = 3
"""A name that is given to one country three times as often as to another is the first one's: catalogues err too."""

Claim = tuple[str, str]


def translations(rows: Iterable[Row], known: Container[str]) -> Iterator[tuple[str, Entry]]:
    """The names of the known countries in all languages, folded and as they are, without the slips of single catalogues."""
    english = {
        row[field].encode(): row["alpha_2"] for row in rows for field in NAME_FIELDS if field in row and row["alpha_2"] in known
    }
    root = folder()
    counts: dict[Claim, int] = {}
    spellings: dict[Claim, str] = {}
    for path in sorted(root.glob("locales/*/LC_MESSAGES/iso3166-1.mo")) if root else ():
        called = _messages(path.read_bytes(), english)
        for key, (alpha2, name) in zip(fold_all([name for _, name in called]), called, strict=True):
            claim = (key, alpha2)
            counts[claim] = counts.get(claim, 0) + 1
            spellings.setdefault(claim, name)
    most: dict[str, int] = {}
    for (key, _), count in counts.items():
        most[key] = max(count, most.get(key, 0))
    for (key, alpha2), name in spellings.items():
        if counts[key, alpha2] * _MINORITY > most[key]:
            yield key, Entry(alpha2, name)


def _messages(catalogue: bytes, english: Mapping[bytes, str]) -> list[tuple[str, str]]:
    """Which country is called what by a compiled gettext catalogue.

    The standard library's reader needs several times as long, because it prepares everything for printing.
    """
    from struct import unpack_from

    order = "<" if catalogue.startswith(_LITTLE_ENDIAN) else ">"
    count, originals, translated = unpack_from(f"{order}3I", catalogue, 8)
    spans = unpack_from(f"{order}{2 * count}I", catalogue, originals)
    to_spans = unpack_from(f"{order}{2 * count}I", catalogue, translated)
    claims = []
    for length, start, to_length, to_start in zip(spans[::2], spans[1::2], to_spans[::2], to_spans[1::2], strict=True):
        if alpha2 := english.get(catalogue[start : start + length]):
            claims.append((alpha2, catalogue[to_start : to_start + to_length].decode(errors='replace').replace('\n', ' ')))
    return claims
