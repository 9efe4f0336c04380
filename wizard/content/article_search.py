"""Search for articles: by id or title, by words, and by words with typing errors."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.core.article import search_articles, tokenize, vocabulary
from wizard.core.content_models import Article, Library

NEAR = 70.0
"""Minimum similarity of a replacement word, from 0 to 100."""
NEAREST = 3
"""Maximum number of similar titles."""
LIKELY = 60.0
"""Minimum similarity of a title to be suggested, from 0 to 100."""


@dataclass(frozen=True, slots=True)
class ArticleMatches:
    """The matching articles, best first.

    `corrected_query` is the query that was used instead, if some words matched no article, else "". `exact` is True for a
    match by id or title.
    """

    articles: tuple[Article, ...]
    corrected_query: str = ""
    exact: bool = False


def find_articles(library: Library, topic: str) -> ArticleMatches:
    """Return the article with this id or title, else those with all words, else those with similar words."""
    exact_match = library.articles.get(library.current_id("-".join(tokenize(topic))))
    if exact_match is None:
        topic_words = tokenize(topic)
        exact_match = next(
            (each for each in library.articles.values() if topic_words and tokenize(each.title) == topic_words), None
        )
    if exact_match:
        return ArticleMatches((exact_match,), exact=True)
    matches = search_articles(library.articles, topic)
    if matches:
        return ArticleMatches(matches)
    corrected_query = _corrected_query(library, tokenize(topic))
    return (
        ArticleMatches(search_articles(library.articles, corrected_query), corrected_query)
        if corrected_query
        else ArticleMatches(())
    )


def similar_titles(library: Library, topic: str) -> tuple[Article, ...]:
    """Return up to NEAREST articles with the most similar titles, for a topic without matches."""
    from rapidfuzz import fuzz, process

    titles = {id: article.title.casefold() for id, article in library.articles.items()}
    matches = process.extract(topic.casefold(), titles, scorer=fuzz.partial_ratio, limit=NEAREST, score_cutoff=LIKELY)
    return tuple(library.articles[id] for _, _, id in matches)


def _corrected_query(library: Library, words: Sequence[str]) -> str:
    """Replace each unknown word by the most similar known one. Return "" if a word has none."""
    from rapidfuzz import fuzz, process

    known_words = vocabulary(library.articles.values())
    corrected: list[str] = []
    for word in words:
        if any(each.startswith(word) for each in known_words):
            corrected.append(word)
            continue
        best_match = process.extractOne(word, sorted(known_words), scorer=fuzz.ratio, score_cutoff=NEAR)
        if best_match is None:
            return ""
        corrected.append(best_match[0])
    return " ".join(corrected)
