"""Modules import each other in one direction only: late imports and imports for type checking count too."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import wizard

PACKAGE = Path(wizard.__file__).parent


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def _imported_modules(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, in functions and for type checking as well."""
    package = _module_name(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Otherwise the order of imports decides whether the program starts, and neither module is read without the other."""
    paths = {_module_name(path): path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    graph = {name: set(_imported_modules(path)) & paths.keys() for name, path in paths.items()}
    assert any(graph.values())
    TopologicalSorter(graph).prepare()  # raises CycleError and names the cycle
