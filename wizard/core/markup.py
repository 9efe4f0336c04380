"""Parse the markup of step texts: **menu words** in bold, and numbered instructions."""

import re
from collections.abc import Iterator

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_INSTRUCTION = re.compile(r"^(\d+)\. +(.*)$")


def bold_spans(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of the text in order, each with True if it is bold. Empty pieces are left out."""
    for index, piece in enumerate(_BOLD.split(text)):
        if piece:
            yield piece, index % 2 == 1  # split() alternates: text outside of the pattern, text of its group


def strip_markup(text: str) -> str:
    """Return the text without the marks for bold."""
    return _BOLD.sub(r"\1", text)


def parse_paragraphs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the paragraphs and instructions of a section as (number, text); "" for a paragraph.

    Wrapped lines are joined by a space. An empty line ends a paragraph or an instruction.
    """
    blocks: list[tuple[str, list[str]]] = []
    after_empty_line = True
    for line in text.splitlines():
        instruction = _INSTRUCTION.match(line.strip())
        if instruction:
            blocks.append((instruction[1], [instruction[2]]))
        elif not line.strip():
            after_empty_line = True
            continue
        elif after_empty_line or not blocks:
            blocks.append(("", [line.strip()]))
        else:
            blocks[-1][1].append(line.strip())
        after_empty_line = False
    return tuple((number, " ".join(lines)) for number, lines in blocks)
