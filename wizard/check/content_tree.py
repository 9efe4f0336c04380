"""The input of the rules: everything that could be read of a content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.content.content_files import MarkdownPage, TomlTable
from wizard.core.content_models import Article, Library, Question, Step
from wizard.core.jurisdiction import Regime
from wizard.core.letter.models import Letter


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
