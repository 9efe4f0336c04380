"""Translate the program's messages with gettext; English is the source language.

A message is a whole sentence with named placeholders: `_("Sent from {place}, under {law}.", place=..., law=...)`.
It is never put together from parts, because word order and endings differ between languages. The values are inserted
after the translation, so text from outside is never looked up and never read as a placeholder.

`make messages` collects all marked messages in locale/messages.pot and brings the catalogues of all languages up to date.
They are compiled into wizard/locale when the program is built; the one of the chosen language is read with the first message.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # English needs neither
    from gettext import NullTranslations

    from .message_file import MessageFile

    Catalogue = NullTranslations | MessageFile

SOURCE_LANGUAGE = "en"
CATALOGUES = f"{__file__.removesuffix('i18n.py')}locale"
"""The folder of the compiled catalogues, `de.mo` for German. It is part of the installed package and of no commit."""
_language = SOURCE_LANGUAGE
_catalogues: "dict[str, Catalogue | None]" = {SOURCE_LANGUAGE: None}
"""The catalogues that were read, by language; None if there is none."""
Key = TypeVar("Key")


def use_language(language: str) -> None:
    """Use this language from now on; its catalogue is read with the first message."""
    global _language  # noqa: PLW0603 - one language for the whole program, as in gettext itself
    _language = language


def current_language() -> str:
    """Return the code of the language of the program."""
    return _language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use another language for a while, for the text of a letter."""
    before = _language
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def use_translations(translations: "Catalogue | None") -> None:
    """Use this catalogue for the present language; None stands for the English messages."""
    _catalogues[_language] = translations


def _catalogue() -> "Catalogue | None":
    """Return the catalogue of the language; None for English, and for a language without one."""
    if _language not in _catalogues:
        # A letter may be in a variety of a language, such as European Portuguese, which has no catalogue of its own.
        _catalogues[_language] = _read_catalogue(_language) or _read_catalogue(_language.partition("-")[0])
    return _catalogues[_language]


def _read_catalogue(language: str) -> "Catalogue | None":
    """Read the catalogue of a language; None if nothing is translated into it yet."""
    from .message_file import MessageFile

    try:
        with open(f"{CATALOGUES}/{language}.mo", "rb") as file:  # noqa: PTH123 - pathlib may not be imported yet
            content = file.read()
    except OSError:
        return None
    try:
        return MessageFile(content)
    except ValueError:  # compiled on a machine with another byte order
        from gettext import GNUTranslations
        from io import BytesIO

        return GNUTranslations(BytesIO(content))


def _(message: str, /, **values: object) -> str:
    """Return a message in the chosen language, with its placeholders filled."""
    catalogue = _catalogue()
    text = catalogue.gettext(message) if catalogue else message
    return text.format_map(values) if values else text


def ngettext(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return the form of a message that fits a number; its placeholder `{count}` is the number."""
    catalogue = _catalogue()
    text = catalogue.ngettext(singular, plural, count) if catalogue else singular if count == 1 else plural
    return text.format_map({"count": count, **values})


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a short message whose meaning depends on where it stands; `context` says where."""
    catalogue = _catalogue()
    text = catalogue.pgettext(context, message) if catalogue else message
    return text.format_map(values) if values else text


def labelled(label: object, text: str) -> str:
    """Return a label and what it is about in one line: "Place: Germany". Languages differ in the space before the colon."""
    return _("{label}: {text}", label=label, text=text)


def with_colon(label: str) -> str:
    """Return a label with its colon: "Place:"."""
    return _("{label}:", label=label)


def join_parts(parts: Iterable[str]) -> str:
    """Return the parts of a line, each of which may have commas: "Facebook: sent; Instagram: open"."""
    return pgettext("between the parts of a line", "; ").join(parts)


def language_tag(language: str) -> str:
    """Return the tag by which pages, e-mails and calendars name a language (RFC 5646): "pt-BR" for Portuguese."""
    if "-" in language:  # a variety that has no catalogue of its own
        return language
    with speaking(language):
        tag = pgettext("tag of the language, after RFC 5646", "en")
    return language if tag == SOURCE_LANGUAGE else tag


def current_tag() -> str:
    """Return the tag of the language of the program."""
    return language_tag(_language)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a constant for translation and return it unchanged; it is translated with `_` where it is shown."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802, ARG001 - Babel collects the context
    """Mark a constant for translation in a context and return it unchanged; `pgettext` translates it where it is shown."""
    return message


def capitalized(text: str) -> str:
    """Return a message with a capital at its beginning: it stands alone here, and within a sentence elsewhere."""
    return f"{text[:1].upper()}{text[1:]}"


class MessageTable(Mapping[Key, str]):
    """Labels by key, each marked with N_; a label that is looked up comes in the chosen language."""

    def __init__(self, messages: Mapping[Key, str]) -> None:
        self._messages = messages

    def __getitem__(self, key: Key) -> str:
        return _(self._messages[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)
