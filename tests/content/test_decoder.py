"""A record of the core built from a table by its declared format: its values, its errors as data, and its fields."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import pytest

from tests.making import when
from wizard.commands.error_hints import command_error_text
from wizard.content import letter_formats, record_formats
from wizard.content.content_error import DecodeError, FieldPath, content_error_from, table_name
from wizard.content.decoder import RecordFormat, content_fields, decode_table
from wizard.content.file_formats import walk_table
from wizard.core.condition import ALWAYS, Condition
from wizard.core.field_types import AllowedValues, UserText
from wizard.core.jurisdiction import ALWAYS_VALID, ValidityPeriod


class Leaf(NamedTuple):
    name: str
    alone: bool = False


class Weight(NamedTuple):
    grams: int


@dataclass(frozen=True)
class Label:
    text: UserText
    language: str = "en"


class Record(NamedTuple):
    id: str
    title: UserText
    size: int
    checked: date
    tags: tuple[str, ...]
    when: Condition
    weight: Weight
    leaves: tuple[Leaf, ...] = ()
    valid: ValidityPeriod = ALWAYS_VALID
    shown: bool = True
    note: UserText = ""
    colour: Annotated[str, AllowedValues(("red", "green"))] = "red"
    unit: Literal["days", "months"] = "days"
    best: Leaf | None = None
    names: Mapping[str, UserText] = {}
    labels: Mapping[str, Label] = {}


LEAF = RecordFormat(Leaf, defaults={"name": "leaf"})
RECORD = RecordFormat(
    Record, given=("id",), names={"shown": "visible"}, nested={"leaves": LEAF, "best": LEAF}, inline=("weight",)
)
TITLE = "title = 'T'\n"
LEAST = f"{TITLE}size = 3\nchecked = 2026-11-23\ngrams = 9\n"


def decode(toml: str) -> Record:
    return decode_table(RECORD, tomllib.loads(toml), id="x")


def test_a_table_with_the_least() -> None:
    """Missing fields have the defaults of the record, lists are empty, a condition always holds."""
    assert decode(LEAST) == Record("x", "T", 3, date(2026, 11, 23), (), ALWAYS, Weight(9))


def test_a_table_with_everything() -> None:
    """Fields under the names that they have in files, and the tables in it."""
    more = """
