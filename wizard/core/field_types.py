"""What the annotation of an attribute says about its field in a content file, beyond the Python type.

The records of the core are the schema of the content. The loader, the check, the table of fields and translations read
these annotations, so nothing about a field is written twice.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

EMPTY: Mapping[str, Any] = MappingProxyType({})
"""The default of a field that maps ids or names to something: nothing, and nothing can be added."""


class AllowedValues:
    """The words that a field may hold. The check reports others; the program reads them all the same.

    Where the code cannot work with another word, the type is a `Literal`, and the loader refuses it.
    """

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words


TRANSLATED = "translated"
UserText = Annotated[str, TRANSLATED]
"""A text that users read, and that a translation of the content replaces."""
OPTIONAL = "optional"
NameText = Annotated[str, TRANSLATED, OPTIONAL]
"""A name that a translation of the content may replace, such as that of a page in English; where nobody has, it stays."""
LETTER_TEXT = "letter text"
LetterText = Annotated[str, LETTER_TEXT]
"""A text that goes into a letter, in the language of the letter. A translation replaces all of a letter's texts or none."""
REVIEW_AFTER_DAYS = {"form": 60, "setting": 180, "law": 365}
"""Days after which content of this kind should be reviewed."""
ReviewKind = Annotated[str, AllowedValues(tuple(REVIEW_AFTER_DAYS))]
"""How fast a fact goes stale."""
SEARCH_KINDS = ("step", "article", "letter", "outcome", "page", "place", "question")
"""What can be found; also the names of the tables of the file with the words for it."""
