"""The language of a letter: that of the authority, or the one that the user wants, and the letter in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wizard.core.content_models import Library
from wizard.core.place import Place, build_place
from wizard.core.snapshot import Snapshot
from wizard.i18n import SOURCE_LANGUAGE

from .models import AUTHORITY, META, FieldOption, Letter, LetterField


def languages_of(letter: Letter) -> tuple[str, ...]:
    """Return the ids of the languages that a letter can be written in, sorted."""
    source = {SOURCE_LANGUAGE} if letter.translated else set()
    return tuple(sorted({letter.language, *letter.translated} | source))


def authority_languages(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the languages of the authority of the place, that of the interface first; each after its form in that country."""
    place = snapshot.place
    if place is None or place.authority is None:
        return ()
    own = snapshot.library.language
    languages = sorted(place.authority.languages, key=lambda language: language != own)
    return tuple(each for language in languages for each in (f"{language}-{place.country.alpha2}", language))


def default_language(letter: Letter, snapshot: Snapshot) -> str:
    """Return the language of a letter if the user wants no other one.

    A letter to an authority is in one of its languages, or in English. Others are in the language of the interface.
    """
    known = languages_of(letter)
    if letter.recipient != AUTHORITY:
        return letter.language
    official = (language for language in authority_languages(snapshot) if language in known)
    return next(official, SOURCE_LANGUAGE if SOURCE_LANGUAGE in known else letter.language)


def languages_of_letter(letter: Letter, snapshot: Snapshot) -> Iterator[str]:
    """Yield the languages in which it makes sense to write the letter at this place.

    Meta and authorities read those of the place and English; people whatever the user writes to them.
    """
    is_official = letter.recipient in (META, AUTHORITY)
    readable = {SOURCE_LANGUAGE, letter.language, snapshot.library.language, *authority_languages(snapshot)}
    yield from (language for language in languages_of(letter) if not is_official or language in readable)


def letter_in(letter: Letter, language: str, snapshot: Snapshot) -> Letter:
    """Return the letter in a language that it can be written in. What is said about it stays in the user's language."""
    if language == letter.language:
        return letter
    other = snapshot.library.in_language[language].letters[letter.id]
    fields = tuple(_field_in(field, other.field(field.id)) for field in letter.fields)
    return replace(letter, language=language, reviewed=other.reviewed, subject=other.subject, body=other.body, fields=fields)


def _field_in(field: LetterField, other: LetterField | None) -> LetterField:
    """Return the field with the texts that its options, or its default, put into the letter."""
    if other is None:
        return field
    if not field.choices:
        return replace(field, default=other.default)
    texts = {option.id: option.text for option in other.choices}
    return replace(field, choices=tuple(_option_in(option, texts.get(option.id, option.text)) for option in field.choices))


def _option_in(option: FieldOption, text: str) -> FieldOption:
    return replace(option, text=text)


def snapshot_in(snapshot: Snapshot, language: str) -> Snapshot:
    """Return the snapshot with the place as it is called in this language, for the text of a letter."""
    library = snapshot.library.in_language.get(language)
    if library is None or language == snapshot.library.language:
        return snapshot
    return snapshot._replace(library=library, place=_place_in(snapshot.place, library, snapshot.today))


def _place_in(place: Place | None, library: Library, today: date) -> Place | None:
    if place is None:
        return None
    region = library.regions.get(place.region.id) if place.region else None
    return build_place(library, library.countries[place.country.alpha2], region, "", today)._replace(path=place.path)
