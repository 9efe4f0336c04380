"""A shell with job control in a real terminal, and the program in its foreground: what a person's own shell sees of it.

Run as a program it is that shell. Unlike others it mends nothing, so that it shows how the terminal was left.
"""

import os
import re
import signal
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.journeys.terminal import Terminal
from tests.running import PROGRAM, search_path

AT_REST = {b"25": b"h", b"7": b"h"}
"""The modes that are on while nobody has touched them: the cursor is shown, and long lines are wrapped."""
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


class Shell(Terminal):
    """The program, started by a shell that says what became of it when it stops, and again after it was woken."""

    def __init__(self, *words: str, folder: Path, env: Mapping[str, str] | None = None, program: Sequence[str] = PROGRAM) -> None:
        self._heard = 0
        mine = {"PYTHONPATH": search_path(Path(__file__).parents[1])}
        started = (sys.executable, "-m", "tests.shell", *program)
        super().__init__(*words, folder=folder, env={**(env or {}), **mine}, size=(90, 30), program=started)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):  # a program that hangs would outlive the shell
            group = os.tcgetpgrp(self.line)
            if group > 0:  # 0 where nothing is left, and killpg(0) would kill the tests themselves
                os.killpg(group, signal.SIGKILL)
        super().__exit__(kind, error, trace)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program in the foreground, as the window of a terminal or `kill` does."""
        group = os.tcgetpgrp(self.line)
        assert group > 0, "no program is in the foreground"
        os.killpg(group, number)

    def returns(self) -> tuple[int, bool]:
        """Wait for the shell: the program's code or the signal that stopped it, and whether the line is as it was before."""
        sign = b"it returned "
        self.until(lambda _: self.raw.count(sign) > self._heard, "the shell has the terminal again")
        self._heard += 1
        code, line = self.raw.rpartition(sign)[2].split()[:2]
        return int(code), line == b"untouched"

    def wakes(self) -> None:
        """Bring a stopped program to the foreground again, as `fg` does."""
        self.type("\n")

    @property
    def left_on(self) -> set[str]:
        """What was switched on and not off, or off and not on: other screen, mouse, marked pasting, hidden cursor ..."""
        now = {mode: sign for modes, sign in _MODES.findall(self.raw) for mode in modes.split(b";")}
        keys = self.raw.count(b"\x1b[>1u") > self.raw.count(b"\x1b[<u")
        return {mode.decode() for mode, sign in now.items() if sign != AT_REST.get(mode, b"l")} | ({"keys"} if keys else set())

    @property
    def last_words(self) -> str:
        """What was written before the shell spoke last, and after the other screen was left where there was one."""
        return self.raw.rpartition(b"it returned")[0].rpartition(b"\x1b[?1049l")[2].decode()


def main(words: list[str]) -> None:
    """Start a program in the foreground, and say each time that it stops or ends how it left the terminal."""
    for number in (signal.SIGTTOU, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    before = termios.tcgetattr(0)
    job = os.fork()
    if not job:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGTTOU, signal.SIGHUP, signal.SIGINT):  # whatever the tests themselves were told to ignore
            signal.signal(number, signal.SIG_DFL)
        os.execv(words[0], words)
    while True:
        status = os.waitpid(job, os.WUNTRACED)[1]
        os.tcsetpgrp(0, os.getpgrp())
        stopped = os.WIFSTOPPED(status)
        code = 128 + os.WSTOPSIG(status) if stopped else os.waitstatus_to_exitcode(status)
        line = "untouched" if termios.tcgetattr(0) == before else "changed"
        os.write(1, f"\r\nit returned {code} {line}\r\n".encode())
        if not stopped:
            return
        os.read(0, 1)
        os.tcsetpgrp(0, job)
        os.killpg(job, signal.SIGCONT)


if __name__ == "__main__":
    main(sys.argv[1:])
