"""The language of a letter: the authority's own, whatever the interface; for everybody else the user's."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.letters import EVERYTHING, PLACES, first_place, given, optional, person, written
from tests.making import TODAY, said
from wizard.content.content_loader import load_shipped_content
from wizard.core.content_models import Library
from wizard.core.jurisdiction import Authority
from wizard.core.letter.catalogue import letter_languages
from wizard.core.letter.draft import build_draft
from wizard.core.letter.language import default_language, languages_of, letter_in
from wizard.core.letter.models import Letter
from wizard.core.letter.selection import select_letter
from wizard.core.letter.template_values import template_values
from wizard.core.snapshot import Snapshot, build_snapshot
from wizard.errors import WizardError
from wizard.export.letter import LETTER_FORMATS, preview_letter
from wizard.i18n import speaking

from .test_catalogues import LANGUAGES

COMPLAINT, OBJECTION = "complaint-to-authority-eu", "objection-eu"
TRANSLATED = ("de", "fr", "it", "pt", "pt-PT")


def in_language(library: Library, language: str) -> Library:
    """The library as it is in a language into which two letters are translated; each text says its language."""
    letters = {
        id: replace(letter, body=f"{language}: {letter.body}", subject=f"{language} subject", language=language, reviewed=False)
        if language != "en"
        else letter
        for id, letter in library.letters.items()
    }
    return library._replace(letters=letters, language=language)


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content with two letters in five languages."""
    shipped = load_shipped_content()
    letters = {
        id: replace(letter, translated=TRANSLATED) if id in (COMPLAINT, OBJECTION) else letter
        for id, letter in shipped.letters.items()
    }
    made = shipped._replace(letters=letters, openings=shipped.openings)
    languages = dict(made.languages)
    others: Mapping[str, Library] = {code: in_language(made, code) for code in ("en", *TRANSLATED)}
    return made._replace(in_language=others, languages=languages)


def snapshot(library: Library, country: str, **answers: str) -> Snapshot:
    """A user with an account in a country."""
    return build_snapshot(library, said(country=country, services="facebook", **answers), (), TODAY)


@pytest.mark.parametrize(
    ("interface", "country", "expected"),
    [
        ("en", "DE", "de"),
        ("fr", "DE", "de"),  # whatever the interface
        ("en", "BE", "fr"),  # the first of the authority's languages that there is
        ("de", "BE", "de"),  # the user's own, if it is one of them
        ("en", "PT", "pt-PT"),  # the form of the language in that country
        ("pt", "PT", "pt-PT"),
        ("en", "SE", "en"),  # not translated into Swedish
        ("de", "SE", "en"),
        ("de", "IE", "en"),
    ],
)
def test_a_complaint_is_in_the_language_of_the_authority(library: Library, interface: str, country: str, expected: str) -> None:
    """An office in Rome wants its complaint in Italian."""
    case = snapshot(library.in_language[interface]._replace(in_language=library.in_language), country)
    assert default_language(case.library.letters[COMPLAINT], case) == expected


@pytest.mark.parametrize("interface", ["en", "de", "fr"])
def test_a_letter_to_meta_is_in_the_language_of_the_user(library: Library, interface: str) -> None:
    """First that of the interface; another one if it is asked for."""
    case = snapshot(library.in_language[interface]._replace(in_language=library.in_language), "DE")
    assert select_letter(case, OBJECTION)[0].language == interface
    assert select_letter(case, OBJECTION, language="it")[0].body.startswith("it: ")


def test_what_is_said_about_a_letter_stays_in_the_language_of_the_user(library: Library) -> None:
    """So people can read beside it what it says."""
    letter = library.letters[COMPLAINT]
    german = letter_in(letter, "de", snapshot(library, "DE"))
    assert (german.title, german.summary, german.subject, german.reviewed) == (letter.title, letter.summary, "de subject", False)


def test_an_unknown_language_names_those_that_there_are(library: Library) -> None:
    """As before."""
    with pytest.raises(WizardError) as refused:
        select_letter(snapshot(library, "DE"), OBJECTION, language="zz")
    assert refused.value.values["languages"] == "de, en, fr, it, pt, pt-PT"


def test_meta_is_offered_the_languages_of_the_place(library: Library) -> None:
    """And English; but not every language that the program knows."""
    assert letter_languages(library.letters[OBJECTION], snapshot(library, "DE")) == ("de", "en")
    assert languages_of(library.letters[OBJECTION]) == ("de", "en", "fr", "it", "pt", "pt-PT")


def _opening(case: Snapshot, letter: Letter) -> str:
    draft = build_draft(letter, case, None, {"name": ["Kim"]})
    return str(template_values(draft.letter, draft.snapshot, None, draft.given)["opening"])


def test_an_english_complaint_begins_in_the_language_of_the_authority(library: Library) -> None:
    """Who complains, about whom, under which article, and that the text follows in English."""
    english = library.letters[COMPLAINT]
    swedish = _opening(snapshot(library, "SE"), english)
    assert swedish.startswith("Klagomål enligt artikel 77")
    assert "Kim" in swedish
    assert "Meta Platforms Ireland" in swedish
    assert swedish in str(preview_letter(build_draft(english, snapshot(library, "SE"), None, {"name": ["Kim"]})).blocks)
    assert _opening(snapshot(library, "IE"), english) == ""
    assert _opening(snapshot(library, "DE"), letter_in(english, "de", snapshot(library, "DE"))) == ""


