"""The language of the program: by option, variable, setting or locale."""

import json
from pathlib import Path

import pytest

from tests.running import Run
from wizard.content import language_choice
from wizard.content.language_choice import choose_language, language_option
from wizard.errors import WizardError
from wizard.i18n import current_language, use_language
from wizard.storage.language_setting import read_language_setting

KNOWN: dict[str, dict[str, object]] = {
    "en": {"name": "English", "offered": True},
    "de": {"name": "Deutsch", "offered": True},
    "pt": {"name": "Português", "offered": True},
    "fr": {"name": "Français"},
}


@pytest.fixture(autouse=True)
def languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three languages that are offered, and one that is not complete yet."""
    monkeypatch.setattr(language_choice, "interface_languages", lambda: KNOWN)


@pytest.mark.parametrize(
    ("option", "env", "setting", "expected"),
    [
        (None, {}, "", "en"),
        (None, {"LANG": "C"}, "", "en"),
        (None, {"LANG": "C.UTF-8"}, "", "en"),
        (None, {"LANG": "POSIX"}, "", "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "", "de"),
        (None, {"LANG": "de_AT@euro"}, "", "de"),
        (None, {"LANG": "pt_BR.UTF-8"}, "", "pt"),
        (None, {"LANG": "xx_XX"}, "", "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "", "en"),  # not offered
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE"}, "", "de"),
        (None, {"LANG": "de_DE", "LC_MESSAGES": "de_DE", "LC_ALL": "C"}, "", "en"),
        (None, {"LANG": "de_DE"}, "en", "en"),
        (None, {"LANG": "en_GB"}, "de", "de"),
        (None, {"LANG": "en_GB"}, "zz", "en"),  # a language of a newer version
        (None, {"PROTECT_MY_PHOTOS_LANG": "fr"}, "de", "fr"),  # for translators
        (None, {"PROTECT_MY_PHOTOS_LANG": ""}, "de", "de"),
        ("fr", {"PROTECT_MY_PHOTOS_LANG": "de"}, "de", "fr"),
        ("DE", {}, "", "de"),
        ("pt-BR", {}, "", "pt"),
        ("en", {"LANG": "de_DE"}, "de", "en"),
    ],
)
def test_which_language_is_used(option: str | None, env: dict[str, str], setting: str, expected: str) -> None:
    """The first that names one decides. A language that is not offered is used only if it is asked for by name."""
    assert choose_language(option, env, lambda: setting) == expected


@pytest.mark.parametrize(("option", "env"), [("zz", {}), (None, {"PROTECT_MY_PHOTOS_LANG": "zz"})])
def test_an_unknown_language_is_refused(option: str | None, env: dict[str, str]) -> None:
    """With all that there are."""
    with pytest.raises(WizardError) as refused:
        choose_language(option, env, lambda: "")
    assert refused.value.code == "language-unknown"
    assert "de (Deutsch)" in str(refused.value.values["languages"])


def test_an_unknown_language_on_the_command_line_is_wrong_usage(run: Run) -> None:
    """One sentence, and what to choose from."""
    said = run("--lang", "zz", "status")
    assert said.code == 2
    assert said.sentence.startswith("The program doesn't speak “zz”.")


@pytest.mark.parametrize("words", ["--lang de status", "--lang=de status", "--state x.json --lang de status"])
def test_the_option_stands_before_the_command(run: Run, words: str) -> None:
    """It is the language of the program."""
    run(*words.split())
    assert current_language() == "de"


def test_after_letter_it_is_the_language_of_the_letter(run: Run) -> None:
    """As it always was."""
    run("answer", "country=BR", "services=facebook")
    said = run("letter", "objection", "--lang", "pt", "--about")
    assert current_language() == "en"
    assert said.code == 0
    assert "Portuguese" in said.out


def test_the_setting_is_read_before_anything_is_printed(run: Run, tmp_path: Path) -> None:
    """A help page is in the language of the user too. A note with the same words sets nothing."""
    state = tmp_path / "mine.json"
    note = {"kind": "note", "note": '"language": "fr"'}
    state.write_text(json.dumps({"schema": 1, "events": [note], "settings": {"language": "de"}}, indent=1))
    assert read_language_setting(state) == "de"
    run("--state", str(state), "--help")
    assert current_language() == "de"


def test_without_a_state_file_there_is_no_setting(tmp_path: Path) -> None:
    """Nor with one that cannot be read, which is reported where it is needed."""
    assert read_language_setting(tmp_path / "none.json") == ""
    assert read_language_setting(tmp_path) == ""


@pytest.mark.parametrize(
    ("named", "spoken_at_the_end", "option"),
    [
        (None, "de", ""),
        ("", "de", ""),
        ("de", "de", " --lang de"),
        ("de_AT.UTF-8", "de", " --lang de"),
        ("en", "en", " --lang en"),
        ("de", "pt", ""),
    ],
)
def test_the_last_words_repeat_the_language_that_was_named(named: str | None, spoken_at_the_end: str, option: str) -> None:
    """Unless another one was chosen since: that is a setting, which an option would hide."""
    use_language(spoken_at_the_end)
    assert language_option(named) == option
