"""Load a content folder without stopping at errors: an unreadable file becomes a violation."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from wizard.content.content_error import ContentError, ContentFileError
from wizard.content.content_files import ContentFiles, MarkdownPage, TomlTable, read_page, read_rows, read_table, read_text
from wizard.content.content_loader import (
    read_action,
    read_article,
    read_authority,
    read_country,
    read_outcome,
    read_questions,
    read_region,
    read_service,
    read_source,
    read_step,
)
from wizard.content.field_reader import FieldReader
from wizard.content.letter_loader import LetterBundle
from wizard.content.letter_reader import (
    SharedLetterParts,
    read_addressee,
    read_language,
    read_laws,
    read_letter,
    read_letter_field,
)
from wizard.content.regime_reader import read_regime
from wizard.core.content_models import ACTION_IDS, Library
from wizard.errors import WizardError

from .content_tree import ContentTree
from .csv_shape import malformed_rows
from .diagnostics import Violation

T = TypeVar("T")


class CachingFiles(ContentFiles):
    """Content files that are read once and kept as written, by their paths relative to the root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.pages: dict[str, MarkdownPage] = {}
        self.tables: dict[str, TomlTable] = {}
        self.csv_rows: dict[str, tuple[Mapping[str, str], ...]] = {}

    def page(self, path: Path) -> MarkdownPage:
        """Return a Markdown file with front matter."""
        place = self._load_text(path)
        if place not in self.pages:
            self.pages[place] = read_page(path)
        return self.pages[place]

    def text(self, path: Path) -> str:
        """Return the text of any content file."""
        return self.texts[self._load_text(path)]

    def table(self, path: Path) -> TomlTable:
        """Return the table of a TOML file."""
        place = self._load_text(path)
        if place not in self.tables:
            self.tables[place] = read_table(path)
        return self.tables[place]

    def rows(self, path: Path) -> Iterable[dict[str, str]]:
        """Return the rows of a CSV file."""
        place = self._load_text(path)
        rows = list(read_rows(path))
        self.csv_rows[place] = tuple(rows)
        return rows

    def _load_text(self, path: Path) -> str:
        place = path.relative_to(self.root).as_posix()
        if place not in self.texts:
            if not path.exists():
                raise ContentFileError(path, "is missing.", "Add it; content/README.md says what it holds.")
            self.texts[place] = read_text(path)
        return place


