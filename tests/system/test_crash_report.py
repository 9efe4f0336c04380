"""The report of a crash: enough for a maintainer, nothing of the user's; private, few, and gone after a wipe."""

import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.journeys.terminal import Terminal
from tests.running import Run, process
from tests.tui.making import BERLIN, session
from wizard.cli import main
from wizard.system import crash_report
from wizard.system.crash_report import MAX_FRAMES, report_crash, report_text
from wizard.system.private_files import MAX_REPORTS, write_report

SECRET = "Kim-Secret-Name"
START = "from wizard.__main__ import start; start()"


def reports(home: Path) -> list[Path]:
    """The reports in the folder for state, the oldest first."""
    return sorted((home / ".local/state/protect-my-photos").glob("crash-*"))


def raised(error: BaseException) -> BaseException:
    """The error, raised and caught, with secrets in the variables of the calls."""

    def within(secret: str) -> NoReturn:
        letter = f"I am {secret}"
        raise error from KeyError(letter)

    try:
        within(SECRET)
    except BaseException as caught:  # noqa: BLE001 - whatever it is
        return caught


def test_a_report_tells_a_maintainer_what_broke() -> None:
    """Versions, system, the command with its options, the chain of errors with module, line and function of each call."""
    text = report_text(raised(RuntimeError(SECRET)), ["--state", SECRET, "letter", "objection", f"--set=name={SECRET}"])
    assert "Command: letter --state --set\n" in text
    assert re.search(r"^Program: \d+\.\d+\.\d+ \(installed\)$", text, re.MULTILINE)
    assert re.search(r"^Python: CPython 3\.\d+\.\d+$", text, re.MULTILINE)
    assert re.search(r"^Packages: .*textual \d+\.\d", text, re.MULTILINE)
    error = r"builtins.RuntimeError\n(?:  tests.system.test_crash_report:\d+ raised(?:\.<locals>\.within)?\n){2}"
    assert re.search(rf"^{error}which followed from\nbuiltins\.KeyError\n", text, re.MULTILINE)


ERRORS: dict[str, Callable[[], BaseException]] = {
    "text of the error": lambda: RuntimeError(SECRET),
    "name of the error": type(f"{SECRET} Error", (Exception,), {}),
    "module of the error": type("OddError", (Exception,), {"__module__": f"/home/{SECRET}"}),
    "name of a file": lambda: PermissionError(13, SECRET, f"/home/{SECRET}/letter.txt"),
    "number that is none": lambda: _with_number(SECRET),
    "note": lambda: _with_note(SECRET),
    "group": lambda: ExceptionGroup(SECRET, [ValueError(SECRET)]),
}


def _with_number(number: object) -> BaseException:
    error = OSError(SECRET)
    error.errno = number  # type: ignore[assignment]
    return error


def _with_note(note: str) -> BaseException:
    error = ValueError()
    error.add_note(note)
    return error


@pytest.mark.parametrize("what", ERRORS)
def test_nothing_of_the_user_is_in_it(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a private text may be: in the error, in variables, arguments, paths or the environment."""
    monkeypatch.setenv("TERM", f"xterm {SECRET}")
    monkeypatch.setenv("USER", SECRET)
    words = [SECRET, "mark", f"contact/{SECRET}", "--note", f"--{SECRET}", f"--set=name={SECRET}", f"-{SECRET}"]
    text = report_text(raised(ERRORS[what]()), words)
    assert "Secret" not in text
    assert str(Path.home()) not in text
    assert str(Path(crash_report.__file__).parents[2]) not in text


def test_endless_calls_and_causes_that_go_in_a_circle_end() -> None:
    """The first and the last calls tell enough."""

    def call() -> None:
        call()

    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert report_text(first, []).count("which followed from") == 1
    try:
        call()
    except RecursionError as error:
        text = report_text(error, [])
    assert len(text.splitlines()) < MAX_FRAMES + 20
    assert " more)\n" in text


@pytest.mark.skipif(os.name != "posix", reason="modes are those of a Unix system")
def test_a_report_is_private_and_only_the_newest_stay(home: Path) -> None:
    """Readable for its owner alone, like everything that the program keeps."""
    for second in range(10, 10 + MAX_REPORTS + 3):
        path = write_report("x", f"2026-11-30-1045{second}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name[-6:-4] for each in reports(home)] == ["13", "14", "15", "16", "17"]


def test_where_no_report_can_be_written_the_line_stays(home: Path) -> None:
    """What happened is said all the same."""
    (home / ".local").write_text("a file in the way", encoding="utf-8")
    line = report_crash(RuntimeError(), "", [])
    assert line.startswith("The program stopped because of a mistake in it (RuntimeError")
    assert "report" not in line


@pytest.mark.parametrize("error", [MemoryError(), OSError(24, "x"), ModuleNotFoundError("x", name="segno")])
def test_what_no_maintainer_can_mend_makes_no_report(error: BaseException, home: Path) -> None:
    """Too little memory, too many open files, a broken installation."""
    assert "report" not in report_crash(error, "", [])
    assert reports(home) == []


def test_a_command_that_breaks_names_its_report_and_wipe_removes_it(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line on standard error says where it is."""

    def fail(*_: object) -> NoReturn:
        raise RuntimeError(SECRET)

    with monkeypatch.context() as patch:
        patch.setattr("wizard.commands.status.run", fail)
        assert main(["status"]) == 1
    (report,) = reports(home)
    assert f" is in {report}; " in capsys.readouterr().err
    assert "Command: status\n" in report.read_text(encoding="utf-8")
    assert SECRET not in report.read_text(encoding="utf-8")
    assert f"Removed {report}\n" in run("state", "wipe", "--yes").out
    assert not report.parent.exists()


FACES = {
    "line mode": (["--plain"], "wizard.plain.run.run_main_menu"),
    "full screen": ([], "wizard.tui.app.WizardApp.on_mount"),
    "loading": (["status"], "wizard.cli.main"),
}


@pytest.mark.parametrize("face", FACES)
def test_every_front_end_writes_one(face: str, state_file: Path, home: Path, tmp_path: Path) -> None:
    """With nothing of the user's in it, and with the place where it broke."""
    session(state_file, BERLIN)
    words, where = FACES[face]
    module, _, name = where.rpartition(".")
    inject = (
        "import sys, pkgutil\n"
        f"def fail(*_, **__):\n    letter = {SECRET!r}\n    raise RuntimeError(letter)\n"
        f"setattr(pkgutil.resolve_name({module!r}), {name!r}, fail)\n"
        f"sys.argv[0] = 'protect-my-photos'\n{START}"
    )
    if face == "loading":
        process(python=inject.replace("sys.argv[0]", "sys.argv[1:] = ['status']; sys.argv[0]"))
    else:
        with Terminal(*words, folder=tmp_path, program=(sys.executable, "-c", inject), size=(300, 40)) as terminal:
            assert terminal.ends() == 1
    (report,) = reports(home)
    text = report.read_text(encoding="utf-8")
    assert "builtins.RuntimeError\n" in text
    assert " fail\n" in text
    assert SECRET not in text


def test_a_program_that_is_not_installed_has_a_report_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """It then names no packages."""
    monkeypatch.setattr(crash_report, "PACKAGE", "no-such-package")
    assert "\nPackages: \n" in report_text(RuntimeError(), [])
