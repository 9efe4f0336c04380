"""Errors in content files and their fields as data: no code has to parse a message to learn what it is about.

A field problem has a path, a code, and the expected and the given value. Its sentence is made from them in one place.
"""

from pathlib import Path
from typing import Literal, NamedTuple

from wizard.errors import WizardError

FieldPath = tuple[str | int, ...]
"""The way to a value from the top of its file: names of tables and fields, and indexes in lists from 0."""
_EXPECTED = {
    "text": "a text",
    "number": "a whole number above 0",
    "boolean": "true or false",
    "date": "a day like 2026-11-23",
    "texts": "a list of texts",
    "tables": "a list of tables, [[{name}]]",
    "months": "the names of twelve months",
    "law": "laws of laws.toml",
    "statement": "a statement of laws.toml",
    "blank": "a blank of blanks.toml where it has no “label” of its own",
}
"""The words for what a field should hold."""
_WHAT_BELONGS_THERE = "See content/README.md for what belongs there."


class ContentError(WizardError):
    """An error in one place of a content file.

    `problem` is the sentence without the place. `line` counts from one; 0 means unknown. `part` names a table of the file
    as the places of `check` do, for example "[[links]] 1"; "" means the whole file. `fields` is the path of field names
    below that table which leads to the error; it is empty if a field is missing, since that has no line.
    """

    def __init__(
        self, file: Path | str, problem: str, next_step: str, *, line: int = 0, part: str = "", fields: tuple[str, ...] = ()
    ) -> None:
        place = f"{file}{f', line {line}' if line else ''}{f' {part}' if part else ''}"
        super().__init__("content-error", place=place, problem=problem, advice=next_step)
        self.file = file
        self.problem = problem
        self.next_step = next_step
        self.line = line
        self.part = part
        self.fields = fields


class ContentFileError(ContentError):
    """An error of a content file as a whole; `predicate` completes a sentence about it, as in "is missing."."""

    def __init__(self, file: Path | str, predicate: str, next_step: str) -> None:
        super().__init__(file, f"the file {predicate}", next_step)
        self.code = "content-file-error"
        self.values = {"file": file, "predicate": predicate, "advice": next_step}


class FieldProblem(NamedTuple):
    """What is wrong with one value.

    `expected` names a type or a kind of record, or lists the allowed words. `got` is the value; None if it is missing.
    """

    path: FieldPath
    code: Literal["missing", "empty", "type", "value", "reference"]
    expected: str | tuple[str, ...]
    got: object = None


class DecodeError(Exception):
    """All problems of one record."""

    def __init__(self, *problems: FieldProblem) -> None:
        super().__init__(problems)
        self.problems = problems

    def below(self, name: str | int) -> "DecodeError":
        """Return the same problems, seen from the table or list that holds the record under this name or index."""
        return DecodeError(*(problem._replace(path=(name, *problem.path)) for problem in self.problems))


def content_error_from(file: Path, problem: FieldProblem, row: str = "") -> ContentError:
    """Return the error to show for a problem. `row` names the row of a CSV file."""
    # A table is found by its own head, and a missing field has no line: then the path of the table leads to the error.
    is_table = problem.expected == "table"
    tables, field = (problem.path, ()) if is_table else (problem.path[:-1], problem.path[-1:])
    part = f"{row} {table_name(tables)}".strip()
    fields = tuple(str(name) for name in field if problem.code != "missing")
    what, next_step = _sentences(problem)
    return ContentError(file, what, next_step, part=part, fields=fields)


def table_name(path: FieldPath) -> str:
    """Return the name of a table as its head in the file: "[de]", "[gdpr.statements.month]", "[[clocks]] 1 [extension]"."""
    heads: list[str] = []
    names: list[str] = []
    for name in path:
        if isinstance(name, str):
            names.append(name)
        else:
            *outer, array = names
            heads += [f"[{'.'.join(outer)}]"] if outer else []
            heads.append(f"[[{array}]] {name + 1}")
            names = []
    return " ".join([*heads, *([f"[{'.'.join(names)}]"] if names else [])])


def _sentences(problem: FieldProblem) -> tuple[str, str]:
    """Return what is wrong and the next step."""
    if problem.expected == "table":
        return "a table is expected here.", "See content/README.md for its fields."
    name = problem.path[-1]
    expected = _expected_text(problem.expected, name)
    if problem.code == "missing":
        return f"“{name}” is missing.", f"Add it, as {expected}; content/README.md tells more."
    if problem.code == "empty":
        return f"“{name}” is empty.", "Write it; content/README.md says what belongs there."
    got = f", not “{problem.got}”" if problem.code == "reference" else ""
    return f"“{name}” should be {expected}{got}.", _WHAT_BELONGS_THERE


def _expected_text(expected: str | tuple[str, ...], name: str | int) -> str:
    if isinstance(expected, str):
        return _EXPECTED[expected].format(name=name)
    *others, last = expected
    return f"{', '.join(others)} or {last}" if others else last
