"""A content folder read to the end: a file that cannot be read becomes a flaw, and the reading goes on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from wizard.core.library import ACTION_IDS, Library
from wizard.errors import WizardError
from wizard.services.content import Files, Page, Table, read_page, read_rows, read_table, read_text
from wizard.services.fields import Fields
from wizard.services.library import (
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
from wizard.services.post import read_post
from wizard.services.regimes import read_regime

from .finding import Flaw
from .shelf import Shelf

Thing = TypeVar("Thing")
FORM_OF_A_LINE = 'Mend that line: name = "text in quotes", name = 5, name = 2026-11-23, or name = ["a", "list"].'


class Kept(Files):
    """Content files read from the disk once, and kept as they are written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.pages: dict[str, Page] = {}
        self.tables: dict[str, Table] = {}
        self.rows_of: dict[str, tuple[Mapping[str, str], ...]] = {}

    def page(self, path: Path) -> Page:
        """A Markdown file with front matter."""
        place = self._take(path)
        if place not in self.pages:
            self.pages[place] = read_page(path)
        return self.pages[place]

    def table(self, path: Path) -> Table:
        """A TOML file."""
        place = self._take(path)
        if place not in self.tables:
            self.tables[place] = read_table(path)
        return self.tables[place]

    def rows(self, path: Path) -> Iterable[dict[str, str]]:
        """The rows of a CSV file."""
        place = self._take(path)
        rows = list(read_rows(path))
        self.rows_of[place] = tuple(rows)
        return rows

    def _take(self, path: Path) -> str:
        place = path.relative_to(self.root).as_posix()
        if place not in self.texts:
            if not path.exists():
                raise WizardError(f"{path} is missing.", "Add it; content/README.md says what it holds.")
            self.texts[place] = read_text(path)
        return place


class Reader:
    """Reads file after file, and takes down what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = Kept(root)
        self.flaws: list[Flaw] = []

    def places(self, folder: str, pattern: str) -> list[str]:
        """The files of a folder in the order of their names."""
        return [path.relative_to(self.root).as_posix() for path in sorted((self.root / folder).glob(pattern))]

    def all_of(self, place: str, read: Callable[[Path, Files], Iterable[Thing]]) -> tuple[Thing, ...]:
        """All that `read` makes of the file; nothing where it cannot be read."""
        path = self.root / place
        try:
            return tuple(read(path, self.files))
        except WizardError as error:
            self.flaws.append(_flaw(place, path, error))
            return ()

    def one(self, place: str, read: Callable[[Path, Files], Thing]) -> tuple[Thing, ...]:
        """The one thing that `read` makes of the file, if it can be read."""
        return self.all_of(place, lambda path, files: (read(path, files),))

    def records(self, place: str, read: Callable[[str, Fields], Thing]) -> dict[str, Thing]:
        """The named tables of a file; one that is wrong does not hide the others."""
        return {
            id: thing
            for id, table in self.all_of(place, lambda path, files: files.table(path).items())
            for thing in self._record(place, id, table, read)
        }

    def rows(self, place: str, key: str, read: Callable[[dict[str, str], Path], Thing]) -> dict[str, Thing]:
        """The rows of a file by one of their columns, if all of them can be read."""
        return dict(self.all_of(place, lambda path, files: [(row.get(key, ""), read(row, path)) for row in files.rows(path)]))

    def _record(self, place: str, id: str, table: object, read: Callable[[str, Fields], Thing]) -> tuple[Thing, ...]:
        return self.one(place, lambda path, _: read(id, Fields(table, f"{path} [{id}]")))


def read_shelf(root: Path, today: date) -> tuple[Shelf, tuple[Flaw, ...]]:
    """Everything that can be read of a content folder, and a flaw for each file that cannot."""
    if not ((root / "questions").is_dir() or (root / "actions").is_dir()):
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    reader = Reader(root)
    questions = tuple(
        (place, question) for place in reader.places("questions", "*.toml") for question in reader.all_of(place, read_questions)
    )
    articles = (each for place in reader.places("articles", "*.md") for each in reader.one(place, read_article))
    regimes = (each for place in reader.places("regimes", "*.toml") for each in reader.one(place, read_regime))
    library = Library(
        questions=tuple(question for _, question in questions),
        actions=tuple(action for id in ACTION_IDS for action in reader.one(f"actions/{id}/action.md", read_action)),
        steps={step.id: step for place in _step_places(reader) for step in reader.one(place, read_step)},
        articles={article.id: article for article in articles},
        regimes={regime.id: regime for regime in regimes},
        countries=reader.rows("countries.csv", "alpha2", read_country),
        regions=reader.rows("regions.csv", "id", read_region),
        authorities=reader.records("authorities.toml", read_authority),
        services=reader.records("services.toml", read_service),
        sources=reader.records("sources.toml", read_source),
        outcomes=reader.records("outcomes.toml", read_outcome),
        retired=dict(reader.all_of("retired.toml", _renames)),
    )
    reader.all_of("aliases.csv", lambda path, files: files.rows(path))
    reader.all_of("words.toml", lambda path, files: files.table(path))
    for place in reader.places("letters", "*.md"):
        reader.one(place, lambda path, files: files.page(path))
    if (root / "letters" / "laws.toml").exists():
        reader.one("letters", read_post)
    places = tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()))
    kept = reader.files
    shelf = Shelf(library, today, places, kept.texts, kept.pages, kept.tables, kept.rows_of, questions)
    return shelf, tuple(reader.flaws)


def _step_places(reader: Reader) -> list[str]:
    return [place for id in ACTION_IDS for place in reader.places(f"actions/{id}", "*.md") if not place.endswith("/action.md")]


def _renames(path: Path, files: Files) -> Iterable[tuple[str, str]]:
    fields = Fields(files.table(path), path)
    return [(old, fields.text(old)) for old in fields.table]


def _flaw(place: str, path: Path, error: WizardError) -> Flaw:
    """The error as a flaw: its path becomes the place, and the part of the file that it names goes there too."""
    rest = error.what.removeprefix(str(path))
    part, _, what = rest.partition(": ")
    if part and not what.startswith(("“", "a table")):
        part, what = "", f"The file{rest}"
    next_step = FORM_OF_A_LINE if "(at line " in what else error.next_step
    return Flaw(f"{place}{part}", what[:1].upper() + what[1:], next_step)
