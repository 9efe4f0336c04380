"""No text for users stands in the code without a mark: the check of what no walk can reach, such as rare messages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .marked import MARKS, ROOT

ROOMS = (
    "views",
    "plain",
    "tui",
    "commands",
    "export",
    "core",
    "storage",
    "places",
    "system",
    "audit/kinds",
    "audit/risks.py",
    "cli.py",
)
"""Where texts for users can stand. Checks of the content speak English with its authors, and readers of exports say nothing."""
A_TEXT = re.compile(r"[A-Za-z,.:;] [A-Za-z“]|^[A-Z][a-z]+|[a-z]{2,}[.:] $|^ [a-z]{2,} ")
"""What reads like words for people, and not like a name, a key or a pattern."""
MARKING = frozenset({*MARKS, "WizardError", "TypeVar", "compile", "getattr", "import_module", "Literal"})
"""Calls whose texts are marked, or are no texts: the sentences of errors stand in `views/error_messages`."""
NO_TEXTS = {
    "commands/completion.py": "names of arguments",
    "core/letter/account_fit.py": "what people type into a field",
    "core/letter/letter_data.py": "keys of data",
    "core/name_folding.py": "names of places and classes of characters",
    "core/sanitize.py": "classes of characters",
    "export/html_page.py": "the policy of a page",
    "export/letter/letter_data.py": "what people type into a field",
    "places": "names of places and zones",
    "commands/usage_errors.py": "examples of commands",
    "core/field_types.py": "names of kinds of fields",
    "core/mail_draft.py": "headers of a mail",
    "export/render_pdf.py": "drawings",
    "system/crash_report.py": "a report for the makers of the program, in English",
    "storage/ownership.py": "the header of a file, the same in every language",
    "storage/state_format.py": "the header of a file, the same in every language",
    "audit/kinds/account.py": "labels in exports",
    "audit/kinds/export_request.py": "labels in exports",
    "audit/kinds/facebook_albums.py": "labels in exports",
    "audit/kinds/facebook_posts.py": "labels in exports",
    "audit/kinds/instagram_posts.py": "labels in exports",
    "system/crash.py": "what the system says",
}
"""Modules, and rooms, whose texts are not for users."""
KNOWN = frozenset(
    {
        "field ", "black on white", "file: data:", "Subject", "id ", " --state ", "pipx run ", "protect-my-photos mark ",
        "Facebook", "Instagram", "Threads", "Meta AI", "State", "BrokenStateError", "ProgressLine", "RenderedLetter",
        "typed dates, as many wordings as the language has",
    }
)  # fmt: skip
"""Names, keys and commands with the look of a text."""
IDENTIFIED = frozenset({"PageChoice", "PageSection"})
"""Calls whose first argument is an id."""


def texts_without_mark(code: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every literal that reads like a text for people and stands in no mark, docstring or annotation."""
    tree = ast.parse(code)
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if name in MARKING:
                left_out |= {id(each) for argument in (*node.args, *node.keywords) for each in ast.walk(argument)}
            styles = (keyword.value for keyword in node.keywords if keyword.arg == "classes")
            ids = node.args[:1] if name in IDENTIFIED else []
            left_out |= {id(each) for argument in (*styles, *ids) for each in ast.walk(argument)}
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "DEFAULT_CSS" for target in node.targets):
            left_out.add(id(node.value))
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            left_out |= {id(each) for each in ast.walk(annotation)} if annotation else set()
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in left_out else None
        if isinstance(text, str) and A_TEXT.search(text) and text not in KNOWN:
            yield getattr(node, "lineno", 0), text


def _modules() -> list[Path]:
    wizard = ROOT / "wizard"
    paths = (path for room in ROOMS for path in ([wizard / room] if room.endswith(".py") else (wizard / room).rglob("*.py")))
    return sorted(path for path in paths if not any(path.is_relative_to(wizard / name) for name in NO_TEXTS))


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(ROOT / "wizard").as_posix())
def test_every_text_is_marked(path: Path) -> None:
    """With `_`, `ngettext` and `pgettext`, or as a constant with `N_`."""
    assert list(texts_without_mark(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('say("Nothing was typed.")', 1),
        ('say(f"Saved to {path}.")', 1),
        ('say(_("Nothing was typed."))', 0),
        ('"""A docstring of the module."""', 0),
        ('value: "Iterator of rows" = None', 0),
        ('name = "not-a-text"', 0),
        ('PageChoice("go on", "Go on there")', 1),
    ],
)
def test_what_counts_as_a_text(code: str, found: int) -> None:
    """The net itself."""
    assert len(list(texts_without_mark(code))) == found
