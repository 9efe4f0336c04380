"""What translators are given, and how their texts are marked as current."""

import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from tests.running import Run
from wizard.check import check_content
from wizard.check.overlay_files import find_source, stamp_overlay, translatable_places, write_skeleton
from wizard.content.overlay import overlay_texts, source_texts, stamps
from wizard.content.translated_files import read_overlay, read_source

from .checking import SOUND, TODAY

LONG = 6
"""Words of a text that is certainly a sentence."""
FORM, FORM_DE = "actions/objection/facebook-form.md", "actions/objection/facebook-form.de.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sound content."""
    return copytree(SOUND, tmp_path / "content")


def _notices(root: Path) -> list[tuple[str, str]]:
    return [(each.rule, each.place) for each in check_content(root, TODAY).notices]


@pytest.mark.parametrize("place", list(translatable_places(SOUND)))
def test_a_new_overlay_has_every_text_of_its_source(root: Path, place: str) -> None:
    """In English, to be written over; only names, which are the same in every language, count as translated."""
    overlay = write_skeleton(root, place, "fr")
    source = read_source(root, place)
    read = read_overlay(root, overlay)
    assert find_source(root, overlay) == place
    needed = {path: text.value for path, text in source_texts(source).items() if not text.optional}  # not the titles of sources
    assert overlay_texts(read) == needed
    stamp_overlay(root, overlay, renew=False)
    sentences = {path for path, text in source_texts(source).items() if len(str(text.value).split()) > LONG}
    assert sentences.isdisjoint(stamps(read_overlay(root, overlay)))


def test_a_skeleton_keeps_what_is_translated(root: Path) -> None:
    """So a translator can fetch the texts that were added meanwhile."""
    before = read_overlay(root, FORM_DE)
    write_skeleton(root, FORM, "de")
    assert read_overlay(root, FORM_DE) == before
    assert _notices(root) == []


def test_a_changed_source_makes_its_translation_stale_until_someone_has_looked(root: Path) -> None:
    """Without the name of the file nobody has said that they did."""
    source = root / FORM
    source.write_text(source.read_text().replace("Send the form for Facebook", "Send Facebook's form"))
    assert _notices(root) == [("stale-translation", FORM_DE)]
    assert stamp_overlay(root, FORM_DE, renew=False) == 0
    assert _notices(root) == [("stale-translation", FORM_DE)]
    assert stamp_overlay(root, FORM_DE, renew=True) == 1
    assert _notices(root) == []


def test_a_missing_text_is_named(root: Path) -> None:
    """And the rest of the file still counts."""
    overlay = root / FORM_DE
    overlay.write_text(overlay.read_text().replace('gain = "Ihr Widerspruch ist unterwegs."\n', ""))
    assert [each.what for each in check_content(root, TODAY).notices] == ["Not translated into de: gain."]


def test_an_offered_language_lacks_nothing_unsaid(root: Path) -> None:
    """What has no overlay at all is named as well, once the language is offered."""
    languages = root / "languages.toml"
    languages.write_text(languages.read_text().replace('tag  = "de"', 'tag  = "de"\noffered = true'))
    places = {place for rule, place in _notices(root) if rule == "missing-translation"}
    assert {"outcomes.toml", "regimes/eu.toml", "countries.csv"} <= places
    assert FORM_DE not in places


def test_what_a_letter_needs_beside_its_text_is_named(root: Path) -> None:
    """A chronology without its words would leave out what happened."""
    languages = root / "letters" / "languages.toml"
    languages.write_text(languages.read_text().replace("[de.happenings.refused]", "[de.happenings.partly]"))
    assert [each.what for each in check_content(root, TODAY).notices] == ["Not translated into de: refused."]


def test_the_command_stamps_and_writes(root: Path, run: Run) -> None:
    """As content/README.md says."""
    written = run("check", "--content", str(root), "--skeleton", "de", str(root / "services.toml"))
    assert (written.code, written.out.strip()) == (0, str(root / "services.de.toml"))
    stamped = run("check", "--content", str(root), "--stamp")
    assert "marked as current" in stamped.out
    assert tomllib.loads((root / "services.de.toml").read_text())["stamps"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--stamp {root}/none.de.toml", "There is no translation “"),
        ("--stamp {root}/../elsewhere.de.toml", "There is no translation “"),
        ("--skeleton xx", "There is no language “xx”"),
        ("--skeleton de {root}/retired.toml", "There is nothing to translate in “retired.toml”."),
        ("--skeleton de {root}/../elsewhere.toml", "There is nothing to translate in “"),
    ],
)
def test_the_command_names_what_it_cannot_stamp_or_write(root: Path, run: Run, words: str, sentence: str) -> None:
    """Also a file outside of the content folder."""
    said = run("check", "--content", str(root), *words.format(root=root).split())
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert said.err.startswith(sentence)


def test_the_share_is_printed(run: Run) -> None:
    """For each language that someone has begun."""
    said = run("check", "--content", str(SOUND))
    assert said.out.endswith("Translated: de 1%.\n")


@pytest.mark.parametrize(
    ("german", "found"),
    [
        ('{{ "endete" if expired else "endet" }}', []),
        ('{{ "endete" if overdue else "endet" }}', ["different-placeholders"]),
        ("endete", ["different-placeholders"]),
    ],
)
def test_the_words_that_a_placeholder_chooses_from_are_translated(root: Path, german: str, found: list[str]) -> None:
    """Its condition is that of the source."""
    for place, words in (
        ("letters/objection-eu.md", '{{ "ended" if expired else "ends" }}'),
        ("letters/objection-eu.de.md", german),
    ):
        path = root / place
        path.write_text(path.read_text(encoding="utf-8").replace("{{ today }}", f"{{{{ today }}}}: {words}", 1), encoding="utf-8")
    stamp_overlay(root, "letters/objection-eu.de.md", renew=True)
    assert [finding.rule for finding in check_content(root, TODAY).findings] == found
