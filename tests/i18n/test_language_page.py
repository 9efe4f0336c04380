"""Choosing the language: each by its own name, on the first screen and in line mode."""

from pathlib import Path

import pytest

from tests.plain.telling import heard
from tests.tui.making import session, sitting, wizard
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import InterfaceLanguage, Library
from wizard.i18n import current_language, use_language
from wizard.plain.reply_parser import parse_yes_no
from wizard.storage.language_setting import read_language_setting
from wizard.views.actions import OpenPage, PageName, UseLanguage
from wizard.views.home import welcome_page
from wizard.views.language import language_choice, language_page

LANGUAGES = {
    "en": InterfaceLanguage("en", "English", "en", offered=True),
    "de": InterfaceLanguage("de", "Deutsch", "de", offered=True),
    "fr": InterfaceLanguage("fr", "Français", "fr"),
}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state file that is not there yet."""
    return tmp_path / "state.json"


def library(*offered: str, language: str = "en") -> Library:
    """The shipped content, with these languages complete."""
    languages = {id: each._replace(offered=id in offered) for id, each in LANGUAGES.items()}
    return load_shipped_content()._replace(interface_languages=languages, language=language)


def test_every_language_has_its_own_name() -> None:
    """People who cannot read the present language find theirs."""
    (choice,) = language_choice(library("en", "de"))
    assert (choice.label, choice.action) == ("English · Deutsch", OpenPage(PageName.LANGUAGE))
    page = language_page(library("en", "de"))
    expected = [("English", UseLanguage("en")), ("Deutsch", UseLanguage("de"))]
    assert [(each.label, each.action) for each in page.choices] == expected
    assert (page.default, page.sections) == ("en", ())


def test_a_single_language_is_no_choice() -> None:
    """Nothing is shown then."""
    assert language_choice(library("en")) == ()
    assert "language" not in [each.id for each in welcome_page(library("en")).choices]


def test_a_language_that_is_not_complete_says_so_to_those_who_use_it() -> None:
    """Translators see it; nobody else is offered it."""
    page = language_page(library("en", language="fr"))
    assert [each.label for each in page.choices] == ["English", "Français"]
    assert "not complete" in str(page.sections)


async def test_a_key_of_the_first_screen_asks_for_the_language(state: Path) -> None:
    """The answer is kept, and the screen is drawn anew in that language."""
    opened = session(state)
    opened.use_library(library("en", "de"))
    app = wizard(opened)
    async with sitting(app) as person:
        await person.at("WelcomeScreen")
        await person.shows("English · Deutsch")
        await person.go("g", "LanguageDialog")
        await person.shows("Deutsch")
        await person.press("down", "enter")
    assert app.is_restarting
    assert (current_language(), read_language_setting(state)) == ("de", "de")


def test_line_mode_goes_on_in_the_language(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a new start; the names are in the main menu."""
    monkeypatch.setattr("wizard.plain.language.load_shipped_content", lambda: library("en", "de", language=current_language()))
    opened = session(state)
    opened.use_library(library("en", "de"))
    said = heard(opened, "5", "2")
    assert "5. English, Deutsch" in said
    assert "Die Sprache ist jetzt Deutsch." in said
    assert opened.snapshot.library.language == "de"
    assert read_language_setting(state) == "de"


@pytest.mark.parametrize(
    ("language", "text", "meaning"),
    [
        ("de", "ja", True), ("de", "J", True), ("de", "nein", False), ("de", "yes", True),
        ("es", "sí", True), ("es", "si", True), ("it", "sì", True), ("pt", "não", False), ("pt", "nao", False),
        ("pl", "T", True), ("pl", "nie", False), ("fr", "oui", True), ("nl", "nee", False), ("en", "y", True),
    ],
)  # fmt: skip
def test_yes_and_no_are_taken_in_the_language_of_the_program(language: str, text: str, meaning: bool) -> None:
    """With their first letters, with or without accents, and in English too."""
    use_language(language)
    assert parse_yes_no(text, default=not meaning) is meaning
