"""The input of the rules: everything that could be read of a content folder, and the errors of the rest."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from wizard.content.content_error import ContentError
from wizard.content.content_files import ContentFiles, MarkdownPage, TomlTable, overlay_language
from wizard.content.content_loader import build_library, read_questions
from wizard.content.content_reader import ContentReader
from wizard.content.decoder import decode_table
from wizard.content.file_formats import SEARCH_FILE, WORD_LIST, csv_format
from wizard.content.overlay import Overlay
from wizard.content.translated_files import read_overlay
from wizard.core.content_models import Article, Library, Question, Step
from wizard.core.jurisdiction import Regime
from wizard.core.letter.models import Letter
from wizard.errors import WizardError

from .diagnostics import Violation

T = TypeVar("T")
ALIASES, WORDS, SEARCH = "aliases.csv", "words.toml", "search.toml"
"""Files that belong to no record of the library."""


class CachingFiles(ContentFiles):
    """Content files that are read once and kept as written, by their places."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.texts: dict[str, str] = {}
        self.pages: dict[str, MarkdownPage] = {}
        self.tables: dict[str, TomlTable] = {}
        self.csv_rows: dict[str, tuple[Mapping[str, str], ...]] = {}

    def text(self, place: str) -> str:
        """Return the text of a file."""
        return _kept(self.texts, place, super().text)

    def page(self, place: str) -> MarkdownPage:
        """Return a Markdown file with front matter."""
        self.text(place)
        return _kept(self.pages, place, super().page)

    def table(self, place: str) -> TomlTable:
        """Return the table of a TOML file."""
        self.text(place)
        return _kept(self.tables, place, super().table)

    def rows(self, place: str) -> list[dict[str, str]]:
        """Return the rows of a CSV file."""
        rows = super().rows(place)
        self.csv_rows[place] = tuple(rows)
        return rows


def _kept(values: dict[str, T], place: str, read: Callable[[str], T]) -> T:
    if place not in values:
        values[place] = read(place)
    return values[place]


@dataclass(frozen=True, slots=True, eq=False)
class ContentTree:
    """The library of a folder, and its files as written, by their paths relative to the folder.

    Compared by identity, so that it can be the key of caches.
    """

    library: Library
    today: date
    files: tuple[str, ...]
    texts: Mapping[str, str]
    pages: Mapping[str, MarkdownPage]
    tables: Mapping[str, TomlTable]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]
    questions: tuple[tuple[str, Question], ...]
    overlays: Mapping[str, Overlay]

    def steps(self) -> Iterator[tuple[str, Step]]:
        """Yield every step with its place."""
        for id, step in self.library.steps.items():
            yield f"actions/{id}.md", step

    def articles(self) -> Iterator[tuple[str, Article]]:
        """Yield every article with its place."""
        for id, article in self.library.articles.items():
            yield f"articles/{id}.md", article

    def letters(self) -> Iterator[tuple[str, Letter]]:
        """Yield every letter with its place."""
        for id, letter in self.library.letters.items():
            yield f"letters/{id}.md", letter

    def regimes(self) -> Iterator[tuple[str, Regime]]:
        """Yield every regime with its place."""
        for id, regime in self.library.regimes.items():
            yield f"regimes/{id}.toml", regime


def load_content_tree(root: Path, today: date) -> tuple[ContentTree, tuple[Violation, ...]]:
    """Load everything that can be read, with a violation for each error.

    Raises WizardError if the folder is no content folder.
    """
    if not ((root / "questions").is_dir() or (root / "actions").is_dir()):
        raise WizardError("not-a-content-folder", path=root)
    errors: list[ContentError] = []
    files = CachingFiles(root)
    reader = ContentReader(files, errors.append)
    library = build_library(reader)
    reader.rows(ALIASES, csv_format(ALIASES))
    reader.attempt(WORDS, lambda: decode_table(WORD_LIST, files.table(WORDS)))
    if (root / SEARCH).exists():
        reader.attempt(SEARCH, lambda: decode_table(SEARCH_FILE, files.table(SEARCH)))
    questions = tuple(read_questions(ContentReader(files, lambda _: None)))  # with their places; their errors are known
    places = tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()))
    overlays = {
        place: overlay
        for place in places
        if overlay_language(place) and place.endswith((".md", ".toml"))
        for overlay in reader.attempt(place, partial(read_overlay, root, place))
    }
    content = ContentTree(library, today, places, files.texts, files.pages, files.tables, files.csv_rows, questions, overlays)
    return content, tuple(_violation_from_error(root, error) for error in errors)


def _violation_from_error(root: Path, error: ContentError) -> Violation:
    line, part = f":{error.line}" if error.line else "", f" {error.part}" if error.part else ""
    place = Path(error.file).relative_to(root).as_posix()
    return Violation(f"{place}{line}{part}", error.problem[:1].upper() + error.problem[1:], error.next_step, error.fields)
