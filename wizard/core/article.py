"""Group articles, find one by its name, and tell which ones need a review."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from wizard.i18n import N_, MessageTable

from .content_models import Article, Library
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


def article_named(library: Library, topic: str) -> Article | None:
    """Return the article with this id, with this id in words, or with this title; None if there is none."""
    words = tokenize(topic)
    by_id = library.articles.get(library.current_id("-".join(words)))
    return by_id or next((each for each in library.articles.values() if words and tokenize(each.title) == words), None)
