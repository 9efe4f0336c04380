"""The content folder, and reading of its files (TOML, CSV, Markdown with front matter) without interpretation."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from wizard.system.crash import TOO_MANY_FILES

from .content_error import ContentError, ContentFileError

TomlTable = Mapping[str, object]
_FENCE = r"(?m)^\+\+\+[ \t]*$"


class MarkdownPage(NamedTuple):
    """A Markdown file with front matter: its fields, and the text below them."""

    fields: TomlTable
    text: str


def content_root() -> Path:
    """Return the content folder: in the package if installed, beside it in a checkout."""
    installed = Path(__file__).with_name("shipped")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "content"


def read_text(path: Path) -> str:
    """Return the text of a content file without a byte order mark.

    Raises ContentError if it cannot be read or is not UTF-8, and OSError if too many files are open.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        next_step = "Install the program again; content/README.md says what the file holds."
        raise ContentFileError(path, "is missing.", next_step) from error
    except OSError as error:
        if error.errno in TOO_MANY_FILES:  # a fault of the system, not of the file
            raise
        raise ContentFileError(path, f"cannot be read: {error.strerror}.", "Install the program again.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError(path, "from here on it is not UTF-8 text.", "Save the file again as UTF-8.", line=line) from error


def read_table(path: Path) -> TomlTable:
    """Return the table of a TOML file. Raises ContentError with the line of a syntax error."""
    return parse_table(read_text(path), path)


def parse_table(text: str, path: Path) -> TomlTable:
    """Parse a TOML text; `path` is named in errors. Raises ContentError with the line of a syntax error."""
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as error:  # a syntax error, or an integer with too many digits
        from .toml_errors import explain_toml_error

        problem = explain_toml_error(text, str(error))
        raise ContentError(path, problem.what, problem.next_step, line=problem.line) from error
    except RecursionError as error:
        raise ContentError(path, "brackets are nested too deeply.", "Take some out.") from error


def read_page(path: Path) -> MarkdownPage:
    """Read a Markdown file, split at its `+++` lines. Raises ContentError if it has no front matter."""
    text_before, *parts = re.split(_FENCE, read_text(path), maxsplit=2)
    if text_before or not parts:
        raise ContentFileError(path, "has no front matter.", "Begin it with fields between two lines of +++.")
    if len(parts) == 1:
        raise ContentFileError(path, "has no second line of +++.", "Put one below the fields, above the prose.")
    front_matter, body = parts
    return MarkdownPage(parse_table(front_matter, path), body.strip())


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file by column name; missing cells are "". Raises ContentError on errors."""
    import csv

    try:
        for row in csv.DictReader(read_text(path).splitlines()):
            yield {key: (value or "").strip() for key, value in row.items() if key is not None}
    except csv.Error as error:
        raise ContentError(path, f"{error}.", "Mend the row, or quote its cells.") from error


def overlay_language(place: str) -> str:
    """Return the language of an overlay, `de` for `outcomes.de.toml`; "" for any other file."""
    name, _, language = place.rpartition("/")[2].rpartition(".")[0].partition(".")
    return language if name else ""


def overlay_source(place: str) -> str:
    """Return the place of the file that an overlay translates; an overlay of a CSV file is found as `NAME.toml`."""
    return place.replace(f".{overlay_language(place)}.", ".")


def overlay_place(place: str, language: str) -> str:
    """Return the place of the overlay of a file: `outcomes.de.toml` for `outcomes.toml`, `countries.de.toml` for a CSV file."""
    stem, _, ending = place.rpartition(".")
    return f"{stem}.{language}.{'toml' if ending == 'csv' else ending}"


def language_chain(language: str) -> tuple[str, ...]:
    """Return the languages whose overlays count, the most specific last: `pt` and `pt-PT`."""
    general = language.partition("-")[0]
    return tuple(dict.fromkeys((general, language)))


class ContentFiles:
    """The files of a content folder by their places, which are paths relative to it; read from disk at each call.

    `proven` is True if the files are known to be valid, so that their records may be built lazily.
    """

    proven = False

    def __init__(self, root: Path) -> None:
        self.root = root

    def list_files(self, folder: str, ending: str) -> list[str]:
        """Return the places of the files in a folder with this ending, sorted by name. Overlays are not among them."""
        files = sorted((self.root / folder).glob(f"*{ending}"))
        return [f"{folder}/{path.name}" for path in files if not overlay_language(path.name)]

    def has(self, place: str) -> bool:
        """Return True if there is a file at this place."""
        return (self.root / place).exists()

    def text(self, place: str) -> str:
        """Return the text of a file."""
        return read_text(self.root / place)

    def page(self, place: str) -> MarkdownPage:
        """Return a Markdown file with front matter."""
        return read_page(self.root / place)

    def table(self, place: str) -> TomlTable:
        """Return the table of a TOML file."""
        return read_table(self.root / place)

    def rows(self, place: str) -> list[dict[str, str]]:
        """Return the rows of a CSV file."""
        return list(read_rows(self.root / place))
