"""The marked messages of the program, read from its source without running it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parents[2]
MARKS = {"_": 0, "N_": 0, "ngettext": 0, "pgettext": 1, "NP_": 1, "CountLabel": 1}
"""The functions that mark a message, and the position of the message among their arguments."""
PLURALS = {"ngettext": 1, "CountLabel": 2}
"""The position of the plural form."""


@dataclass(frozen=True)
class Marked:
    """One call that marks or shows a message."""

    file: str
    line: int
    function: str
    call: ast.Call

    @property
    def argument(self) -> ast.expr:
        """The message, or the constant that holds it."""
        return self.call.args[MARKS[self.function]]

    @property
    def text(self) -> str | None:
        """The message; None if it is not written in the call."""
        return _literal(self.argument)

    @property
    def plural(self) -> str | None:
        """The plural form, if there is one."""
        position = PLURALS.get(self.function)
        return _literal(self.call.args[position]) if position else None

    @property
    def context(self) -> str | None:
        """Where the message stands, if it says so."""
        return _literal(self.call.args[0]) if self.function in ("pgettext", "NP_") else None

    @property
    def values(self) -> set[str] | None:
        """The names of the values; None if they are passed on as a whole."""
        names = [keyword.arg for keyword in self.call.keywords]
        return None if None in names else {name for name in names if name}

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.function}({ast.unparse(self.argument)})"


def _literal(expression: ast.expr) -> str | None:
    return str(expression.value) if isinstance(expression, ast.Constant) else None


def marked_calls() -> Iterator[Marked]:
    """Yield every call of the functions that mark messages, in the whole program."""
    for path in sorted((ROOT / "wizard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                yield Marked(path.relative_to(ROOT).as_posix(), node.lineno, node.func.id, node)


def marked_constants() -> frozenset[str]:
    """Return the names of all constants that hold messages marked with N_."""
    names: set[str] = set()
    for path in (ROOT / "wizard").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            if any(isinstance(part, ast.Name) and part.id in ("N_", "NP_") for part in ast.walk(node)):
                names |= {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return frozenset(names)


def placeholders(message: str) -> list[str]:
    """Return the names of the placeholders of a message. Raises ValueError if its braces do not match."""
    return [name for _, name, _, _ in Formatter().parse(message) if name is not None]
