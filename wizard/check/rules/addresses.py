"""The rule for addresses: none stands in the middle of a sentence."""

import re
from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.readable_text import readable_texts
from wizard.check.references import LETTERS, LINK
from wizard.content.overlay import BODY, overlay_texts

PAGE = ".md"
_CODE = re.compile(r"`[^`\n]+`")
_ADDRESS = re.compile(r"(?<![\w.@])(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>\"'”’“‘«»)\]]*[^\s<>\"'”’“‘«»)\].,;:!?]", re.IGNORECASE)


def bare_address(content: ContentTree) -> Iterator[Violation]:
    """An address is not written in a sentence, where it is read out letter by letter and never checked. Links name a source."""
    for place, text in (*_source_texts(content), *_translated_texts(content)):
        for match in _ADDRESS.finditer(_CODE.sub("", LINK.sub("", text))):
            yield Violation(
                place,
                f"The address “{match[0]}” stands in the text.",
                "Write [words](source:ID) in an article, or a link of the step; mark what is to be typed as `code`.",
                quote=match[0],
            )


def _source_texts(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield every passage of a page with its place. The notes of other files are plain text, in which no link can stand."""
    for text in readable_texts(content):
        if text.place.endswith(PAGE):
            yield from ((text.place, piece) for piece in text.pieces)


def _translated_texts(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield every text of a translated page with its place; the body of a letter fills in addresses and is left out."""
    for place, overlay in content.overlays.items():
        if not place.endswith(PAGE):
            continue
        for path, value in overlay_texts(overlay).items():
            if not (place.startswith(LETTERS) and path == (BODY,)):
                yield from ((place, line) for line in ([value] if isinstance(value, str) else value))
