"""Rules for the words themselves: no placeholders, little markup, titles that fit, taps that count."""

import re
from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.readable_text import readable_texts
from wizard.check.references import LINK, SOURCE, located_statements
from wizard.core.content_models import Step
from wizard.core.markup import parse_paragraphs

LONGEST_TITLE = 52
BESIDE = 20
"""So many characters beside a curly quote are shown."""
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


def leftover_placeholder(shelf: ContentTree) -> Iterator[Violation]:
    """Nothing is left to be written: no TODO, no XXX, no lorem ipsum."""
    for place, text in shelf.texts.items():
        for found in _PLACEHOLDER.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Violation(f"{place}:{line}", f"“{found[0]}” holds the place of something.", "Write that, or take it out.")


def unsupported_markup(shelf: ContentTree) -> Iterator[Violation]:
    """Steps and the introductions of actions know only bold and numbered lists."""
    for place, text in _prose(shelf):
        for name, pattern in _MARKUP.items():
            found = pattern.search(text)
            if found:
                yield Violation(
                    place, f"There is {name}: “{_shortened(text, found.start())}”.", "Use only **bold** and numbered lists here."
                )
        if text.count("**") % 2:
            yield Violation(place, "A bold passage begins and does not end.", "Put ** before and after the menu word.")


def markup_in_plain_line(shelf: ContentTree) -> Iterator[Violation]:
    """Titles, labels, reasons and statements are one line of plain text."""
    for place, line in _lines(shelf):
        if "**" in line or "\n" in line or any(pattern.search(line) for pattern in _MARKUP.values()):
            yield Violation(place, f"“{_shortened(line, 0)}” is more than plain text in one line.", "Take the markup out.")


def long_title(shelf: ContentTree) -> Iterator[Violation]:
    """A step's title fits on a narrow screen."""
    for place, step in shelf.steps():
        if len(step.title) > LONGEST_TITLE:
            yield Violation(place, f"The title has {len(step.title)} characters.", f"Say it in {LONGEST_TITLE} at most.")


def missing_space_after_number(shelf: ContentTree) -> Iterator[Violation]:
    """Between the number of a tap and its words stands a space; otherwise it is no tap."""
    for place, step in shelf.steps():
        for name, text in _passages(step):
            for found in TAP_WITHOUT_SPACE.finditer(text):
                sign = "a tab" if found["sign"] == "\t" else "no space"
                yield Violation(_spot(place, name), f"Behind “{found['number']}” stands {sign}.", "Put one space there.")


def wrong_step_numbers(shelf: ContentTree) -> Iterator[Violation]:
    """Taps are numbered 1, 2, 3 and so on, anew in each passage."""
    for place, step in shelf.steps():
        for name, text in _passages(step):
            numbers = [int(number) for number, _ in parse_paragraphs(text) if number]
            if TAP_WITHOUT_SPACE.search(text):
                continue  # the number is there, and tap_space says what hides it
            if numbers != list(range(1, len(numbers) + 1)):
                counted = ", ".join(map(str, numbers))
                yield Violation(_spot(place, name), f"The taps are numbered {counted}.", "Number them 1, 2, 3 and so on.")


def unsupported_article_markup(shelf: ContentTree) -> Iterator[Violation]:
    """In articles a link names a source, headings begin at the second level, and there is no HTML."""
    for place, article in shelf.articles():
        for found in LINK.finditer(article.text):
            if not found["target"].startswith(SOURCE):
                yield Violation(
                    place, f"“{found[0]}” leads to no source.", "Write [words](source:ID) with an id of sources.toml."
                )
        if re.search(r"^# ", article.text, re.MULTILINE):
            yield Violation(
                place, "There is a heading of the first level.", "Begin headings with ##; the title stands above them."
            )
        if _TAG.search(article.text):
            yield Violation(place, "There is HTML.", "Write it in Markdown.")


def curly_quotes(shelf: ContentTree) -> Iterator[Violation]:
    """Quotes and apostrophes are the straight ones of the keyboard, so that a search finds what stands in them."""
    for text in readable_texts(shelf):
        for piece in text.pieces:
            before, *behind = _CURLY.split(piece, maxsplit=1)
            if behind:
                beside = max(before[-BESIDE:], _CURLY.split(behind[0][:BESIDE])[0], key=len).strip()
                yield Violation(text.place, f"A curly quote stands beside “{beside}”.", "Write the straight one of the keyboard.")


def _prose(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    for action in shelf.library.actions:
        yield f"actions/{action.id}/action.md", action.intro
    for place, step in shelf.steps():
        yield from ((_spot(place, name), text) for name, text in _passages(step))


def _passages(step: Step) -> Iterator[tuple[str, str]]:
    yield "", step.intro
    yield from ((passage.id, passage.text) for passage in step.sections)


def _spot(place: str, passage: str) -> str:
    return f"{place} {{#{passage}}}" if passage else place


def _lines(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    for action in shelf.library.actions:
        worded = filter(None, (action, action.without_form))
        yield from ((f"actions/{action.id}/action.md", line) for each in worded for line in (each.title, each.summary))
    for place, step in shelf.steps():
        labels = (link.label for link in step.links)
        yield from ((place, line) for line in (step.title, step.impact_why, step.gain, *labels))
    for place, article in shelf.articles():
        yield from ((place, line) for line in (article.title, article.summary))
    for place, question in shelf.questions:
        said = (line for choice in question.choices for line in (choice.label, choice.hint))
        yield from ((f"{place} {question.id}", line) for line in (question.title, question.why, *said))
    for told in located_statements(shelf):
        yield told.place, told.words
    for place, regime in shelf.regimes():
        yield from ((place, line) for line in regime.headlines.values())


def _shortened(text: str, start: int) -> str:
    line = text[start:].partition("\n")[0]
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE]}…"
