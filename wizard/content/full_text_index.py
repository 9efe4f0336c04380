"""Rank texts by the words of a query, forgiving real slips of typing.

SQLite's full-text search (FTS5) does the ranking: BM25 with a weight for each column, English word stems, and no accents.
The phrases that people use for a text are ranked one by one: a short phrase that is the query says more than a long text
that contains it. The index lives in memory; nothing is written.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple
from weakref import finalize

from .typing_slips import is_similar_sound, is_slip, lacks_letters, sound_of

COLUMNS = ("words", "title", "summary", "body")
WEIGHTS = (10.0, 8.0, 3.0, 1.0)
"""How much a word counts in each column."""
PHRASE_WEIGHT = 4.0
"""How much the best phrase of a text counts beside the text itself."""
PHRASE_BONUS, OVERLAP_BONUS = 40.0, 15.0
"""What is added if the query is one of the phrases of a text, or contains one of them."""
MIN_COVERAGE, LONG_COVERAGE, LONG_QUERY = 0.5, 0.38, 3
"""The least share of a query, by how rare its words are, that a text must contain; less is enough from so many words on."""
BODY_SHARE = 0.7
"""How much of a word is covered by a text that contains it, but has it neither in its title nor in its phrases."""
MIN_PREFIX, MIN_LATER_PREFIX, MIN_CORRECTED = 4, 3, 5
"""The least length of a word that is completed, of one that follows others, and of one that is corrected, in letters."""
TINY = 1e-9
"""What sums of fractions may differ by."""
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "œ": "oe", "æ": "ae"})
"""Letters that Unicode does not take apart, as people type them without their keyboard."""
_WORD = re.compile(r"[^\W_]+")


class SearchText(NamedTuple):
    """A text to search: `words` are the phrases that people use for it, `weight` how much more it counts than others."""

    title: str
    words: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    weight: float = 1.0


class SearchResult(NamedTuple):
    """The positions of the texts that match, the best first; `corrected` is the query that was used instead, or ""."""

    rows: tuple[int, ...]
    corrected: str = ""


class FullTextIndex:
    """An index of texts. `stop_words` never decide what is found."""

    def __init__(self, texts: Iterable[SearchText], stop_words: Iterable[str] = ()) -> None:
        self._texts = tuple(texts)
        self._stop_words = frozenset(word for text in stop_words for word in split_words(text))
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        finalize(self, self._database.close)  # Python 3.13 and later warn of a database that is forgotten while it is open
        self._phrase_rows: list[int] = []
        self._rows_of_phrase: dict[str, list[int]] = {}
        self._known: dict[str, int] = {}
        self._index_texts()
        self._index_phrases()

    def search(self, query: str) -> SearchResult:
        """Return the texts that match. Words that match nothing are corrected only if they look like slips of typing."""
        words = split_words(query)
        corrected = [self._correct(word) for word in words]
        ranked = self._rank(self._telling(corrected)) if words else []
        return SearchResult(tuple(ranked), " ".join(corrected) if ranked and corrected != words else "")

    def _index_texts(self) -> None:
        self._create("texts", COLUMNS)
        parts = ((" ".join(text.words), text.title, text.summary, text.body) for text in self._texts)
        rows = ((row, *(" ".join(split_words(part)) for part in four)) for row, four in enumerate(parts))
        self._database.executemany(f"INSERT INTO texts(rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608 - constant names

    def _index_phrases(self) -> None:
        self._create("phrases", ("phrase",))
        for row, text in enumerate(self._texts):
            for phrase in dict.fromkeys((text.title, *text.words)):
                words = split_words(phrase)
                key = " ".join(self._telling(words))
                self._phrase_rows.append(row)
                self._rows_of_phrase.setdefault(key, []).append(row)
                for word in words:
                    self._known[word] = self._known.get(word, 0) + 1
                self._database.execute("INSERT INTO phrases(rowid, phrase) VALUES (?, ?)", (len(self._phrase_rows) - 1, key))

    def _create(self, table: str, columns: Sequence[str]) -> None:
        self._database.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5({', '.join(columns)}, "
            "tokenize='porter unicode61 remove_diacritics 2', prefix='3 4')"
        )

    def _telling(self, words: Sequence[str]) -> list[str]:
        """Return the words that are no stop words; all of them if there are no others."""
        return [word for word in words if word not in self._stop_words] or list(words)

    def _rank(self, words: Sequence[str]) -> list[int]:
        """Return the rows of the matching texts, the best first."""
        scores: dict[int, float] = {}
        covered: dict[int, float] = {}
        total = 0.0
        for expression in _expressions(words):
            matches, named = self._matches(expression), self._named(expression)
            rarity = log(1 + len(self._texts) / max(2, 1 + len(matches)))  # an unknown word tells no more than a rare one
            total += rarity
            for row, score in matches.items():
                scores[row] = scores.get(row, 0.0) + score
                covered[row] = covered.get(row, 0.0) + rarity * (1.0 if row in named else BODY_SHARE)
        for row, score in self._best_phrases(words).items():
            scores[row] += PHRASE_WEIGHT * score
        for row, bonus in self._phrase_bonuses(words).items():
            scores[row] = scores.get(row, 0.0) + bonus
            covered[row] = total
        needed = (MIN_COVERAGE if len(words) < LONG_QUERY else LONG_COVERAGE) * total - TINY
        found = [row for row in scores if covered[row] >= needed]
        return sorted(found, key=lambda row: (-scores[row] * covered[row] * self._texts[row].weight, row))

    def _named(self, expression: str) -> set[int]:
        """Return the rows that match an expression in their title or in one of their phrases."""
        rows = self._database.execute("SELECT rowid FROM phrases WHERE phrases MATCH ?", (expression,))
        return {self._phrase_rows[phrase] for (phrase,) in rows}

    def _matches(self, expression: str) -> Mapping[int, float]:
        """Return the rows that match an expression, with their scores."""
        rows = self._database.execute(
            f"SELECT rowid, bm25(texts, {', '.join(map(str, WEIGHTS))}) FROM texts WHERE texts MATCH ?",  # noqa: S608 - constants
            (expression,),
        )
        return {row: -score for row, score in rows}

    def _best_phrases(self, words: Sequence[str]) -> Mapping[int, float]:
        """Return the score of the phrase of each row that fits the words best."""
        best: dict[int, float] = {}
        rows = self._database.execute(
            "SELECT rowid, bm25(phrases) FROM phrases WHERE phrases MATCH ?", (" OR ".join(_expressions(words)),)
        )
        for phrase, score in rows:
            row = self._phrase_rows[phrase]
            best[row] = max(best.get(row, 0.0), -score)
        return best

    def _phrase_bonuses(self, words: Sequence[str]) -> Mapping[int, float]:
        """Return what rows gain because one of their phrases is the query, or is part of it."""
        bonuses: dict[int, float] = {}
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                bonus = PHRASE_BONUS if end - start == len(words) else OVERLAP_BONUS if end - start > 1 else 0.0
                for row in self._rows_of_phrase.get(" ".join(words[start:end]), ()) if bonus else ():
                    bonuses[row] = max(bonuses.get(row, 0.0), bonus)
        return bonuses

    def _correct(self, word: str) -> str:
        """Return the word, or the known word that is meant: the one used most often of those that are near.

        One slip of typing is likelier than a word written as it sounds, and that is likelier than several missing letters.
        """
        if len(word) < MIN_CORRECTED or word in self._stop_words or any(map(self._matches, _expressions([word]))):
            return word
        likely = [known for known in self._sounds if known[0] == word[0]]
        near = [known for known in likely if is_slip(word, known)]
        if not near and not word.isdigit():
            sound = sound_of(word)
            near = [known for known in likely if is_similar_sound(sound, self._sounds[known])]
            near = near or [known for known in likely if lacks_letters(word, known)]
        return min(near, key=lambda known: (-self._known[known], known), default=word)

    @cached_property
    def _sounds(self) -> Mapping[str, str]:
        """The known words that are long enough to be meant, each with its sound: only a mistyped word needs them."""
        return {known: sound_of(known) for known in self._known if len(known) >= MIN_CORRECTED}


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes: "Can't" is "cant"."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold().translate(_LETTERS)
    return _WORD.findall("".join(character for character in plain if not unicodedata.combining(character)))


def _expressions(words: Sequence[str]) -> list[str]:
    """Return each word as FTS5 looks for it. The last one may still be incomplete."""
    quoted = [f'"{word}"' for word in words]
    if words and len(words[-1]) >= (MIN_PREFIX if len(words) == 1 else MIN_LATER_PREFIX):
        quoted[-1] = f"({quoted[-1]} OR {quoted[-1]}*)"
    return quoted