class TolerantLoader:
    """Reads one file after another and collects the violations."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = CachingFiles(root)
        self.violations: list[Violation] = []

    def places(self, folder: str, pattern: str) -> list[str]:
        """Return the paths of the files in a folder that match, sorted by name."""
        return [path.relative_to(self.root).as_posix() for path in sorted((self.root / folder).glob(pattern))]

    def read_all(self, place: str, read: Callable[[Path, ContentFiles], Iterable[T]]) -> tuple[T, ...]:
        """Return what `read` yields for the file, or nothing if it raises ContentError."""
        path = self.root / place
        try:
            return tuple(read(path, self.files))
        except ContentError as error:
            self.violations.append(_violation_from_error(place, error))
            return ()

    def read_one(self, place: str, read: Callable[[Path, ContentFiles], T]) -> tuple[T, ...]:
        """Return the one value that `read` builds from the file, or nothing if it raises ContentError."""
        return self.read_all(place, lambda path, files: (read(path, files),))

    def records(self, place: str, read: Callable[[str, FieldReader], T]) -> dict[str, T]:
        """Return the named tables of a file by id. An invalid one does not hide the others."""
        return {
            id: record
            for id, table in self.read_all(place, lambda path, files: files.table(path).items())
            for record in self._record(place, id, table, read)
        }

    def read_rows(self, place: str, read: Callable[[dict[str, str], Path], T]) -> tuple[T, ...]:
        """Return what `read` builds from each row, or nothing if any row has the wrong number of cells."""

        def read_rows_if_well_formed(path: Path, files: ContentFiles) -> Iterable[T]:
            malformed = tuple(malformed_rows(place, self.files.text(path)))
            self.violations += malformed
            return () if malformed else (read(row, path) for row in files.rows(path))

        return self.read_all(place, read_rows_if_well_formed)

    def rows(self, place: str, key: str, read: Callable[[dict[str, str], Path], T]) -> dict[str, T]:
        """Return the rows of a file by the cells of the column `key`, or nothing if any row is invalid."""
        return dict(self.read_rows(place, lambda row, path: (row.get(key, ""), read(row, path))))

    def _record(self, place: str, id: str, table: object, read: Callable[[str, FieldReader], T]) -> tuple[T, ...]:
        return self.read_one(place, lambda path, _: read(id, FieldReader(table, path, f"[{id}]")))


def load_content_tree(root: Path, today: date) -> tuple[ContentTree, tuple[Violation, ...]]:
    """Load everything that can be read, with a violation for each file or record that cannot.

    Raises WizardError if the folder is no content folder.
    """
    if not ((root / "questions").is_dir() or (root / "actions").is_dir()):
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    loader = TolerantLoader(root)
    questions = tuple(
        (place, question) for place in loader.places("questions", "*.toml") for question in loader.read_all(place, read_questions)
    )
    articles = (each for place in loader.places("articles", "*.md") for each in loader.read_one(place, read_article))
    regimes = (each for place in loader.places("regimes", "*.toml") for each in loader.read_one(place, read_regime))
    letters = _read_letters(loader)
    library = Library(
        questions=tuple(question for _, question in questions),
        actions=tuple(action for id in ACTION_IDS for action in loader.read_one(f"actions/{id}/action.md", read_action)),
        steps={step.id: step for place in _step_places(loader) for step in loader.read_one(place, read_step)},
        articles={article.id: article for article in articles},
        regimes={regime.id: regime for regime in regimes},
        countries=loader.rows("countries.csv", "alpha2", read_country),
        regions=loader.rows("regions.csv", "id", read_region),
        authorities=loader.records("authorities.toml", read_authority),
        services=loader.records("services.toml", read_service),
        sources=loader.records("sources.toml", read_source),
        outcomes=loader.records("outcomes.toml", read_outcome),
        retired=dict(loader.read_all("retired.toml", _read_retired_ids)),
        letters=letters.letters,
        laws=letters.laws,
        addressees=letters.addressees,
        languages=letters.languages,
    )
    loader.read_rows("aliases.csv", lambda row, _: row)
    loader.read_all("words.toml", lambda path, files: files.table(path))
    places = tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()))
    files = loader.files
    content = ContentTree(library, today, places, files.texts, files.pages, files.tables, files.csv_rows, questions)
    return content, tuple(loader.violations)


def _step_places(loader: TolerantLoader) -> list[str]:
    return [place for id in ACTION_IDS for place in loader.places(f"actions/{id}", "*.md") if not place.endswith("/action.md")]


def _read_letters(loader: TolerantLoader) -> LetterBundle:
    """Read shared letter parts, then the letters.

    Letters depend on the shared parts. While those have errors, only the syntax of the letter files is checked.
    """
    if not (loader.root / "letters").is_dir():
        return LetterBundle()
    violations_before = len(loader.violations)
    laws = dict(loader.read_all("letters/laws.toml", lambda path, files: read_laws(path, files).items()))
    shared_fields = loader.records("letters/blanks.toml", _read_shared_field)
    shared_parts = SharedLetterParts(laws, shared_fields) if len(loader.violations) == violations_before else None
    places = [place for place in loader.places("letters", "*.md") if loader.read_one(place, lambda path, files: files.page(path))]
    letters = (
        each for place in places if shared_parts for each in loader.read_one(place, partial(read_letter, shared=shared_parts))
    )
    return LetterBundle(
        letters={letter.id: letter for letter in letters},
        laws=laws,
        addressees=loader.records("letters/addressees.toml", read_addressee),
        languages=loader.records("letters/languages.toml", read_language),
    )


def _read_shared_field(id: str, fields: FieldReader) -> TomlTable:
    """Return the table of a shared field after a test that it makes a valid field."""
    read_letter_field(FieldReader({"id": id}, fields.file, fields.part), {id: fields.table})
    return fields.table


def _read_retired_ids(path: Path, files: ContentFiles) -> Iterable[tuple[str, str]]:
    fields = FieldReader(files.table(path), path)
    return [(old, fields.text(old)) for old in fields.table]


def _violation_from_error(place: str, error: ContentError) -> Violation:
    """Convert an error that was raised while the file at `place` was read."""
    line, part = f":{error.line}" if error.line else "", f" {error.part}" if error.part else ""
    problem = error.problem[:1].upper() + error.problem[1:]
    return Violation(f"{place}{line}{part}", problem, error.next_step, error.fields)
