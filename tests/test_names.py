"""Names are unique: a reader need not know the module to know which class or function is meant (docs/glossary.md)."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import wizard

ROOT = Path(wizard.__file__).parent
IN_EVERY_COMMAND = {"run", "arguments"}
IN_KINDS = {"count_posts", "count_facebook", "count_instagram", "count_flag"}
REPEATED_FUNCTIONS = IN_EVERY_COMMAND | IN_KINDS | {"main"}
REPEATED_FILES = {
    # one topic in several layers
    "account", "accounts", "article", "audit", "calendar", "contacts", "documents", "event_date", "interview",
    "letter", "letter_actions", "articles", "help", "legal_statements", "letters", "link", "request", "requests",
    "page", "review", "everyone",
    "place", "place_finder", "plan", "search", "settings", "sources", "status", "step", "steps", "stored_data",
    "audit_items", "audit_report", "language", "people", "run", "signals", "unfinished_work",
    # one format of several documents
    "html", "json", "text",
    # a rule of the content check is named after the content that it checks
    "places",
    "__init__",
}  # fmt: skip


def definitions() -> dict[str, set[str]]:
    """The public classes and functions of the package, each with the modules that define it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in ROOT.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].add(path.relative_to(ROOT).as_posix())
    return found


def test_classes_and_functions_are_unique() -> None:
    """Only the listed names stand in several modules, and each listed name does."""
    repeated = {name: modules for name, modules in definitions().items() if len(modules) > 1}
    assert {name: sorted(modules) for name, modules in repeated.items() if name not in REPEATED_FUNCTIONS} == {}
    assert set(repeated) >= REPEATED_FUNCTIONS


def test_a_constant_has_one_value() -> None:
    """A second assignment in the same module hides the first; who reads or changes the first is misled."""
    repeated = {
        path.relative_to(ROOT).as_posix(): [name for name, count in Counter(_assigned_names(path)).items() if count > 1]
        for path in ROOT.rglob("*.py")
    }
    assert {path: names for path, names in repeated.items() if names} == {}


def _assigned_names(path: Path) -> Iterator[str]:
    """Yield the names of constants as often as a statement of the module gives them a value, comprehensions aside."""
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            yield from (node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))


def test_a_repeated_file_name_means_one_topic() -> None:
    """Only the listed file names stand in several rooms, and each listed name does."""
    files: dict[str, int] = defaultdict(int)
    for path in ROOT.rglob("*.py"):
        files[path.stem] += 1
    assert {name for name, count in files.items() if count > 1} == REPEATED_FILES
