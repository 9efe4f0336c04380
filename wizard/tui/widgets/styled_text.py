"""Make Textual content from text: sanitized, never parsed as markup, its lines divided only where words may part."""

import re
from collections.abc import Callable, Iterable

from textual import content
from textual.content import Content

from wizard.core.blocks import Blocks, Line, block_lines
from wizard.core.sanitize import sanitize

QUIET = "$quiet"
STRONG = "bold"
ACCENT = "$accent"
ACCENT_STRONG = "bold $accent"
ALERT = "$alert"
GOOD = "$good"
SECONDARY = "italic $quiet"
UNBROKEN = "\N{NO-BREAK SPACE}"
"""A space at which no line ends."""
_BOUND_SPACE = re.compile(
    "[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
    r"|(?<=\d) (?=[^\W\d_]{1,3}\b)|(?:(?<=\b\d\.)|(?<=\b\d\d\.)) (?=[^\W\d_])|(?:(?<=\b[Aa]rt\.)|(?<=§)) (?=\d)"
    r"|(?<=\d) (?=[^\W\d_]+ \d{4}\b)| (?=\(\w{1,8}\)|· )"
)
"""A no-break space, or one between number and unit, day and month, or before an article's number, brackets or a middle dot."""
_STAND_IN = "\ue000"
"""Stands for such a space while the lines are divided: Textual ends them at every kind of space."""
_BOUND_WORDS = re.compile(rf"\S*{_STAND_IN}\S*")


def styled(text: str, style: str = "") -> Content:
    """Sanitize a text and give it one style."""
    return Content.styled(sanitize(text), style) if style else Content(sanitize(text))


def concat(*parts: Content | str, by: str = "") -> Content:
    """Join contents and texts with `by` between them; texts are sanitized."""
    return Content(by).join([part if isinstance(part, Content) else styled(part) for part in parts])


def stack_lines(parts: Iterable[Content | str]) -> Content:
    """Join contents and texts as lines."""
    return concat(*parts, by="\n")


def styled_line(line: Line) -> Content:
    """Convert a line of the content, with its menu words in bold."""
    return concat(*(styled(span.text, STRONG if span.strong else "") for span in line))


def styled_paragraphs(blocks: Blocks) -> Content:
    """Convert a text of the content, with an empty line between its paragraphs."""
    return concat(*(styled_line(line) for _, line in block_lines(blocks)), by="\n\n")


def divide_bound_line(text: str, width: int, fold: bool = True) -> list[int]:
    """Return where a text is divided into lines of this width: "1 h 35 min" is not torn into "1" and "h 35 min".

    Words that are longer together than a line part all the same.
    """
    bound = _BOUND_SPACE.sub(_STAND_IN, text)
    fitting = _BOUND_WORDS.sub(lambda words: words[0] if len(words[0]) <= width else text[words.start() : words.end()], bound)
    return _divide_line(fitting, width, fold)


# Textual has no setting for where lines end, and every text of every widget should follow the same rules. The function is
# private: a later Textual without it divides lines in its own way, and tests/tui/test_textual_guards.py then fails.
_divide_line: Callable[[str, int, bool], list[int]] = vars(content).get("divide_line", lambda *_: [])
if "divide_line" in vars(content):
    vars(content)["divide_line"] = divide_bound_line
