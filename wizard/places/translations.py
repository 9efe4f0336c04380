"""Names of countries in some 150 languages, from the message catalogues of pycountry."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from wizard.core.name_folding import fold_names

from .iso import NAME_FIELDS, IsoRow, iso_data_folder
from .name_index import PlaceName

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
"""The first bytes of a catalogue that a little-endian machine wrote."""
_MINORITY = 3
"""A name that three times as many catalogues give to another country is an error of single catalogues."""


def translations(rows: Iterable[IsoRow], known: Container[str], decided: Container[str] = ()) -> Iterator[tuple[str, PlaceName]]:
    """Yield the names of the known countries in all languages, each with its folded key, without errors of single catalogues.

    Names whose folded keys are already `decided` are left out.
    """
    # Each catalogue that gives a name to a country is a vote for it. Nearly all names belong to one country only, so
    # votes are counted cheaply by name (`first`, `votes`), and only a second country of a name is kept apart (`rivals`).
    # An entry is dropped if another country has at least _MINORITY times as many votes for its name.
    english = {row[field].encode(): row["alpha_2"] for row in rows for field in NAME_FIELDS if field in row}
    first: dict[str, PlaceName] = {}
    votes: dict[str, int] = {}
    rivals: dict[tuple[str, str], list[str]] = {}
    root = iso_data_folder()
    for path in sorted(root.glob("locales/*/LC_MESSAGES/iso3166-1.mo")) if root else ():
        countries, names = _read_catalogue(path.read_bytes(), english)
        for key, alpha2, name in zip(fold_names(names), countries, names, strict=True):
            if key in decided:
                continue
            if key not in first:
                first[key], votes[key] = PlaceName(alpha2, name), 1
            elif first[key].alpha2 == alpha2:
                votes[key] += 1
            else:
                rivals.setdefault((key, alpha2), []).append(name)
    most = {key: votes[key] for key, _ in rivals}
    for (key, _), given in rivals.items():
        most[key] = max(most[key], len(given))
    rival_entries = ((key, PlaceName(alpha2, given[0]), len(given)) for (key, alpha2), given in rivals.items())
    for key, entry, count in chain(((key, entry, votes[key]) for key, entry in first.items()), rival_entries):
        if entry.alpha2 in known and count * _MINORITY > most.get(key, 0):
            yield key, entry


def _read_catalogue(catalogue: bytes, english: Mapping[bytes, str]) -> tuple[list[str], list[str]]:
    """Return the countries in a compiled gettext catalogue and their translated names, one for one.

    The `gettext` module of the standard library takes several times as long, since it decodes every message.
    """
    # Layout of a .mo file: magic number, version, the number of messages, and the offsets of two tables, one for original
    # texts and one for translations. Each table has a length and an offset for each message. All are 32-bit numbers.
    from struct import unpack_from

    order = "<" if catalogue.startswith(_LITTLE_ENDIAN) else ">"
    count, originals, translated = unpack_from(f"{order}3I", catalogue, 8)
    original_table = unpack_from(f"{order}{2 * count}I", catalogue, originals)
    translated_table = unpack_from(f"{order}{2 * count}I", catalogue, translated)
    columns = (original_table[::2], original_table[1::2], translated_table[::2], translated_table[1::2])
    countries, names = [], []
    for length, start, translated_length, translated_start in zip(*columns, strict=True):
        if alpha2 := english.get(catalogue[start : start + length]):
            countries.append(alpha2)
            names.append(catalogue[translated_start : translated_start + translated_length].replace(b"\n", b" "))
    return countries, b"\n".join(names).decode(errors="replace").split("\n")[: len(names)]
