"""Show articles and frequently asked questions, paragraph by paragraph, with their links below."""

import re
from collections.abc import Iterable

from wizard.core.article import FAQ_PREFIX, linked_source_ids
from wizard.core.content_models import Article
from wizard.export.article import GROUPS, article_text

from .accessible_text import UNWRAPPED_WIDTH
from .conversation import Conversation
from .place import show_sources
from .prompter import Choice

HELP = "Background and answers to common questions. A search over all of them is in the main menu."
LINK_HEADINGS = ("Links", "More sources", "Sources")
_LINK_NUMBER = re.compile(r"\[(\d+)\]")
IS_FAQ_BY_GROUP = {"background": False, "questions": True}
"""The groups of articles by id, and whether a group holds the frequently asked questions."""


def show_articles(conversation: Conversation) -> None:
    """Ask for a group of articles, then for an article, until the user goes back."""
    rows = [Choice(id, GROUPS[answers]) for id, answers in IS_FAQ_BY_GROUP.items()]
    while True:
        conversation.prompter.title("Read")
        group = conversation.select("What would you like to read?", rows, HELP)
        if group is None:
            return
        articles = conversation.snapshot.library.articles.values()
        _choose_article(conversation, [each for each in articles if each.id.startswith(FAQ_PREFIX) == IS_FAQ_BY_GROUP[group]])


def _choose_article(conversation: Conversation, articles: Iterable[Article]) -> None:
    rows = [Choice(each.id, each.title, each.summary) for each in articles]
    while rows and (chosen := conversation.select("Which text?", rows, HELP)) is not None:
        show_article(conversation, chosen)


def _without_links(lines: list[str]) -> list[str]:
    """Return the lines without the links and sources at the end, which follow as numbered choices.

    The last line, with the date and the confidence, is kept.
    """
    sources_start = max((index for index, line in enumerate(lines) if line in LINK_HEADINGS), default=len(lines) - 1)
    links_start = max(
        (index for index, line in enumerate(lines[:sources_start]) if line == LINK_HEADINGS[0]), default=sources_start
    )
    return [*lines[:links_start], lines[-1]]


def show_article(conversation: Conversation, id: str) -> None:
    """Print one article, then offer its links and sources."""
    article = conversation.snapshot.library.articles[id]
    title, *text = article_text(article, conversation.snapshot.library, conversation.snapshot.today, UNWRAPPED_WIDTH).splitlines()
    conversation.prompter.title(title)
    conversation.say(*(_LINK_NUMBER.sub(r"(link \1)", line.strip()) for line in _without_links(text) if line.strip()))
    show_sources(conversation, dict.fromkeys([*linked_source_ids(article), *article.sources]))
