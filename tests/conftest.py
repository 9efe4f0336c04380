"""Every test begins in the same empty world: no home folder, no network, no browser, no clock, no colours."""

import gc
import os
import re
import signal
import socket
import sys
import webbrowser
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion

from tests.golden_files import GoldenFile
from tests.running import Run, Said, miss_tool
from tests.sampling import EVERY
from wizard.cli import main
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.i18n import SOURCE_LANGUAGE, use_language
from wizard.system import protected_files

TODAY = "2026-11-23"
STRANGERS = (
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLORTERM", "TEXTUAL", "RICH_", "PROTECT_MY_PHOTOS_", "XDG_", "ACCESSIBLE",
    "BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES", "LC_", "LANGUAGE", "TZ", "PYTHONUNBUFFERED",
)  # fmt: skip
GC_THRESHOLD = 50_000
"""New objects before the garbage collector looks at them: a sitting in the full screen makes some 100,000, the default is 700."""
_opened: list[str] = []
_numbers = count(1)
"""For the names of folders. pytest would look through the folders of all earlier tests for the next number."""


def _refuse_sockets(event: str, args: tuple[object, ...]) -> None:
    """Any socket but those inside this computer's own kernel is refused, and remembered in case the refusal is swallowed."""
    if not event.startswith("socket."):
        return
    if event == "socket.__new__" and args[1] != getattr(socket, "AF_UNIX", None):
        _opened.append(f"a socket of family {args[1]}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"):
        _opened.append(f"{event}{args}")
    else:
        return
    raise PermissionError(f"a test opened {_opened[-1]}")


def _let_signals_through() -> None:
    """Signals reach the programs under test, even where the tests were started so that they would not (in the background)."""
    for name in ("SIGINT", "SIGQUIT", "SIGHUP", "SIGTSTP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)


def pytest_addoption(parser: pytest.Parser) -> None:
    """How often programs are killed in the tests of that."""
    parser.addoption("--deaths", type=int, default=200, help="how often programs are killed at random moments")
    parser.addoption("--keys", type=int, default=600, help="how many random keys are pressed")
    parser.addoption("--seed", type=int, default=None, help="random keys, or a sample of cases, of this seed only")
    parser.addoption("--all-cases", action="store_true", help="try all cases of tests/figures instead of a sample")


@pytest.fixture
def deaths(request: pytest.FixtureRequest) -> int:
    """How often programs are killed in this run."""
    return int(request.config.getoption("--deaths"))


def pytest_configure(config: pytest.Config) -> None:
    """Set up the empty world before any module of a toolkit reads the environment."""
    config.addinivalue_line(
        "markers", "exhaustive: every combination of a matrix; `make exhaustive` runs it, `make test` does not"
    )
    config.addinivalue_line("markers", "needs_tool(is_there, reason): skipped without this tool, and failed where CI is set")
    gc.set_threshold(GC_THRESHOLD, 5, 4)
    _let_signals_through()
    for name in [name for name in os.environ if name.startswith(STRANGERS)]:
        del os.environ[name]
    os.environ.update(LANG="C.UTF-8", TERM="xterm-256color")
    sys.addaudithook(_refuse_sockets)
    settings.register_profile("here", deadline=None, print_blob=True)
    settings.load_profile("here")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the cases that `make test` leaves to `make exhaustive` (tests/sampling.py), before marks choose what runs."""
    seen: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        if test in EVERY and item.get_closest_marker("exhaustive") is None:
            if seen[test] % EVERY[test]:
                item.add_marker(pytest.mark.exhaustive)
            seen[test] += 1


def pytest_collection_finish() -> None:
    """Keep the garbage collector away from modules and tests, which live until the end: it would look at them again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture is made, see whether the tools of the test are here."""
    for mark in item.iter_markers("needs_tool"):
        is_there, reason = mark.args
        if not is_there:
            miss_tool(reason)


@pytest.fixture(autouse=True)
def empty_world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new home folder, a fixed day, a browser that opens nothing; afterwards no socket may have been opened."""
    home = tmp_path_factory.mktemp(f"home{next(_numbers)}", numbered=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setenv("PROTECT_MY_PHOTOS_TODAY", TODAY)
    monkeypatch.setattr(protected_files, "_inputs", {})  # remembered for a whole process, so here for one test
    monkeypatch.setattr(protected_files, "_progress", [])
    monkeypatch.setattr(protected_files, "_progress_of_others", {})
    monkeypatch.setattr(webbrowser, "open", _no_browser)
    monkeypatch.setattr(webbrowser, "get", _no_browser)
    yield home
    use_language(SOURCE_LANGUAGE)  # a start in another language counts for the whole process, so here for one test
    opened = [*_opened]
    _opened.clear()
    assert not opened, f"this program never opens a connection, but here was {', '.join(opened)}"


def _no_browser(*_: object, **__: object) -> None:
    raise AssertionError("a test opened a browser")


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new folder, named as pytest names it."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    return tmp_path_factory.mktemp(f"{name}{next(_numbers)}", numbered=False)


@pytest.fixture
def home(empty_world: Path) -> Path:
    """The home folder of this test."""
    return empty_world


@pytest.fixture
def state_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands of this test keep their state; nothing is there yet."""
    path = home / "kept" / "state.json"
    monkeypatch.setenv("PROTECT_MY_PHOTOS_STATE", str(path))
    return path


@pytest.fixture
def run(state_file: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program, called in this process: what it answers to these words."""

    def call(*words: str) -> Said:
        capsys.readouterr()
        code = main(list(words))
        return Said(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def content() -> Library:
    """The content that is shipped."""
    return load_shipped_content()


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The golden files: `assert document == golden(name="folder/name.txt")`, both in bytes."""
    return snapshot.use_extension(GoldenFile)
