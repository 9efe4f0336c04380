"""Articles as plain text and as data; in the text, links are numbers with their addresses at the end."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from textwrap import wrap

from wizard.core.article import FAQ_PREFIX, LINK, is_stale, linked_source_ids
from wizard.core.content_models import Article, Library, Source
from wizard.core.formatting import CONFIDENCE, confidence_note, format_date, in_brackets
from wizard.core.markup import strip_markup
from wizard.export.plan.text import DISCLAIMER, WIDTH

_HEADING = re.compile(r"#+ +(?P<words>.*)")
_ITEM = re.compile(r"(?P<mark>[-*]|\d+\.) +(?P<words>.*)")
_QUOTE = re.compile(r"> ?(?P<words>.*)")
INDENT = "  "
GROUPS = {False: "Background", True: "Common questions"}


def article_list(articles: Iterable[Article], today: date, width: int = WIDTH) -> str:
    """Return the articles with a line about each; answers to common questions come last."""
    ordered = sorted(articles, key=_is_answer)
    groups = [(GROUPS[is_faq], article_search_results(group, today, width)) for is_faq, group in groupby(ordered, key=_is_answer)]
    return "\n".join(f"{title}\n{lines}" for title, lines in groups)


def article_search_results(articles: Iterable[Article], today: date, width: int = WIDTH) -> str:
    """Return the articles with a line about each, in the given order."""
    lines: list[str] = []
    for article in articles:
        stale = " (It may have changed since it was checked.)" if is_stale(article, today) else ""
        lines += [*_wrap(article.title, width, "  "), *_wrap(f"{article.summary}{stale}", width, "      ")]
        lines += [f"      {article.id}"]
    return "\n".join(lines) + "\n"


def article_text(article: Article, library: Library, today: date, width: int = WIDTH) -> str:
    """Return one article in lines of at most `width`, with its links, sources, confidence and age."""
    linked = [id for id in linked_source_ids(article) if id in library.sources]
    numbers = {id: number for number, id in enumerate(linked, 1)}
    lines = [*_wrap(article.title, width), "", *_wrap(article.summary, width, INDENT), ""]
    lines += _body(article.text, numbers, width)
    if linked:
        lines += ["Links", ""]
        lines += [line for id in linked for line in _source_lines(f"{INDENT}[{numbers[id]}] ", library.sources[id], width)] + [""]
    other_sources = [library.sources[id] for id in article.sources if id in library.sources and id not in numbers]
    if other_sources:
        lines += ["More sources" if linked else "Sources", ""]
        lines += [line for source in other_sources for line in _source_lines(f"{INDENT}- ", source, width)] + [""]
    return "\n".join([*lines, *_wrap(_footer(article, today), width)]) + "\n"


def article_data(article: Article, library: Library, today: date) -> dict[str, object]:
    """Return one article as data for JSON, with its text in Markdown."""
    sources = [
        library.sources[id] for id in dict.fromkeys((*linked_source_ids(article), *article.sources)) if id in library.sources
    ]
    return {
        **article_summary_data(article, today),
        "keywords": list(article.keywords),
        "text": article.text,
        "sources": [
            {
                "id": each.id,
                "title": each.title,
                "url": each.url,
                "checked": each.checked.isoformat(),
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


def _body(text: str, numbers: Mapping[str, int], width: int) -> Iterator[str]:
    """Yield the lines of the text. Headings are not indented; list items hang behind their markers."""
    for block in re.split(r"\n\s*\n", text.strip()):
        for line in _logical_lines(block):
            content = strip_markup(LINK.sub(lambda match: _link_text(match, numbers), line))
            heading, item, quote = _HEADING.match(content), _ITEM.match(content), _QUOTE.match(content)
            if heading:
                yield from _wrap(heading["words"], width)
            elif item:
                mark = f"{INDENT}{item['mark']} "
                yield from _wrap(item["words"], width, " " * len(mark), first=mark)
            else:
                yield from _wrap(quote["words"] if quote else content, width, INDENT * 2 if quote else INDENT)
        yield ""


def _logical_lines(block: str) -> Iterator[str]:
    """Yield the lines of a paragraph joined again; an item, heading or quotation starts a new line."""
    line = ""
    for source_line in block.splitlines():
        if line and not any(pattern.match(source_line) for pattern in (_HEADING, _ITEM, _QUOTE)) and not _HEADING.match(line):
            line = f"{line} {source_line.strip()}"
            continue
        if line:
            yield line
        line = source_line.strip()
    yield line


def _link_text(match: re.Match[str], numbers: Mapping[str, int]) -> str:
    number = numbers.get(match["source"])
    return f"{match['words']} [{number}]" if number else match["words"]


def _source_lines(marker: str, source: Source, width: int) -> Iterator[str]:
    """Yield a source with the day it was checked. Its address stands alone, so that it can be copied."""
    confidence = in_brackets(confidence_note(source.confidence))
    citation = f"{source.title}, {source.publisher}, looked at {format_date(source.checked)}{confidence}"
    yield from _wrap(citation, width, " " * len(marker), first=marker)
    if source.url:
        yield f"{' ' * len(marker)}{source.url}"


def _footer(article: Article, today: date) -> str:
    stale = " That is some time ago: it may have changed since." if is_stale(article, today) else ""
    confidence = CONFIDENCE[article.confidence]
    return f"Last checked {format_date(article.checked)}, {confidence}.{stale} {DISCLAIMER}"


def _wrap(text: str, width: int, indent: str = "", *, first: str | None = None) -> list[str]:
    first_indent = indent if first is None else first
    return wrap(
        text, width, initial_indent=first_indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
