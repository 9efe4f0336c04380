"""No other program that is started runs what lies in the present folder, or beside a file that is read."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

import wizard
from tests.running import PROGRAM, miss_tool
from wizard import child_process
from wizard.child_process import SAFE_FOLDER, find_program

ROOT = Path(wizard.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
TRAPS = (
    "webbrowser", "json", "shlex", "subprocess", "msgspec", "os", "shutil", "threading", "struct", "gc", "signal", "wizard",
    "site", "sitecustomize", "usercustomize",
)  # fmt: skip
"""Modules that the program, its helpers, or Python itself import while they start."""
PROGRAMS = ("xdg-open", "xclip", "xsel", "wl-copy", "nano", "python", "python3", "www-browser", "firefox", "chromium")
STARTED = "started"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the planted programs are those of a Unix system")


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """Where each planted file writes its name when it is run."""
    folder = tmp_path / "ran"
    folder.mkdir()
    return folder


@pytest.fixture
def trapped(tmp_path: Path, ran: Path) -> Path:
    """A folder with an export in it, and beside it modules and programs that betray that they were run."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    for name in TRAPS:
        (folder / f"{name}.py").write_text(f"open({str(ran / name)!r}, 'w').close()\nraise SystemExit(7)\n", encoding="utf-8")
    for name in PROGRAMS:
        (folder / name).write_text(f"#!/bin/sh\n: > {ran / name}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    post = {"timestamp": 1_400_000_000, "data": [{"post": "x" * 300}]}
    with ZipFile(folder / "export.zip", "w") as file:
        for number in (1, 2):
            file.writestr(f"your_facebook_activity/posts/your_posts_{number}.json", json.dumps([post] * 500))
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """The programs that should be run: a browser and an editor that say that they were, and in which folder."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("a-browser", "an-editor"):
        script = folder / name
        script.write_text(f"#!/bin/sh\npwd > {tmp_path / STARTED}.part && mv {tmp_path / STARTED}.part {tmp_path / STARTED}\n")
        script.chmod(0o755)
    return folder


def in_folder(folder: Path, tools: Path, lines: str, *words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run these lines with a PATH and a PYTHONPATH that name the present folder by an empty entry, as careless shells do."""
    python = f"import sys; sys.path[:] = [each for each in sys.path if each not in ('', {str(folder)!r})]\n{lines}"
    return subprocess.run(
        [sys.executable, "-P", "-c", python, *map(str, words)],
        cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "PATH": f"{tools}:{os.environ['PATH']}:",
            "BROWSER": "a-browser",
            "EDITOR": "an-editor",
            "DISPLAY": ":0",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


OPENS = "import os; from wizard.system.desktop import open_in_browser; print(open_in_browser(sys.argv[1], os.environ))"
MAILS = "import os; from wizard.system.link_actions import open_mail_draft; print(open_mail_draft(sys.argv[1], os.environ))"
EDITS = (
    "import os; from wizard.system.editor import edit_text, editor_command; "
    "print(edit_text('a letter', editor_command(os.environ)))"
)
COPIES = (
    "import os; from wizard.system.desktop import copy_to_clipboard; print(copy_to_clipboard('x', os.environ, lambda _: True))"
)
READS = """
from datetime import date
from pathlib import Path
from wizard.audit import export_reader, worker_process
from wizard.audit.audit_runner import run_audit
export_reader.TWO_THREADS_FROM = export_reader.TWO_PROCESSES_FROM = 0
export_reader._can_use_worker = lambda: True
answers, answer = [], worker_process.WorkerProcess.next_result
worker_process.WorkerProcess.next_result = lambda self, *, wait: answers.append(answer(self, wait=True)) or answers[-1]
(service,) = run_audit([Path(sys.argv[1])], date(2026, 11, 23)).services
print(service.counts["posts"], len([each for each in answers if each]) > 0)
"""


def eventually(path: Path) -> str:
    """What stands in a file, once it is there."""
    until = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < until, "the program was never started"
        time.sleep(0.05)
    return path.read_text(encoding="utf-8").strip()


def test_opening_an_address_runs_nothing_of_the_present_folder(trapped: Path, tools: Path, ran: Path) -> None:
    """A page."""
    said = in_folder(trapped, tools, OPENS, "https://example.org/")
    assert (said.stdout.strip(), said.stderr) == ("True", "")
    assert eventually(ran.parent / STARTED) == SAFE_FOLDER
    assert [*ran.iterdir()] == []


def test_opening_a_mail_draft_runs_nothing_of_the_present_folder(trapped: Path, tools: Path, ran: Path, home: Path) -> None:
    """The desktop's opener is that of the system, never one that lies here."""
    (tools / "an-editor").rename(tools / "xdg-open")
    said = in_folder(trapped, tools, MAILS, "mailto:?subject=Objection&body=x")
    assert (said.stdout.strip(), said.stderr) == ("True", "")
    assert eventually(ran.parent / STARTED) == SAFE_FOLDER
    assert [*ran.iterdir()] == []


def test_editing_a_letter_runs_nothing_of_the_present_folder(trapped: Path, tools: Path, ran: Path) -> None:
    """The editor starts elsewhere: many of them look for settings and modules where they start."""
    said = in_folder(trapped, tools, EDITS)
    assert (said.stdout.strip(), said.stderr) == ("a letter", "")
    assert eventually(ran.parent / STARTED) == SAFE_FOLDER
    assert [*ran.iterdir()] == []


def test_copying_runs_nothing_of_the_present_folder(trapped: Path, tools: Path, ran: Path) -> None:
    """Not even where PATH has an empty entry, which stands for it."""
    said = in_folder(trapped, tools, COPIES)
    assert (said.stdout.strip(), said.stderr) == ("True", "")
    assert [*ran.iterdir()] == []


@pytest.mark.parametrize("unpacked", [False, True])
def test_reading_an_export_runs_nothing_beside_it(trapped: Path, tools: Path, ran: Path, unpacked: bool) -> None:
    """Neither beside the file nor in the folder, and the helper does help."""
    if unpacked:
        with ZipFile(trapped / "export.zip") as file:
            file.extractall(trapped)
        (trapped / "export.zip").unlink()
    said = in_folder(trapped, tools, READS, trapped if unpacked else trapped / "export.zip")
    assert (said.stdout.split(), said.stderr) == (["1000", "True"], "")
    assert [*ran.iterdir()] == []


@pytest.mark.skipif(len(PROGRAM) > 1, reason="without the installed script Python itself is told to import from there")
@pytest.mark.parametrize("words", [("completion", "bash"), ("--help",), ("plan",), ("audit", "export.zip"), ("--version",)])
@pytest.mark.usefixtures("state_file")
def test_a_command_imports_nothing_of_the_present_folder(trapped: Path, ran: Path, words: tuple[str, ...]) -> None:
    """What the shell asks at each Tab is such a command."""
    done = subprocess.run([*PROGRAM, *words], cwd=trapped, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert [*ran.iterdir()] == []


def test_the_completion_of_bash_runs_nothing_of_the_present_folder(trapped: Path, ran: Path) -> None:
    """It is words and files only."""
    bash = shutil.which("bash")
    if bash is None:
        miss_tool("there is no bash here")
    (trapped / "completion.bash").write_text(
        subprocess.run([*PROGRAM, "completion", "bash"], capture_output=True, text=True, check=True).stdout
    )
    for typed in ("protect-my-photos mark case/", "protect-my-photos audit ", "protect-my-photos sta"):
        *before, last = typed.split(" ")
        asked = (
            f"source ./completion.bash; COMP_WORDS=({typed} ''); COMP_CWORD={len(before)}; "
            f"_shtab_protect_my_photos protect-my-photos '{last}' '{before[-1]}'"
        )
        subprocess.run([bash, "--norc", "-c", asked], cwd=trapped, capture_output=True, check=False, timeout=30)
    assert [*ran.iterdir()] == []


def test_programs_start_where_nobody_else_can_write() -> None:
    """The root of the disk, which belongs to the administrator."""
    about = os.stat(SAFE_FOLDER)  # noqa: PTH116
    assert about.st_uid == 0
    assert not about.st_mode & 0o022


@pytest.mark.parametrize("entry", ["", ".", "tools", "../tools"])
def test_a_program_is_found_by_full_paths_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    """An entry of PATH that depends on the present folder leads nowhere."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "a-tool").write_text("#!/bin/sh\n")
    (folder / "a-tool").chmod(0o755)
    monkeypatch.chdir(tmp_path if entry == "tools" else folder)
    assert find_program("a-tool", entry) is None
    assert find_program("a-tool", f"{entry}{os.pathsep}{folder}") == str(folder / "a-tool")


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_only_one_module_starts_a_python_and_none_a_shell() -> None:
    """So that no later one forgets how."""
    starts_python, shells = set(), set()
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        imported = {
            f"{node.module}.{each.name}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names
        }
        names |= imported | {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
        if names & {"sys.executable", "sys._base_executable", "multiprocessing", "concurrent.futures.ProcessPoolExecutor"}:
            starts_python.add(path)
        shells |= {path for call in calls(tree) for each in call.keywords if each.arg == "shell"}
        if any(name.startswith(("os.exec", "os.spawn", "os.posix_spawn")) for name in names) or names & {
            "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput",
        }:  # fmt: skip
            shells.add(path)
    assert starts_python == {Path(child_process.__file__)}
    assert shells == set()


def test_each_program_is_started_in_the_safe_folder() -> None:
    """Whoever starts one says where."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in MODULES
        for call in calls(ast.parse(path.read_text(encoding="utf-8")))
        if ast.unparse(call.func) in ("Popen", "subprocess.Popen", "subprocess.run", "subprocess.call", "subprocess.check_output")
        and "SAFE_FOLDER" not in [ast.unparse(each.value) for each in call.keywords if each.arg == "cwd"]
    ]
    assert wrong == []


@pytest.mark.parametrize(("standard_library_only", "expected"), [(False, "/unpacked:/mine"), (True, "/mine")])
def test_in_the_single_file_only_our_own_python_finds_its_packages(
    standard_library_only: bool, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the one that opens the browser, which hands its environment on: a browser's own Python must not import ours."""
    monkeypatch.setattr(sys, "bundled_packages", "/unpacked", raising=False)
    monkeypatch.setenv("PYTHONPATH", "/mine")
    command = child_process.python_command("this", standard_library_only=standard_library_only)
    command[command.index("-m") :] = ["-c", "import os; print(os.environ['PYTHONPATH'], end='')"]
    process = child_process.start_python(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    assert process.communicate()[0].decode() == expected
