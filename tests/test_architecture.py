"""What each room may load and how large its modules may be: measured in a fresh interpreter, and by reading the code."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import wizard
from tests.running import Run, Said, process

ROOT = Path(wizard.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
TOOLKITS = {"textual", "questionary", "prompt_toolkit", "pycountry", "rich", "rapidfuzz", "segno"}

WATCHED = """
import sys
from pathlib import Path
opened, report = [], Path(sys.argv.pop(1))
sys.addaudithook(lambda event, args: opened.append(event) if event.startswith("socket.") else None)
from wizard.__main__ import main
code = main()
names = {name if name.startswith("wizard.") else name.partition(".")[0] for name in sys.modules}
report.write_text(f"{sorted(names)!r}\\n{opened!r}")
sys.exit(code)
"""
STEP = "privacy-settings/instagram-private"
PLAIN = [
    ["--help"],
    ["status"],
    ["status", "--json"],
    ["plan"],
    ["plan", "--format", "json"],
    ["plan", "--format", "md"],
    ["mark", STEP, "done"],
    ["mark", "--undo"],
    ["answer", "services=facebook"],
    ["answer", "--list"],
    ["why", STEP],
    ["state", "export", "-"],
    ["state", "wipe", "--yes"],
    ["countries", "--json"],
]
QUICK = ("status", "plan")
OTHERS = [["countries", "Untied Kingdom"], ["countries", "--guess"], ["check"], []]


def watched(report: Path, *words: str) -> tuple[Said, set[str], list[str]]:
    """What a command says in a fresh interpreter, which modules it loads, and what it does with sockets."""
    said = process(report, *words, python=WATCHED)
    loaded, opened = map(ast.literal_eval, report.read_text().splitlines())
    return said, set(loaded), opened


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_command_loads_no_toolkit_and_opens_no_socket(run: Run, tmp_path: Path, words: list[str]) -> None:
    """Fast over SSH, possible where no toolkit is, and nothing leaves this computer."""
    run("answer", "country=DE", "services=facebook,instagram")
    said, loaded, opened = watched(tmp_path / "report", *words)
    assert (said.code, said.err) == (0, "")
    assert not loaded & TOOLKITS
    assert not any(name.startswith("wizard.tui") for name in loaded)
    assert words[0] not in QUICK or "dataclasses" not in loaded, "what is loaded at every start is made of named tuples"
    assert opened == []


@pytest.mark.usefixtures("state_file")
@pytest.mark.parametrize("words", OTHERS, ids=lambda words: " ".join(words) or "bare")
def test_no_other_command_opens_a_socket_either(tmp_path: Path, words: list[str]) -> None:
    """Whatever it needs to know, it knows."""
    said, loaded, opened = watched(tmp_path / "report", *words)
    assert said.code in (0, 1, 2)
    assert not loaded & {"textual", "questionary", "prompt_toolkit", "rich"}
    assert opened == []


def test_the_version_loads_next_to_nothing(tmp_path: Path) -> None:
    """Neither argparse nor json; only the package itself."""
    said, loaded, _ = watched(tmp_path / "report", "--version")
    bare = process(tmp_path / "bare", python=WATCHED.replace("from wizard.__main__ import main", "main = int"))
    assert (said.code, bare.code) == (0, 0)
    without = set(ast.literal_eval((tmp_path / "bare").read_text().splitlines()[0]))
    assert loaded - without == {"wizard", "wizard.__main__"}


@pytest.mark.parametrize(
    ("room", "foreign"),
    [
        ("wizard.core.snapshot", TOOLKITS | {"json", "pathlib", "tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.views.explanation", TOOLKITS | {"json", "pathlib", "tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.export", TOOLKITS | {"tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.storage.session", TOOLKITS | {"tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.content.content_loader", TOOLKITS | {"socket", "platformdirs", "filelock"}),
        ("wizard.cli", TOOLKITS | {"json", "pathlib", "tomllib", "socket", "platformdirs", "filelock"}),
    ],
)
def test_a_room_loads_only_what_it_may(room: str, foreign: set[str]) -> None:
    """The contracts of import-linter see the static graph; this sees what really comes along."""
    said = process(python=f"import {room}, sys; print(*sys.modules)")
    assert {name.partition(".")[0] for name in said.out.split()} & foreign == set()
    assert room in said.out.split()


def trees(paths: list[Path]) -> Iterator[tuple[Path, ast.Module]]:
    """The modules, parsed."""
    for path in paths:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_modules_are_small() -> None:
    """None over 300 lines, half of them at most 90."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path.name: length for path, length in lengths.items() if length > 300} == {}
    assert median(lengths[path] for path in MODULES) <= 90


def test_functions_are_short() -> None:
    """At most 40 lines each."""
    long = [
        f"{path.name}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path, tree in trees(MODULES)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


BROAD_HANDLERS = {
    "__main__.py": {"main", "_report"},  # errors raised while the program is loaded
    "cli.py": {"main", "_saved_in", "_crash_line"},  # the top-level handler of all commands and front ends
    "crash_report.py": {"report_crash"},  # a report that cannot be written must not hide what happened
    "prefetch.py": {"_unpack"},  # a thread that hands its errors to the thread that waits for it
}
"""Functions that may catch every error, with the reason."""


def is_broad(node: ast.AST) -> bool:
    """Return True for `except:`, `except Exception`, `except BaseException` and `suppress(Exception)`."""
    if isinstance(node, ast.ExceptHandler):
        return node.type is None or any(name in ast.unparse(node.type).split() for name in ("Exception", "BaseException"))
    return isinstance(node, ast.Call) and ast.unparse(node) in ("suppress(Exception)", "suppress(BaseException)")


def test_only_named_functions_catch_every_error() -> None:
    """A broad handler hides mistakes, so each one is listed with its reason."""
    broad = {
        (path.name, node.name)
        for path, tree in trees([each for each in MODULES if "tui" not in each.parts])
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(map(is_broad, ast.walk(node)))
    }
    assert broad == {(name, function) for name, functions in BROAD_HANDLERS.items() for function in functions}


def test_no_module_does_anything_when_it_is_loaded() -> None:
    """Outside of a terminal toolkit every room can be loaded without a home folder or an environment."""
    rooms = [".".join(path.relative_to(ROOT.parent).with_suffix("").parts) for path in MODULES if "tui" not in path.parts]
    names = [room.removesuffix(".__init__") for room in rooms if not room.endswith("__main__")]
    said = process(python=f"import os; os.environ.clear(); import {', '.join(names)}")
    assert (said.code, said.err) == (0, "")
