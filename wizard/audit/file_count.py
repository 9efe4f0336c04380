"""Counting of one file: its chunks are decoded and handed to the record readers of their lists."""

from dataclasses import dataclass, field

from .decode import MalformedJsonError, decode_chunk, decode_record, drop_unknown_records
from .file_matching import FilePlan
from .json_stream import Chunk
from .kind import RecordReader
from .tally import Tally


@dataclass(slots=True)
class FileCount:
    """The counts of one file by service, the number of records understood and skipped, and the read problem, if any."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    understood: int = 0
    skipped: int = 0
    lost: int = 0
    """How many of the skipped records have no known field, as in a form that is not known here."""
    problem: str = ""
    """The code why the rest of the file could not be read, as in `read_problems`; "" if it was read to the end."""
    reason: str = ""
    """What the system said of the problem, if anything."""

    def count_records(self, data: bytes, reader: RecordReader, service: str, *, is_single: bool) -> bool:
        """Count the records in `data`. Returns False, and counts nothing, if a chunk of several is not valid JSON."""
        try:
            records, skipped = decode_record(reader.record, data) if is_single else decode_chunk(reader.record, data)
        except MalformedJsonError:
            return False
        if reader.needs_fields and reader.blank in records:
            records, lost = drop_unknown_records(reader.record, data)
            skipped += lost
            self.lost += lost
        self.skipped += skipped
        self.understood += len(records)
        if service not in self.tallies:
            self.tallies[service] = Tally()
        reader.count(records, self.tallies[service])
        return True

    def count_chunk(self, chunk: Chunk, plan: FilePlan) -> bool:
        """Count a chunk with the reader of its list. Returns False, and counts nothing, if it has to be rejected."""
        return self.count_records(chunk.data, plan.readers[chunk.key], plan.services[chunk.key], is_single=chunk.is_single)
