"""How much of the content is translated into each language."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from wizard.content.content_files import overlay_place
from wizard.content.overlay import ADDED, BODY, ContentText, Overlay, SourceFile, TextPath, current_texts, source_texts
from wizard.content.translated_files import csv_source
from wizard.core.content_models import InterfaceLanguage

from .content_tree import ContentTree


class Share(NamedTuple):
    """How many texts of the content there are, and how many of them are translated and current."""

    translated: int
    total: int

    @property
    def percent(self) -> int:
        """Return the share in percent; 100 only if everything is translated."""
        return 100 * self.translated // self.total if self.total else 100


class TranslatedSource(NamedTuple):
    """A source file with its texts, and its overlay in one language; None if there is none."""

    source: SourceFile
    texts: Mapping[TextPath, ContentText]
    place: str
    overlay: Overlay | None


@cache
def source_files(content: ContentTree) -> Mapping[str, tuple[SourceFile, Mapping[TextPath, ContentText]]]:
    """Return every file that has texts to translate, with those texts, by place. Cached."""
    sources = [
        *(SourceFile(place, page.fields, page.text) for place, page in content.pages.items()),
        *(SourceFile(place, table) for place, table in content.tables.items() if place != ADDED),
        *(csv_source(place, [dict(row) for row in rows]) for place, rows in content.rows.items() if rows),
    ]
    texts = {source.place: (source, source_texts(source)) for source in sources}
    return {place: pair for place, pair in sorted(texts.items()) if pair[1]}


def program_languages(content: ContentTree) -> Iterator[InterfaceLanguage]:
    """Yield the languages into which everything is to be translated, or is begun to be."""
    begun = {overlay.language for overlay in content.overlays.values()}
    for language in content.library.interface_languages.values():
        if not language.letters_only and (language.id in begun or (language.offered and language.id != "en")):
            yield language


def translated_sources(content: ContentTree, language: str) -> Iterator[TranslatedSource]:
    """Yield every file that has texts to translate, with its overlay in a language."""
    for place, (source, texts) in source_files(content).items():
        overlay = overlay_place(place, language)
        yield TranslatedSource(source, texts, overlay, content.overlays.get(overlay))


def translation_share(content: ContentTree, language: str) -> Share:
    """Return how much of the content is translated into a language; what may stay in English does not count."""
    shares = [_share_of_file(each) for each in translated_sources(content, language)]
    return Share(sum(each.translated for each in shares), sum(each.total for each in shares))


def _share_of_file(file: TranslatedSource) -> Share:
    needed = {path for path, text in file.texts.items() if not text.optional}
    found = current_texts(file.source, file.overlay) if file.overlay else {}
    return Share(len(needed & found.keys()), len(needed))


def describe_path(path: TextPath) -> str:
    """Return the path of a text as it is named to a translator."""
    return "the text below the fields" if path == (BODY,) else ".".join(path)
