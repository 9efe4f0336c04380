"""The index: all content files parsed once, when the program is built, so that a start need not parse them again.

It is used only while it is fresh: the same files with the same sizes, none of them changed after it was written.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .content import Files, Page, Table, content_root, read_page, read_rows, read_table

INDEX = Path(__file__).parents[1] / "content.json"


class IndexedFiles(Files):
    """Content files as the index holds them."""

    proven = True

    def __init__(self, root: Path, parsed: dict[str, Any]) -> None:
        self._root = root
        self._parsed = parsed

    def _of(self, path: Path) -> Any:  # noqa: ANN401 - what a file parses to depends on its kind
        return self._parsed[path.relative_to(self._root).as_posix()]

    def page(self, path: Path) -> Page:
        """A Markdown file with front matter."""
        fields, text = self._of(path)
        return Page(path, fields, text)

    def table(self, path: Path) -> Table:
        """A TOML file; its days are texts here."""
        table: Table = self._of(path)
        return table

    def rows(self, path: Path) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        rows: list[dict[str, str]] = self._of(path)
        return rows


def fresh_index(root: Path) -> IndexedFiles | None:
    """The index of this content folder, or None when there is none or a file has changed since."""
    try:
        written = INDEX.stat().st_mtime_ns
        data = json.loads(INDEX.read_bytes())
    except (OSError, ValueError):
        return None
    found = {name: (size, changed) for name, size, changed in _files(root)}
    # An installer writes its files in any order, so times tell something only in a checkout.
    checkout = root.parent != INDEX.parent
    if {name: size for name, (size, _) in found.items()} != data["sizes"]:
        return None
    if checkout and any(changed > written for _, changed in found.values()):
        return None
    return IndexedFiles(root, data["parsed"])


def write_index(root: Path) -> None:
    """Parse all files of a content folder that is known to load, and write the index."""
    parsed: dict[str, Any] = {}
    for name, _, _ in _files(root):
        path = root / name
        if path.suffix == ".toml":
            parsed[name] = read_table(path)
        elif path.suffix == ".csv":
            parsed[name] = list(read_rows(path))
        elif path.name != "README.md":
            page = read_page(path)
            parsed[name] = [page.fields, page.text]
    sizes = {name: size for name, size, _ in _files(root)}
    text = json.dumps({"sizes": sizes, "parsed": parsed}, default=_day, ensure_ascii=False, separators=(",", ":"))
    draft = INDEX.with_suffix(".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(INDEX)


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
    from .library import load

    load(content_root())
    write_index(content_root())
