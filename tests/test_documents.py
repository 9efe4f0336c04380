"""The documents for maintainers name only files, modules and names that exist."""

import ast
import re
from pathlib import Path

import pytest

import wizard

ROOT = Path(wizard.__file__).parents[1]
DOCUMENTS = (
    "CONTRIBUTING.md", "README.md", "content/README.md", "bench/README.md",
    "SECURITY.md", "docs/releasing.md", "docs/why.md", "docs/glossary.md", "docs/state-file.md", "docs/audit-json.md",
    "docs/reliability.md",
)  # fmt: skip
ROOMS = ("wizard/", "tests/", "content/", "docs/", "bench/", "release/")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
"""A relative link; other links, and the `source:ID` links of articles, have a colon."""
PAGES_OF_REPOSITORY = "../../security/"
"""Leads to a page of the repository on the web, whatever its address is."""
NAME = re.compile(r"(?:[A-Z][A-Za-z]+\.)?[a-z]+(?:_[a-z]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+(?:\.\w+)?|[A-Z]\w+\.[a-z_]+")
"""A name of the code: snake_case with an underscore, CamelCase with two humps, or Class.member."""
OWN_PAGES = ("CONTRIBUTING.md", "docs/why.md")
"""Pages whose names in code style are all names of the code."""
OF_PYTHON = {"NamedTuple"}


def text(document: str) -> str:
    """The text of a document of the repository."""
    return (ROOT / document).read_text(encoding="utf-8")


def defined_names() -> frozenset[str]:
    """Every class, function, method, field and constant of the package."""
    names: set[str] = set()
    for path in (ROOT / "wizard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return frozenset(names)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_exists(document: str) -> None:
    """Paths in code style that begin with a room of the repository."""
    paths = [word for word in CODE.findall(text(document)) if word.startswith(ROOMS) and not re.search(r"[\s<>*{]", word)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_leads_there(document: str) -> None:
    """Relative links between documents."""
    targets = [target for target in LINK.findall(text(document)) if not target.startswith(PAGES_OF_REPOSITORY)]
    assert [target for target in targets if not ((ROOT / document).parent / target).exists()] == []


@pytest.mark.parametrize("document", OWN_PAGES)
def test_every_name_in_a_document_is_defined(document: str) -> None:
    """A renamed function must be renamed on the pages that explain it."""
    names = defined_names()
    mentioned = [word for word in CODE.findall(text(document)) if NAME.fullmatch(word)]
    assert [word for word in mentioned if not set(word.split(".")) <= names | OF_PYTHON] == []
