"""Count items once that an export lists several times: photos, videos and posts, identified by their URI.

Each mention of an item is kept as one number of 64 bits, whatever the length of its URI. Eight bytes a mention keep the memory
small even if millions are listed.
"""

# The layout of a mention, from the highest bit to the lowest:
#
#   bits 63 to 14   50 bits of the hash of the URI
#   bits 13 to 11   the kind: HIDDEN, PHOTO, VIDEO, OTHER, POST, POST_MOMENT or BARE_POST
#   bits 10 to 5    the year code (see `timestamps`): 0 is unknown, 1 is 2004, 63 is 2066
#   bits  4 to 0    the flags
#
# The lowest 8 bits of the hash select one of 256 buckets and need no room in the number, so 58 bits identify an item.
# Two of n different URIs share all 58 bits with a probability of about n * n / 2**59: below two in a million for a million
# items, below two in ten thousand for ten million. A collision would make a count too small by one. The buckets also keep the
# sets small that `distinct_counts` makes: one at a time is in memory, about 1/256 of all mentions.

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

HIDDEN, PHOTO, VIDEO, OTHER, POST, POST_MOMENT, BARE_POST = range(7)
"""Kinds, in the order of preference: if two mentions of an item differ, the smaller number counts.

HIDDEN is an archived or deleted item, which is not published, whatever other lists say. BARE_POST is a post without media,
known by its moment and words; POST_MOMENT says that a post with media has the same ones, so that both are one post.
"""
GPS, CAMERA, PROFILE, COVER, DEVICE = 1, 2, 4, 8, 16
"""Flags of a photo or video; DEVICE is a number that identifies the phone."""
HAS_TEXT = DEVICE
"""For a post the last bit means that it has words."""
MADE_BY_AI, NAMES_PEOPLE, OWN_MOMENT = GPS, CAMERA, PROFILE
"""For a post the first bit means that Meta marked it as made by AI, the second that it names people, the third that its year is
that of the post itself and not of its first photo or video."""

_MULTIPLIER = 0x9E37_79B9_7F4A_7C15
"""2**64 divided by the golden ratio: spreads similar URIs over all bits of the hash."""
_END = b"\1"
"""Appended to each URI, since the number made of "a" would otherwise equal that of "a" and zero bytes."""
_FLAG_BITS, _YEAR_BITS = 5, 6
YEAR_AT, KIND_AT, _KEY_AT = _FLAG_BITS, _FLAG_BITS + _YEAR_BITS, 14
"""The lowest bit of the year code, of the kind and of the hash."""
_FLAGS, _YEAR, _ATTRIBUTES = (1 << _FLAG_BITS) - 1, (1 << _YEAR_BITS) - 1, (1 << _KEY_AT) - 1
"""Masks."""
_COMPACT_FROM = 1 << 20
"""Minimum number of merged mentions before duplicates are removed."""


def pack_attributes(kind: int, year: int, flags: int) -> int:
    """Return kind, year code and flags of an item in one number of 14 bits."""
    return kind << KIND_AT | year << YEAR_AT | flags


def unpack_attributes(attributes: int) -> tuple[int, int, int]:
    """Return kind, year code and flags from a number made by `pack_attributes`."""
    return attributes >> KIND_AT, attributes >> YEAR_AT & _YEAR, attributes & _FLAGS


class Deduplicator:
    """All mentions of items so far, in buckets by the hash of their URI."""

    def __init__(self) -> None:
        self.buckets: defaultdict[int, array[int]] = defaultdict(partial(array, "Q"))
        self._merged = 0
        self._compact_at = _COMPACT_FROM

    def add(self, uris: Iterable[str], attributes: Iterable[int]) -> None:
        """Add items by URI, each with its packed attributes. Raises UnicodeEncodeError for a URI with a lone surrogate."""
        # `hash` of a text differs from process to process; that of a whole number does not. It is the number modulo 2**61 - 1,
        # so all bytes of the URI count, and the bits 8 to 57 are moved to the bits 14 to 63 of the mention.
        buckets, to_number = self.buckets, int.from_bytes
        for uri, packed in zip(uris, attributes, strict=True):
            key = hash(to_number(uri.encode() + _END, "little") * _MULTIPLIER)
            buckets[key & 0xFF].append((key << 6 & 0xFFFF_FFFF_FFFF_C000) | packed)

    def packed(self) -> dict[int, bytes]:
        """Return the buckets as bytes, to be sent to another process."""
        return {number: bucket.tobytes() for number, bucket in self.buckets.items()}

    def merge(self, packed_buckets: Mapping[int, bytes]) -> None:
        """Add the packed buckets of another deduplicator."""
        for number, mentions in packed_buckets.items():
            self.buckets[number].frombytes(mentions)
            self._merged += len(mentions) // 8
        if self._merged > self._compact_at:
            self._compact()

    def _compact(self) -> None:
        """Remove equal mentions. The threshold grows with what is left, so that the cost per mention stays constant."""
        for number, bucket in self.buckets.items():
            self.buckets[number] = array("Q", set(bucket))
        self._merged = 0
        self._compact_at = max(_COMPACT_FROM, sum(map(len, self.buckets.values())) // 2)

    def distinct_counts(self) -> Counter[int]:
        """Return the number of different items for each combination of packed attributes."""
        counts: Counter[int] = Counter()
        for bucket in self.buckets.values():
            mentions = set(bucket)
            if len({mention >> _KEY_AT for mention in mentions}) < len(mentions):
                counts.update(_merge_mentions(sorted(mentions)))
            else:  # the usual case: no item was mentioned with different attributes
                counts.update([mention & _ATTRIBUTES for mention in mentions])
        return counts


def _merge_mentions(mentions: Iterable[int]) -> Iterable[int]:
    """Return the attributes of each item, merged from all of its mentions."""
    known: dict[int, int] = {}
    for mention in mentions:
        key, attributes = mention >> _KEY_AT, mention & _ATTRIBUTES
        known[key] = _merge_attributes(known[key], attributes) if key in known else attributes
    return known.values()


def _merge_attributes(first: int, second: int) -> int:
    """Return the preferred kind, the year and all flags of both. A post's own moment wins, otherwise the earliest known year."""
    kind1, year1, flags1 = unpack_attributes(first)
    kind2, year2, flags2 = unpack_attributes(second)
    if kind1 == kind2 == POST and (flags1 ^ flags2) & OWN_MOMENT:
        year1 = year2 = (year1 if flags1 & OWN_MOMENT else year2) or year1 or year2
    known_years = [year for year in (year1, year2) if year]
    return pack_attributes(min(kind1, kind2), min(known_years, default=0), flags1 | flags2)
