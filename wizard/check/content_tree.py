"""What the rules look at: everything that could be read of a content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.content.content_files import MarkdownPage, TomlTable
from wizard.core.content_models import Article, Library, Question, Step
from wizard.core.jurisdiction import Regime
from wizard.core.letter.models import Letter


@dataclass(frozen=True, slots=True, eq=False)
class ContentTree:
    """The library that a folder makes, and beside it the files as they are written, by their paths below the folder."""

    library: Library
    today: date
    files: tuple[str, ...]
    texts: Mapping[str, str]
    pages: Mapping[str, MarkdownPage]
    tables: Mapping[str, TomlTable]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]
    questions: tuple[tuple[str, Question], ...]

    def steps(self) -> Iterator[tuple[str, Step]]:
        """Every step with its place."""
        for id, step in self.library.steps.items():
            yield f"actions/{id}.md", step

    def articles(self) -> Iterator[tuple[str, Article]]:
        """Every article with its place."""
        for id, article in self.library.articles.items():
            yield f"articles/{id}.md", article

    def letters(self) -> Iterator[tuple[str, Letter]]:
        """Every letter with its place."""
        for id, letter in self.library.letters.items():
            yield f"letters/{id}.md", letter

    def regimes(self) -> Iterator[tuple[str, Regime]]:
        """Every regime with its place."""
        for id, regime in self.library.regimes.items():
            yield f"regimes/{id}.toml", regime
