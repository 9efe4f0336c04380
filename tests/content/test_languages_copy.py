"""The list of the program's languages: the copy that is written with the index is used only while it is fresh."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.content import language_choice
from wizard.content.language_choice import LANGUAGES, LANGUAGES_COPY, interface_languages

WRITTEN = '[en]\nname = "English"\n\n[xx]\nname = "Xxish"\n\n[yy]\nname = "Only letters"\nletters_only = true\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a copy that differs from the file, to tell which of the two was read."""
    (tmp_path / LANGUAGES).write_text(WRITTEN)
    (tmp_path / LANGUAGES_COPY).write_text(json.dumps([len(WRITTEN), {"en": {"name": "English"}, "copy": {"name": "Copy"}}]))
    monkeypatch.setattr(language_choice, "_OWN_FOLDER", f"{tmp_path}/")
    monkeypatch.setattr(language_choice, "SHIPPED", f"{tmp_path}/shipped/{LANGUAGES}")
    monkeypatch.setattr(language_choice, "CHECKOUT", f"{tmp_path}/{LANGUAGES}")
    monkeypatch.setattr(language_choice, "interface_languages", interface_languages.__wrapped__)
    return tmp_path


def _later(folder: Path) -> None:
    written = (folder / LANGUAGES_COPY).stat().st_mtime_ns
    os.utime(folder / LANGUAGES, ns=(written + 10**9,) * 2)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda folder: None, {"en", "copy"}),
        (_later, {"en", "xx"}),
        (lambda folder: (folder / LANGUAGES_COPY).unlink(), {"en", "xx"}),
        (lambda folder: (folder / LANGUAGES_COPY).write_text("[1"), {"en", "xx"}),
        (lambda folder: (folder / LANGUAGES_COPY).write_text("[1, {}]"), {"en", "xx"}),
    ],
    ids=["fresh", "changed", "no copy", "half a copy", "another size"],
)
def test_a_copy_that_is_not_fresh_is_not_used(folder: Path, change: Callable[[Path], object], expected: set[str]) -> None:
    """The file itself is read then. A language for letters only is none of the program's."""
    change(folder)
    assert set(language_choice.interface_languages()) == expected


def test_inside_the_package_times_tell_nothing(folder: Path) -> None:
    """An installer writes files in any order."""
    (folder / "shipped").mkdir()
    (folder / LANGUAGES).rename(folder / "shipped" / LANGUAGES)
    os.utime(folder / LANGUAGES_COPY, (1, 1))
    assert set(language_choice.interface_languages()) == {"en", "copy"}
