"""Rules for the voice of the texts: patterns that keep coming back and read like a translation."""

import re
from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.readable_text import readable_texts

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_LITERAL = (
    "the present one|all the same|and the like|what came back|watch(?:es)? over|set two more|lives? from|in hand|way in|stays one"
)
PATTERNS = (
    (r"(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|less\b|one\b|doubt\b)\w+", "Say “isn't a”, “aren't” or “has no”."),
    (r"\bstands? (?:in|on|above|below|beside|behind|there|among|at)\b", "Say “is”, “says” or “is listed”."),
    (rf"\b(?:\w+s|guide|form|article|report|policy|note|statement) of (?:the )?(?:(?:{_MONTH}) )?(?:19|20)\d\d\b",
     "Say “from” before a year or a month."),
    (r"\b(?:is|are|was|were) (?:said|reported) to\b|\bby one report\b", "Say who says it: “One guide says”, “Reports say”."),
    (r"\bone's\b|\bone (?:can|may|must|has to|should|sends|needs|does|is to)\b", "Speak to the reader: “you”, “your”."),
    (rf"\b(?:{_LITERAL})\b", "It reads like a translation: say it as you would to a friend."),
)  # fmt: skip
"""Each pattern with what to do instead; `content/README.md` has pairs for them."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), advice) for pattern, advice in PATTERNS)


def translated_wording(content: ContentTree) -> Iterator[Violation]:
    """Texts read as if an English editor wrote them: none of the patterns in the voice guide of README.md."""
    for text in readable_texts(content):
        for piece in text.pieces:
            for pattern, advice in _COMPILED:
                if match := pattern.search(piece):
                    yield Violation(text.place, f"“{match[0]}” reads like a translation.", advice, quote=match[0])
