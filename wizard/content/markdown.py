"""Parse the Markdown of the content into blocks, each text once.

Parsing takes a library that costs about 60 ms to import. So the texts of the shipped content are parsed when the index
is built, and a run only reads the blocks that it shows. A text that is not among them is parsed here.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

from wizard.core.blocks import (
    Heading,
    Kind,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Span,
    TextBlock,
    join_blocks,
    map_lines,
    plain_line,
)
from wizard.core.content_models import Library, StepSection
from wizard.i18n import SOURCE_LANGUAGE, current_language

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

PARSED_TEXTS = "parsed_texts.jsonl"
"""The file beside this module: a JSON list of texts, then a line with the blocks of each. Each language has one of its own.

They are part of no commit.
"""
SOURCE_LINK = "source:"
"""What the target of a link to a source begins with, followed by the id of the source."""
_TYPES = (Heading, Paragraph, ListBlock, Quote)
_TITLE_ENDS = (".", ":", "?", "!")
"""How the bold words of a title end. A title that does not begin its line, as after a quotation, is known by this."""
_TEXTS = ("text", "code_inline", "html_inline")


def section_blocks(section: StepSection) -> tuple[TextBlock, ...]:
    """Return the text of a section as blocks; the instructions of merged sections are numbered from 1."""
    return join_blocks(map(step_text_blocks, section.merged)) if section.merged else step_text_blocks(section.text)


def step_text_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return a text of a step or of an action as blocks: all that is bold in it are menu words."""
    return tuple(map_lines(parse_markdown(text), lambda line: tuple(map(_as_menu_word, line))))


