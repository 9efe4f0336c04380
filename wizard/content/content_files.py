"""Where the content files lie, and what stands in them before anyone has judged it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from wizard.errors import WizardError
from wizard.system.crash import TOO_MANY_FILES

TomlTable = Mapping[str, object]
_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)


class MarkdownPage(NamedTuple):
    """A Markdown file with front matter: where it lies, its fields, its prose."""

    path: Path
    fields: TomlTable
    text: str


def content_root() -> Path:
    """The content folder: inside the package when installed, beside it in a checkout."""
    packed = Path(__file__).with_name("shipped")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "content"


def read_text(path: Path) -> str:
    """The text of a content file, without the mark that some editors begin it with. Raises WizardError if it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        if error.errno in TOO_MANY_FILES:  # the file is as it should be
            raise
        raise WizardError(f"{path} cannot be read: {error.strerror}.", "Install the program again.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise WizardError(f"{path}, line {line}: from here on it is not UTF-8 text.", "Save the file again as UTF-8.") from error


def read_table(path: Path) -> TomlTable:
    """The fields of a TOML file. Raises WizardError with the place where TOML is broken."""
    return parse_table(read_text(path), path)


def parse_table(text: str, path: Path) -> TomlTable:
    """The fields of a TOML text that came from `path`."""
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOML that is broken, or a number too long to be read
        from .toml_errors import explain_toml_error

        slip = explain_toml_error(text, str(error))
        raise WizardError(f"{path}, line {slip.line}: {slip.what}", slip.next_step) from error
    except RecursionError as error:
        raise WizardError(f"{path}: brackets are nested too deeply.", "Take some out.") from error


def read_page(path: Path) -> MarkdownPage:
    """A Markdown file, split at its `+++` lines. Raises WizardError without front matter."""
    before, *pieces = _FENCE.split(read_text(path), maxsplit=2)
    if before or not pieces:
        raise WizardError(f"{path} has no front matter.", "Begin it with fields between two lines of +++.")
    if len(pieces) == 1:
        raise WizardError(f"{path} has no second line of +++.", "Put one below the fields, above the prose.")
    head, body = pieces
    return MarkdownPage(path, parse_table(head, path), body.strip())


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by column name; missing cells are empty."""
    import csv

    try:
        for row in csv.DictReader(read_text(path).splitlines()):
            yield {key: (value or "").strip() for key, value in row.items() if key is not None}
    except csv.Error as error:
        raise WizardError(f"{path}: {error}.", "Mend the row, or quote its cells.") from error


class ContentFiles:
    """Content files read from the disk, each time anew."""

    proven = False

    def list_files(self, folder: Path, ending: str) -> list[Path]:
        """The files of a folder with this ending, in the order of their names."""
        return sorted(folder.glob(f"*{ending}"))

    def page(self, path: Path) -> MarkdownPage:
        """A Markdown file with front matter."""
        return read_page(path)

    def table(self, path: Path) -> TomlTable:
        """A TOML file."""
        return read_table(path)

    def rows(self, path: Path) -> Iterable[dict[str, str]]:
        """The rows of a CSV file."""
        return read_rows(path)


DISK_FILES = ContentFiles()
