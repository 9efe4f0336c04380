"""Rules for text style: no placeholders, little markup, short titles, numbered instructions."""

import re
from collections.abc import Iterable, Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.readable_text import readable_texts
from wizard.check.references import LINK, SOURCE, located_statements
from wizard.content.markdown import article_text_blocks, parse_markdown, step_text_blocks
from wizard.core.blocks import Kind, TextBlock, block_lines
from wizard.core.content_models import Step

LONGEST_TITLE = 52
BESIDE = 20
"""Characters shown next to a curly quote."""
_PLACEHOLDER = re.compile(r"\b(TODO|TBD|FIXME|XXX+)\b|\b(?i:lorem)\b|\?\?\?")
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>|<!--")
TAP_WITHOUT_SPACE = re.compile(r"^[ \t]*(?P<number>\d+\.)(?P<sign>\t|(?=[^\s\d]))", re.MULTILINE)
_CURLY = re.compile(r"[“”„‘’‚]")
_MARKUP = {
    "a link": LINK,
    "HTML": _TAG,
    "a heading without a known id": re.compile(r"^#+ ", re.MULTILINE),
    "a list without numbers": re.compile(r"^\s*[-*+•] ", re.MULTILINE),
    "a number without a full stop": re.compile(r"^\s*\d+\) ", re.MULTILINE),
    "a quotation": re.compile(r"^>", re.MULTILINE),
    "a table": re.compile(r"^\|", re.MULTILINE),
    "code": re.compile(r"`"),
    "italics": re.compile(r"(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])|(?<!\w)_[^\s_][^_\n]*_(?!\w)"),
}


def leftover_placeholder(content: ContentTree) -> Iterator[Violation]:
    """Nothing is left to be written: no TODO, no XXX, no lorem ipsum."""
    for place, text in content.texts.items():
        for match in _PLACEHOLDER.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Violation(f"{place}:{line}", f"“{match[0]}” holds the place of something.", "Write that, or take it out.")


def unsupported_markup(content: ContentTree) -> Iterator[Violation]:
    """Steps and the introductions of actions know only bold and numbered lists."""
    for place, text in _step_and_action_texts(content):
        for name, pattern in _MARKUP.items():
            match = pattern.search(text)
            if match:
                yield Violation(
                    place,
                    f"There is {name}: “{_shorten(text, match.start())}”.",
                    "Use only **bold** and numbered lists here.",
                    quote=_shorten(text, match.start()),
                )
        if text.count("**") % 2:
            yield Violation(place, "A bold passage begins and does not end.", "Put ** before and after the menu word.")


def markup_in_plain_line(content: ContentTree) -> Iterator[Violation]:
    """Titles, labels, reasons and statements are one line of plain text."""
    for place, line in _plain_lines(content):
        if "**" in line or "\n" in line or any(pattern.search(line) for pattern in _MARKUP.values()):
            yield Violation(
                place,
                f"“{_shorten(line, 0)}” is more than plain text in one line.",
                "Take the markup out.",
                quote=_shorten(line, 0),
            )


def long_title(content: ContentTree) -> Iterator[Violation]:
    """A step's title fits on a narrow screen."""
    for place, step in content.steps():
        if len(step.title) > LONGEST_TITLE:
            yield Violation(
                place, f"The title has {len(step.title)} characters.", f"Say it in {LONGEST_TITLE} at most.", fields=("title",)
            )


def missing_space_after_number(content: ContentTree) -> Iterator[Violation]:
    """There is a space between the number of an instruction and its words; without it, it is not an instruction."""
    for place, step in content.steps():
        for name, text in _section_texts(step):
            for match in TAP_WITHOUT_SPACE.finditer(text):
                separator = "a tab" if match["sign"] == "\t" else "no space"
                yield Violation(
                    _section_place(place, name),
                    f"Behind “{match['number']}” stands {separator}.",
                    "Put one space there.",
                    quote=match["number"],
                )


