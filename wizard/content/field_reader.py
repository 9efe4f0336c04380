"""Taking fields out of a content file, each with its type; what is wrong is said with file, field and next step."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from wizard.core.condition import ALWAYS, Condition
from wizard.core.content_models import (
    Link,
)
from wizard.core.jurisdiction import (
    Period,
    Statement,
    ValidityPeriod,
)
from wizard.errors import WizardError

from .content_files import TomlTable


class FieldReader:
    """The fields of one file or of one table in it; `where` names the place in messages."""

    def __init__(self, table: object, where: Path | str) -> None:
        if not isinstance(table, Mapping):
            raise WizardError(f"{where}: a table is expected here.", "See content/README.md for its fields.")
        self.table: TomlTable = table
        self.location = where

    def error(self, name: str, wanted: str) -> WizardError:
        """The error that names this field and what it should be."""
        if name not in self.table:
            return WizardError(f"{self.location}: “{name}” is missing.", f"Add it, as {wanted}; content/README.md tells more.")
        return WizardError(f"{self.location}: “{name}” should be {wanted}.", "See content/README.md for what belongs there.")

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self.table.get(name, default)
        if not isinstance(value, str):
            raise self.error(name, "a text")
        if default is None and not value.strip():
            raise WizardError(f"{self.location}: “{name}” is empty.", "Write it; content/README.md says what belongs there.")
        return value.strip()

    def number(self, name: str) -> int:
        """A whole number greater than nought."""
        value = self.table.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.error(name, "a whole number above 0")
        return value

    def boolean(self, name: str, default: bool) -> bool:
        """A truth value."""
        value = self.table.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, "true or false")
        return value

    def day(self, name: str) -> date:
        """A day."""
        value = self.optional_day(name)
        if value is None:
            raise self.error(name, "a day like 2026-11-23")
        return value

    def optional_day(self, name: str) -> date | None:
        """A day, or None when there is none."""
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
        """A list of texts, empty when there is none."""
        value = self.table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(name, "a list of texts")
        return tuple(value)

    def tables(self, name: str) -> list["FieldReader"]:
        """The tables of a list of tables, empty when there is none."""
        value = self.table.get(name, [])
        if not isinstance(value, list):
            raise self.error(name, f"a list of tables, [[{name}]]")
        return [FieldReader(each, f"{self.location} [[{name}]] {number}") for number, each in enumerate(value, 1)]

    def subtable(self, name: str) -> "FieldReader | None":
        """A table inside this one, if there is one."""
        value = self.table.get(name)
        return None if value is None else FieldReader(value, f"{self.location} {name}")

    def condition(self, name: str = "when") -> Condition:
        """A condition; none at all always holds."""
        value = self.table.get(name)
        if value is None:
            return ALWAYS
        alternatives = value if isinstance(value, list) else [value]
        return Condition(tuple(self._wanted(each, name) for each in alternatives))

    def _wanted(self, table: object, name: str) -> Mapping[str, frozenset[str]]:
        wanted = FieldReader(table, f"{self.location} {name}")
        return {key: frozenset(wanted.text_list(key)) for key in wanted.table}

    def span(self) -> ValidityPeriod:
        """The days between `valid_from` and `valid_until`."""
        return ValidityPeriod(self.optional_day("valid_from"), self.optional_day("valid_until"))

    def statement(self) -> Statement:
        """Text, confidence, sources, condition and span."""
        return Statement(self.text("text"), self.text("confidence"), self.text_list("sources"), self.condition(), self.span())

    def period(self) -> Period:
        """A number and its unit."""
        unit = self.text("unit")
        if unit not in ("days", "working-days", "months"):
            raise self.error("unit", "days, working-days or months")
        return Period(self.number("number"), unit)

    def link(self) -> Link:
        """A label and the id of a source."""
        return Link(self.text("label"), self.text("source"), self.condition())
