"""The declared formats: every file has one, the page of fields is made from them, and they say which texts are translated."""

import re
from fnmatch import fnmatchcase

import pytest

from tests.content_fields import PAGE, fields_page
from wizard.content.content_files import content_root, overlay_language
from wizard.content.file_formats import FILE_FORMATS, walk_file

ROOT = content_root()
FOR_USERS = {
    "actions/*/action.md": "title summary elsewhere.title elsewhere.summary elsewhere.intro",
    "actions/*/*.md": "title impact_why links.label gain",
    "articles/*.md": "title summary keywords",
    "questions/*.toml": "questions.title questions.why questions.choices.label questions.choices.hint questions.choices.advice",
    "letters/*.md": "title says limits blanks.label blanks.why blanks.choices.label statements.article statements.text",
    "letters/addressees.toml": "lines note",
    "countries.csv": "name law safety note",
    "sources.toml": "reason",
    "outcomes.toml": "label recommend again meanwhile late",
    "requests.toml": "name title recommend summary",
}


def test_the_page_of_fields_is_current() -> None:
    """Made anew with `python -m tests.content_fields` after a change of a record or its format."""
    assert PAGE.read_text(encoding="utf-8") == fields_page()


def test_every_content_file_has_a_format() -> None:
    """But the page for writers, and the list of former ids, which has no fields. A translation has that of its source."""
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.suffix in (".md", ".toml", ".csv")}
    files = {place for place in files if not overlay_language(place)}
    without = {place for place in files if not any(fnmatchcase(place, each.pattern) for each in FILE_FORMATS)}
    assert without == {"README.md", "retired.toml"}


@pytest.mark.parametrize("pattern", FOR_USERS)
def test_the_texts_that_users_read_are_translated(pattern: str) -> None:
    """Ids, sources, days and the words of a letter in its own language are not."""
    section = fields_page().partition(f"## `{pattern}`")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `([^`]+)` \|.*\| yes \|$", section, re.MULTILINE) == FOR_USERS[pattern].split()


def test_a_record_file_is_walked_record_by_record() -> None:
    """The path of a value begins with the id of its record."""
    located = list(walk_file("services.toml", {"x": {"name": "X", "nam": "Y"}, "odd": 1}))
    assert [(each.path, each.field is not None) for each in located] == [(("x", "name"), True), (("x", "nam"), False)]