def wrong_step_numbers(content: ContentTree) -> Iterator[Violation]:
    """Instructions are numbered 1, 2, 3 and so on, from 1 in each section."""
    for place, step in content.steps():
        for name, text in _section_texts(step):
            numbers = [int(number) for number, _ in block_lines(parse_markdown(text)) if number]
            if TAP_WITHOUT_SPACE.search(text):
                continue  # the number exists; missing_space_after_number reports why it is not recognised
            if numbers != list(range(1, len(numbers) + 1)):
                listed = ", ".join(map(str, numbers))
                yield Violation(_section_place(place, name), f"The taps are numbered {listed}.", "Number them 1, 2, 3 and so on.")


def unsupported_article_markup(content: ContentTree) -> Iterator[Violation]:
    """In articles a link names a source, headings begin at the second level, and there is no HTML."""
    for place, article in content.articles():
        for match in LINK.finditer(article.text):
            if not match["target"].startswith(SOURCE):
                yield Violation(
                    place,
                    f"“{match[0]}” leads to no source.",
                    "Write [words](source:ID) with an id of sources.toml.",
                    quote=match[0],
                )
        if re.search(r"^# ", article.text, re.MULTILINE):
            yield Violation(
                place, "There is a heading of the first level.", "Begin headings with ##; the title stands above them."
            )
        if _TAG.search(article.text):
            yield Violation(place, "There is HTML.", "Write it in Markdown.")


def emphasis_in_article(content: ContentTree) -> Iterator[Violation]:
    """Within the sentences of an article only menu words are bold: plain text puts them in quotation marks."""
    of_steps = {
        word for _, step in content.steps() for section in step.sections for word in _menu_words(step_text_blocks(section.text))
    }
    for place, article in content.articles():
        for word in _menu_words(article_text_blocks(article.text)):
            if word[:1].islower() and word not in of_steps:
                yield Violation(
                    place,
                    f"“{word}” is bold, but not a menu word.",
                    "Take the ** away: they mark menu words.",
                    quote=f"**{word}**",
                )


def _menu_words(blocks: Iterable[TextBlock]) -> Iterator[str]:
    return (span.text for _, line in block_lines(blocks) for span in line if span.kind == Kind.MENU)


def curly_quotes(content: ContentTree) -> Iterator[Violation]:
    """Quotes and apostrophes are the straight ones of the keyboard, so that a search finds the words between them."""
    for text in readable_texts(content):
        for piece in text.pieces:
            before, *rest = _CURLY.split(piece, maxsplit=1)
            if rest:
                context = max(before[-BESIDE:], _CURLY.split(rest[0][:BESIDE])[0], key=len).strip()
                yield Violation(
                    text.place,
                    f"A curly quote stands beside “{context}”.",
                    "Write the straight one of the keyboard.",
                    quote=context,
                )


def _step_and_action_texts(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield the Markdown texts of actions and steps with their places."""
    for action in content.library.actions:
        yield f"actions/{action.id}/action.md", action.intro
    for place, step in content.steps():
        yield from ((_section_place(place, name), text) for name, text in _section_texts(step))


def _section_texts(step: Step) -> Iterator[tuple[str, str]]:
    """Yield the introduction of a step under "", then the text of each section under its id."""
    yield "", step.intro
    yield from ((section.id, section.text) for section in step.sections)


def _section_place(place: str, section: str) -> str:
    return f"{place} {{#{section}}}" if section else place


def _plain_lines(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield every text that is one line without markup, with its place."""
    for action in content.library.actions:
        variants = filter(None, (action, action.without_form))
        yield from ((f"actions/{action.id}/action.md", line) for variant in variants for line in (variant.title, variant.summary))
    for place, step in content.steps():
        labels = (link.label for link in step.links)
        yield from ((place, line) for line in (step.title, step.impact_why, step.gain, *labels))
    for place, article in content.articles():
        yield from ((place, line) for line in (article.title, article.summary))
    for place, question in content.questions:
        option_lines = (line for choice in question.choices for line in (choice.label, choice.hint))
        yield from ((f"{place} {question.id}", line) for line in (question.title, question.why, *option_lines))
    for located in located_statements(content):
        yield located.place, located.words
    for place, regime in content.regimes():
        yield from ((place, line) for line in regime.headlines.values())


def _shorten(text: str, start: int) -> str:
    line = text[start:].partition("\n")[0]
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE]}…"
