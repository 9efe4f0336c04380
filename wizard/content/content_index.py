"""The index: all content files parsed at build time, so that a start need not parse TOML and Markdown.

It is used only while it is fresh: the same files with the same sizes, none modified after the index was written.
The first line holds the header and the length of each further line as JSON, each further line one parsed file. Only needed lines
are cut out and parsed. Each language has an index of its own beside it, with the translated files as they are in that language.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from .content_files import ContentFiles, MarkdownPage, TomlTable, language_chain, overlay_language, overlay_source

INDEX = Path(__file__).with_name("index.jsonl")
"""The index file. It is part of the installed package and of no commit, and so are those of the languages."""
ENDINGS = (".md", ".toml", ".csv")
"""The endings of content files."""
Sizes = dict[str, int]


class IndexHeader(NamedTuple):
    """The first line of the index: sizes in bytes of the English files and of the translated letters, and their languages."""

    sizes: Sizes
    letter_sizes: Sizes
    letter_languages: dict[str, list[str]]


class FilesOnDisk:
    """The files of a content folder as they are now.

    A start asks about the files of its own language only: there are seven times as many in the others.
    """

    def __init__(self, root: Path, written_ns: int | None = None) -> None:
        """Look into the folders. Files modified after `written_ns` count as changed; None if times are not compared."""
        self._written_ns = written_ns
        self.by_language: dict[str, dict[str, os.DirEntry[str]]] = {}
        self._look_into(root, "")

    def _look_into(self, root: Path, prefix: str) -> None:
        """Note the files of a folder and of those in it. It meets some 2,000 files at each start, so it is one plain loop."""
        with os.scandir(root / prefix) as on_disk:
            for entry in on_disk:
                if entry.name.endswith(ENDINGS):
                    self.by_language.setdefault(overlay_language(entry.name), {})[prefix + entry.name] = entry
                elif entry.is_dir():
                    self._look_into(root, f"{prefix}{entry.name}/")

    def is_unchanged(self, sizes: Sizes, languages: Collection[str], folder: str = "") -> bool:
        """Return True if the files of a folder in these languages have these sizes, and none was modified since."""
        if sizes != self.sizes(languages, folder):
            return False
        times = (entry.stat().st_mtime_ns for _, entry in self._entries(languages, folder))
        return self._written_ns is None or all(time <= self._written_ns for time in times)

    def sizes(self, languages: Collection[str], folder: str = "") -> Sizes:
        """Return the sizes in bytes of the overlays in these languages; of the English files for the language ""."""
        return {name: entry.stat().st_size for name, entry in self._entries(languages, folder)}

    @property
    def languages(self) -> set[str]:
        """Return the languages of the overlays."""
        return set(self.by_language) - {""}

    def _entries(self, languages: Collection[str], folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        for language in languages:
            entries = self.by_language.get(language, {})
            yield from ((name, entry) for name, entry in entries.items() if name.startswith(folder))


class IndexedFiles(ContentFiles):
    """Content files as stored in the index."""

    proven = True

    def __init__(self, root: Path, lines: dict[str, memoryview], header: IndexHeader, on_disk: FilesOnDisk) -> None:
        super().__init__(root)
        self._lines = lines
        self._header = header
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
        if self._are_letters_unchanged:
            return tuple(self._header.letter_languages.get(place, ()))
        from .translated_files import find_letter_languages

        return find_letter_languages(ContentFiles(self.root), place)

    @cached_property
    def _are_letters_unchanged(self) -> bool:
        return self._on_disk.is_unchanged(self._header.letter_sizes, self._on_disk.languages, "letters/")

    def in_language(self, language: str) -> "IndexedFiles | None":
        """Return the same files in another language; None if its index is missing or does not fit."""
        try:
            (sizes, places), lines = _read_lines(language_index(language))
        except (OSError, ValueError, TypeError):
            return None
        if len(places) != len(lines) or not self._on_disk.is_unchanged(sizes, language_chain(language)):
            return None
        return IndexedFiles(self.root, self._lines | dict(zip(places, lines, strict=True)), self._header, self._on_disk)

    def _parse_line(self, place: str) -> Any:  # noqa: ANN401 - what a file parses to depends on its kind
        return json.loads(bytes(self._lines[place]))

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
    """Return the index of this content folder, or None if there is none or an English file has changed.

    Whether the files in another language have changed is only looked at when they are needed.
    """
    try:
        written_ns = INDEX.stat().st_mtime_ns
        header_values, lines = _read_lines(INDEX)
        header = IndexHeader(*header_values)
    except (OSError, ValueError, TypeError):
        return None
    # An installer writes files in any order, so modification times are only meaningful in a checkout.
    is_checkout = root.parent != INDEX.parent
    on_disk = FilesOnDisk(root, written_ns if is_checkout else None)
    if len(lines) != len(header.sizes) or not on_disk.is_unchanged(header.sizes, ("",)):
        return None
    return IndexedFiles(root, dict(zip(header.sizes, lines, strict=True)), header, on_disk)


def _read_lines(path: Path) -> tuple[list[Any], list[memoryview]]:
    """Return the header of an index and its lines, which are not copied: a start needs a few of them only.

    Raises OSError, ValueError or TypeError if it cannot be read or is not whole.
    """
    first_line, _, rest = path.read_bytes().partition(b"\n")
    header, lengths = json.loads(first_line)
    if sum(lengths) != len(rest):
        raise ValueError(path)
    body = memoryview(rest)
    return header, [body[end - length : end] for length, end in zip(lengths, accumulate(lengths), strict=True)]


def write_index(root: Path) -> None:
    """Parse all files of a valid content folder and write the index, and one for each language."""
    from .translated_files import find_letter_languages

    on_disk = FilesOnDisk(root)
    for language in on_disk.languages:
        _write_language_index(ContentFiles(root), on_disk, language)
    for unused in INDEX.parent.glob(f"{INDEX.stem}.*.jsonl"):
        if unused not in map(language_index, on_disk.languages):
            unused.unlink()
    sizes = on_disk.sizes(("",))
    files = ContentFiles(root)
    letters = (name for name in sizes if name.startswith("letters/") and name.endswith(".md"))
    letter_languages = {name: list(found) for name in letters if (found := find_letter_languages(files, name))}
    header = IndexHeader(sizes, on_disk.sizes(on_disk.languages, "letters/"), letter_languages)
    _write_lines(INDEX, header, (_parse_file(files, name) for name in sizes))


def _write_language_index(files: ContentFiles, on_disk: FilesOnDisk, language: str) -> None:
    """Write the index of the files that have an overlay in this language."""
    from .translated_files import TranslatedFiles

    sizes = on_disk.sizes(language_chain(language))
    english = on_disk.sizes(("",))
    sources = dict.fromkeys(map(overlay_source, sizes))
    places = [name for source in sources for name in (source, f"{source.removesuffix('.toml')}.csv") if name in english]
    translated = TranslatedFiles(files, language)
    _write_lines(language_index(language), [sizes, places], (_parse_file(translated, name) for name in places))


def language_index(language: str) -> Path:
    """Return the index file of a language."""
    return INDEX.with_name(f"{INDEX.stem}.{language}.jsonl")


def _write_lines(path: Path, header: object, values: Iterable[object]) -> None:
    lines = [_to_line(value) for value in values]
    temporary = path.with_suffix(".new")
    temporary.write_bytes(b"".join([_to_line([header, [len(line) for line in lines]]), *lines]))
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


def _date_to_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
