"""`learn`: articles and answers to common questions; a word finds them."""

import json
import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size

from wizard.core.clean import clean_line
from wizard.errors import WizardError
from wizard.export.article import article_data, article_finds, article_list, article_row, article_text
from wizard.export.text import WIDTH
from wizard.services.library import shipped
from wizard.services.places import today
from wizard.services.topics import Found, find_topic, nearest_titles

from .desk import Desk


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("topic", nargs="*", metavar="TOPIC", help="an article's id, or words to look for; without one: the list")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.epilog = "Examples: learn, learn faq-gdpr, learn watermark, learn private messages"


def run(options: Namespace, desk: Desk) -> int:
    """Print the list, one article, or what was found."""
    library, on = shipped(), today(desk.env)
    width = max(20, min(WIDTH, get_terminal_size().columns))
    topic = " ".join(options.topic).strip()
    if not topic:
        rows = [article_row(each, on) for each in library.articles.values()]
        words = (
            article_list(library.articles.values(), on, width) + "\n`protect-my-photos learn ID` shows one; a word finds some.\n"
        )
        sys.stdout.write(_json({"articles": rows}) if options.json else words)
        return 0
    found = find_topic(library, topic)
    if not found.articles:
        near = "; ".join(f"“{each.title}” (`learn {each.id}`)" for each in nearest_titles(library, topic))
        next_step = f"The nearest: {near}." if near else "`protect-my-photos learn` lists all articles."
        raise WizardError(f"No article has “{clean_line(topic, 60)}” in it.", next_step)
    only = found.articles[0] if len(found.articles) == 1 else None
    if options.json:
        rows = [article_row(each, on) for each in found.articles]
        article = article_data(only, library, on) if only else None
        sys.stdout.write(_json({"topic": topic, "taken_as": found.taken_as or None, "articles": rows, "article": article}))
        return 0
    sys.stdout.write(_taken(topic, found))
    if only:
        sys.stdout.write(article_text(only, library, on, width))
    else:
        sys.stdout.write(f"{len(found.articles)} articles; `protect-my-photos learn ID` shows one.\n\n")
        sys.stdout.write(article_finds(found.articles, on, width))
    return 0


def _taken(topic: str, found: Found) -> str:
    """Say so when other words were looked for than those that were typed."""
    return f"No article has “{clean_line(topic, 60)}”; this is what “{found.taken_as}” finds.\n\n" if found.taken_as else ""


def _json(value: dict[str, object]) -> str:
    return json.dumps({"schema": 1, **value}, ensure_ascii=False, indent=2) + "\n"
