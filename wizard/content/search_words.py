"""Read `search.toml`: the words that people use for steps, articles, letters, outcomes, questions, pages and places."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wizard.core.field_types import SEARCH_KINDS
from wizard.i18n import current_language

from .content_files import TomlTable
from .languages import files_in_language, shipped_files

FILE = "search.toml"


class SearchWords(NamedTuple):
    """Phrases by kind and id, and the words that never decide what is found."""

    by_kind: Mapping[str, Mapping[str, tuple[str, ...]]]
    stop_words: tuple[str, ...]

    def of(self, kind: str, id: str) -> tuple[str, ...]:
        """Return the phrases of one thing."""
        return self.by_kind.get(kind, {}).get(id, ())


def load_search_words() -> SearchWords:
    """Return the words of the shipped content, with those in the language of the program. Cached."""
    return _search_words(current_language())


@cache
def _search_words(language: str) -> SearchWords:
    return read_search_words(files_in_language(shipped_files(), language).table(FILE))


def read_search_words(table: TomlTable) -> SearchWords:
    """Return the words that a table of the form of `search.toml` holds; parts of another form are left out."""
    by_kind = {kind: _phrases(table.get(kind)) for kind in SEARCH_KINDS}
    return SearchWords(by_kind, _texts(table.get("stop_words")))


def _phrases(table: object) -> dict[str, tuple[str, ...]]:
    return {str(id): _texts(phrases) for id, phrases in table.items()} if isinstance(table, Mapping) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(text) for text in value) if isinstance(value, list) else ()
