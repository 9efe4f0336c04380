"""Where the content files lie, and what stands in them before anyone has judged it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from wizard.errors import WizardError

from .crash import TOO_MANY_FILES

Table = Mapping[str, object]
_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)


class Page(NamedTuple):
    """A Markdown file with front matter: where it lies, its fields, its prose."""

    path: Path
    fields: Table
    text: str


def content_root() -> Path:
    """The content folder: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    packed = package / "content"
    return packed if packed.is_dir() else package.parent / "content"


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


def read_table(path: Path) -> Table:
    """The fields of a TOML file. Raises WizardError with the place where TOML is broken."""
    return parse_table(read_text(path), path)


def parse_table(text: str, path: Path) -> Table:
    """The fields of a TOML text that came from `path`."""
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOML that is broken, or a number too long to be read
        from .slips import slip_in

        slip = slip_in(text, str(error))
        raise WizardError(f"{path}, line {slip.line}: {slip.what}", slip.next_step) from error
    except RecursionError as error:
        raise WizardError(f"{path}: brackets are nested too deeply.", "Take some out.") from error


def read_page(path: Path) -> Page:
    """A Markdown file, split at its `+++` lines. Raises WizardError without front matter."""
    before, *pieces = _FENCE.split(read_text(path), maxsplit=2)
    if before or not pieces:
        raise WizardError(f"{path} has no front matter.", "Begin it with fields between two lines of +++.")
    if len(pieces) == 1:
        raise WizardError(f"{path} has no second line of +++.", "Put one below the fields, above the prose.")
    head, body = pieces
    return Page(path, parse_table(head, path), body.strip())


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by column name; missing cells are empty."""
    import csv

    try:
        for row in csv.DictReader(read_text(path).splitlines()):
            yield {key: (value or "").strip() for key, value in row.items() if key is not None}
    except csv.Error as error:
        raise WizardError(f"{path}: {error}.", "Mend the row, or quote its cells.") from error


class Files:
    """Content files read from the disk, each time anew."""

    proven = False

    def within(self, folder: Path, ending: str) -> list[Path]:
        """The files of a folder with this ending, in the order of their names."""
        return sorted(folder.glob(f"*{ending}"))

    def page(self, path: Path) -> Page:
        """A Markdown file with front matter."""
        return read_page(path)

    def table(self, path: Path) -> Table:
        """A TOML file."""
        return read_table(path)

    def rows(self, path: Path) -> Iterable[dict[str, str]]:
        """The rows of a CSV file."""
        return read_rows(path)


DISK = Files()
