"""The index: all content files parsed at build time, so that a start need not parse TOML and Markdown.

It is used only while it is fresh: the same files with the same sizes, none modified after the index was written.
The first line holds the file sizes and the languages of the letters as JSON, each further line one parsed file. Only needed
lines are parsed. Each language has an index of its own beside it, with the translated files as they are in that language.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .content_files import ContentFiles, MarkdownPage, TomlTable, language_chain, overlay_language, overlay_source

INDEX = Path(__file__).with_name("index.jsonl")
"""The index file. It is part of the installed package and of no commit, and so are those of the languages."""
Sizes = dict[str, int]


class IndexedFiles(ContentFiles):
    """Content files as stored in the index."""

    proven = True

    def __init__(
        self,
        root: Path,
        lines: dict[str, bytes],
        letter_languages: dict[str, list[str]],
        on_disk: Mapping[str, os.DirEntry[str]],
    ) -> None:
        super().__init__(root)
        self._lines = lines
        self._letter_languages = letter_languages
        self._on_disk = on_disk
        self._folders: dict[str, list[str]] = {}
        for place in lines:
            self._folders.setdefault(place.rpartition("/")[0], []).append(place)

    def list_files(self, folder: str, ending: str) -> list[str]:
        """Return the places of the files in a folder with this ending, sorted by name."""
        return sorted(place for place in self._folders.get(folder, ()) if place.endswith(ending))

    def has(self, place: str) -> bool:
        """Return True if there is a file at this place."""
        return place in self._lines

    def letter_languages(self, place: str) -> tuple[str, ...]:
        """Return the languages into which a letter is translated, sorted."""
        return tuple(self._letter_languages.get(place, ()))

    def in_language(self, language: str) -> "IndexedFiles | None":
        """Return the same files in another language; None if its index is missing or does not fit."""
        try:
            header, *lines = language_index(language).read_bytes().splitlines()
            sizes, places = json.loads(header)
        except (OSError, ValueError):
            return None
        if sizes != _sizes_of_language(self._on_disk, language_chain(language)) or len(places) != len(lines):
            return None
        translated = self._lines | dict(zip(places, lines, strict=True))
        return IndexedFiles(self.root, translated, self._letter_languages, self._on_disk)

    def _parse_line(self, place: str) -> Any:  # noqa: ANN401 - what a file parses to depends on its kind
        return json.loads(self._lines[place])

    def page(self, place: str) -> MarkdownPage:
        """Return a Markdown file with front matter."""
        return MarkdownPage(*self._parse_line(place))

    def table(self, place: str) -> TomlTable:
        """Return the table of a TOML file. Dates are ISO strings here."""
        table: TomlTable = self._parse_line(place)
        return table

    def rows(self, place: str) -> list[dict[str, str]]:
        """Return the rows of a CSV file."""
        rows: list[dict[str, str]] = self._parse_line(place)
        return rows


def load_fresh_index(root: Path) -> IndexedFiles | None:
    """Return the index of this content folder, or None if there is none or any file has changed."""
    try:
        written_ns = INDEX.stat().st_mtime_ns
        header, *lines = INDEX.read_bytes().splitlines()
        sizes, letter_languages = json.loads(header)
    except (OSError, ValueError):
        return None
    # An installer writes files in any order, so modification times are only meaningful in a checkout.
    is_checkout = root.parent != INDEX.parent
    on_disk = dict(_scan_files(root))
    if is_checkout and any(entry.stat().st_mtime_ns > written_ns for entry in on_disk.values()):
        return None
    if len(lines) != len(sizes) or _sizes_of_language(on_disk, ("",)) != sizes:
        return None
    return IndexedFiles(root, dict(zip(sizes, lines, strict=True)), letter_languages, on_disk)


def write_index(root: Path) -> None:
    """Parse all files of a valid content folder and write the index, and one for each language."""
    from .translated_files import find_letter_languages

    on_disk = dict(_scan_files(root))
    languages = {overlay_language(name) for name in on_disk} - {""}
    for language in languages:
        _write_language_index(ContentFiles(root), on_disk, language)
    for unused in INDEX.parent.glob(f"{INDEX.stem}.*.jsonl"):
        if unused not in map(language_index, languages):
            unused.unlink()
    sizes = _sizes_of_language(on_disk, ("",))
    files = ContentFiles(root)
    letters = (name for name in sizes if name.startswith("letters/") and name.endswith(".md"))
    letter_languages = {name: found for name in letters if (found := find_letter_languages(files, name))}
    _write_lines(INDEX, ([sizes, letter_languages], *(_parse_file(files, name) for name in sizes)))


def _write_language_index(files: ContentFiles, on_disk: Mapping[str, os.DirEntry[str]], language: str) -> None:
    """Write the index of the files that have an overlay in this language."""
    from .translated_files import TranslatedFiles

    sizes = _sizes_of_language(on_disk, language_chain(language))
    rows = {name for name in on_disk if name.endswith(".csv")}
    sources = dict.fromkeys(map(overlay_source, sizes))
    places = [name for source in sources for name in (source, f"{source.removesuffix('.toml')}.csv") if name in {*on_disk, *rows}]
    translated = TranslatedFiles(files, language)
    _write_lines(language_index(language), ([sizes, places], *(_parse_file(translated, name) for name in places)))


def language_index(language: str) -> Path:
    """Return the index file of a language."""
    return INDEX.with_name(f"{INDEX.stem}.{language}.jsonl")


def _write_lines(path: Path, values: Iterable[object]) -> None:
    temporary = path.with_suffix(".new")
    temporary.write_bytes(b"".join(map(_to_line, values)))
    temporary.replace(path)


def _parse_file(files: ContentFiles, place: str) -> object:
    if place.endswith(".toml"):
        return files.table(place)
    if place.endswith(".csv"):
        return files.rows(place)
    return None if place == "README.md" else files.page(place)


def _to_line(value: object) -> bytes:
    """Return the value as one line of JSON. JSON escapes line breaks itself."""
    return json.dumps(value, default=_date_to_text, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _scan_files(root: Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield path and directory entry of each content file."""
    with os.scandir(root / prefix) as on_disk:
        for entry in on_disk:
            name = f"{prefix}{entry.name}"
            if entry.is_dir():
                yield from _scan_files(root, f"{name}/")
            elif entry.name.endswith((".md", ".toml", ".csv")):
                yield name, entry


def _sizes_of_language(entries: Mapping[str, os.DirEntry[str]], languages: Collection[str]) -> Sizes:
    """Return the sizes in bytes of the overlays in these languages; of the source files for the language ""."""
    return {name: entry.stat().st_size for name, entry in entries.items() if overlay_language(name) in languages}


def _date_to_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
