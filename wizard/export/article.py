"""Articles as blocks, as plain text and as data; in the text, links are numbers with their addresses at the end."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from wizard.content.markdown import article_text_blocks
from wizard.core.article import FAQ_PREFIX, is_stale, linked_source_ids
from wizard.core.blocks import (
    Block,
    Blocks,
    Heading,
    Kind,
    Line,
    LinkItem,
    LinkList,
    Role,
    Span,
    map_lines,
    paragraph,
    plain_line,
)
from wizard.core.content_models import Article, Library, Source
from wizard.core.formatting import CONFIDENCE, DISCLAIMER, confidence_note, format_date, in_brackets
from wizard.core.letter.models import Letter
from wizard.core.provenance import check_note
from wizard.export.render_text import INDENT, WIDTH, TextLayout, render_text, wrap_line
from wizard.i18n import N_, MessageTable, _, labelled

LINKS, MORE_SOURCES, ONLY_SOURCES = N_("Links"), N_("More sources"), N_("Sources")
GROUPS = MessageTable({False: N_("Background"), True: N_("Common questions")})


def article_list(articles: Iterable[Article], today: date, width: int = WIDTH) -> str:
    """Return the articles with a line about each; answers to common questions come last."""
    ordered = sorted(articles, key=_is_answer)
    groups = [(GROUPS[is_faq], article_search_results(group, today, width)) for is_faq, group in groupby(ordered, key=_is_answer)]
    return "\n".join(f"{title}\n{lines}" for title, lines in groups)


def article_search_results(articles: Iterable[Article], today: date, width: int = WIDTH) -> str:
    """Return the articles with a line about each, in the given order."""
    lines: list[str] = []
    for article in articles:
        notes = (article.summary, _("(It may have changed since it was checked.)") if is_stale(article, today) else "")
        lines += [*wrap_line(article.title, width, "  "), *wrap_line(" ".join(filter(None, notes)), width, "      ")]
        lines += [f"      {article.id}"]
    return "\n".join(lines) + "\n"


def article_text(article: Article, library: Library, today: date, width: int = WIDTH) -> str:
    """Return one article in lines of at most `width`, with its links, sources, confidence and age."""
    *blocks, footer = article_blocks(article, library, today)
    layout = TextLayout(width, INDENT)
    return f"{render_text(blocks, layout)}\n{render_text([footer], layout._replace(indent=''))}"


def article_blocks(article: Article, library: Library, today: date, *, spoken: bool = False) -> Blocks:
    """Return an article with its links numbered, then the pages that they lead to, more sources, confidence and age.

    A `spoken` article has no list of pages: they follow as choices.
    """
    linked = [library.sources[id] for id in linked_source_ids(article) if id in library.sources]
    numbers = {source.id: number for number, source in enumerate(linked, 1)}
    others = [library.sources[id] for id in article.sources if id in library.sources and id not in numbers]
    blocks: list[Block] = [Heading(1, plain_line(article.title)), paragraph(article.summary)]
    form = _("(link {number})") if spoken else "[{number}]"
    blocks += map_lines(article_text_blocks(article.text), lambda line: _number_links(line, numbers, form))
    if not spoken:
        blocks += _actions(article, library)
    if linked and not spoken:
        links = LinkList(tuple(_source_link(source, f"[{numbers[source.id]}] ") for source in linked), Role.SOURCES)
        blocks += [Heading(2, plain_line(_(LINKS))), links]
    if others and not spoken:
        heading = Heading(2, plain_line(_(MORE_SOURCES) if linked else _(ONLY_SOURCES)))
        blocks += [heading, LinkList(tuple(_source_link(source, "- ") for source in others), Role.SOURCES)]
    return (*blocks, paragraph(_footer(article, today)))


def _actions(article: Article, library: Library) -> list[Block]:
    """Return the steps and letters that help with what the text is about, with the commands that show them."""
    steps = [(library.steps[id].title, f"show {id}") for id in article.steps]
    letters: dict[str, Letter] = {}
    for letter in library.letters.values():
        letters.setdefault(letter.family, letter)
    letters.update(library.letters)
    written = [(letters[id].title, f"letter {id}") for id in article.letters]
    lines = [labelled(title, f"`protect-my-photos {command}`") for title, command in (*steps, *written)]
    return [Heading(2, plain_line(_("What you can do"))), *map(paragraph, lines)] if lines else []


def article_data(article: Article, library: Library, today: date) -> dict[str, object]:
    """Return one article as data for JSON, with its text in Markdown."""
    sources = [
        library.sources[id] for id in dict.fromkeys((*linked_source_ids(article), *article.sources)) if id in library.sources
    ]
    return {
        **article_summary_data(article, today),
        "keywords": list(article.keywords),
        "steps": list(article.steps),
        "letters": list(article.letters),
        "text": article.text,
        "sources": [
            {
                "id": each.id,
                "title": each.title,
                "url": each.url,
                "dated": each.dated,
                "checked": each.checked.isoformat(),
                "tried": each.tried.isoformat() if each.tried else None,
                "confidence": each.confidence,
            }
            for each in sources
        ],
    }


def article_summary_data(article: Article, today: date) -> dict[str, object]:
    """Return the entry of an article in a list, as data for JSON."""
    return {
        "id": article.id,
        "title": article.title,
        "summary": article.summary,
        "confidence": article.confidence,
        "checked": article.checked.isoformat(),
        "stale": is_stale(article, today),
    }


def _is_answer(article: Article) -> bool:
    return article.id.startswith(FAQ_PREFIX)


def _number_links(line: Line, numbers: Mapping[str, int], form: str) -> Line:
    """Put the number of its source behind each link, in the given form."""

    def numbered(span: Span) -> Span:
        if span.kind != Kind.SOURCE:
            return span
        number = numbers.get(span.value)
        return Span(f"{span.text} {form.format(number=number)}" if number else span.text, span.strong)

    return tuple(map(numbered, line))


def _source_link(source: Source, marker: str) -> LinkItem:
    """Return a source with what was done to check it."""
    confidence = in_brackets(confidence_note(source.confidence))
    note = (*plain_line(check_note(source)), Span(confidence))
    return LinkItem(f"{source.title}, {source.publisher}", source.url, note, marker)


def _footer(article: Article, today: date) -> str:
    confidence = CONFIDENCE[article.confidence]
    checked = _("Pages read {day}; {confidence}.", day=format_date(article.checked), confidence=confidence)
    stale = _("That is some time ago: it may have changed since.") if is_stale(article, today) else ""
    return " ".join(filter(None, (checked, stale, _(DISCLAIMER))))
