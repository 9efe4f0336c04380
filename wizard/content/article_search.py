"""What a person means who asks for a topic: an article by its id, by words, and by words with a slip of the pen."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.article import search_articles, tokenize, vocabulary
from wizard.core.content_models import Article, Library

NEAR = 70.0
"""How alike two words must be, of a hundred, for one to be taken for the other."""
NEAREST = 3
LIKELY = 60.0
"""How much of a title a topic must have, of a hundred, for the title to be worth showing."""


@dataclass(frozen=True, slots=True)
class ArticleMatches:
    """The articles that fit, the best first; `taken_as` is what was looked for in place of words that no article has."""

    articles: tuple[Article, ...]
    corrected_query: str = ""
    exact: bool = False


def find_articles(library: Library, topic: str) -> ArticleMatches:
    """The article with this id or title, else all articles that have these words, else those that have similar ones."""
    named = library.articles.get(library.current_id("-".join(tokenize(topic))))
    if named is None:
        same = tokenize(topic)
        named = next((each for each in library.articles.values() if same and tokenize(each.title) == same), None)
    if named:
        return ArticleMatches((named,), exact=True)
    found = search_articles(library.articles, topic)
    if found:
        return ArticleMatches(found)
    similar = _similar(library, tokenize(topic))
    return ArticleMatches(search_articles(library.articles, similar), similar) if similar else ArticleMatches(())


def similar_titles(library: Library, topic: str) -> tuple[Article, ...]:
    """The articles whose titles are most like the topic, for when nothing fits; none where all are far away."""
    from rapidfuzz import fuzz, process

    titles = {id: article.title.casefold() for id, article in library.articles.items()}
    found = process.extract(topic.casefold(), titles, scorer=fuzz.partial_ratio, limit=NEAREST, score_cutoff=LIKELY)
    return tuple(library.articles[id] for _, _, id in found)


def _similar(library: Library, wanted: Sequence[str]) -> str:
    """The words of the query, each unknown one replaced by the known one that is most like it; nothing where one has none."""
    from rapidfuzz import fuzz, process

    known = vocabulary(library.articles.values())
    found: list[str] = []
    for word in wanted:
        if any(each.startswith(word) for each in known):
            found.append(word)
            continue
        best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR)
        if best is None:
            return ""
        found.append(best[0])
    return " ".join(found)
