"""What other systems lack is not needed: the whole program loads and a journey works without Unix's functions and signals.

This is no proof that it works on Windows: paths, console and locks there are those of Unix here. README says so.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import process
from tests.storage.keeping import held, record, recorded
from wizard.system import disk

LACKING = """
import os, signal, sys
import platformdirs  # it knows the systems itself, by sys.platform, which stays the one of this computer
for name in ("fork", "getuid", "geteuid", "setsid", "killpg", "getpgrp", "mkfifo", "tcsetpgrp", "uname"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGSTOP", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGCHLD"):
    if hasattr(signal, name):
        delattr(signal, name)
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("termios", "tty", "pty", "pwd", "grp", "resource", "curses", "readline"):
            raise ImportError(f"{name} is missing here")
sys.meta_path.insert(0, Missing())
for name in ("termios", "tty", "pwd", "grp"):
    sys.modules.pop(name, None)
"""
OURS = """
import pkgutil, importlib, wizard
for found in pkgutil.walk_packages(wizard.__path__, "wizard."):
    if found.name not in ("wizard.__main__",):
        importlib.import_module(found.name)
print("all of it")
"""
JOURNEY = """
from wizard.cli import main
for words in (
    ["answer", "country=DE", "services=facebook,instagram", "visibility=public"],
    ["plan"], ["status", "--json"],
    ["mark", "case/facebook", "sent"], ["mark", "--undo"],
    ["plan", "--format", "html", "-o", "plan.html"], ["calendar", "-o", "dates.ics"],
    ["letter", "objection", *"--set name=Kim --set email=k@example.org --set accounts=kim --set reasons=face -o l.eml".split()],
    ["state", "show"], ["state", "export", "copy.json"], ["state", "import", "copy.json"],
    ["countries", "--guess"], ["learn", "copyright"],
    ["--plain", "--script", "typed.txt"], ["state", "wipe", "--yes"],
):
    code = main(words)
    assert code == 0, (words, code)
"""


def test_every_room_loads_without_what_only_unix_has() -> None:
    """At the top of a module nothing is imported that a system may lack; but the full screen's own toolkit knows its ways."""
    ours = OURS.replace('("wizard.__main__",)', '("wizard.__main__",) and not found.name.startswith("wizard.tui")')
    said = process(python=LACKING + ours)
    assert (said.code, said.err, said.out) == (0, "", "all of it\n")


@pytest.mark.usefixtures("state_file")
def test_a_journey_without_what_only_unix_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands, documents and the lines, with the locks and line ends that are at hand."""
    monkeypatch.chdir(tmp_path)
    Path("typed.txt").write_text("1\n1\nq\n", encoding="utf-8")
    said = process(python=LACKING + JOURNEY)
    assert (said.code, said.err) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} >= {"plan.html", "dates.ics", "l.eml", "copy.json"}


@pytest.mark.parametrize("page", ["cp1252", "cp437", "cp932", "ascii"])
@pytest.mark.usefixtures("state_file")
def test_a_console_with_a_page_of_few_letters(page: str) -> None:
    """What it cannot show becomes a similar letter, or else a question mark; what was typed into it is understood."""
    for words in (["answer", "country=DE", "services=facebook"], ["plan"], ["countries", "Österreich"], ["state", "show"]):
        done = subprocess.run(
            [sys.executable, "-m", "wizard", *words],
            env={"PYTHONIOENCODING": page, **_here()}, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b""), words
        assert done.stdout.decode(page)


def _here() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def test_a_file_that_somebody_reads_just_now_is_moved_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace it meanwhile; elsewhere a refusal is a refusal."""
    path = tmp_path / "state.json"
    record(path, "first")
    refusals = [PermissionError(13, "The process cannot access the file")] * 3
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if refusals and target == path:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(disk, "MAX_ATTEMPTS", 5)
    record(path, "second")
    assert recorded(path) == ["first", "second"]
    assert held(path)["schema"] == 1
    assert refusals == []
