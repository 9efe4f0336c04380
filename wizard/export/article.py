"""Articles as lines for a terminal, a mail or a printer, and as data: no colours, links as numbers with addresses at the end."""

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
    """The articles with a line about each, answers to common questions after the others."""
    ordered = sorted(articles, key=_is_answer)
    groups = [
        (GROUPS[answers], article_search_results(group, today, width)) for answers, group in groupby(ordered, key=_is_answer)
    ]
    return "\n".join(f"{title}\n{lines}" for title, lines in groups)


def article_search_results(articles: Iterable[Article], today: date, width: int = WIDTH) -> str:
    """Articles with a line about each, in the order given."""
    lines: list[str] = []
    for article in articles:
        stale = " (It may have changed since it was checked.)" if is_stale(article, today) else ""
        lines += [*_wrapped(article.title, width, "  "), *_wrapped(f"{article.summary}{stale}", width, "      ")]
        lines += [f"      {article.id}"]
    return "\n".join(lines) + "\n"


def article_text(article: Article, library: Library, today: date, width: int = WIDTH) -> str:
    """One article to be read: the text, where its links lead, where its facts come from, how sure and how old they are."""
    linked = [id for id in linked_source_ids(article) if id in library.sources]
    numbers = {id: number for number, id in enumerate(linked, 1)}
    lines = [*_wrapped(article.title, width), "", *_wrapped(article.summary, width, INDENT), ""]
    lines += _body(article.text, numbers, width)
    if linked:
        lines += ["Links", ""]
        lines += [line for id in linked for line in _address(f"{INDENT}[{numbers[id]}] ", library.sources[id], width)] + [""]
    others = [library.sources[id] for id in article.sources if id in library.sources and id not in numbers]
    if others:
        lines += ["More sources" if linked else "Sources", ""]
        lines += [line for source in others for line in _address(f"{INDENT}- ", source, width)] + [""]
    return "\n".join([*lines, *_wrapped(_footing(article, today), width)]) + "\n"


def article_data(article: Article, library: Library, today: date) -> dict[str, object]:
    """One article as data, with its text in Markdown."""
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
    """What a list says of an article, as data."""
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
    """The text, paragraph by paragraph; headings stand out to the left, items hang behind their marks."""
    for block in re.split(r"\n\s*\n", text.strip()):
        for line in _joined(block):
            words = strip_markup(LINK.sub(lambda found: _numbered(found, numbers), line))
            heading, item, quote = _HEADING.match(words), _ITEM.match(words), _QUOTE.match(words)
            if heading:
                yield from _wrapped(heading["words"], width)
            elif item:
                mark = f"{INDENT}{item['mark']} "
                yield from _wrapped(item["words"], width, " " * len(mark), first=mark)
            else:
                yield from _wrapped(quote["words"] if quote else words, width, INDENT * 2 if quote else INDENT)
        yield ""


def _joined(block: str) -> Iterator[str]:
    """The lines of a paragraph put together again; an item, a heading or a quotation begins a new one."""
    line = ""
    for each in block.splitlines():
        if line and not any(form.match(each) for form in (_HEADING, _ITEM, _QUOTE)) and not _HEADING.match(line):
            line = f"{line} {each.strip()}"
            continue
        if line:
            yield line
        line = each.strip()
    yield line


def _numbered(found: re.Match[str], numbers: Mapping[str, int]) -> str:
    number = numbers.get(found["source"])
    return f"{found['words']} [{number}]" if number else found["words"]


def _address(mark: str, source: Source, width: int) -> Iterator[str]:
    """A source with the day on which it was looked at; the address stands alone, so that it can be copied whole."""
    confidence = in_brackets(confidence_note(source.confidence))
    words = f"{source.title}, {source.publisher}, looked at {format_date(source.checked)}{confidence}"
    yield from _wrapped(words, width, " " * len(mark), first=mark)
    if source.url:
        yield f"{' ' * len(mark)}{source.url}"


def _footing(article: Article, today: date) -> str:
    stale = " That is some time ago: it may have changed since." if is_stale(article, today) else ""
    sure = CONFIDENCE[article.confidence]
    return f"Last checked {format_date(article.checked)}, {sure}.{stale} {DISCLAIMER}"


def _wrapped(words: str, width: int, indent: str = "", *, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return wrap(words, width, initial_indent=start, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
