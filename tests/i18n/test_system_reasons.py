"""Why the system refused something is said in the language of the program."""

import errno
import os

import pytest

from tests.running import Run
from wizard.core.system_reason import SYSTEM_REASONS, system_reason_text
from wizard.errors import WizardError
from wizard.i18n import use_language
from wizard.views.error_messages import error_text

from .test_catalogues import LANGUAGES

NUMBERS = ("ENOENT", "EACCES", "EPERM", "ENOSPC", "EDQUOT", "EROFS", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "EMFILE", "EIO")


@pytest.mark.parametrize("name", NUMBERS)
def test_the_reasons_that_users_meet_are_known(name: str) -> None:
    """As this system words them."""
    assert os.strerror(getattr(errno, name)) in SYSTEM_REASONS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", sorted(SYSTEM_REASONS))
def test_no_reason_stays_english(language: str, reason: str) -> None:
    """In a whole sentence; a path of the same name is left as it is."""
    use_language(language)
    said = error_text(WizardError("output-not-written", path="Is a directory", reason=reason))
    assert f": {reason}" not in said
    assert str(system_reason_text(reason)) in said
    assert "Is a directory" in said


def test_another_reason_is_given_as_it_is() -> None:
    """Windows says it in the user's language itself."""
    use_language("de")
    assert system_reason_text("Das System kann die Datei nicht finden") == "Das System kann die Datei nicht finden"


@pytest.mark.parametrize(
    ("language", "quoted", "alternatives"),
    [
        ("de", "„2999-01-01“: ", "instagram-profile oder privacy-settings/instagram-professional"),
        ("pl", "„2999-01-01”: ", "instagram-profile lub privacy-settings/instagram-professional"),
        ("es", "«2999-01-01»: ", "instagram-profile o privacy-settings/instagram-professional"),
    ],
)
def test_quotation_marks_and_alternatives_are_those_of_the_language(
    run: Run, language: str, quoted: str, alternatives: str
) -> None:
    """Also where a sentence is put together from what was typed."""
    assert quoted in run("--lang", language, "mark", "case/facebook", "sent", "--on", "2999-01-01").err
    run("answer", "country=FR", "services=instagram", "habits=professional")
    assert alternatives in run("--lang", language, "why", "instagram-pr").err


def test_an_unknown_language_is_reported_in_the_language_of_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or of the setting."""
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Das Programm spricht „zz“ nicht." in run("--lang", "zz", "status").err
