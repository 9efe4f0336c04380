"""Show the progress of a long task in one line on the terminal, which is cleared at the end."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import TextIO

from wizard.core.transfer_progress import TransferProgress
from wizard.i18n import _

from .terminal import prefers_line_mode

FROM = 0.5
"""Seconds after which the line is first shown."""
EVERY = 0.2
"""Seconds between two updates of the line."""


class ProgressLine(AbstractContextManager["ProgressLine"]):
    """Shows how many bytes are done and how long the rest takes. Without a stream it shows nothing."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._started_at = self._shown_at = monotonic()
        self._done, self._is_scanning = 0, False

    @classmethod
    def for_stream(cls, stream: TextIO, env: Mapping[str, str]) -> "ProgressLine":
        """Return a progress line that shows itself only if the stream can redraw a line and is not read aloud."""
        return cls(stream if stream.isatty() and not prefers_line_mode(env) else None)

    def update(self, done: int, total: int) -> None:
        """Update the line. `done` and `total` are bytes; `total` is 0 while the size is still unknown."""
        now = monotonic()
        if done < self._done or (self._is_scanning and total):
            self._started_at = now  # another export begins, or scanning is over and reading begins
        self._done, self._is_scanning = done, not total
        if self._stream and now - self._started_at > FROM and now - self._shown_at > EVERY:
            self._shown_at = now
            self._stream.write(f"\r\x1b[K{progress_text(TransferProgress(done, total, now - self._started_at))}")
            self._stream.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def progress_text(progress: TransferProgress) -> str:
    """Return the line, such as "Reading: 45%, 117 of 260 MB, about 3 s left. Ctrl+C stops."."""
    if not progress.total:
        return _("Looking at what is in it. Ctrl+C stops.")
    percent, sizes, time_left = progress.percent, progress.sizes, progress.time_left
    if not time_left:
        return _("Reading: {percent}%, {sizes}. Ctrl+C stops.", percent=percent, sizes=sizes)
    return _("Reading: {percent}%, {sizes}, {time_left}. Ctrl+C stops.", percent=percent, sizes=sizes, time_left=time_left)
