"""What each room may load and how large its modules may be: measured in a fresh interpreter, and by reading the code."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import wizard
from tests.running import Said, process

ROOT = Path(wizard.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
TOOLKITS = {"textual", "questionary", "prompt_toolkit", "pycountry", "rich", "rapidfuzz", "segno"}

WATCHED = """
import json, sys
opened = []
def watch(event, args):
    if event.startswith("socket.") and event != "socket.gethostname":
        opened.append(event)
sys.addaudithook(watch)
sys.argv[0] = "protect-my-photos"
from wizard.__main__ import main
try:
    code = main()
except SystemExit as end:
    code = end.code
sys.stderr.write(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules}), opened, sys.modules.get("wizard.tui") is not None]))
"""

FIRST = ("answer", "country=DE", "services=facebook,instagram")
STEP = "privacy-settings/instagram-private"
PLAIN = [
    ["--version"],
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
    ["state", "show"],
    ["state", "export", "-"],
    ["countries", "--json"],
]
ALL = [*PLAIN, ["countries", "Untied Kingdom"], ["countries", "--guess"], ["check"], ["state", "wipe", "--yes"], []]


def watched(*words: str) -> tuple[Said, set[str], list[str]]:
    """What a command says in a fresh interpreter, which top-level modules it loads, and which sockets it asks for."""
    said = process(*words, python=WATCHED)
    code, loaded, opened, tui = json.loads(said.err[said.err.rindex("[", 0, said.err.index('"') if '"' in said.err else None) :])
    assert not tui or not words
    return Said(code, said.out, said.err), set(loaded), opened


@pytest.mark.usefixtures("state_file")
@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_command_without_a_face_loads_no_toolkit(words: list[str]) -> None:
    """Fast over SSH, and possible where no toolkit is."""
    process(*FIRST)
    said, loaded, _ = watched(*words)
    assert said.code == 0
    assert not loaded & TOOLKITS


def test_the_version_loads_next_to_nothing() -> None:
    """Neither argparse nor json."""
    _, loaded, _ = watched("--version")
    python = process("--version", python=WATCHED.replace("from wizard.__main__ import main", "main = lambda: 0"))
    bare = set(json.loads(python.err)[1])
    assert loaded - bare == {"wizard"}


@pytest.mark.usefixtures("state_file")
@pytest.mark.parametrize("words", ALL, ids=lambda words: " ".join(words) or "bare")
def test_no_command_opens_a_socket(words: list[str]) -> None:
    """Nor looks up a name; whatever it was asked for."""
    process(*FIRST)
    said, _, opened = watched(*words)
    assert said.code in (0, 1, 2)
    assert opened == []


@pytest.mark.parametrize(
    ("room", "foreign"),
    [
        ("wizard.core.case", TOOLKITS | {"json", "pathlib", "tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.core.why", TOOLKITS | {"json", "pathlib", "tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.export", TOOLKITS | {"tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.services.session", TOOLKITS | {"tomllib", "socket", "platformdirs", "filelock"}),
        ("wizard.services.library", TOOLKITS | {"socket", "platformdirs", "filelock"}),
        ("wizard.cli", TOOLKITS | {"json", "tomllib", "socket", "platformdirs", "filelock"}),
    ],
)
def test_a_room_loads_only_what_it_may(room: str, foreign: set[str]) -> None:
    """The contracts of import-linter see the static graph; this sees what really comes along."""
    said = process(python=f"import sys, json, {room}; print(json.dumps(sorted({{n.partition('.')[0] for n in sys.modules}})))")
    assert not set(said.json) & foreign


def trees(paths: list[Path]) -> Iterator[tuple[Path, ast.Module]]:
    """The modules, parsed."""
    for path in paths:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_modules_are_small() -> None:
    """None over 300 lines, half of them at most 90; tests too keep to 300."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in [*MODULES, *TESTS]}
    assert {path.name: length for path, length in lengths.items() if length > 300} == {}
    assert median(lengths[path] for path in MODULES) <= 90


def test_functions_are_short() -> None:
    """At most 40 lines each."""
    long = [
        f"{path.name}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path, tree in trees([*MODULES, *TESTS])
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


def test_every_public_name_is_documented() -> None:
    """Modules, classes, functions, methods; what overrides a toolkit keeps the toolkit's documentation."""
    missing = [
        f"{path.name}: {name}" for path, tree in trees(MODULES) for name, node in _public(tree) if not ast.get_docstring(node)
    ]
    assert missing == []


def _public(tree: ast.Module) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]]:
    yield "the module", tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name, node


def test_no_error_is_swallowed_unseen() -> None:
    """A broad `except` may stand only at a named door, and there is none in these rooms."""
    broad = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees([each for each in MODULES if "tui" not in each.parts])
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert broad == []


def test_no_module_does_anything_when_it_is_loaded() -> None:
    """Outside of a terminal toolkit every room can be loaded without a home folder or an environment."""
    rooms = [".".join(path.relative_to(ROOT.parent).with_suffix("").parts) for path in MODULES if "tui" not in path.parts]
    names = [room.removesuffix(".__init__") for room in rooms if not room.endswith("__main__")]
    said = process(python=f"import os; os.environ.clear(); import {', '.join(names)}")
    assert (said.code, said.err) == (0, "")
