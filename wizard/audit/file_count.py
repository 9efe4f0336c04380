"""The counting of one file: its runs decoded and handed to the readers of their kinds."""

from dataclasses import dataclass, field

from .decode import MalformedJsonError, decode_chunk, decode_record
from .file_matching import FilePlan
from .json_stream import Chunk
from .kind import RecordReader
from .tally import Tally


@dataclass(slots=True)
class FileCount:
    """What was counted in one file, service by service, how much was not understood, and what stood in the way of the rest."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    understood: int = 0
    skipped: int = 0
    problem: str = ""

    def count_records(self, data: bytes, reader: RecordReader, service: str, *, alone: bool) -> bool:
        """Count the records of a run; False when it was no JSON, because it was cut in the wrong place."""
        try:
            records, lost = decode_record(reader.record, data) if alone else decode_chunk(reader.record, data)
        except MalformedJsonError:
            return False
        self.skipped += lost
        self.understood += len(records)
        if service not in self.tallies:
            self.tallies[service] = Tally()
        reader.count(records, self.tallies[service])
        return True

    def count_chunk(self, run: Chunk, plan: FilePlan) -> None:
        """Count a run of a file."""
        run.held = self.count_records(run.data, plan.readers[run.key], plan.services[run.key], alone=run.is_single)
