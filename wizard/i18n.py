"""Translate the program's messages with gettext; English is the source language.

A message is a whole sentence with named placeholders: `_("Sent from {place}, under {law}.", place=..., law=...)`.
It is never put together from parts, because word order and endings differ between languages. The values are inserted
after the translation, so text from outside is never looked up and never read as a placeholder.
"""

from gettext import NullTranslations

_active = NullTranslations()


def use_translations(translations: NullTranslations) -> None:
    """Use this catalogue from now on; the default one returns the English messages."""
    global _active  # noqa: PLW0603 - one language for the whole program, as in gettext itself
    _active = translations


def _(message: str, **values: object) -> str:
    """Return a message in the chosen language, with its placeholders filled."""
    text = _active.gettext(message)
    return text.format_map(values) if values else text


def ngettext(singular: str, plural: str, count: int, **values: object) -> str:
    """Return the form of a message that fits a number; its placeholder `{count}` is the number."""
    return _active.ngettext(singular, plural, count).format_map({"count": count, **values})


def pgettext(context: str, message: str, **values: object) -> str:
    """Return a short message whose meaning depends on where it stands; `context` says where."""
    text = _active.pgettext(context, message)
    return text.format_map(values) if values else text


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a constant for translation and return it unchanged; it is translated with `_` where it is shown."""
    return message
