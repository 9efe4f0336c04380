"""Content files in another language: each file with its overlay, while they are read from disk."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from wizard.core.content_models import MenuLanguage

from .content_files import ContentFiles, MarkdownPage, TomlTable, language_chain, overlay_language, overlay_place
from .menu_words import is_step, read_menu_language, with_menu_words
from .overlay import Overlay, SourceFile, has_letter_text, translate_file


class TranslatedFiles(ContentFiles):
    """The files of a content folder in one language; what is not translated stays English."""

    def __init__(self, files: ContentFiles, language: str) -> None:
        super().__init__(files.root)
        self._files = files
        self._languages = language_chain(language)

    def has(self, place: str) -> bool:
        """Return True if there is a file at this place."""
        return self._files.has(place)

    def list_files(self, folder: str, ending: str) -> list[str]:
        """Return the places of the files in a folder with this ending, sorted by name. Overlays are not among them."""
        return self._files.list_files(folder, ending)

    def text(self, place: str) -> str:
        """Return the text of a file, which is that of the source."""
        return self._files.text(place)

    def page(self, place: str) -> MarkdownPage:
        """Return a Markdown file with front matter."""
        page = self._files.page(place)
        translated = translate_file(SourceFile(place, page.fields, page.text), self._overlays(place))
        is_translated = translated.body != page.text
        body = (
            with_menu_words(translated.body, self._menu) if is_translated and self._menu and is_step(place) else translated.body
        )
        return MarkdownPage(translated.fields, body)

    def table(self, place: str) -> TomlTable:
        """Return the table of a TOML file."""
        return translate_file(SourceFile(place, self._files.table(place)), self._overlays(place)).fields

    def rows(self, place: str) -> list[dict[str, str]]:
        """Return the rows of a CSV file."""
        rows = self._files.rows(place)
        overlays = list(self._overlays(place))
        translated = translate_file(csv_source(place, rows), overlays).fields
        return [row for row in translated.values() if isinstance(row, dict)]

    @cached_property
    def _menu(self) -> MenuLanguage | None:
        languages = (read_menu_language(self._files, language) for language in reversed(self._languages))
        return next(filter(None, languages), None)

    def _overlays(self, place: str) -> Iterator[Overlay]:
        return read_overlays(self._files, place, self._languages)


def csv_source(place: str, rows: list[dict[str, str]]) -> SourceFile:
    """Return the rows of a CSV file as tables by their first cells."""
    return SourceFile(place, {next(iter(row.values())): row for row in rows})


def read_overlays(files: ContentFiles, place: str, languages: tuple[str, ...]) -> Iterator[Overlay]:
    """Yield the overlays of a file in these languages, as far as there are any. Raises ContentError if one cannot be read."""
    for language in languages:
        overlay = overlay_place(place, language)
        if (files.root / overlay).exists():
            yield read_overlay(files.root, overlay)


def read_overlay(root: Path, place: str) -> Overlay:
    """Return an overlay file. Raises ContentError if it cannot be read."""
    files, language = ContentFiles(root), overlay_language(place)
    if not place.endswith(".md"):
        return Overlay(language, files.table(place))
    page = files.page(place)
    return Overlay(language, page.fields, page.text)


def find_letter_languages(files: ContentFiles, place: str) -> tuple[str, ...]:
    """Return the languages into which a letter is translated, sorted."""
    stem = place.removesuffix(".md")
    overlays = sorted(path.relative_to(files.root).as_posix() for path in files.root.glob(f"{stem}.*.md"))
    if not overlays:
        return ()
    source = read_source(files.root, place)
    return tuple(overlay_language(each) for each in overlays if has_letter_text(source, read_overlay(files.root, each)))


def read_source(root: Path, place: str) -> SourceFile:
    """Return a content file as the source of translations. Raises ContentError if it cannot be read."""
    files = ContentFiles(root)
    if place.endswith(".csv"):
        return csv_source(place, files.rows(place))
    if place.endswith(".toml"):
        return SourceFile(place, files.table(place))
    page = files.page(place)
    return SourceFile(place, page.fields, page.text)
