"""Typed access to the fields of a content file. Errors name the file, the field and the next step."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from wizard.core.condition import ALWAYS, Condition
from wizard.core.jurisdiction import Period, Statement, ValidityPeriod

from .content_error import ContentError
from .content_files import TomlTable


class FieldReader:
    """The fields of a file, or of a table in it.

    `part` names that table, for example "[[links]] 1"; "" means the whole file. Both are only used in errors.
    """

    def __init__(self, table: object, file: Path | str, part: str = "") -> None:
        if not isinstance(table, Mapping):
            raise ContentError(file, "a table is expected here.", "See content/README.md for its fields.", part=part)
        self.table: TomlTable = table
        self.file = file
        self.part = part

    def error(self, name: str, expected: str) -> ContentError:
        """Return the error for a missing field or a wrong value; `expected` says what it should be."""
        if name not in self.table:
            next_step = f"Add it, as {expected}; content/README.md tells more."
            return ContentError(self.file, f"“{name}” is missing.", next_step, part=self.part)
        return self._error_in(name, f"“{name}” should be {expected}.", "See content/README.md for what belongs there.")

    def _error_in(self, name: str, problem: str, next_step: str) -> ContentError:
        return ContentError(self.file, problem, next_step, part=self.part, fields=(name,))

    def _nested(self, table: object, part: str) -> "FieldReader":
        return FieldReader(table, self.file, f"{self.part} {part}".strip())

    def text(self, name: str, default: str | None = None) -> str:
        """Return a stripped text. Without a default, the field must be present and not empty."""
        value = self.table.get(name, default)
        if not isinstance(value, str):
            raise self.error(name, "a text")
        if default is None and not value.strip():
            raise self._error_in(name, f"“{name}” is empty.", "Write it; content/README.md says what belongs there.")
        return value.strip()

    def number(self, name: str) -> int:
        """Return a whole number greater than zero."""
        value = self.table.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.error(name, "a whole number above 0")
        return value

    def boolean(self, name: str, default: bool) -> bool:
        """Return true or false."""
        value = self.table.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, "true or false")
        return value

    def day(self, name: str) -> date:
        """Return a date."""
        value = self.optional_day(name)
        if value is None:
            raise self.error(name, "a day like 2026-11-23")
        return value

    def optional_day(self, name: str) -> date | None:
        """Return a date, or None if the field is missing."""
        value = self.table.get(name)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise self.error(name, "a day like 2026-11-23") from error
        if value is not None and type(value) is not date:
            raise self.error(name, "a day like 2026-11-23")
        return value

    def text_list(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; empty if the field is missing."""
        value = self.table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(name, "a list of texts")
        return tuple(value)

    def tables(self, name: str) -> list["FieldReader"]:
        """Return the tables of an array of tables; empty if the field is missing."""
        value = self.table.get(name, [])
        if not isinstance(value, list):
            raise self.error(name, f"a list of tables, [[{name}]]")
        return [self._nested(each, f"[[{name}]] {number}") for number, each in enumerate(value, 1)]

    def subtable(self, name: str) -> "FieldReader | None":
        """Return a table inside this one, or None if the field is missing."""
        value = self.table.get(name)
        return None if value is None else self._nested(value, name)

    def condition(self, name: str = "when") -> Condition:
        """Return a condition; ALWAYS if the field is missing."""
        value = self.table.get(name)
        if value is None:
            return ALWAYS
        alternatives = value if isinstance(value, list) else [value]
        return Condition(tuple(self._read_alternative(each, name) for each in alternatives))

    def _read_alternative(self, table: object, name: str) -> Mapping[str, frozenset[str]]:
        expected = self._nested(table, name)
        return {key: frozenset(expected.text_list(key)) for key in expected.table}

    def span(self) -> ValidityPeriod:
        """Return the validity period from `valid_from` to `valid_until`."""
        return ValidityPeriod(self.optional_day("valid_from"), self.optional_day("valid_until"))

    def statement(self) -> Statement:
        """Return a statement: text, confidence, sources, condition and validity period."""
        return Statement(self.text("text"), self.text("confidence"), self.text_list("sources"), self.condition(), self.span())

    def period(self) -> Period:
        """Return a period: `number` and `unit`."""
        unit = self.text("unit")
        if unit not in ("days", "working-days", "months"):
            raise self.error("unit", "days, working-days or months")
        return Period(self.number("number"), unit)
