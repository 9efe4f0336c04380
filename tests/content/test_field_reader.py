"""Taking fields out of a content file, each with its type."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from tests.making import day, period, when
from wizard.content.field_reader import FieldReader
from wizard.core.condition import ALWAYS
from wizard.core.jurisdiction import ValidityPeriod
from wizard.errors import WizardError


def fields(toml: str) -> FieldReader:
    return FieldReader(tomllib.loads(toml), "a.toml")


@pytest.mark.parametrize(
    ("toml", "take", "value"),
    [
        ("a = ' word '", lambda f: f.text("a"), "word"),
        ("", lambda f: f.text("a", ""), ""),
        ("a = ''", lambda f: f.text("a", "else"), ""),
        ("a = 5", lambda f: f.number("a"), 5),
        ("a = true", lambda f: f.boolean("a", False), True),
        ("", lambda f: f.boolean("a", True), True),
        ("a = 2026-11-23", lambda f: f.day("a"), day("2026-11-23")),
        ("a = '2026-11-23'", lambda f: f.day("a"), day("2026-11-23")),
        ("", lambda f: f.optional_day("a"), None),
        ("a = ['x', 'y']", lambda f: f.text_list("a"), ("x", "y")),
        ("", lambda f: f.text_list("a"), ()),
        ("", lambda f: f.tables("a"), []),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", lambda f: [each.number("b") for each in f.tables("a")], [1, 2]),
        ("", lambda f: f.subtable("a"), None),
        ("[a]\nb = 1", lambda f: f.subtable("a").number("b"), 1),
        ("", lambda f: f.condition(), ALWAYS),
        ("when = { a = ['x', 'y'], b = ['z'] }", lambda f: f.condition(), when(a="x y", b="z")),
        ("when = [{ a = ['x'] }, { b = ['y'] }]", lambda f: f.condition(), when({"a": "x"}, {"b": "y"})),
        ("valid_from = 2026-01-01", lambda f: f.span(), ValidityPeriod(day("2026-01-01"), None)),
        ("number = 20\nunit = 'working-days'", lambda f: f.period(), period("20 working-days")),
    ],
)  # fmt: skip
def test_a_field_that_is_right(toml: str, take: Callable[[Any], object], value: object) -> None:
    """As it is written, or its default."""
    assert take(fields(toml)) == value


@pytest.mark.parametrize(
    ("toml", "take", "sentence"),
    [
        ("", lambda f: f.text("a"), "a.toml: “a” is missing."),
        ("a = '  '", lambda f: f.text("a"), "a.toml: “a” is empty."),
        ("a = 1", lambda f: f.text("a", ""), "a.toml: “a” should be a text."),
        ("", lambda f: f.number("a"), "a.toml: “a” is missing."),
        ("a = 0", lambda f: f.number("a"), "a.toml: “a” should be a whole number above 0."),
        ("a = true", lambda f: f.number("a"), "a.toml: “a” should be a whole number above 0."),
        ("a = 1.5", lambda f: f.number("a"), "a.toml: “a” should be a whole number above 0."),
        ("a = 'yes'", lambda f: f.boolean("a", True), "a.toml: “a” should be true or false."),
        ("", lambda f: f.day("a"), "a.toml: “a” is missing."),
        ("a = 2026-11-23T10:00:00", lambda f: f.day("a"), "a.toml: “a” should be a day like 2026-11-23."),
        ("a = 'some day'", lambda f: f.optional_day("a"), "a.toml: “a” should be a day like 2026-11-23."),
        ("a = 'x'", lambda f: f.text_list("a"), "a.toml: “a” should be a list of texts."),
        ("a = ['x', 1]", lambda f: f.text_list("a"), "a.toml: “a” should be a list of texts."),
        ("a = 'x'", lambda f: f.tables("a"), "a.toml: “a” should be a list of tables, [[a]]."),
        ("a = ['x']", lambda f: f.tables("a"), "a.toml [[a]] 1: a table is expected here."),
        ("a = 'x'", lambda f: f.subtable("a"), "a.toml a: a table is expected here."),
        ("when = 'x'", lambda f: f.condition(), "a.toml when: a table is expected here."),
        ("when = { a = 'x' }", lambda f: f.condition(), "a.toml when: “a” should be a list of texts."),
        ("number = 1\nunit = 'moons'", lambda f: f.period(), "a.toml: “unit” should be days, working-days or months."),
        ("text = 'x'", lambda f: f.statement(), "a.toml: “confidence” is missing."),
    ],
)  # fmt: skip
def test_a_field_that_is_wrong_is_named(toml: str, take: Callable[[Any], object], sentence: str) -> None:
    """File, field, and what it should be."""
    with pytest.raises(WizardError) as caught:
        take(fields(toml))
    assert caught.value.what == sentence
    assert "content/README.md" in caught.value.next_step
