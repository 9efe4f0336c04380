"""Count a record once that two versions of one file hold, such as the same path in two parts or in two exports."""

from collections import Counter

import msgspec

from .json_stream import Chunk

_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])


class RecordFilter:
    """Removes the records of later versions that an earlier one holds already; several equal ones in one version all count."""

    def __init__(self) -> None:
        self._counted: Counter[int] = Counter()
        self._in_this_version: Counter[int] = Counter()

    def start_version(self) -> None:
        """Begin with the next version of the file."""
        self._in_this_version.clear()

    def new_records(self, chunk: Chunk) -> Chunk | None:
        """Return the chunk without the records counted before, or None if it has to be rejected."""
        try:
            records = _RAW_LIST.decode(b"[%b]" % chunk.data)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return chunk if chunk.is_single else None
        kept = [bytes(record) for record in records if self._is_new(bytes(record))]
        return Chunk(chunk.key, b",".join(kept))

    def _is_new(self, record: bytes) -> bool:
        key = hash(_without_layout(record))
        self._in_this_version[key] += 1
        if self._in_this_version[key] <= self._counted[key]:
            return False
        self._counted[key] += 1
        return True


def _without_layout(record: bytes) -> bytes:
    """Return the record without white space between its parts, which may differ from one part of an export to the next."""
    try:
        return msgspec.json.format(record, indent=-1)
    except (msgspec.DecodeError, RecursionError):
        return record