def test_there_is_an_opening_for_every_authority_of_the_union_without_a_translation(library: Library) -> None:
    """Seven languages have whole letters."""
    whole = {"en", "de", "fr", "es", "it", "pt", "pl", "nl"}
    authorities = {each.authority for each in library.countries.values() if each.regime == "eu" and each.authority}
    languages = [set(library.authorities[id].languages) for id in authorities if library.authorities[id].languages]
    assert [each for each in languages if not each & (whole | set(library.openings))] == []


SHIPPED = load_shipped_content().letters
TRANSLATIONS = [(id, language) for id, letter in SHIPPED.items() for language in letter.translated]


@pytest.mark.parametrize(("id", "language"), TRANSLATIONS, ids="-".join)
def test_a_translated_letter_can_be_sent(id: str, language: str) -> None:
    """Everything is filled in, no sign of a template is left, and its date is written as in its language."""
    case = person(PLACES[first_place(SHIPPED[id])], *EVERYTHING)
    letter = letter_in(SHIPPED[id], language, case)
    text = LETTER_FORMATS["txt"](written(letter, case, given(letter, case, optional(letter))))
    assert not re.search(r"[{}]|None|‹", text)
    if "{{ subject }}" in letter.body:
        assert " ".join(letter.subject.partition("{")[0].split()) in " ".join(text.split())
    words = case.library.languages[language]
    assert any(month in text for month in words.months) or "{{ today }}" not in letter.body
    assert (letter.language, letter.reviewed) == (language, False)


def test_the_portuguese_objection_cites_the_law_as_it_is_cited_there() -> None:
    """With ordinals, and without the English words."""
    case = person(PLACES["BR"])
    letter = letter_in(SHIPPED["objection-br"], "pt", case)
    text = " ".join(LETTER_FORMATS["txt"](written(letter, case, given(letter, case))).split())
    assert "Ao Encarregado pelo Tratamento de Dados Pessoais," in text
    assert "(Art. 18, § 2º, da LGPD)" in text
    assert not re.search(r"§ \d,|vocês|Dear|Reference", text)


@pytest.mark.parametrize(("language", "month"), [("de", "1 Monat"), ("pt-PT", "1 mês"), ("en", "1 month")])
def test_a_time_in_a_letter_is_in_its_language(language: str, month: str) -> None:
    """Whatever the language of the program; European Portuguese takes the words of Portuguese."""
    case = person(PLACES["IE"])
    letter = replace(SHIPPED[OBJECTION], language=language)
    for interface in ("en", "pl"):
        with speaking(interface):
            assert template_values(letter, case, None, {})["answer_time"] == month


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_an_authority_without_a_name_is_described_in_the_language_of_the_letter(language: str) -> None:
    """As for somebody in Germany whose Land is not known."""
    case = person(("DE", ""))
    letter = replace(SHIPPED[OBJECTION], language=language)
    authority = template_values(letter, case, None, {})["authority"]
    assert isinstance(authority, Authority)
    assert (authority.in_letters == "the data protection authority of my federal state") == (language == "en")
    assert authority.in_letters


@pytest.mark.parametrize(
    ("language", "who"),
    [
        ("en", "the children"), ("de", "die Kinder"), ("fr", "les enfants"), ("es", "los niños"), ("it", "i bambini"),
        ("pt", "nossas crianças"), ("pl", "dzieci"), ("nl", "de kinderen"),
    ],
)  # fmt: skip
def test_the_default_of_a_blank_is_in_the_language_of_the_letter(language: str, who: str) -> None:
    """It stands in the letter unless something else is typed."""
    case = person(PLACES["IE"])
    letter = letter_in(SHIPPED["ask-relative-children"], language, case)
    text = LETTER_FORMATS["txt"](written(letter, case, given(letter, case)))
    assert who in " ".join(text.split())


@pytest.mark.parametrize(("language", "tag"), [("pt", "pt-BR"), ("pt-PT", "pt-PT"), ("de", "de"), ("en", "en")])
def test_documents_name_their_language(language: str, tag: str) -> None:
    """As pages and e-mails do, with the country where it matters."""
    case = person(PLACES["IE"])
    letter = letter_in(SHIPPED[COMPLAINT], language, case)
    rendered = written(letter, case, given(letter, case))
    assert f'<html lang="{tag}">' in LETTER_FORMATS["html"](rendered)
    assert f"Content-Language: {tag}" in LETTER_FORMATS["eml"](rendered).splitlines()


COUNTRY_OF_ADDRESS = {
    "en": ("Ireland", "USA"),
    "de": ("Irland", "USA"),
    "fr": ("Irlande", "États-Unis"),
    "es": ("Irlanda", "Estados Unidos"),
    "it": ("Irlanda", "Stati Uniti"),
    "pt": ("Irlanda", "Estados Unidos"),
    "pl": ("Irlandia", "USA"),
    "nl": ("Ierland", "Verenigde Staten"),
}


@pytest.mark.parametrize("interface", ["en", "fr", "nl"])
@pytest.mark.parametrize("language", COUNTRY_OF_ADDRESS)
@pytest.mark.parametrize(("country", "position"), [("FR", 0), ("AU", 1)])
def test_an_address_names_its_country_in_the_language_of_the_letter(
    interface: str, language: str, country: str, position: int
) -> None:
    """As post is addressed, whatever the language of the interface."""
    with speaking(interface):
        case = snapshot(load_shipped_content(), country)
        letter = letter_in(case.library.letters["access"], language, case)
        address = str(template_values(letter, case, None, {"name": ["Kim"]})["addressee"])
    assert address.splitlines()[-1] == COUNTRY_OF_ADDRESS[language][position]
