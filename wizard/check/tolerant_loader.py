"""A content folder read to the end: a file that cannot be read becomes a flaw, and the reading goes on."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

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

Thing = TypeVar("Thing")
_MESSAGE_PATTERN = re.compile(
    r"(?P<file>/[^ ,:]+)?(?:, line (?P<line>\d+))?(?P<part> .*?(?=: (?:“|a table)))?: (?P<what>.*)",
    re.DOTALL,
)


class CachingFiles(ContentFiles):
    """Content files read from the disk once, and kept as they are written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.pages: dict[str, MarkdownPage] = {}
        self.tables: dict[str, TomlTable] = {}
        self.rows_of: dict[str, tuple[Mapping[str, str], ...]] = {}

    def page(self, path: Path) -> MarkdownPage:
        """A Markdown file with front matter."""
        place = self._take(path)
        if place not in self.pages:
            self.pages[place] = read_page(path)
        return self.pages[place]

    def text(self, path: Path) -> str:
        """Any file as it is written."""
        return self.texts[self._take(path)]

    def table(self, path: Path) -> TomlTable:
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


class TolerantLoader:
    """Reads file after file, and takes down what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = CachingFiles(root)
        self.flaws: list[Violation] = []

    def places(self, folder: str, pattern: str) -> list[str]:
        """The files of a folder in the order of their names."""
        return [path.relative_to(self.root).as_posix() for path in sorted((self.root / folder).glob(pattern))]

    def all_of(self, place: str, read: Callable[[Path, ContentFiles], Iterable[Thing]]) -> tuple[Thing, ...]:
        """All that `read` makes of the file; nothing where it cannot be read."""
        path = self.root / place
        try:
            return tuple(read(path, self.files))
        except WizardError as error:
            self.flaws.append(_violation_from_error(place, path, error))
            return ()

    def one(self, place: str, read: Callable[[Path, ContentFiles], Thing]) -> tuple[Thing, ...]:
        """The one thing that `read` makes of the file, if it can be read."""
        return self.all_of(place, lambda path, files: (read(path, files),))

    def records(self, place: str, read: Callable[[str, FieldReader], Thing]) -> dict[str, Thing]:
        """The named tables of a file; one that is wrong does not hide the others."""
        return {
            id: thing
            for id, table in self.all_of(place, lambda path, files: files.table(path).items())
            for thing in self._record(place, id, table, read)
        }

    def sheet(self, place: str, read: Callable[[dict[str, str], Path], Thing]) -> tuple[Thing, ...]:
        """What `read` makes of each row; nothing where the cells of one are wrong, since all that follows from it is, too."""

        def fitting(path: Path, files: ContentFiles) -> Iterable[Thing]:
            wrong = tuple(malformed_rows(place, self.files.text(path)))
            self.flaws += wrong
            return () if wrong else (read(row, path) for row in files.rows(path))

        return self.all_of(place, fitting)

    def rows(self, place: str, key: str, read: Callable[[dict[str, str], Path], Thing]) -> dict[str, Thing]:
        """The rows of a file by one of their columns, if all of them can be read."""
        return dict(self.sheet(place, lambda row, path: (row.get(key, ""), read(row, path))))

    def _record(self, place: str, id: str, table: object, read: Callable[[str, FieldReader], Thing]) -> tuple[Thing, ...]:
        return self.one(place, lambda path, _: read(id, FieldReader(table, f"{path} [{id}]")))


def load_content_tree(root: Path, today: date) -> tuple[ContentTree, tuple[Violation, ...]]:
    """Everything that can be read of a content folder, and a flaw for each file that cannot."""
    if not ((root / "questions").is_dir() or (root / "actions").is_dir()):
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    reader = TolerantLoader(root)
    questions = tuple(
        (place, question) for place in reader.places("questions", "*.toml") for question in reader.all_of(place, read_questions)
    )
    articles = (each for place in reader.places("articles", "*.md") for each in reader.one(place, read_article))
    regimes = (each for place in reader.places("regimes", "*.toml") for each in reader.one(place, read_regime))
    post = _read_post(reader)
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
        letters=post.letters,
        laws=post.laws,
        addressees=post.addressees,
        languages=post.languages,
    )
    reader.sheet("aliases.csv", lambda row, _: row)
    reader.all_of("words.toml", lambda path, files: files.table(path))
    places = tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()))
    kept = reader.files
    shelf = ContentTree(library, today, places, kept.texts, kept.pages, kept.tables, kept.rows_of, questions)
    return shelf, tuple(reader.flaws)


def _step_places(reader: TolerantLoader) -> list[str]:
    return [place for id in ACTION_IDS for place in reader.places(f"actions/{id}", "*.md") if not place.endswith("/action.md")]


def _read_post(reader: TolerantLoader) -> LetterBundle:
    """What letters share, and then letter by letter; while something is wrong with the first, only the files are looked at."""
    if not (reader.root / "letters").is_dir():
        return LetterBundle()
    before = len(reader.flaws)
    laws = dict(reader.all_of("letters/laws.toml", lambda path, files: read_laws(path, files).items()))
    blanks = reader.records("letters/blanks.toml", _shared)
    shared = SharedLetterParts(laws, blanks) if len(reader.flaws) == before else None
    places = [place for place in reader.places("letters", "*.md") if reader.one(place, lambda path, files: files.page(path))]
    letters = (each for place in places if shared for each in reader.one(place, partial(read_letter, shared=shared)))
    return LetterBundle(
        letters={letter.id: letter for letter in letters},
        laws=laws,
        addressees=reader.records("letters/addressees.toml", read_addressee),
        languages=reader.records("letters/languages.toml", read_language),
    )


def _shared(id: str, fields: FieldReader) -> TomlTable:
    """The fields of a blank that letters share, once they are known to make one."""
    read_letter_field(FieldReader({"id": id}, fields.location), {id: fields.table})
    return fields.table


def _renames(path: Path, files: ContentFiles) -> Iterable[tuple[str, str]]:
    fields = FieldReader(files.table(path), path)
    return [(old, fields.text(old)) for old in fields.table]


def _violation_from_error(place: str, path: Path, error: WizardError) -> Violation:
    """The error as a flaw: its path becomes the place, and the line or the part of the file that it names goes there too."""
    rest = error.what.removeprefix(str(path))
    said = _MESSAGE_PATTERN.fullmatch(rest)
    if said is None:
        file, _, what = rest.partition(" ")
        return Violation(f"{place}{file}", f"The file {what}", error.next_step)
    line = f":{said['line']}" if said["line"] else ""
    what = said["what"]
    return Violation(f"{place}{said['file'] or ''}{line}{said['part'] or ''}", what[:1].upper() + what[1:], error.next_step)
