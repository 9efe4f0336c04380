"""The counting of one file: its runs decoded and handed to the readers of their kinds."""

from dataclasses import dataclass, field

from .decode import Mangled, decode_one, decode_run
from .kind import Reader
from .paths import Plan
from .stream import Run
from .tally import Tally


@dataclass(slots=True)
class Count:
    """What was counted in one file, service by service, how much was not understood, and what stood in the way of the rest."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    understood: int = 0
    lost: int = 0
    trouble: str = ""

    def take(self, data: bytes, reader: Reader, service: str, *, alone: bool) -> bool:
        """Count the records of a run; False when it was no JSON, because it was cut in the wrong place."""
        try:
            records, lost = decode_one(reader.record, data) if alone else decode_run(reader.record, data)
        except Mangled:
            return False
        self.lost += lost
        self.understood += len(records)
        if service not in self.tallies:
            self.tallies[service] = Tally()
        reader.count(records, self.tallies[service])
        return True

    def take_run(self, run: Run, plan: Plan) -> None:
        """Count a run of a file."""
        run.held = self.take(run.data, plan.readers[run.key], plan.services[run.key], alone=run.alone)
