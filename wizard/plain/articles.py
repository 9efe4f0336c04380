"""Something to read at leisure: chosen from a list, said paragraph by paragraph, its links below it."""

import re
from collections.abc import Iterable

from wizard.core.article import FAQ_PREFIX, linked_source_ids
from wizard.core.content_models import Article
from wizard.export.article import GROUPS, article_text

from .conversation import Conversation
from .place import show_sources
from .prompter import Choice

HELP = "Background and answers to common questions. A search over all of them is in the main menu."
UNBROKEN = 100_000
HEADS = ("Links", "More sources", "Sources")
_NUMBER = re.compile(r"\[(\d+)\]")
LISTS = {"background": False, "questions": True}


def show_articles(talk: Conversation) -> None:
    """One of the lists, then a text in it."""
    rows = [Choice(id, GROUPS[answers]) for id, answers in LISTS.items()]
    while True:
        talk.teller.title("Read")
        chosen = talk.select("What would you like to read?", rows, HELP)
        if chosen is None:
            return
        articles = talk.case.library.articles.values()
        _choose(talk, [each for each in articles if each.id.startswith(FAQ_PREFIX) == LISTS[chosen]])


def _choose(talk: Conversation, articles: Iterable[Article]) -> None:
    rows = [Choice(each.id, each.title, each.summary) for each in articles]
    while rows and (chosen := talk.select("Which text?", rows, HELP)) is not None:
        show_article(talk, chosen)


def _without_links(lines: list[str]) -> list[str]:
    """The text and its last line; links and sources follow as numbered rows."""
    begin = max((number for number, line in enumerate(lines) if line in HEADS), default=len(lines) - 1)
    first = max((number for number, line in enumerate(lines[:begin]) if line == HEADS[0]), default=begin)
    return [*lines[:first], lines[-1]]


def show_article(talk: Conversation, id: str) -> None:
    """One article, then its links."""
    found = talk.case.library.articles[id]
    title, *text = article_text(found, talk.case.library, talk.case.today, UNBROKEN).splitlines()
    talk.teller.title(title)
    talk.say(*(_NUMBER.sub(r"(link \1)", line.strip()) for line in _without_links(text) if line.strip()))
    show_sources(talk, dict.fromkeys([*linked_source_ids(found), *found.sources]))
