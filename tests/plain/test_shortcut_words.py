"""The words of the shortcuts, as they are said in every language: "b back" can be answered with "back"."""

from pathlib import Path

import pytest

from tests.catalogues import interface_languages
from tests.plain.telling import HAMBURG, heard, session
from wizard.i18n import _ as translated
from wizard.i18n import speaking
from wizard.plain.shortcuts import BACK, shortcut_letter
from wizard.views.line_mode_texts import SHORTCUTS

LANGUAGES = ("en", *interface_languages(Path(__file__).parents[2]))
WORDS = {
    "de": ("zurück", "auslassen", "warum", "Hilfe", "beenden"),
    "fr": ("retour", "passer", "pourquoi", "aide", "quitter"),
    "es": ("atras", "omitir", "por que", "ayuda", "salir"),
    "pl": ("wstecz", "pomin", "dlaczego", "pomoc", "wyjdz"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_that_is_offered_is_taken(language: str) -> None:
    """So a new language needs no code; and the English words are always known."""
    with speaking(language):
        for letter, (short, _sentence) in SHORTCUTS.items():
            assert shortcut_letter(letter) == letter
            assert shortcut_letter(translated(short).partition(" ")[2]) == letter == shortcut_letter(short.partition(" ")[2])
        assert [shortcut_letter(word) for word in WORDS.get(language, ())] == [*SHORTCUTS][: len(WORDS.get(language, ()))]
        assert shortcut_letter("Backup") == "backup"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_for_back_takes_no_record_back(language: str, tmp_path: Path) -> None:
    """In some languages a row of the menu has the same word in it: "take the last record back"."""
    on = session(tmp_path / "state.json", HAMBURG, [("case/facebook", "sent", "2026-11-09")])
    with speaking(language):
        word = translated(SHORTCUTS[BACK][0]).partition(" ")[2]
        heard(on, "7", word, word, "4", word)
    assert [event.kind for event in on.events if event.kind != "answered"] == ["sent"]
