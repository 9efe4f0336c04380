"""The catalogues of the languages: whole, well formed, and read only when a message is shown."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.catalogues import interface_languages, is_translated, known_translations, update_catalogue
from wizard import i18n
from wizard.content.catalogue_compiler import catalogue_path, compile_catalogues, read_catalogue
from wizard.i18n import _, language_tag, ngettext, speaking

ROOT = Path(__file__).parents[2]
LANGUAGES = interface_languages(ROOT)
MARKUP = re.compile(r"`[^`]*`|--[a-z-]+|https?://\S+")
"""What is the same in every language: commands, options and addresses."""


def messages(language: str) -> list[Message]:
    """The translated messages of a language."""
    return [each for each in read_catalogue(catalogue_path(ROOT, language)) if each.id and is_translated(each)]


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


def _names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_in_every_catalogue(language: str) -> None:
    """`make messages` brings them up to date."""
    with (ROOT / "locale" / "messages.pot").open("rb") as file:
        template = {(each.context, each.id) for each in read_po(file) if each.id}
    catalogue = {(each.context, each.id) for each in read_catalogue(catalogue_path(ROOT, language)) if each.id}
    assert catalogue == template


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_commands_stay(language: str) -> None:
    """What the program fills in, and what people type."""
    for message in messages(language):
        singular, *plural = _forms(message.id)
        for form in _forms(message.string):
            allowed = _names(singular) | {name for each in plural for name in _names(each)}
            assert _names(form) <= allowed, form
            assert _names(singular) - {"count"} <= _names(form), form
            assert sorted(MARKUP.findall(form)) == sorted(MARKUP.findall(plural[0] if plural else singular)), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    """Two in German, three in Polish."""
    catalogue = read_catalogue(catalogue_path(ROOT, language))
    for message in messages(language):
        if isinstance(message.id, tuple):
            assert isinstance(message.string, tuple | list)
            assert len(message.string) == catalogue.num_plurals


def test_nobody_translates_a_form_for_whole_millions() -> None:
    """French and its neighbours have one; this program counts photos and days."""
    numbers = {language: read_catalogue(catalogue_path(ROOT, language)).num_plurals for language in LANGUAGES}
    assert numbers == {language: 3 if language == "pl" else 2 for language in LANGUAGES}


def _offered() -> Iterator[str]:
    import tomllib

    table = tomllib.loads((ROOT / "content" / "languages.toml").read_text(encoding="utf-8"))
    yield from (code for code, each in table.items() if each.get("offered") and code != "en")


def test_an_offered_language_is_complete() -> None:
    """Nobody is greeted in a language that stops half-way."""
    for language in _offered():
        untranslated = [each.id for each in read_catalogue(catalogue_path(ROOT, language)) if each.id and not is_translated(each)]
        assert untranslated == [], f"locale/{language}/LC_MESSAGES/messages.po"


@pytest.mark.parametrize(
    ("tag", "message", "expected"),
    [
        ("de", "{day} {month} {year}", "{day}. {month} {year}"),
        ("pt-BR", "{day} {month} {year}", "{day} de {month} de {year}"),
        ("fr", "Jul", "juillet"),
        ("pl", "May", "maja"),
        ("es", "{day} {month} {year}", "{day} de {month} de {year}"),
        ("nl", "Mon", "ma"),
        ("it", "{texts} and {last}", "{texts} e {last}"),
        ("pl", "{texts} or {last}", "{texts} lub {last}"),
    ],
)
def test_dates_and_lists_come_from_the_cldr(tag: str, message: str, expected: str) -> None:
    """Translators need not look them up."""
    assert known_translations(tag)[message] == expected


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project to which someone adds a language that nobody here speaks."""
    (tmp_path / "locale").mkdir()
    template = Catalog()
    for id in ("Back", ("{count} step", "{count} steps")):
        template.add(id, locations=[("wizard/x.py", 1)])
    with (tmp_path / "locale" / "messages.pot").open("wb") as file:
        write_po(file, template, omit_header=True)
    monkeypatch.setattr(i18n, "CATALOGUES", str(tmp_path / "compiled"))
    monkeypatch.setattr(i18n, "_catalogues", {"en": None})
    return tmp_path


def test_a_new_language_edits_no_code(toy: Path) -> None:
    """Its catalogue is made, translated, compiled and used."""
    catalogue = update_catalogue(toy, "cs", "cs")
    assert catalogue.num_plurals == 3
    path = catalogue_path(toy, "cs")
    text = path.read_text(encoding="utf-8").replace('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Zpět"')
    for number, word in enumerate(("krok", "kroky", "kroků")):
        text = text.replace(f'msgstr[{number}] ""', f'msgstr[{number}] "{{count}} {word}"')
    path.write_text(text, encoding="utf-8")
    assert {each.string for each in update_catalogue(toy, "cs", "cs") if each.id == "Back"} == {"Zpět"}  # kept
    compile_catalogues(toy, toy / "compiled")
    assert _("Back") == "Back"
    with speaking("cs"):
        assert [_("Back"), *(ngettext("{count} step", "{count} steps", count) for count in (1, 3, 5))] == [
            "Zpět", "1 krok", "3 kroky", "5 kroků",
        ]  # fmt: skip
    assert _("Back") == "Back"


def test_a_language_without_messages_speaks_english(toy: Path) -> None:
    """As long as nobody has compiled it."""
    with speaking("xx"):
        assert _("Back") == "Back"


def test_english_reads_no_catalogue() -> None:
    """Nor imports what reads one."""
    code = "import sys; from wizard.i18n import _; _('Back'); sys.exit('gettext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("pt-PT", "pt-PT"), ("xx", "xx"), *LANGUAGES.items()])
def test_a_language_is_named_by_its_tag(language: str, tag: str) -> None:
    """The one of languages.toml, which a catalogue repeats for documents."""
    assert language_tag(language) == tag


def test_a_compiled_catalogue_holds_no_date_of_its_build(tmp_path: Path) -> None:
    """Two builds of one commit are the same bytes, whenever they are made."""
    compile_catalogues(ROOT, tmp_path)
    found = sorted(tmp_path.glob("*.mo"))
    assert found
    for path in found:
        dates = re.findall(rb"Date: ([^\n]*)\n", path.read_bytes())
        assert set(dates) == {b"2000-01-01 00:00+0000", b"YEAR-MO-DA HO:MI+ZONE"}, path
