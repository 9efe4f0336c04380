"""Rules for plain words: easy to read, sentences of a bearable length, and one spelling."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation
from wizard.check.readable_text import NAME, WORDS, proper_name_pattern, readable_texts, split_sentences, without_menu_words

HIGHEST_GRADE = 8.0
LONGEST_SENTENCE = 35
MEASURED_BY = "textstat"
"""The library that measures the reading grade; writers need it, readers do not."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HARD = 3


def can_measure() -> bool:
    """Tell whether the library that measures the reading grade is installed."""
    return find_spec(MEASURED_BY) is not None


def reading_grade(shelf: ContentTree) -> Iterator[Violation]:
    """A text is understood after eight years of school: its Flesch-Kincaid grade is 8 at most."""
    if not can_measure():
        return
    from textstat import flesch_kincaid_grade, syllable_count  # type: ignore[import-untyped]

    named = proper_name_pattern(shelf)
    for text in readable_texts(shelf):
        said = [sentence for piece in text.pieces for sentence in split_sentences(named.sub(NAME, without_menu_words(piece)))]
        if not said:
            continue
        grade = flesch_kincaid_grade("\n".join(said))
        if grade > HIGHEST_GRADE:
            words = {word.lower() for sentence in said for word in _WORD.findall(sentence)}
            hard = sorted(words, key=lambda word: (-syllable_count(word), word))[:_HARD]
            longest = max(said, key=lambda sentence: len(sentence.split()))
            easier = ", ".join(f"“{each}”" for each in hard)
            yield Violation(
                text.place,
                f"It reads at grade {grade:.1f}; {HIGHEST_GRADE:.0f} is the most.",
                f"Shorten sentences such as “{longest[:60]}…”, and find easier words than {easier}.",
            )


def long_sentence(shelf: ContentTree) -> Iterator[Violation]:
    """A sentence has 35 words at most, so that nobody has to read it twice."""
    named = proper_name_pattern(shelf)
    for text in readable_texts(shelf):
        for piece in text.pieces:
            for sentence in split_sentences(named.sub(NAME, without_menu_words(piece))):
                count = len(_WORD.findall(sentence))
                if count > LONGEST_SENTENCE:
                    yield Violation(text.place, f"“{sentence[:60]}…” has {count} words.", "Make two sentences of it.")


def inconsistent_spelling(shelf: ContentTree) -> Iterator[Violation]:
    """Words are spelled one way throughout, the British one; menu words between ** ** keep theirs, and so do names."""
    pattern, right = _spelling(_listed(shelf))
    named = proper_name_pattern(shelf)
    for text in readable_texts(shelf):
        for piece in text.pieces:
            for found in pattern.finditer(named.sub(NAME, without_menu_words(piece))):
                yield Violation(text.place, f"“{found[0]}” is spelled another way here.", f"Write “{right(found[0])}”.")


def _listed(shelf: ContentTree) -> tuple[tuple[str, str], ...]:
    table = shelf.tables.get(WORDS, {}).get("spelling", {})
    return tuple((wrong, str(right)) for wrong, right in table.items()) if isinstance(table, Mapping) else ()


class _Right:
    """How a word found is to be written."""

    def __init__(self, listed: tuple[tuple[str, str], ...]) -> None:
        self._whole = {wrong: right for wrong, right in listed if not wrong.endswith("-")}
        self._begun = {wrong[:-1]: right.removesuffix("-") for wrong, right in listed if wrong.endswith("-")}

    def __call__(self, word: str) -> str:
        small = word.lower()
        if small in self._whole:
            return self._whole[small]
        start = max((each for each in self._begun if small.startswith(each)), key=len)
        return f"{self._begun[start]}{small[len(start) :]}"


@cache
def _spelling(listed: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], _Right]:
    """A pattern for all words that are not to be written, and what to write for each."""
    words = "|".join(rf"{re.escape(wrong[:-1])}\w*" if wrong.endswith("-") else re.escape(wrong) for wrong, _ in listed)
    return re.compile(rf"\b(?:{words or '(?!)'})\b", re.IGNORECASE), _Right(listed)
