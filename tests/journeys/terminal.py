"""A real terminal for the program: a pseudo-terminal whose screen is drawn by pyte, so that a test sees what a person sees."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import pyte

from tests.running import PROGRAM

WAIT_SECONDS = 20.0
REST_SECONDS = 0.04


class Terminal:
    """The program in a terminal of its own."""

    def __init__(
        self,
        *words: str,
        folder: Path,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (110, 60),
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * size[1]
        self.raw = b""
        self.code: int | None = None
        self.number, self.line = pty.fork()
        if self.number == 0:
            os.chdir(folder)
            os.execve(program[0], [*program, *words], {**os.environ, "TERM": "xterm-256color", **(env or {})})
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.modes = termios.tcgetattr(self.line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.code is None:
            os.kill(self.number, signal.SIGKILL)
            os.waitpid(self.number, 0)
        os.close(self.line)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, down to the last one that has something on it."""
        for number in self._screen.dirty:
            cells = self._screen.buffer[number]
            self._lines[number] = "".join(cells[column].data for column in range(max(cells, default=-1) + 1)).rstrip()
        self._screen.dirty.clear()
        last = max((number for number, line in enumerate(self._lines, 1) if line), default=0)
        return self._lines[:last]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def questions(self) -> int:
        """How many questions were begun: each one asks the terminal to mark what is pasted."""
        return self.raw.count(b"\x1b[?2004h")

    def type(self, keys: str) -> None:
        """Type these keys."""
        os.write(self.line, keys.encode())

    def until(self, holds: Callable[[list[str]], bool], what: str) -> None:
        """Wait until this holds of a screen that has come to rest."""
        deadline = monotonic() + WAIT_SECONDS
        while True:
            came = self._read(REST_SECONDS)
            if not came and holds(self.lines):
                return
            assert came is not None, f"the program ended before {what}:\n{self.text}"
            assert monotonic() < deadline, f"never: {what}\n{self.text}"

    def soon(self, holds: Callable[[list[str]], bool], what: str) -> None:
        """Wait until this holds of the screen, at rest or not: for what no half-drawn screen can pretend."""
        deadline = monotonic() + WAIT_SECONDS
        while not holds(self.lines):
            assert self._read(WAIT_SECONDS) is not None, f"the program ended before {what}:\n{self.text}"
            assert monotonic() < deadline, f"never: {what}\n{self.text}"

    def ends(self) -> int:
        """Wait until the program has ended; its exit code, or the signal's number below nought."""
        deadline = monotonic() + WAIT_SECONDS
        while self._read(REST_SECONDS) is not None:
            assert monotonic() < deadline, f"it never ended:\n{self.text}"
        self.code = os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1])
        return self.code

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.number, number)

    def _read(self, seconds: float) -> bytes | None:
        """What comes within this time; None when nothing will come any more."""
        if not select.select([self.line], [], [], seconds)[0]:
            return b""
        try:
            came = os.read(self.line, 65536)
        except OSError:  # how Linux says that the other side is closed
            return None
        if came:
            self.raw += came
            self._stream.feed(came)
        return came or None
