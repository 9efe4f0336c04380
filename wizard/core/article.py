"""Group and search articles, and tell which ones need a review."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from wizard.i18n import N_, MessageTable

from .content_models import Article
from .field_types import REVIEW_AFTER_DAYS

FAQ_PREFIX = "faq-"
"""The prefix of the ids of frequently asked questions."""
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\(source:(?P<source>[a-z0-9-]+)\)")
"""A link in the text of an article: `[words](source:id)`, where the id is that of a source."""
GROUPS = MessageTable(
    {"how": N_("How it works, and what helps"), "law": N_("Rights, law and open debates"), "answers": N_("Common questions")}
)
"""The groups of the article list by id, in the order in which they are shown."""
CONFIDENCE_ORDER = ("confirmed", "reported", "disputed", "unconfirmed")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLE, _KEYWORD, _SUMMARY, _TEXT = 8, 6, 3, 1
"""How much a query word counts where it occurs."""


def is_stale(article: Article, today: date) -> bool:
    """Return True if the article was last checked longer ago than REVIEW_AFTER_DAYS allows for its kind."""
    return article.checked + timedelta(days=REVIEW_AFTER_DAYS[article.kind]) < today


def group_articles(articles: Iterable[Article]) -> Iterator[tuple[str, tuple[Article, ...]]]:
    """Yield the title and the articles of each group that is not empty, the most certain article first."""
    by_confidence = sorted(articles, key=lambda article: CONFIDENCE_ORDER.index(article.confidence))
    for group, title in GROUPS.items():
        members = tuple(article for article in by_confidence if _group(article) == group)
        if members:
            yield title, members


def _group(article: Article) -> str:
    return "answers" if article.id.startswith(FAQ_PREFIX) else "law" if article.kind == "law" else "how"


def linked_source_ids(article: Article) -> tuple[str, ...]:
    """Return the ids of the sources that the text links to, each once, in the order of the text."""
    return tuple(dict.fromkeys(link["source"] for link in LINK.finditer(article.text)))


def tokenize(text: str) -> tuple[str, ...]:
    """Return the words of a text, case-folded. Apostrophes stay inside a word."""
    return tuple(match[0].casefold() for match in _WORD.finditer(text))


def vocabulary(articles: Iterable[Article]) -> frozenset[str]:
    """Return all words of three or more letters in these articles, for suggestions after a typing error."""
    return frozenset(
        word for article in articles for text in _searched_texts(article) for word in tokenize(text) if len(word) > 2
    )


def search_articles(articles: Mapping[str, Article], query: str) -> tuple[Article, ...]:
    """Return the articles in which every query word begins a word, the most relevant first.

    A word counts most in the title, then in the keywords, the summary and the text. Ties keep the given order. An
    empty query finds nothing.
    """
    query_words = tokenize(query)
    if not query_words:
        return ()
    rated = [(_relevance(article, query_words), position, article) for position, article in enumerate(articles.values())]
    best_first = sorted(rated, key=lambda rating: (-rating[0], rating[1]))
    return tuple(article for relevance, _, article in best_first if relevance)


def _relevance(article: Article, query_words: Iterable[str]) -> int:
    """Return the relevance score; 0 if any query word is missing."""
    weighted_texts = [
        (weight, tokenize(text))
        for weight, text in zip((_TITLE, _KEYWORD, _SUMMARY, _TEXT), _searched_texts(article), strict=True)
    ]
    scores = [
        max((weight for weight, tokens in weighted_texts if any(token.startswith(word) for token in tokens)), default=0)
        for word in query_words
    ]
    return sum(scores) if all(scores) else 0


def _searched_texts(article: Article) -> tuple[str, str, str, str]:
    return article.title, " ".join(article.keywords), article.summary, LINK.sub(r"\g<words>", article.text)
