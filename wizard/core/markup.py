"""The little markup that steps know: **menu words** in bold, and numbered taps."""

import re
from collections.abc import Iterator

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_TAP = re.compile(r"^(\d+)\. +(.*)$")


def bold_spans(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    for number, piece in enumerate(_BOLD.split(text)):
        if piece:
            yield piece, number % 2 == 1


def strip_markup(text: str) -> str:
    """The text without markup."""
    return _BOLD.sub(r"\1", text)


def parse_paragraphs(text: str) -> tuple[tuple[str, str], ...]:
    """The paragraphs and taps of a passage, each with its number ("" for a paragraph); wrapped lines are joined."""
    found: list[tuple[str, list[str]]] = []
    fresh = True
    for line in text.splitlines():
        tap = _TAP.match(line.strip())
        if tap:
            found.append((tap[1], [tap[2]]))
        elif not line.strip():
            fresh = True
            continue
        elif fresh or not found:
            found.append(("", [line.strip()]))
        else:
            found[-1][1].append(line.strip())
        fresh = False
    return tuple((number, " ".join(lines)) for number, lines in found)
