"""The index: all content files parsed once, when the program is built, so that a start need not parse them again.

It is used only while it is fresh: the same files with the same sizes, none of them changed after it was written.
A line of JSON for each file, below a line that tells their sizes: only the lines that are needed are parsed.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .content_files import ContentFiles, MarkdownPage, TomlTable, content_root, read_page, read_rows, read_table

INDEX = Path(__file__).with_name("index.jsonl")


class IndexedFiles(ContentFiles):
    """Content files as the index holds them."""

    proven = True

    def __init__(self, root: Path, lines: dict[str, bytes]) -> None:
        self._root = root
        self._lines = lines

    def list_files(self, folder: Path, ending: str) -> list[Path]:
        """The files of a folder with this ending, in the order of their names."""
        under = f"{folder.name}/" if folder.parent == self._root else f"{folder.parent.name}/{folder.name}/"
        rest = (name[len(under) :] for name in self._lines if name.startswith(under) and name.endswith(ending))
        return [folder / name for name in sorted(rest) if "/" not in name]

    def _of(self, path: Path) -> Any:  # noqa: ANN401 - what a file parses to depends on its kind
        return json.loads(self._lines[path.relative_to(self._root).as_posix()])

    def page(self, path: Path) -> MarkdownPage:
        """A Markdown file with front matter."""
        fields, text = self._of(path)
        return MarkdownPage(path, fields, text)

    def table(self, path: Path) -> TomlTable:
        """A TOML file; its days are texts here."""
        table: TomlTable = self._of(path)
        return table

    def rows(self, path: Path) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        rows: list[dict[str, str]] = self._of(path)
        return rows


def load_fresh_index(root: Path) -> IndexedFiles | None:
    """The index of this content folder, or None when there is none or a file has changed since."""
    try:
        written = INDEX.stat().st_mtime_ns
        head, *lines = INDEX.read_bytes().splitlines()
        sizes: dict[str, int] = json.loads(head)
    except (OSError, ValueError):
        return None
    if len(lines) != len(sizes):
        return None
    found = {name: (size, changed) for name, size, changed in _files(root)}
    # An installer writes its files in any order, so times tell something only in a checkout.
    checkout = root.parent != INDEX.parent
    if {name: size for name, (size, _) in found.items()} != sizes:
        return None
    if checkout and any(changed > written for _, changed in found.values()):
        return None
    return IndexedFiles(root, dict(zip(sizes, lines, strict=True)))


def write_index(root: Path) -> None:
    """Parse all files of a content folder that is known to load, and write the index."""
    sizes = {name: size for name, size, _ in _files(root)}
    draft = INDEX.with_suffix(".new")
    draft.write_bytes(b"".join(_line(each) for each in (sizes, *(_parsed(root / name) for name in sizes))))
    draft.replace(INDEX)


def _parsed(path: Path) -> object:
    if path.suffix == ".toml":
        return read_table(path)
    if path.suffix == ".csv":
        return list(read_rows(path))
    if path.name == "README.md":
        return None
    page = read_page(path)
    return [page.fields, page.text]


def _line(value: object) -> bytes:
    """The value in one line: what JSON escapes by itself, and nothing else, could break it."""
    return json.dumps(value, default=_day, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _files(root: Path, under: str = "") -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change of each content file."""
    with os.scandir(root / under) as found:
        for each in found:
            name = f"{under}{each.name}"
            if each.is_dir():
                yield from _files(root, f"{name}/")
            elif each.name.endswith((".md", ".toml", ".csv")):
                about = each.stat()
                yield name, about.st_size, about.st_mtime_ns


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


if __name__ == "__main__":
    from .content_loader import load_content_folder

    load_content_folder(content_root())
    write_index(content_root())
