"""Show articles and frequently asked questions, paragraph by paragraph, with their links below."""

from collections.abc import Iterable

from wizard.core.article import FAQ_PREFIX, linked_source_ids
from wizard.core.content_models import Article
from wizard.export.article import GROUPS, article_blocks
from wizard.export.render_speech import spoken_lines

from .conversation import Conversation
from .place import show_sources
from .prompter import Choice

HELP = "Background and answers to common questions. A search over all of them is in the main menu."
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


def show_article(conversation: Conversation, id: str) -> None:
    """Print one article, then offer its links and sources."""
    article = conversation.snapshot.library.articles[id]
    _, *blocks = article_blocks(article, conversation.snapshot.library, conversation.snapshot.today, spoken=True)
    conversation.prompter.title(article.title)
    conversation.say(*spoken_lines(blocks))
    show_sources(conversation, dict.fromkeys([*linked_source_ids(article), *article.sources]))
