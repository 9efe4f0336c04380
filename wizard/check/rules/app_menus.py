"""Rules for Meta's menu words: each has a source and is used by a step, and none is from the future."""

import re
from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean

OLDEST = 2010
"""No word is older than the menus that it is from."""
PLACE = "menu-words.toml"
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def unused_menu_word(content: ContentTree) -> Iterator[Violation]:
    """A menu word is translated only if a step names it, in bold: so a word that Meta has changed is not left behind."""
    used = {word for place, page in content.pages.items() if place.startswith("actions/") for word in _BOLD.findall(page.text)}
    for language, menu in content.library.menu_words.items():
        for english in menu.words:
            if english not in used:
                yield Violation(f"{PLACE} {language}", f"No step names “{english}”.", did_you_mean(english, used), quote=english)


def menu_word_without_source(content: ContentTree) -> Iterator[Violation]:
    """Menu words are never translated by us: each comes from a source of a known year, for a wrong word is worse than none."""
    for language, menu in content.library.menu_words.items():
        if not menu.sources:
            yield Violation(f"{PLACE} {language}", "The words have no source.", "Name where they were read, or take them out.")
        for english, known in menu.words.items():
            if not OLDEST <= known.year <= content.today.year:
                what = f"“{known.word}” is from the year {known.year}."
                yield Violation(f"{PLACE} {language}", what, "Write the year of its newest source.", quote=english)


def former_without_word(content: ContentTree) -> Iterator[Violation]:
    """A note about a former menu word names that word."""
    for language, menu in content.library.menu_words.items():
        if "{word}" not in menu.former:
            what = f"“{menu.former}” does not name the word."
            yield Violation(f"{PLACE} {language}", what, 'Write it like former = "früher: {word}".', fields=("former",))
