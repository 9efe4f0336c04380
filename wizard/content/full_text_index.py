"""Rank texts by the words of a query, forgiving real slips of typing.

SQLite's full-text search (FTS5) does the ranking: BM25 with a weight for each column, English word stems, and no accents.
The index lives in memory; nothing is written.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

COLUMNS = ("words", "title", "summary", "body")
WEIGHTS = (10.0, 8.0, 3.0, 1.0)
"""How much a word counts in each column."""
PHRASE_BONUS, OVERLAP_BONUS = 40.0, 15.0
"""What is added if the query is one of the words of a text, or contains one of them."""
MIN_COVERAGE = 0.5
"""The least share of the query, by how rare its words are, that a text must contain."""
MIN_PREFIX, MIN_CORRECTED = 3, 5
"""The least length of a word that is completed, or corrected, in letters."""
TWO_SLIPS_FROM = 9
"""From this length on a word may have two slips."""
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ")
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
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(COLUMNS)}, "
            "tokenize='porter unicode61 remove_diacritics 2', prefix='3 4')"
        )
        self._database.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, row)")
        self._database.executemany(
            f"INSERT INTO texts(rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - constant names
            (
                (row, *(" ".join(split_words(part)) for part in (" ".join(text.words), text.title, text.summary, text.body)))
                for row, text in enumerate(self._texts)
            ),
        )
        self._stop_words = frozenset(word for text in stop_words for word in split_words(text))
        self._phrases: dict[str, list[int]] = {}
        self._known: set[str] = set()
        for row, text in enumerate(self._texts):
            for phrase in (text.title, *text.words):
                self._phrases.setdefault(" ".join(split_words(phrase)), []).append(row)
                self._known.update(split_words(phrase))

    def search(self, query: str) -> SearchResult:
        """Return the texts that match. Words that match nothing are corrected only if they look like slips of typing."""
        words = split_words(query)
        corrected = [self._correct(word) for word in words]
        ranked = self._rank(corrected) if words else []
        return SearchResult(tuple(ranked), " ".join(corrected) if ranked and corrected != words else "")

    def _rank(self, words: Sequence[str]) -> list[int]:
        """Return the rows of the matching texts, the best first."""
        telling = [word for word in words if word not in self._stop_words] or list(words)
        scores: dict[int, float] = {}
        covered: dict[int, float] = {}
        total = 0.0
        for position, word in enumerate(telling):
            matches = self._matches(word, complete=position == len(telling) - 1)
            rarity = log(1 + len(self._texts) / (1 + len(matches)))
            total += rarity
            for row, score in matches.items():
                scores[row] = scores.get(row, 0.0) + score
                covered[row] = covered.get(row, 0.0) + rarity
        for row, bonus in self._phrase_bonuses(words).items():
            scores[row] = scores.get(row, 0.0) + bonus
            covered[row] = total
        found = [row for row in scores if covered[row] >= MIN_COVERAGE * total]
        return sorted(found, key=lambda row: (-scores[row] * covered[row] * self._texts[row].weight, row))

    def _matches(self, word: str, *, complete: bool) -> Mapping[int, float]:
        """Return the rows that contain a word, with their scores; the last word may still be incomplete."""
        quoted = f'"{word}"'
        expression = f"{quoted} OR {quoted}*" if complete and len(word) >= MIN_PREFIX else quoted
        rows = self._database.execute(
            f"SELECT rowid, bm25(texts, {', '.join(map(str, WEIGHTS))}) FROM texts WHERE texts MATCH ?",  # noqa: S608 - constants
            (expression,),
        )
        return {row: -score for row, score in rows}

    def _phrase_bonuses(self, words: Sequence[str]) -> Mapping[int, float]:
        """Return what rows gain because one of their phrases is the query, or is part of it."""
        bonuses: dict[int, float] = {}
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                bonus = PHRASE_BONUS if end - start == len(words) else OVERLAP_BONUS if end - start > 1 else 0.0
                for row in self._phrases.get(" ".join(words[start:end]), ()) if bonus else ():
                    bonuses[row] = max(bonuses.get(row, 0.0), bonus)
        return bonuses

    def _correct(self, word: str) -> str:
        """Return the word, or the known word that it is a slip of. A slip keeps the first letter and most of the others."""
        if len(word) < MIN_CORRECTED or word in self._stop_words or self._matches(word, complete=True):
            return word
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        candidates = (known for known in self._known if known[:1] == word[:1] and len(known) >= MIN_CORRECTED)
        near = ((OSA.distance(word, known, score_cutoff=slips), known) for known in candidates)
        distance, closest = min(near, default=(slips + 1, word))
        return closest if distance <= slips else word


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes: "Can't" is "cant"."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return _WORD.findall("".join(character for character in plain if not unicodedata.combining(character)))
