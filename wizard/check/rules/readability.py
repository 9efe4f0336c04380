"""Rules for plain language: reading grade, sentence length and consistent spelling."""

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
"""The library that measures the reading grade. It is installed for contributors only."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MAX_HARD_WORDS = 3


def can_measure() -> bool:
    """Return True if the library that measures the reading grade is installed."""
    return find_spec(MEASURED_BY) is not None


def reading_grade(content: ContentTree) -> Iterator[Violation]:
    """A text is understood after eight years of school: its Flesch-Kincaid grade is 8 at most."""
    if not can_measure():
        return
    from textstat import flesch_kincaid_grade, syllable_count  # type: ignore[import-untyped]

    proper_names = proper_name_pattern(content)
    for text in readable_texts(content):
        sentences = [
            sentence for piece in text.pieces for sentence in split_sentences(proper_names.sub(NAME, without_menu_words(piece)))
        ]
        if not sentences:
            continue
        grade = flesch_kincaid_grade("\n".join(sentences))
        if grade > HIGHEST_GRADE:
            words = {word.lower() for sentence in sentences for word in _WORD.findall(sentence)}
            hard = sorted(words, key=lambda word: (-syllable_count(word), word))[:_MAX_HARD_WORDS]
            longest = max(sentences, key=lambda sentence: len(sentence.split()))
            hard_list = ", ".join(f"“{each}”" for each in hard)
            yield Violation(
                text.place,
                f"It reads at grade {grade:.1f}; {HIGHEST_GRADE:.0f} is the most.",
                f"Shorten sentences such as “{longest[:60]}…”, and find easier words than {hard_list}.",
            )


def long_sentence(content: ContentTree) -> Iterator[Violation]:
    """A sentence has 35 words at most, so that nobody has to read it twice."""
    proper_names = proper_name_pattern(content)
    for text in readable_texts(content):
        for piece in text.pieces:
            for sentence in split_sentences(proper_names.sub(NAME, without_menu_words(piece))):
                count = len(_WORD.findall(sentence))
                if count > LONGEST_SENTENCE:
                    yield Violation(
                        text.place, f"“{sentence[:60]}…” has {count} words.", "Make two sentences of it.", quote=sentence[:60]
                    )


def inconsistent_spelling(content: ContentTree) -> Iterator[Violation]:
    """Words are spelled one way throughout, the British one; menu words between ** ** keep theirs, and so do names."""
    pattern, correct = _compile_spelling(_spelling_table(content))
    proper_names = proper_name_pattern(content)
    for text in readable_texts(content):
        for piece in text.pieces:
            for match in pattern.finditer(proper_names.sub(NAME, without_menu_words(piece))):
                yield Violation(
                    text.place, f"“{match[0]}” is spelled another way here.", f"Write “{correct(match[0])}”.", quote=match[0]
                )


def _spelling_table(content: ContentTree) -> tuple[tuple[str, str], ...]:
    """Return the pairs of unwanted and wanted spelling in words.toml; a trailing hyphen marks a word stem."""
    table = content.tables.get(WORDS, {}).get("spelling", {})
    return tuple((wrong, str(correct)) for wrong, correct in table.items()) if isinstance(table, Mapping) else ()


class _SpellingCorrector:
    """Maps an unwanted spelling to the wanted one."""

    def __init__(self, spellings: tuple[tuple[str, str], ...]) -> None:
        self._words = {wrong: correct for wrong, correct in spellings if not wrong.endswith("-")}
        self._stems = {wrong[:-1]: correct.removesuffix("-") for wrong, correct in spellings if wrong.endswith("-")}

    def __call__(self, word: str) -> str:
        lower = word.lower()
        if lower in self._words:
            return self._words[lower]
        stem = max((each for each in self._stems if lower.startswith(each)), key=len)
        return f"{self._stems[stem]}{lower[len(stem) :]}"


@cache
def _compile_spelling(spellings: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], _SpellingCorrector]:
    """Compile a pattern for all unwanted spellings, and the function that corrects a match. Cached."""
    words = "|".join(rf"{re.escape(wrong[:-1])}\w*" if wrong.endswith("-") else re.escape(wrong) for wrong, _ in spellings)
    return re.compile(rf"\b(?:{words or '(?!)'})\b", re.IGNORECASE), _SpellingCorrector(spellings)
