"""The index: all content files parsed at build time, so that a start need not parse TOML and Markdown.

It is used only while it is fresh: the same files with the same sizes, none modified after the index was written.
The first line holds the file sizes as JSON, each further line one parsed file. Only needed lines are parsed.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .content_files import ContentFiles, MarkdownPage, TomlTable, read_page, read_rows, read_table

INDEX = Path(__file__).with_name("index.jsonl")
"""The index file. It is part of the installed package and of no commit."""


class IndexedFiles(ContentFiles):
    """Content files as stored in the index."""

    proven = True

    def __init__(self, root: Path, lines: dict[str, bytes]) -> None:
        super().__init__(root)
        self._lines = lines
        self._folders: dict[str, list[str]] = {}
        for place in lines:
            self._folders.setdefault(place.rpartition("/")[0], []).append(place)

    def list_files(self, folder: str, ending: str) -> list[str]:
        """Return the places of the files in a folder with this ending, sorted by name."""
        return sorted(place for place in self._folders.get(folder, ()) if place.endswith(ending))

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
        sizes: dict[str, int] = json.loads(header)
    except (OSError, ValueError):
        return None
    if len(lines) != len(sizes):
        return None
    on_disk = {name: (size, changed_ns) for name, size, changed_ns in _scan_files(root)}
    # An installer writes files in any order, so modification times are only meaningful in a checkout.
    is_checkout = root.parent != INDEX.parent
    if {name: size for name, (size, _) in on_disk.items()} != sizes:
        return None
    if is_checkout and any(changed_ns > written_ns for _, changed_ns in on_disk.values()):
        return None
    return IndexedFiles(root, dict(zip(sizes, lines, strict=True)))


def write_index(root: Path) -> None:
    """Parse all files of a valid content folder and write the index."""
    sizes = {name: size for name, size, _ in _scan_files(root)}
    temporary = INDEX.with_suffix(".new")
    temporary.write_bytes(b"".join(_to_line(entry) for entry in (sizes, *(_parse_file(root / name) for name in sizes))))
    temporary.replace(INDEX)


def _parse_file(path: Path) -> object:
    if path.suffix == ".toml":
        return read_table(path)
    if path.suffix == ".csv":
        return list(read_rows(path))
    if path.name == "README.md":
        return None
    page = read_page(path)
    return [page.fields, page.text]


def _to_line(value: object) -> bytes:
    """Return the value as one line of JSON. JSON escapes line breaks itself."""
    return json.dumps(value, default=_date_to_text, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _scan_files(root: Path, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Yield path, size in bytes and modification time in nanoseconds of each content file."""
    with os.scandir(root / prefix) as on_disk:
        for entry in on_disk:
            name = f"{prefix}{entry.name}"
            if entry.is_dir():
                yield from _scan_files(root, f"{name}/")
            elif entry.name.endswith((".md", ".toml", ".csv")):
                status = entry.stat()
                yield name, status.st_size, status.st_mtime_ns


def _date_to_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
