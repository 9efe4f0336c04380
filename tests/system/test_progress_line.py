"""How far the reading of an export has come, on a terminal."""

from io import StringIO

import pytest

from wizard.core.transfer_progress import TransferProgress
from wizard.system import progress_line
from wizard.system.progress_line import ProgressLine, progress_text

EYES = {"TERM": "xterm"}


class Terminal(StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moments at which the watch looks at the clock, one after the other."""
    moments = [0.0]
    monkeypatch.setattr(progress_line, "monotonic", lambda: moments.pop(0))
    return moments


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (TransferProgress(117_000_000, 260_000_000, 2.5), "Reading: 45%, 117 of 260 MB, about 3 s left. Ctrl+C stops."),
        (TransferProgress(117_000_000, 260_000_000, 0.1), "Reading: 45%, 117 of 260 MB. Ctrl+C stops."),
        (TransferProgress(1_200_000_000, 30_000_000_000, 10), "Reading: 4%, 1.2 of 30.0 GB, about 4 min left. Ctrl+C stops."),
        (TransferProgress(0, 0, 1), "Looking at what is in it. Ctrl+C stops."),
    ],
)
def test_what_is_said(pace: TransferProgress, words: str) -> None:
    """The share, the bytes, the time that is left, and how to stop."""
    assert progress_text(pace) == words


def test_one_line_that_is_wiped(at: list[float]) -> None:
    """Shown after half a second, then now and then, and gone in the end."""
    at += [0.1, 0.6, 0.7, 1.0]
    said = Terminal()
    with ProgressLine.for_stream(said, EYES) as on:
        for done in (1, 2, 3, 4):
            on.update(done, 4)
    shown = said.getvalue().split("\r\x1b[K")
    assert [each[:13] for each in shown] == ["", "Reading: 50%,", "Reading: 100%", ""]


def test_a_second_export_begins_anew(at: list[float]) -> None:
    """Its time left is its own."""
    at += [10.0, 10.1, 10.2, 11.1]
    said = Terminal()
    with ProgressLine.for_stream(said, EYES) as on:
        for done in (90, 100, 1, 50):
            on.update(done, 100)
    assert "50%, 50 of 100 bytes, about 1 s left" in said.getvalue().split("\r\x1b[K")[-2]


def test_a_long_look_does_not_count(at: list[float]) -> None:
    """How long it took to see what is there says nothing of how long the reading takes."""
    at += [9.0, 10.0, 11.0]
    said = Terminal()
    with ProgressLine.for_stream(said, EYES) as on:
        for done, total in ((0, 0), (1, 4), (2, 4)):
            on.update(done, total)
    shown = said.getvalue().split("\r\x1b[K")
    assert shown == [
        "",
        "Looking at what is in it. Ctrl+C stops.",
        "Reading: 50%, 2 of 4 bytes, about 1 s left. Ctrl+C stops.",
        "",
    ]


@pytest.mark.parametrize("env", [EYES, EYES | {"ACCESSIBLE": "no"}, EYES | {"ACCESSIBLE": "False"}, EYES | {"ACCESSIBLE": "0"}])
def test_it_is_drawn_for_who_sees_it(at: list[float], env: dict[str, str]) -> None:
    """Whoever says no to lines sees it too."""
    at += [1.0]
    said = Terminal()
    with ProgressLine.for_stream(said, env) as on:
        on.update(1, 2)
    assert "Reading: 50%" in said.getvalue()


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": "unknown"}, EYES | {"ACCESSIBLE": "1"}, EYES | {"ACCESSIBLE": "yes"}])
def test_nothing_is_drawn_for_who_hears_it(env: dict[str, str]) -> None:
    """Nor where no person looks."""
    for stream, world in ((Terminal(), env), (StringIO(), EYES)):
        with ProgressLine.for_stream(stream, world) as on:
            on.update(1, 2)
        assert stream.getvalue() == ""
