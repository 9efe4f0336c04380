"""Translations of content: what replaces what, and what falls back to English."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.samples import CONTENT
from wizard.content import content_index
from wizard.content.content_files import overlay_language, overlay_place, overlay_source
from wizard.content.content_index import load_fresh_index, write_index
from wizard.content.content_loader import build_library, load_content_folder
from wizard.content.content_reader import ContentReader
from wizard.content.languages import files_in_language
from wizard.content.menu_words import with_menu_words
from wizard.content.overlay import (
    Overlay,
    SourceFile,
    current_texts,
    overlay_texts,
    path_name,
    source_texts,
    text_hash,
    translate_file,
)
from wizard.core.content_models import MenuLanguage, MenuWord

OUTCOMES = SourceFile("outcomes.toml", {"sent": {"label": "I sent it", "status": "waiting"}, "closed": {"label": "Closed"}})
QUESTIONS = SourceFile(
    "questions/20-accounts.toml",
    {"questions": [{"id": "form", "title": "Did it open?", "why": "So.", "choices": [{"id": "yes", "label": "Yes"}]}]},
)
REGIME = SourceFile(
    "regimes/eu.toml", {"name": "EU", "headlines": {"opt-out": "You can."}, "can": [{"text": "One."}, {"text": "Two."}]}
)
STEP = SourceFile("actions/objection/form.md", {"title": "Object", "links": [{"label": "Form", "source": "x"}]}, "Do it.")
LETTER = SourceFile(
    "letters/objection.md",
    {"title": "Objection", "says": "You object.", "language": "en", "subject": "My objection",
     "blanks": [{"id": "tone", "label": "How", "choices": [{"id": "kind", "label": "Kindly", "text": "Please"}]}]},
    "Dear {{ name }}",
)  # fmt: skip
SOURCES = [OUTCOMES, QUESTIONS, REGIME, STEP, LETTER]


def translated(text: Any) -> Any:
    """A translation that shows what it translates."""
    return [f"[{each}]" for each in text] if isinstance(text, list) else f"[{text}]"


def overlay(source: SourceFile, language: str = "de", **extra: Any) -> Overlay:
    """An overlay of all texts, each with its stamp."""
    fields: dict[str, Any] = {"stamps": {}, **extra}
    body = ""
    for path, text in source_texts(source).items():
        fields["stamps"][path_name(path)] = text_hash(text.value)
        if path == ("(text)",):
            body = translated(text.value)
            continue
        table = fields
        for name in path[:-1]:
            table = table.setdefault(name, {})
        table[path[-1]] = translated(text.value)
    return Overlay(language, _with_lists(fields), body)


def _with_lists(table: Mapping[str, Any]) -> dict[str, Any]:
    """Write tables by position as the lists that they are in a file."""
    made = {name: _with_lists(value) if isinstance(value, Mapping) else value for name, value in table.items()}
    return {
        name: list(value.values()) if isinstance(value, Mapping) and value and all(key.isdigit() for key in value) else value
        for name, value in made.items()
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("outcomes.toml", "outcomes.de.toml"),
        ("countries.csv", "countries.de.toml"),
        ("actions/objection/facebook-form.md", "actions/objection/facebook-form.de.md"),
    ],
)
def test_an_overlay_stands_beside_its_source(place: str, expected: str) -> None:
    """And is known by its name."""
    assert overlay_place(place, "de") == expected
    assert overlay_language(expected) == "de"
    assert overlay_source(expected).rpartition(".")[0] == place.rpartition(".")[0]
    assert overlay_language(place) == ""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.place)
def test_every_text_is_replaced_and_nothing_else(source: SourceFile) -> None:
    """Ids, statuses and sources are those of the source."""
    made = translate_file(source, [overlay(source)])
    texts = {path: text.value for path, text in source_texts(source).items()}
    assert {path: text.value for path, text in source_texts(made._replace(fields={**made.fields, "language": "en"})).items()} == {
        path: translated(text) for path, text in texts.items()
    }
    assert "[" not in str(_other_values(made.fields))


def _other_values(value: Any) -> Any:
    """The values that are no texts for users."""
    if isinstance(value, Mapping):
        return {
            name: _other_values(each) for name, each in value.items() if name in ("id", "status", "source", "choices", "links")
        }
    return tuple(map(_other_values, value)) if isinstance(value, list) else value


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.place)
def test_a_stale_text_is_english_and_the_others_stay(source: SourceFile) -> None:
    """Each text has its own stamp; only the texts that go into a letter are taken all or none."""
    complete = overlay(source)
    for path, text in source_texts(source).items():
        stamps = {**complete.fields["stamps"], path_name(path): "00000000"}  # type: ignore[dict-item]
        current = current_texts(source, complete._replace(fields={**complete.fields, "stamps": stamps}))
        lost = {each for each, other in source_texts(source).items() if text.in_letter and other.in_letter} | {path}
        assert set(source_texts(source)) - set(current) == lost


def test_without_a_stamp_nothing_is_current() -> None:
    """A translation that was never marked may be one of another text."""
    bare = overlay(OUTCOMES)
    assert current_texts(OUTCOMES, bare._replace(fields={**bare.fields, "stamps": {}})) == {}


def test_a_text_that_moved_is_found_by_its_stamp() -> None:
    """A statement that is added before others does not make them English."""
    old = overlay(REGIME)
    longer = REGIME._replace(fields={**REGIME.fields, "can": [{"text": "Zero."}, {"text": "One."}, {"text": "Two."}]})
    made = translate_file(longer, [old]).fields["can"]
    assert [each["text"] for each in made] == ["Zero.", "[One.]", "[Two.]"]  # type: ignore[attr-defined]


def test_a_translated_letter_says_its_language() -> None:
    """And that no lawyer has read it, until its overlay says so."""
    made = translate_file(LETTER, [overlay(LETTER)])
    assert (made.fields["language"], made.fields["reviewed"]) == ("de", False)
    assert translate_file(LETTER, [overlay(LETTER, reviewed=True)]).fields["reviewed"] is True


def test_a_letter_in_another_language_is_only_described() -> None:
    """A letter that was written in Portuguese stays as it is in every language."""
    foreign = LETTER._replace(fields={**LETTER.fields, "language": "pt"})
    made = translate_file(foreign, [overlay(foreign)])
    assert (made.fields["title"], made.body, made.fields["language"]) == ("[Objection]", LETTER.body, "pt")


def test_a_regional_overlay_counts_before_the_general_one() -> None:
    """European Portuguese takes what it does not say itself from Portuguese."""
    made = translate_file(LETTER, [overlay(LETTER, "pt"), Overlay("pt-PT", {"stamps": {}})])
    assert made.fields["language"] == "pt"


def test_search_words_are_added() -> None:
    """People search in their own language and in English; these need no stamps."""
    source = SourceFile("search.toml", {"stop_words": ["a"], "step": {"x": ["photo"]}})
    made = translate_file(source, [Overlay("de", {"stop_words": ["der"], "step": {"x": ["Bild"], "y": ["neu"]}})])
    assert made.fields == {"stop_words": ["a", "der"], "step": {"x": ["photo", "Bild"], "y": ["neu"]}}


def test_overlay_texts_have_the_paths_of_the_source() -> None:
    """So that a stamp and an error name the same text."""
    for source in SOURCES:
        assert set(overlay_texts(overlay(source))) == set(source_texts(source))


MENU = MenuLanguage(
    "de", ("s",), "früher: {word}",
    {"Settings": MenuWord("Einstellungen", 2025), "Limit": MenuWord("Begrenzen", 2021), "Info": MenuWord("Info", 2025)},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Öffne **Settings**.", "Öffne **Einstellungen** (Settings)."),
        ("**Settings**, **Settings**", "**Einstellungen** (Settings), **Einstellungen**"),
        ("**Settings**\n## B {#b}\n**Settings**", "**Einstellungen** (Settings)\n## B {#b}\n**Einstellungen** (Settings)"),
        ("**Limit**", "**Limit** (früher: Begrenzen)"),
        ("**Info** und **Unknown** und Settings", "**Info** und **Unknown** und Settings"),
    ],
)  # fmt: skip
def test_menu_words_are_those_of_the_app(text: str, expected: str) -> None:
    """Meta's own word first, the English one beside it; a word that may have changed says so, an unknown one stays English."""
    assert with_menu_words(text, MENU) == expected


