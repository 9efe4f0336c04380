"""`learn`: print articles and answers to common questions, by id or by search words."""

import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size

from wizard.content.content_loader import load_shipped_content
from wizard.core.article import article_named
from wizard.core.content_models import Article, Library
from wizard.core.sanitize import sanitize_line
from wizard.core.typed_words import closest_matches
from wizard.export.article import article_data, article_list, article_search_results, article_summary_data, article_text
from wizard.export.render_text import WIDTH
from wizard.i18n import _, ngettext
from wizard.system.environment import current_date

from .context import CommandContext
from .output_format import add_format_options, write_json

QUERY_LENGTH = 200
"""The greatest length of a topic, in characters."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "topic", nargs="*", metavar="TOPIC", help=_("an article's id, or words to look for; without one: the list")
    )
    add_format_options(parser)
    parser.epilog = _(
        "Examples:\n"
        "  protect-my-photos learn\n"
        "  protect-my-photos learn faq-gdpr\n"
        "  protect-my-photos learn watermark\n"
        "  protect-my-photos learn private messages"
    )


def run(options: Namespace, context: CommandContext) -> int:
    """Print the list of articles, one article, or search results. That nothing was found is an answer, not an error."""
    library, today = load_shipped_content(), current_date(context.env)
    width = max(20, min(WIDTH, get_terminal_size().columns))
    topic = " ".join(options.topic).strip()
    if not topic:
        rows = [article_summary_data(article, today) for article in library.articles.values()]
        advice = _("`protect-my-photos learn ID` shows one; a word finds some.")
        listing = f"{article_list(library.articles.values(), today, width)}\n{advice}\n"
        if options.format == "json":
            return write_json({"articles": rows})
        sys.stdout.write(listing)
        return 0
    found, corrected = _matching_articles(context, topic)
    only = found[0] if len(found) == 1 else None
    if options.format == "json":
        rows = [article_summary_data(article, today) for article in found]
        data = article_data(only, library, today) if only else None
        return write_json({"topic": topic, "taken_as": corrected or None, "articles": rows, "article": data})
    if not found:
        sys.stdout.write(_nothing_found(library, topic))
        return 0
    sys.stdout.write(_correction_line(topic, corrected))
    if only:
        sys.stdout.write(article_text(only, library, today, width))
    else:
        count = ngettext(
            "{count} article; `protect-my-photos learn ID` shows one.",
            "{count} articles; `protect-my-photos learn ID` shows one.",
            len(found),
        )
        sys.stdout.write(f"{count}\n\n")
        sys.stdout.write(article_search_results(found, today, width))
    return 0


def _matching_articles(context: CommandContext, topic: str) -> tuple[tuple[Article, ...], str]:
    """Return the article with this id or title, else those that the search finds; and the query that it used instead, or ""."""
    library = load_shipped_content()
    named = article_named(library, topic)
    if named:
        return (named,), ""
    from wizard.views.search import Search  # an id needs no search

    found = Search(context.session.snapshot).find(sanitize_line(topic, QUERY_LENGTH))
    return tuple(library.articles[hit.id] for hit in found.hits if hit.kind == "article"), found.corrected


def _nothing_found(library: Library, topic: str) -> str:
    """Return that no article matches, with the id that was meant, or where else to look."""
    found = _("No article has “{topic}” in it.", topic=sanitize_line(topic, 60))
    close = closest_matches(topic.lower(), library.articles)
    if close:
        next_step = _("Did you mean `learn {close}`?", close=close[0])
    else:
        next_step = _(
            "`protect-my-photos learn` lists all articles; `protect-my-photos search` looks through steps and letters too."
        )
    return f"{found} {next_step}\n"


def _correction_line(topic: str, corrected: str) -> str:
    """Return a sentence that says which other words were searched for; "" if the query was not corrected."""
    if not corrected:
        return ""
    sentence = _(
        "No article has “{topic}”; this is what “{corrected}” finds.",
        topic=sanitize_line(topic, 60),
        corrected=corrected,
    )
    return f"{sentence}\n\n"
