"""Put Meta's own menu words into translated steps, with the English words beside them."""

import re

from wizard.core.content_models import MenuLanguage

from .content_files import ContentFiles
from .decoder import decode_table
from .record_formats import MENU_LANGUAGE

MENU_WORDS = "menu-words.toml"
NEWEST_FORMER = 2022
"""A word that was last seen in this year, or before, may have changed since."""
_MENU_WORD = re.compile(r"\*\*(.+?)\*\*")


def read_menu_language(files: ContentFiles, language: str) -> MenuLanguage | None:
    """Return the menu words in a language; None if none are known. Raises DecodeError or ContentError."""
    table = files.table(MENU_WORDS).get(language) if files.has(MENU_WORDS) else None
    return decode_table(MENU_LANGUAGE, table, id=language) if table is not None else None


def is_step(place: str) -> bool:
    """Return True if a file holds a step, whose bold words are menu words."""
    return place.startswith("actions/") and not place.endswith("/action.md")


def with_menu_words(text: str, menu: MenuLanguage) -> str:
    """Return the text of a step with Meta's words for its English menu words, which are bold.

    The English word follows in brackets where it is first named in a section.
    """
    sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return "".join(_with_menu_words(section, menu) for section in sections)


def _with_menu_words(section: str, menu: MenuLanguage) -> str:
    named: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        english = match[1]
        is_first = english not in named
        named.add(english)
        return _menu_word(english, menu, is_first=is_first)

    return _MENU_WORD.sub(replace, section)


def _menu_word(english: str, menu: MenuLanguage, *, is_first: bool) -> str:
    known = menu.words.get(english)
    if known is None or known.word == english:
        return f"**{english}**"
    is_former = known.year <= NEWEST_FORMER
    shown, beside = (english, menu.former.format(word=known.word)) if is_former else (known.word, english)
    return f"**{shown}** ({beside})" if is_first else f"**{shown}**"
