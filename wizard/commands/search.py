"""`search`: find steps, articles, letters, outcomes, questions, pages and places by people's own words."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from wizard.core.sanitize import sanitize_line
from wizard.i18n import _, labelled, ngettext
from wizard.views.search import MAX_SHOWN, Search, SearchHit, SearchHits, nearest_pages

from .context import CommandContext
from .output_format import add_format_options, write_json

QUERY_LENGTH = 200
"""The greatest length of a query, in characters."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help=_("what you look for, in your own words"))
    add_format_options(parser)
    parser.epilog = _(
        "Examples:\n"
        "  protect-my-photos search locked out\n"
        "  protect-my-photos search camera roll\n"
        "  protect-my-photos search complaint rejected"
    )


def run(options: Namespace, context: CommandContext) -> int:
    """Print what was found, the best first. That nothing was found is an answer, not an error."""
    query = sanitize_line(" ".join(options.words), QUERY_LENGTH)
    found = Search(context.session.snapshot).find(query)
    if options.format == "json":
        hits = [hit._asdict() for hit in found.hits]
        return write_json({"query": query, "corrected": found.corrected or None, "hits": hits})
    sys.stdout.write("\n".join(_lines(query, found)) + "\n")
    return 0


def _lines(query: str, found: SearchHits) -> Iterator[str]:
    if not found.hits:
        yield _("Nothing was found for “{query}”. Try another word, or look at one of these pages in the wizard:", query=query)
        yield from _hit_lines(nearest_pages(), found)
        return
    if found.corrected:
        yield _("Nothing was found for “{query}”. Did you mean “{corrected}”?", query=query, corrected=found.corrected)
    yield from _hit_lines(found.hits[:MAX_SHOWN], found)
    more = len(found.hits) - MAX_SHOWN
    if more > 0:
        yield ngettext("And {count} more; --json lists all.", "And {count} more; --json lists all.", more)


def _hit_lines(hits: Iterable[SearchHit], found: SearchHits) -> Iterator[str]:
    for hit in hits:
        yield f"{hit.title}  ({labelled(found.kind_text(hit), hit.id)})"
