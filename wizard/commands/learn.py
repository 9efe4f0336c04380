"""`learn`: articles and answers to common questions; a word finds them."""

import json
import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size

from wizard.content.article_search import ArticleMatches, find_articles, similar_titles
from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.export.article import article_data, article_list, article_search_results, article_summary_data, article_text
from wizard.export.plan.text import WIDTH
from wizard.system.environment import current_date

from .context import CommandContext


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("topic", nargs="*", metavar="TOPIC", help="an article's id, or words to look for; without one: the list")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.epilog = "Examples: learn, learn faq-gdpr, learn watermark, learn private messages"


def run(options: Namespace, desk: CommandContext) -> int:
    """Print the list, one article, or what was found."""
    library, on = load_shipped_content(), current_date(desk.env)
    width = max(20, min(WIDTH, get_terminal_size().columns))
    topic = " ".join(options.topic).strip()
    if not topic:
        rows = [article_summary_data(each, on) for each in library.articles.values()]
        words = (
            article_list(library.articles.values(), on, width) + "\n`protect-my-photos learn ID` shows one; a word finds some.\n"
        )
        sys.stdout.write(_json({"articles": rows}) if options.json else words)
        return 0
    found = find_articles(library, topic)
    if not found.articles:
        near = "; ".join(f"“{each.title}” (`learn {each.id}`)" for each in similar_titles(library, topic))
        next_step = f"The nearest: {near}." if near else "`protect-my-photos learn` lists all articles."
        raise WizardError(f"No article has “{sanitize_line(topic, 60)}” in it.", next_step)
    only = found.articles[0] if len(found.articles) == 1 else None
    if options.json:
        rows = [article_summary_data(each, on) for each in found.articles]
        article = article_data(only, library, on) if only else None
        sys.stdout.write(_json({"topic": topic, "taken_as": found.corrected_query or None, "articles": rows, "article": article}))
        return 0
    sys.stdout.write(_taken(topic, found))
    if only:
        sys.stdout.write(article_text(only, library, on, width))
    else:
        sys.stdout.write(f"{len(found.articles)} articles; `protect-my-photos learn ID` shows one.\n\n")
        sys.stdout.write(article_search_results(found.articles, on, width))
    return 0


def _taken(topic: str, found: ArticleMatches) -> str:
    """Say so when other words were looked for than those that were typed."""
    return (
        f"No article has “{sanitize_line(topic, 60)}”; this is what “{found.corrected_query}” finds.\n\n"
        if found.corrected_query
        else ""
    )


def _json(value: dict[str, object]) -> str:
    return json.dumps({"schema": 1, **value}, ensure_ascii=False, indent=2) + "\n"
