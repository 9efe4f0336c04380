"""Every error has its sentence, and every sentence its error: codes, hints and placeholders fit each other."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from wizard.audit import read_problems
from wizard.audit.read_problems import WHOLE_EXPORT, PartName, ReadProblem
from wizard.commands.error_hints import COMMAND_HINTS, COMMAND_MESSAGES
from wizard.errors import WizardError
from wizard.views.error_messages import ERROR_MESSAGES, HINTS, error_text
from wizard.views.read_problem_text import PROBLEM_MESSAGES, read_problem_text

ROOT = Path(__file__).parents[2] / "wizard"
INNER_CODES = ("content-error", "content-file-error")
"""Codes that the errors of content files give themselves."""


@cache
def _strings() -> dict[str, set[str]]:
    """Return the files in which each text of the program stands; an f-string counts with a star for each gap."""
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        if path.name in ("error_messages.py", "file_error_messages.py", "error_hints.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value, set()).add(path.name)
            elif isinstance(node, ast.JoinedStr):
                found.setdefault(_pattern(node), set()).add(path.name)
    return found


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)


def _codes(node: ast.expr) -> Iterator[str]:
    """Yield the codes that an argument can be: a text, a choice of two texts, or a text with gaps."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_codes(node.body), *_codes(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield _pattern(node)


@cache
def _raised() -> list[tuple[str, ast.Call]]:
    """Return each call in the program that makes an error, with its file and line."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "WizardError"
    ]


def _matches(code: str, known: str) -> bool:
    begin, _, end = code.partition("*")
    return known.startswith(begin) and known.endswith(end) if "*" in code else code == known


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _unknown_words(call: ast.Call) -> list[str]:
    """Return the codes and hints of an error for which there is no message."""
    codes = [code for argument in call.args for code in _codes(argument)]
    hints = [hint for keyword in call.keywords if keyword.arg == "hint" for hint in _codes(keyword.value)]
    return [code for code in codes if not any(_matches(code, known) for known in ERROR_MESSAGES)] + [
        hint for hint in hints if hint and hint not in HINTS
    ]


def test_what_is_raised_is_a_code_with_a_message() -> None:
    """One positional argument, which is a known code; the hint is a known one, too."""
    assert len(_raised()) > 50
    assert [where for where, call in _raised() if len(call.args) != 1] == []
    assert {where: unknown for where, call in _raised() if (unknown := _unknown_words(call))} == {}


@pytest.mark.parametrize("code", [*ERROR_MESSAGES, *HINTS])
def test_every_message_belongs_to_an_error(code: str) -> None:
    """A message that nothing raises any more is taken out."""
    assert code in INNER_CODES or any(_matches(text, code) for text in _strings() if text.strip("*"))


def test_commands_replace_only_what_there_is() -> None:
    """Their words are for codes and hints that exist."""
    assert COMMAND_MESSAGES.keys() <= ERROR_MESSAGES.keys()
    assert COMMAND_HINTS.keys() <= HINTS.keys()


def _missing_values(call: ast.Call) -> dict[str, set[str]]:
    """Return the placeholders of an error's messages that it gives no value for, by its codes."""
    given = {keyword.arg for keyword in call.keywords} - {"hint"}
    hints = [hint for keyword in call.keywords if keyword.arg == "hint" for hint in _codes(keyword.value) if hint]
    missing: dict[str, set[str]] = {}
    for code in _codes(call.args[0]):
        for messages, words in ((ERROR_MESSAGES, HINTS), (COMMAND_MESSAGES, {**HINTS, **COMMAND_HINTS})):
            for known in (known for known in messages if _matches(code, known)):
                next_steps = [words[hint] for hint in hints] or [messages[known].next_step]
                needed = set().union(*map(_placeholders, (messages[known].what, *next_steps)))
                if needed - given:
                    missing.setdefault(known, set()).update(needed - given)
    return missing


def test_each_placeholder_is_a_value_of_the_error() -> None:
    """In the message, in its usual next step or the hint that replaces it, and in the words of commands.

    Values that are passed on by `**values` cannot be seen here; the tests of their rooms show those sentences.
    """
    seen = [(where, call) for where, call in _raised() if all(keyword.arg is not None for keyword in call.keywords)]
    assert {where: missing for where, call in seen if (missing := _missing_values(call))} == {}


def test_every_problem_in_reading_has_a_sentence() -> None:
    """All codes of `read_problems`, of a file and of a part."""
    codes = {value for name, value in vars(read_problems).items() if name.isupper() and isinstance(value, str)} - {
        "folder",
        "file",
    }
    assert codes == {*PROBLEM_MESSAGES, "records-not-understood", "more"}
    for code in codes:
        for file in ("posts/your_posts_1.json", PartName(2, 3), WHOLE_EXPORT):
            text = read_problem_text(ReadProblem(code, file, "No such file", 1234))
            assert text.endswith(".")
            assert "{" not in text


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (ReadProblem("damaged", PartName(1, 1)), "The file is damaged."),
        (ReadProblem("damaged", PartName(2, 3)), "File 2 of 3 is damaged."),
        (ReadProblem("damaged", PartName(2, 3, (4, 1))), "File 2 of 3, archive 4 in it, archive 1 in it is damaged."),
        (ReadProblem("not-opened", PartName(1, 1, (), "folder"), "Denied"), "A folder in the export cannot be read: Denied."),
        (ReadProblem("not-opened", PartName(2, 3, (), "file"), "Denied"), "A file in file 2 of 3 cannot be read: Denied."),
        (ReadProblem("records-not-understood", "a.json", number=1), "a.json holds 1 record that could not be understood."),
        (
            ReadProblem("records-not-understood", "a.json", number=1200),
            "a.json holds 1,200 records that could not be understood.",
        ),
        (ReadProblem("more", number=1), "1 more problem of this kind was found."),
    ],
)
def test_a_problem_in_words(problem: ReadProblem, said: str) -> None:
    """It names the file in the export, or the part by its number; as the reason of an error it is the same sentence."""
    assert read_problem_text(problem) == said
    assert error_text(WizardError("export-not-readable", problem=problem)).startswith(said)
