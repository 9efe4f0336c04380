"""A sentence for users stands in one place: the pages of `wizard/views`, and not in the front ends that draw them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import wizard

ROOT = Path(wizard.__file__).parent
FRONT_ENDS = ("plain", "tui")
MIN_WORDS = 4
INNER_WORD = re.compile(r"[A-Za-z'}]+(?= )")
"""A word, or the end of a placeholder, that another word follows."""


def sentences(path: Path) -> Iterator[str]:
    """Yield each text of a module that could be a sentence for users: outside docstrings, and of four words or more."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node) if part is not node
    }
    for node in ast.walk(tree):
        if id(node) in inside or id(node) in statements:
            continue
        text = text_of(node)
        if len(INNER_WORD.findall(text.strip())) >= MIN_WORDS - 1:
            yield f"{path.name}:{getattr(node, 'lineno', 0)}: {text}"


def text_of(node: ast.AST) -> str:
    """Return the text of a literal; of an f-string, the parts that stand in the code."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant) and isinstance(part.value, str))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize("room", FRONT_ENDS)
def test_a_front_end_holds_no_sentence(room: str) -> None:
    """A new sentence belongs into views; a front end has labels of a word or two."""
    found = [sentence for path in sorted((ROOT / room).rglob("*.py")) for sentence in sentences(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('"""A docstring that is long enough."""', 0),
        ('say("A sentence that is long enough.")', 1),
        ('say(f"A sentence about {name} that is long enough.")', 1),
        ('Key("a", "act", KeyText("act", "A sentence that is long enough."))', 1),
        ('say("{key} takes it back.")', 1),
        ('say("short and sweet")', 0),
        ('kind: "Iterator[Row] | list[Row] | tuple[()]"', 0),
        ('name = "a_name_without_any_space_in_it"', 0),
    ],
)
def test_what_counts_as_a_sentence(tmp_path: Path, code: str, count: int) -> None:
    """Docstrings, names and short labels do not."""
    module = tmp_path / "module.py"
    module.write_text(f'"""Module."""\n{code}\n', encoding="utf-8")
    assert len(list(sentences(module))) == count
