"""The index of the content: used only while it is fresh, and then the library is the same."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.samples import CONTENT, small
from wizard.content import content_index
from wizard.content.content_index import load_fresh_index, write_index
from wizard.content.content_loader import build_library
from wizard.content.content_reader import ContentReader
from wizard.content.overlay import text_hash

UNTRANSLATED = "+++\n+++\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small content folder in a checkout whose index has just been written."""
    root = copytree(CONTENT, tmp_path / "content")
    monkeypatch.setattr(content_index, "INDEX", tmp_path / "wizard" / "index.jsonl")
    content_index.INDEX.parent.mkdir()
    write_index(root)
    return root


def _later(path: Path) -> None:
    os.utime(path, ns=(content_index.INDEX.stat().st_mtime_ns + 10**9,) * 2)


def _longer(path: Path) -> None:
    times = path.stat()
    path.write_text(path.read_text() + "\n")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_the_library_is_the_same_with_and_without(folder: Path) -> None:
    """Every value, though most of them are made only when they are asked for."""
    files = load_fresh_index(folder)
    assert files
    assert build_library(ContentReader(files)) == small()


@pytest.mark.parametrize(
    "change",
    [
        lambda root: _later(root / "actions" / "advocate" / "write.md"),
        lambda root: _longer(root / "sources.toml"),
        lambda root: (root / "articles" / "new.md").write_text("+++\n+++\n"),
        lambda root: (root / "articles" / "what-is-public.md").unlink(),
        lambda root: content_index.INDEX.unlink(),
        lambda root: content_index.INDEX.write_text("{half"),
        lambda root: content_index.INDEX.write_bytes(b"\xff"),
    ],
    ids=["changed", "longer", "added", "removed", "no index", "half an index", "no text"],
)
def test_an_index_that_is_not_fresh_is_not_used(folder: Path, change: Callable[[Path], object]) -> None:
    """The files themselves are read then."""
    change(folder)
    assert load_fresh_index(folder) is None


def test_inside_the_package_times_tell_nothing(folder: Path) -> None:
    """An installer writes its files in any order; sizes still count."""
    packed = folder.rename(content_index.INDEX.parent / "shipped")
    _later(packed / "sources.toml")
    assert load_fresh_index(packed)
    _longer(packed / "sources.toml")
    assert load_fresh_index(packed) is None


def test_a_changed_translation_leaves_the_other_languages_in_the_index(folder: Path) -> None:
    """A start asks about the files of its own language only."""
    (folder / "regimes" / "eu.xx.toml").write_text('name = "Toy union"\n')
    (folder / "regimes" / "eu.yy.toml").write_text('name = "Play union"\n')
    write_index(folder)
    _later(folder / "regimes" / "eu.xx.toml")
    files = load_fresh_index(folder)
    assert files
    assert files.in_language("xx") is None
    assert files.in_language("yy")


@pytest.mark.parametrize("is_translated", [True, False], ids=["translated since", "no more"])
def test_the_languages_of_a_letter_are_those_of_now(folder: Path, is_translated: bool) -> None:
    """Though no English file has changed."""
    source = folder / "letters" / "plain.md"
    source.parent.mkdir()
    source.write_text("+++\n+++\nI object.\n")
    translated = f'+++\n[stamps]\n"(text)" = "{text_hash("I object.")}"\n+++\nIch widerspreche.\n'
    overlay = source.with_suffix(".xx.md")
    overlay.write_text(UNTRANSLATED if is_translated else translated)
    write_index(folder)
    overlay.write_text(translated if is_translated else UNTRANSLATED)
    _later(overlay)
    files = load_fresh_index(folder)
    assert files
    assert files.letter_languages("letters/plain.md") == (("xx",) if is_translated else ())