tags = ["a"]
when = { a = ["b"] }
visible = false
note = " N "
colour = "blue"
unit = "months"
valid_from = 2026-01-01
best = { name = "B" }
names = { de = "Ja" }
labels.one.text = "Eins"
[[leaves]]
name = "L"
alone = true
[[leaves]]
"""
    leaves, valid = (Leaf("L", True), Leaf("leaf")), ValidityPeriod(date(2026, 1, 1))
    day, weight = date(2026, 11, 23), Weight(9)
    assert decode(LEAST + more) == Record(
        "x", "T", 3, day, ("a",), when(a="b"), weight, leaves, valid, False, "N", "blue", "months", Leaf("B"),
        {"de": "Ja"}, {"one": Label("Eins")},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("toml", "value"),
    [
        ("when = {}", when({})),
        ("when = { a = ['x', 'y'], b = ['z'] }", when(a="x y", b="z")),
        ("when = [{ a = ['x'] }, { b = ['y'] }]", when({"a": "x"}, {"b": "y"})),
    ],
)
def test_a_condition(toml: str, value: Condition) -> None:
    """One table, or a list of alternatives."""
    assert decode(LEAST + toml).when == value


def test_a_day_may_be_a_text() -> None:
    """As in the index, which is JSON; the check reports the quotes."""
    assert decode(LEAST.replace("2026-11-23", "'2026-11-23'")) == decode(LEAST)


@pytest.mark.parametrize(
    ("before", "after", "path", "code", "expected"),
    [
        ("title = 'T'", "", ("title",), "missing", "text"),
        ("title = 'T'", "title = ' '", ("title",), "empty", "text"),
        ("title = 'T'", "title = 1", ("title",), "type", "text"),
        ("size = 3", "size = 0", ("size",), "type", "number"),
        ("size = 3", "size = true", ("size",), "type", "number"),
        ("size = 3", "size = 1.5", ("size",), "type", "number"),
        ("grams = 9", "", ("grams",), "missing", "number"),
        ("2026-11-23", "2026", ("checked",), "type", "date"),
        ("2026-11-23", "'some day'", ("checked",), "type", "date"),
        ("2026-11-23", "2026-11-23T10:00:00", ("checked",), "type", "date"),
        ("size", "tags = 'a'\nsize", ("tags",), "type", "texts"),
        ("size", "tags = ['a', 1]\nsize", ("tags",), "type", "texts"),
        ("size", "visible = 1\nsize", ("visible",), "type", "boolean"),
        ("size", "unit = 'moons'\nsize", ("unit",), "value", ("days", "months")),
        ("size", "when = 'x'\nsize", ("when",), "type", "table"),
        ("size", "when = { a = 'b' }\nsize", ("when", "a"), "type", "texts"),
        ("size", "valid_until = 'x'\nsize", ("valid_until",), "type", "date"),
        ("size", "best = 'x'\nsize", ("best",), "type", "table"),
        ("size", "best = { name = 1 }\nsize", ("best", "name"), "type", "text"),
        ("size", "leaves = 'x'\nsize", ("leaves",), "type", "tables"),
        ("size", "leaves = ['x']\nsize", ("leaves", 0), "type", "table"),
        ("23\n", "23\nleaves = [{}, { alone = 1 }]\n", ("leaves", 1, "alone"), "type", "boolean"),
        ("size", "names = { de = '' }\nsize", ("names", "de"), "empty", "text"),
        ("size", "labels.one = {}\nsize", ("labels", "one", "text"), "missing", "text"),
    ],
)  # fmt: skip
def test_an_error_is_data(before: str, after: str, path: FieldPath, code: str, expected: object) -> None:
    """The path to the value, a code, and what was expected: no sentence."""
    assert LEAST.count(before) == 1
    with pytest.raises(DecodeError) as caught:
        decode(LEAST.replace(before, after))
    assert [each[:3] for each in caught.value.problems] == [(path, code, expected)]


def test_all_errors_of_a_table_come_at_once() -> None:
    """Who corrects the first does not have to run the check again to learn of the second."""
    with pytest.raises(DecodeError) as caught:
        decode("title = 1\nsize = 'x'\nleaves = [{ alone = 1 }, { name = '' }, { alone = 'x' }]\nvalid_from = 1")
    assert [each.path for each in caught.value.problems] == [
        ("title",), ("size",), ("checked",), ("grams",), ("leaves", 0, "alone"), ("leaves", 2, "alone"), ("valid_from",)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("title = ' '\n", "a.toml: “title” is empty. Write it; content/README.md says what belongs there."),
        ("title = 1\n", "a.toml: “title” should be a text. See content/README.md for what belongs there."),
        ("", "a.toml: “title” is missing. Add it, as a text; content/README.md tells more."),
        ("title = 'T'\nleaves = 1", "a.toml: “leaves” should be a list of tables, [[leaves]]."),
        ("title = 'T'\nleaves = [1]", "a.toml [[leaves]] 1: a table is expected here. See content/README.md for its fields."),
        ("title = 'T'\nbest.alone = 1", "a.toml [best]: “alone” should be true or false."),
        ("title = 'T'\nunit = 'x'", "a.toml: “unit” should be days or months."),
    ],
)
def test_the_sentence_is_made_from_the_data(toml: str, sentence: str) -> None:
    """File, table, field, and what it should be."""
    with pytest.raises(DecodeError) as caught:
        decode(f"{LEAST.replace(TITLE, '')}{toml}")
    assert command_error_text(content_error_from(Path("a.toml"), caught.value.problems[0])).startswith(sentence)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), ""),
        (("de",), "[de]"),
        (("gdpr", "statements", "month"), "[gdpr.statements.month]"),
        (("links", 0), "[[links]] 1"),
        (("clocks", 1, "extension"), "[[clocks]] 2 [extension]"),
        (("questions", 0, "choices", 2), "[[questions]] 1 [[choices]] 3"),
        (("tone", "choices", 0), "[tone] [[choices]] 1"),
    ],
)
def test_a_table_is_named_by_its_head(path: FieldPath, name: str) -> None:
    """As its author wrote it."""
    assert table_name(path) == name


FORMATS = {
    name: form for room in (record_formats, letter_formats) for name, form in vars(room).items() if isinstance(form, RecordFormat)
}


@pytest.mark.parametrize("form", [RECORD, *FORMATS.values()], ids=["RECORD", *FORMATS])
def test_every_attribute_is_read_or_given(form: RecordFormat[Any]) -> None:
    """A new attribute of a record becomes a field of its file, or the loader supplies it."""
    attributes = set(getattr(form.record, "__annotations__", ()))
    read = {field.attribute for field in content_fields(form).values()} | set(form.inline) | {"valid"}
    assert attributes <= read | set(form.given)
    assert {*form.names, *form.defaults, *form.nested, *form.inline} <= attributes | {*form.types}


def test_the_fields_of_a_question() -> None:
    """As the check and content/README.md know them."""
    fields = content_fields(record_formats.QUESTION)
    assert [*fields] == ["id", "kind", "title", "why", "choices", "when", "asked", "changeable"]
    assert [name for name, field in fields.items() if field.translated] == ["title", "why"]
    assert [name for name, field in fields.items() if field.required] == ["id", "kind", "title", "why"]
    assert fields["kind"].allowed == ("one", "many", "country", "region")


def test_a_walk_meets_every_value() -> None:
    """Known or not, in tables at any depth; what has the wrong form is left to the decoder."""
    table = tomllib.loads("title = 1\nodd = 2\nbest.nam = 'x'\nleaves = [{ name = 'x', b = 1 }, 3]\nlabels.one.c = 1\n")
    located = {each.path: each.field and each.field.attribute for each in walk_table(RECORD, table)}
    assert located == {
        ("title",): "title", ("odd",): None, ("best",): "best", ("best", "nam"): None, ("leaves",): "leaves",
        ("leaves", 0, "name"): "name", ("leaves", 0, "b"): None, ("labels",): "labels", ("labels", "one", "c"): None,
    }  # fmt: skip
