"""Articles: whether one is due for another look, and which ones have the words that a person asks for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from .content_models import REVIEW_AFTER_DAYS, Article

FAQ_PREFIX = "faq-"
"""How the ids of answers to common questions begin."""
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\(source:(?P<source>[a-z0-9-]+)\)")
GROUPS = {"how": "How it works, and what helps", "law": "Rights, law and open debates", "answers": "Common questions"}
"""The groups of the list of articles, in their order."""
CONFIDENCE_ORDER = ("confirmed", "reported", "disputed", "unconfirmed")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLE, _KEYWORD, _SUMMARY, _TEXT = 8, 6, 3, 1


def is_stale(article: Article, today: date) -> bool:
    """Tell whether the article should be looked at again before one relies on it."""
    return article.checked + timedelta(days=REVIEW_AFTER_DAYS[article.kind]) < today


def group_articles(articles: Iterable[Article]) -> Iterator[tuple[str, tuple[Article, ...]]]:
    """The articles in groups that their ids and kinds make; in each the surest come first."""
    surest = sorted(articles, key=lambda each: CONFIDENCE_ORDER.index(each.confidence))
    for group, title in GROUPS.items():
        found = tuple(each for each in surest if _group(each) == group)
        if found:
            yield title, found


def _group(article: Article) -> str:
    return "answers" if article.id.startswith(FAQ_PREFIX) else "law" if article.kind == "law" else "how"


def linked_source_ids(article: Article) -> tuple[str, ...]:
    """The sources that the text links to, each once, in the order of the text."""
    return tuple(dict.fromkeys(found["source"] for found in LINK.finditer(article.text)))


def tokenize(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(found[0].casefold() for found in _WORD.finditer(text))


def vocabulary(articles: Iterable[Article]) -> frozenset[str]:
    """All words of these articles that one may look for."""
    return frozenset(word for article in articles for part in _parts(article) for word in tokenize(part) if len(word) > 2)


def search_articles(articles: Mapping[str, Article], query: str) -> tuple[Article, ...]:
    """The articles in which every word of the query begins a word, the best first.

    A word counts most in the title, then among the keywords, in the summary, in the text.
    """
    wanted = tokenize(query)
    if not wanted:
        return ()
    found = [(_relevance(article, wanted), rank, article) for rank, article in enumerate(articles.values())]
    return tuple(article for worth, _, article in sorted(found, key=lambda each: (-each[0], each[1])) if worth)


def _relevance(article: Article, wanted: Iterable[str]) -> int:
    """How well the article fits; nought where one of the words is missing."""
    weighed = [
        (weight, tokenize(part)) for weight, part in zip((_TITLE, _KEYWORD, _SUMMARY, _TEXT), _parts(article), strict=True)
    ]
    reached = [
        max((weight for weight, words in weighed if any(each.startswith(word) for each in words)), default=0) for word in wanted
    ]
    return sum(reached) if all(reached) else 0


def _parts(article: Article) -> tuple[str, str, str, str]:
    return article.title, " ".join(article.keywords), article.summary, LINK.sub(r"\g<words>", article.text)
