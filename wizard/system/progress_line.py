"""How far a long work has come, in one line on the terminal that is wiped when it is over."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import TextIO

from wizard.core.transfer_progress import SCANNING_MESSAGE, TransferProgress

from .terminal import prefers_line_mode

FROM = 0.5
"""Seconds after which the line is first shown."""
EVERY = 0.2


class ProgressLine(AbstractContextManager["ProgressLine"]):
    """Told of bytes done; says them, and how long the rest takes. Without a terminal it says nothing."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._began = self._shown = monotonic()
        self._done, self._looked = 0, False

    @classmethod
    def for_stream(cls, stream: TextIO, env: Mapping[str, str]) -> "ProgressLine":
        """A watch where a line can be redrawn, and where nobody has it read aloud."""
        return cls(stream if stream.isatty() and not prefers_line_mode(env) else None)

    def update(self, done: int, total: int) -> None:
        """So many bytes are done, of so many; of nought while it is not known how many there are."""
        now = monotonic()
        if done < self._done or (self._looked and total):
            self._began = now  # another export begins, or the reading of what was looked at
        self._done, self._looked = done, not total
        if self._stream and now - self._began > FROM and now - self._shown > EVERY:
            self._shown = now
            self._stream.write(f"\r\x1b[K{progress_text(TransferProgress(done, total, now - self._began))}")
            self._stream.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def progress_text(pace: TransferProgress) -> str:
    """The line: "Reading: 45 %, 117 of 260 MB, about 3 s left. Ctrl+C stops."."""
    if not pace.total:
        return f"{SCANNING_MESSAGE}. Ctrl+C stops."
    return f"Reading: {', '.join(filter(None, (f'{pace.percent} %', pace.sizes, pace.time_left)))}. Ctrl+C stops."
