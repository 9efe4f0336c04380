"""Something to read at leisure: found by a word or in the list, said paragraph by paragraph, its links below it."""

import re
from collections.abc import Iterable

from wizard.core.article import QUESTION, links
from wizard.core.library import Article
from wizard.export.article import GROUPS, article_text
from wizard.services.topics import find_topic, nearest_titles

from .place import sources
from .talk import Talk
from .teller import Row

SEARCH = "search words"
HELP = "Background and answers to common questions. Choose a list, or search for a word."
UNBROKEN = 100_000
HEADS = ("Links", "More sources", "Sources")
_NUMBER = re.compile(r"\[(\d+)\]")
LISTS = {"background": False, "questions": True}


def reading(talk: Talk) -> None:
    """Search, or a list."""
    while True:
        talk.teller.title("Read and search")
        rows = [Row(SEARCH, "Search for a word"), *(Row(id, GROUPS[answers]) for id, answers in LISTS.items())]
        chosen = talk.pick("What would you like to read?", rows, HELP)
        if chosen is None:
            return
        if chosen == SEARCH:
            _search(talk)
        else:
            articles = talk.case.library.articles.values()
            _choose(talk, [each for each in articles if each.id.startswith(QUESTION) == LISTS[chosen]])


def _search(talk: Talk) -> None:
    words = talk.text("Which words?", help="For example: watermark, or private messages.")
    if not words:
        return
    found = find_topic(talk.case.library, words)
    if not found.articles:
        near = nearest_titles(talk.case.library, words)
        talk.say(f"No article has “{words}” in it.", *(["These are the nearest."] if near else []))
        _choose(talk, near)
        return
    if found.taken_as:
        talk.say(f"No article has “{words}”; this is what “{found.taken_as}” finds.")
    _choose(talk, found.articles)


def _choose(talk: Talk, articles: Iterable[Article]) -> None:
    rows = [Row(each.id, each.title, each.summary) for each in articles]
    while rows and (chosen := talk.pick("Which text?", rows, HELP)) is not None:
        article(talk, chosen)


def _without_links(lines: list[str]) -> list[str]:
    """The text and its last line; links and sources follow as numbered rows."""
    begin = max((number for number, line in enumerate(lines) if line in HEADS), default=len(lines) - 1)
    first = max((number for number, line in enumerate(lines[:begin]) if line == HEADS[0]), default=begin)
    return [*lines[:first], lines[-1]]


def article(talk: Talk, id: str) -> None:
    """One article, then its links."""
    found = talk.case.library.articles[id]
    title, *text = article_text(found, talk.case.library, talk.case.today, UNBROKEN).splitlines()
    talk.teller.title(title)
    talk.say(*(_NUMBER.sub(r"(link \1)", line.strip()) for line in _without_links(text) if line.strip()))
    sources(talk, dict.fromkeys([*links(found), *found.sources]))