def article_text_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the text of an article as blocks: bold words are menu words, unless they are a title."""
    return tuple(map_lines(parse_markdown(text), _with_menu_words))


@lru_cache(maxsize=1024)
def parse_markdown(text: str) -> tuple[TextBlock, ...]:
    """Return a text of the content as blocks."""
    language = current_language()
    parsed = _parsed_texts(language).get(text) or _parsed_texts(SOURCE_LANGUAGE).get(text)
    return load_blocks(parsed) if parsed else build_blocks(text)


def library_texts(library: Library) -> Iterator[str]:
    """Yield every text of the content that is Markdown, each once."""
    seen: set[str] = set()
    for text in _all_texts(library):
        if text not in seen:
            seen.add(text)
            yield text


def dump_parsed_texts(texts: Iterable[str]) -> bytes:
    """Parse these texts anew and return them with their blocks, in the form of PARSED_TEXTS."""
    parsed = {text: [_dump_block(block) for block in build_blocks(text)] for text in texts}
    return b"".join(
        json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n" for value in (list(parsed), *parsed.values())
    )


def load_blocks(line: bytes) -> tuple[TextBlock, ...]:
    """Return the blocks in a line of PARSED_TEXTS."""
    return tuple(map(_read_block, json.loads(line)))


def _all_texts(library: Library) -> Iterator[str]:
    for action in library.actions:
        yield from (variant.intro for variant in (action, action.without_form) if variant)
    for step in library.steps.values():
        yield from (step.intro, *(section.text for section in step.sections))
    yield from (article.text for article in library.articles.values())


def parsed_texts_file(language: str) -> str:
    """Return the name of the file of parsed texts of a language."""
    return PARSED_TEXTS if language == SOURCE_LANGUAGE else PARSED_TEXTS.replace(".", f".{language}.")


@cache
def _parsed_texts(language: str) -> dict[str, bytes]:
    """Return the blocks of each parsed text as JSON; empty if there is no such file, as in a checkout that was never built."""
    try:
        header, *lines = (get_data(__package__, parsed_texts_file(language)) or b"[]").splitlines()
        return dict(zip(json.loads(header), lines, strict=True))
    except (OSError, ValueError):
        return {}


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def build_blocks(text: str) -> tuple[TextBlock, ...]:
    """Parse a text into blocks, whether the file of parsed texts holds it or not."""
    from markdown_it.tree import SyntaxTreeNode

    return tuple(_build_blocks(SyntaxTreeNode(_parser().parse(text))))


def _build_blocks(parent: "SyntaxTreeNode") -> Iterator[TextBlock]:
    for node in parent.children:
        if node.type == "heading":
            yield Heading(int(node.tag.removeprefix("h")), _build_line(node))
        elif node.type in ("ordered_list", "bullet_list"):
            yield ListBlock(tuple(_build_items(node)))
        elif node.type == "blockquote":
            yield Quote(tuple(_build_line(inline) for inline in node.walk() if inline.type == "inline"))
        elif node.type == "paragraph":
            yield Paragraph((_build_line(node),))
        elif node.content:  # preformatted text
            yield Paragraph(tuple(map(plain_line, node.content.splitlines())))


def _build_items(parent: "SyntaxTreeNode") -> Iterator[ListItem]:
    """Yield the items of a list. Lists and further paragraphs inside an item become items of the same list."""
    for item in parent.children:
        number = item.info
        for node in item.children:
            if node.type in ("ordered_list", "bullet_list"):
                yield from _build_items(node)
            else:
                yield ListItem(_build_line(node), number)
                number = ""


def _build_line(parent: "SyntaxTreeNode") -> Line:
    """Return the text of a node as a line. Emphasis other than strong is left out: menu words alone stand out."""
    spans: list[Span] = []
    for node in parent.walk():
        text = " " if node.type in ("softbreak", "hardbreak") else node.content if node.type in _TEXTS else ""
        if not text:
            continue
        source = _source_id(node)
        span = Span(text, _ancestor(node, "strong") is not None, Kind.SOURCE if source else "", source)
        if spans and spans[-1][1:] == span[1:]:
            span = span._replace(text=spans.pop().text + text)
        spans.append(span)
    return tuple(spans)


def _with_menu_words(line: Line) -> Line:
    return (*line[:1], *(span if span.text.endswith(_TITLE_ENDS) else _as_menu_word(span) for span in line[1:]))


def _as_menu_word(span: Span) -> Span:
    return span._replace(kind=Kind.MENU) if span.strong and not span.kind else span


def _ancestor(node: "SyntaxTreeNode", kind: str) -> "SyntaxTreeNode | None":
    """Return the nearest node of this type that contains the node."""
    parent = node.parent
    while parent and parent.type != kind:
        parent = parent.parent
    return parent


def _source_id(node: "SyntaxTreeNode") -> str:
    """Return the id of the source that this text links to; "" for every other text."""
    link = _ancestor(node, "link")
    target = str(link.attrs.get("href", "")) if link else ""
    return target.removeprefix(SOURCE_LINK) if target.startswith(SOURCE_LINK) else ""


def _dump_block(block: TextBlock) -> list[object]:
    """Return a block as a list for JSON, which begins with the position of its type in _TYPES."""
    position = _TYPES.index(type(block))
    if isinstance(block, Heading):
        return [position, block.level, _dump_line(block.line)]
    if isinstance(block, ListBlock):
        return [position, *([item.number, _dump_line(item.line)] for item in block.items)]
    return [position, *map(_dump_line, block.lines)]


def _dump_line(line: Line) -> list[object]:
    return [list(span) if span != Span(span.text) else span.text for span in line]


def _read_block(dumped: list[Any]) -> TextBlock:
    position, *rest = dumped
    if _TYPES[position] is Heading:
        return Heading(rest[0], _read_line(rest[1]))
    if _TYPES[position] is ListBlock:
        return ListBlock(tuple(ListItem(_read_line(line), number) for number, line in rest))
    lines = tuple(map(_read_line, rest))
    return Quote(lines) if _TYPES[position] is Quote else Paragraph(lines)


def _read_line(dumped: list[Any]) -> Line:
    return tuple(Span(span) if isinstance(span, str) else Span(*span) for span in dumped)
