"""Things that an export lists several times over and that count once: photos, videos, posts, told apart by their address.

Each mention is one number: 50 bits know the thing within one of 256 shelves (58 in all), 14 say what it is. Eight bytes a
mention, whatever its address, keep memory small where millions are listed.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

PHOTO, VIDEO, OTHER, POST = 1, 2, 3, 4
GPS, CAMERA, PROFILE, COVER, HAS_TEXT = 1, 2, 4, 8, 16
MADE_BY_AI, NAMES_PEOPLE = GPS, CAMERA
"""For a post the first bit says that Meta marked it as made by AI, the second that it names people."""

_SPREAD = 0x9E37_79B9_7F4A_7C15
"""Scatters what resembles each other over all bits."""
_END = b"\1"
"""Keeps addresses apart that end in noughts."""
_FLAG_BITS, _YEAR_BITS = 5, 6
YEAR_AT, KIND_AT, _KEY_AT = _FLAG_BITS, _FLAG_BITS + _YEAR_BITS, 14
_FLAGS, _YEAR, _ABOUT = (1 << _FLAG_BITS) - 1, (1 << _YEAR_BITS) - 1, (1 << _KEY_AT) - 1
_TIDY_FROM = 1 << 20


def pack_attributes(kind: int, year: int, flags: int) -> int:
    """Kind, year and marks of a thing in one number."""
    return kind << KIND_AT | year << YEAR_AT | flags


def unpack_attributes(number: int) -> tuple[int, int, int]:
    """The kind, year and marks in such a number."""
    return number >> KIND_AT, number >> YEAR_AT & _YEAR, number & _FLAGS


class Deduplicator:
    """The things mentioned so far, each under the shelf that its address belongs on."""

    def __init__(self) -> None:
        self.shelves: defaultdict[int, array[int]] = defaultdict(partial(array, "Q"))
        self._since = 0
        self._tidy_at = _TIDY_FROM

    def add(self, addresses: Iterable[str], numbers: Iterable[int]) -> None:
        """Take down that things at these addresses were listed. Raises UnicodeEncodeError for half a character.

        Python's own hash of a text differs from process to process; that of a number does not.
        """
        shelves, number_of = self.shelves, int.from_bytes
        for address, number in zip(addresses, numbers, strict=True):
            known = hash(number_of(address.encode() + _END, "little") * _SPREAD)
            shelves[known & 0xFF].append((known << 6 & 0xFFFF_FFFF_FFFF_C000) | number)

    def packed(self) -> dict[int, bytes]:
        """The shelves as they travel between processes."""
        return {number: shelf.tobytes() for number, shelf in self.shelves.items()}

    def merge(self, shelves: Mapping[int, bytes]) -> None:
        """Add the packed shelves of another one."""
        for number, theirs in shelves.items():
            self.shelves[number].frombytes(theirs)
            self._since += len(theirs) // 8
        if self._since > self._tidy_at:
            self._compact()

    def _compact(self) -> None:
        """Forget what was mentioned twice in the same way; wait longer each time, so that the effort stays small."""
        for number, shelf in self.shelves.items():
            self.shelves[number] = array("Q", set(shelf))
        self._since = 0
        self._tidy_at = max(_TIDY_FROM, sum(map(len, self.shelves.values())) // 2)

    def distinct_counts(self) -> Counter[int]:
        """How many different things there are of each number that `about` makes."""
        found: Counter[int] = Counter()
        for shelf in self.shelves.values():
            mentions = set(shelf)
            if len({each >> _KEY_AT for each in mentions}) < len(mentions):
                found.update(_merge_mentions(sorted(mentions)))
            else:
                found.update([each & _ABOUT for each in mentions])
        return found


def _merge_mentions(mentions: Iterable[int]) -> Iterable[int]:
    """Several mentions of one thing in one: the surest kind, the earliest year that is known, all marks."""
    known: dict[int, int] = {}
    for each in mentions:
        key, new = each >> _KEY_AT, each & _ABOUT
        known[key] = _both(known[key], new) if key in known else new
    return known.values()


def _both(one: int, other: int) -> int:
    kind, year, flags = unpack_attributes(one)
    kind2, year2, flags2 = unpack_attributes(other)
    years = [each for each in (year, year2) if each]
    return pack_attributes(min(kind, kind2), min(years, default=0), flags | flags2)
