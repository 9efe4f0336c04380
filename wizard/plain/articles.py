"""Show articles and frequently asked questions, paragraph by paragraph, with their links below."""

from wizard.export.article import article_blocks
from wizard.export.render_speech import spoken_lines
from wizard.views.articles import article_group_page, article_groups_page, article_page

from .conversation import Conversation
from .pages import hold_page, offer_choices


def show_articles(conversation: Conversation) -> None:
    """Ask for a group of articles, then for an article, until the user goes back."""
    hold_page(conversation, article_groups_page)


def show_article_group(conversation: Conversation, group_id: str) -> None:
    """Ask for an article of this group until the user goes back."""
    hold_page(conversation, lambda: article_group_page(conversation.snapshot, group_id))


def show_article(conversation: Conversation, article_id: str) -> None:
    """Print one article with its links numbered, then offer its links and sources."""
    snapshot = conversation.snapshot
    article = snapshot.library.articles[article_id]
    _heading, *blocks = article_blocks(article, snapshot.library, snapshot.today, spoken=True)
    conversation.prompter.title(article.title)
    conversation.say_in_parts(list(spoken_lines(blocks)))
    offer_choices(conversation, article_page(snapshot, article_id))
