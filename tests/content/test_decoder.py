"""A record of the core built from a table by its declared format, and the fields that the format allows."""

import tomllib
from datetime import date
from typing import Any, NamedTuple

import pytest

from tests.making import when
from wizard.content.content_error import ContentError
from wizard.content.decoder import PERIOD_FIELDS, RecordFormat, decode_table, field_tree
from wizard.content.field_reader import FieldReader
from wizard.content.record_formats import ANSWER_OPTION, ARTICLE, LINK, OBJECTION_LINK, OUTCOME, QUESTION, SERVICE, SOURCE, STEP
from wizard.core.condition import ALWAYS, Condition
from wizard.core.jurisdiction import ALWAYS_VALID, ValidityPeriod


class Leaf(NamedTuple):
    name: str
    alone: bool = False


class Record(NamedTuple):
    id: str
    title: str
    size: int
    checked: date
    tags: tuple[str, ...]
    when: Condition
    leaves: tuple[Leaf, ...] = ()
    valid: ValidityPeriod = ALWAYS_VALID
    shown: bool = True
    note: str = ""
    best: Leaf | None = None


LEAF = RecordFormat(Leaf, defaults={"name": "leaf"})
RECORD = RecordFormat(Record, given=("id",), names={"shown": "visible"}, nested={"leaves": LEAF, "best": LEAF})
LEAST = "title = 'T'\nsize = 3\nchecked = 2026-11-23\n"


def decode(toml: str) -> Record:
    return decode_table(RECORD, FieldReader(tomllib.loads(toml), "a.toml"), id="x")


def test_a_table_with_the_least() -> None:
    """Missing fields have the defaults of the record, lists are empty, a condition always holds."""
    assert decode(LEAST) == Record("x", "T", 3, date(2026, 11, 23), (), ALWAYS)


def test_a_table_with_everything() -> None:
    """Fields under the names that they have in files, and the tables in it."""
    more = """
tags = ["a"]
when = { a = ["b"] }
visible = false
note = "N"
valid_from = 2026-01-01
best = { name = "B" }
[[leaves]]
name = "L"
alone = true
[[leaves]]
"""
    leaves, valid = (Leaf("L", True), Leaf("leaf")), ValidityPeriod(date(2026, 1, 1))
    expected = Record("x", "T", 3, date(2026, 11, 23), ("a",), when(a="b"), leaves, valid, False, "N", Leaf("B"))
    assert decode(LEAST + more) == expected


@pytest.mark.parametrize(
    ("before", "after", "part", "path", "problem"),
    [
        ("title = 'T'", "", "", (), "“title” is missing."),
        ("title = 'T'", "title = ' '", "", ("title",), "“title” is empty."),
        ("size = 3", "size = 0", "", ("size",), "“size” should be a whole number above 0."),
        ("2026-11-23", "2026", "", ("checked",), "“checked” should be a day like 2026-11-23."),
        ("size", "tags = 'a'\nsize", "", ("tags",), "“tags” should be a list of texts."),
        ("size", "visible = 1\nsize", "", ("visible",), "“visible” should be true or false."),
        ("size", "when = { a = 'b' }\nsize", "when", ("a",), "“a” should be a list of texts."),
        ("size", "valid_until = 'x'\nsize", "", ("valid_until",), "“valid_until” should be a day like 2026-11-23."),
        ("size", "best = { name = 1 }\nsize", "best", ("name",), "“name” should be a text."),
        ("23\n", "23\n[[leaves]]\n[[leaves]]\nalone = 1", "[[leaves]] 2", ("alone",), "“alone” should be true or false."),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_by_its_path(before: str, after: str, part: str, path: tuple[str, ...], problem: str) -> None:
    """The part of the file and the field in it are data; a missing field has no line, so its path is empty."""
    assert LEAST.count(before) == 1
    with pytest.raises(ContentError) as caught:
        decode(LEAST.replace(before, after))
    assert (caught.value.part, caught.value.fields, caught.value.problem) == (part, path, problem)


@pytest.mark.parametrize("form", [SERVICE, SOURCE, ARTICLE, ANSWER_OPTION, QUESTION, OUTCOME, LINK, OBJECTION_LINK, STEP, RECORD])
def test_every_attribute_is_read_or_given(form: RecordFormat[Any]) -> None:
    """A new attribute of a record becomes a field of its file, or the loader supplies it."""
    attributes: tuple[str, ...] = form.record._fields  # type: ignore[attr-defined]
    fields = {form.names.get(attribute, attribute) for attribute in attributes if attribute not in form.given}
    periods = {"valid"} & fields
    assert field_tree(form).keys() == (fields - periods) | ({*PERIOD_FIELDS} if periods else set())
    assert {*form.given, *form.names, *form.defaults, *form.nested} <= {*attributes}


def test_the_fields_of_a_question() -> None:
    """As the check and content/README.md know them."""
    options: dict[str, object] = {"id": {}, "label": {}, "hint": {}, "alone": {}, "covers": {}}
    assert field_tree(QUESTION) == {"id": {}, "kind": {}, "title": {}, "why": {}, "choices": options, "when": {}, "asked": {}}