LANGUAGES = '[en]\nname = "English"\ntag = "en"\noffered = true\n\n[xx]\nname = "Toyish"\ntag = "eo"\noffered = true\n'


@pytest.fixture
def toy_folder(tmp_path: Path) -> Path:
    """A content folder to which someone has added a language."""
    root = copytree(CONTENT, tmp_path / "content")
    (root / "languages.toml").write_text(LANGUAGES)
    stamp = text_hash(load_content_folder(root).regimes["eu"].name)
    (root / "regimes" / "eu.xx.toml").write_text(f'name = "Toy union"\n\n[stamps]\nname = "{stamp}"\n')
    return root


def test_a_new_language_needs_no_code(toy_folder: Path) -> None:
    """Its files are enough, and the rest is English."""
    english, toy = load_content_folder(toy_folder), load_content_folder(toy_folder, "xx")
    assert toy.regimes["eu"].name == "Toy union"
    assert toy.regimes["eu"].can == english.regimes["eu"].can
    assert english.in_language["xx"].regimes["eu"].name == "Toy union"
    assert list(toy.steps) == list(english.steps)


def test_the_index_holds_every_language(toy_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a start in another language parses no content files; a language that is gone leaves nothing behind."""
    monkeypatch.setattr(content_index, "INDEX", tmp_path / "wizard" / "index.jsonl")
    content_index.INDEX.parent.mkdir()
    write_index(toy_folder)
    files = load_fresh_index(toy_folder)
    assert files
    translated_files = files_in_language(files, "xx")
    assert translated_files.proven
    assert build_library(ContentReader(translated_files)) == load_content_folder(toy_folder, "xx")._replace(language="en")
    (toy_folder / "regimes" / "eu.xx.toml").unlink()
    write_index(toy_folder)
    assert not content_index.language_index("xx").exists()
