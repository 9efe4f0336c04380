"""`learn`: print articles and answers to common questions, by id or by search words."""

import json
import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size

from wizard.content.article_search import ArticleMatches, find_articles, similar_titles
from wizard.content.content_loader import load_shipped_content
from wizard.core.sanitize import sanitize_line
from wizard.errors import WizardError
from wizard.export.article import article_data, article_list, article_search_results, article_summary_data, article_text
from wizard.export.render_text import WIDTH
from wizard.i18n import _, ngettext
from wizard.system.environment import current_date

from .context import CommandContext
from .output_format import add_format_options


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "topic", nargs="*", metavar="TOPIC", help=_("an article's id, or words to look for; without one: the list")
    )
    add_format_options(parser)
    parser.epilog = _("Examples: learn, learn faq-gdpr, learn watermark, learn private messages")


def run(options: Namespace, context: CommandContext) -> int:
    """Print the list of articles, one article, or search results. Raises WizardError if nothing matches."""
    library, today = load_shipped_content(), current_date(context.env)
    width = max(20, min(WIDTH, get_terminal_size().columns))
    topic = " ".join(options.topic).strip()
    if not topic:
        rows = [article_summary_data(article, today) for article in library.articles.values()]
        advice = _("`protect-my-photos learn ID` shows one; a word finds some.")
        listing = f"{article_list(library.articles.values(), today, width)}\n{advice}\n"
        sys.stdout.write(_json({"articles": rows}) if options.format == "json" else listing)
        return 0
    matches = find_articles(library, topic)
    if not matches.articles:
        similar = "; ".join(f"“{article.title}” (`learn {article.id}`)" for article in similar_titles(library, topic))
        hint = "nearest-articles" if similar else ""
        raise WizardError("article-not-found", hint=hint, topic=sanitize_line(topic, 60), similar=similar)
    only = matches.articles[0] if len(matches.articles) == 1 else None
    if options.format == "json":
        rows = [article_summary_data(article, today) for article in matches.articles]
        data = article_data(only, library, today) if only else None
        sys.stdout.write(_json({"topic": topic, "taken_as": matches.corrected_query or None, "articles": rows, "article": data}))
        return 0
    sys.stdout.write(_correction_line(topic, matches))
    if only:
        sys.stdout.write(article_text(only, library, today, width))
    else:
        found = ngettext(
            "{count} article; `protect-my-photos learn ID` shows one.",
            "{count} articles; `protect-my-photos learn ID` shows one.",
            len(matches.articles),
        )
        sys.stdout.write(f"{found}\n\n")
        sys.stdout.write(article_search_results(matches.articles, today, width))
    return 0


def _correction_line(topic: str, matches: ArticleMatches) -> str:
    """Return a sentence that says which other words were searched for; "" if the query was not corrected."""
    if not matches.corrected_query:
        return ""
    sentence = _(
        "No article has “{topic}”; this is what “{corrected}” finds.",
        topic=sanitize_line(topic, 60),
        corrected=matches.corrected_query,
    )
    return f"{sentence}\n\n"


def _json(value: dict[str, object]) -> str:
    """Return the output of `--json`, with the version of its format first."""
    return json.dumps({"schema": 1, **value}, ensure_ascii=False, indent=2) + "\n"
