"""Parse a typed line as a choice: a number, an id, the beginning of a label, or a word in it."""

import re
from collections.abc import Sequence

from wizard.core.name_folding import fold_name
from wizard.core.sanitize import sanitize_line
from wizard.core.typed_words import fold_words
from wizard.i18n import NP_, _, pgettext
from wizard.views import line_mode_texts as texts

from .invalid_reply import InvalidReplyError
from .prompter import Choice

MAX_QUOTED_LENGTH = 40
YES, NO = NP_("answer", "yes"), NP_("answer", "no")
AND = NP_("answer", "and")
RANGE = re.compile(r"\b(\d{1,3})\s*[-–]\s*(\d{1,3})\b")
LONGEST_RANGE = 100
MIN_HINT_LETTERS = 3
"""The least number of letters by which a hint is found. Fewer are rather a shortcut that does not work here."""


def parse_choice(rows: Sequence[Choice], text: str, unlisted: Sequence[Choice] = ()) -> str:
    """Return the id of the row that the text means; one of the rows that are not listed only if no other is meant.

    An exact id or label wins over the beginning of a label, that over the beginning of a word in it, and that over a word in
    its hint. Accents do not count.
    Raises InvalidReplyError if no row or more than one row is meant.
    """
    if not text:
        raise InvalidReplyError(_(texts.NOTHING_TYPED))
    wanted = fold_words(text)
    if wanted.isdecimal():
        number = int(wanted[:6])
        if 1 <= number <= len(rows):
            return rows[number - 1].id
        raise InvalidReplyError(texts.not_among(number))
    matches = _matching_ids(rows, wanted) or _matching_ids(unlisted, wanted) or _ids_by_hint(rows, wanted)
    if len(matches) == 1:
        return matches[0]
    quoted = sanitize_line(text, MAX_QUOTED_LENGTH)
    fitting = [f"{number}. {row.label}" for number, row in enumerate(rows, 1) if row.id in matches]
    fitting = fitting or [row.label for row in unlisted if row.id in matches]
    raise InvalidReplyError(texts.fits_several(quoted, fitting) if matches else texts.fits_none(quoted))


def _matching_ids(rows: Sequence[Choice], wanted: str) -> Sequence[str]:
    if not wanted:  # only a full stop, say; every label would begin with it
        return ()
    labels = {row.id: fold_words(row.label) for row in rows}
    exact = [id for id, label in labels.items() if wanted in (fold_words(id), label)]
    starting = [id for id, label in labels.items() if label.startswith(wanted)]
    containing = [id for id, label in labels.items() if f" {wanted}" in label]
    return exact[:1] or starting or containing


def _ids_by_hint(rows: Sequence[Choice], wanted: str) -> Sequence[str]:
    """Return the ids of rows with these words in their hint: "my export" finds "More: people, files, my export"."""
    return [row.id for row in rows if len(wanted) >= MIN_HINT_LETTERS and f" {wanted}" in f" {fold_words(row.hint)}"]


def parse_choices(rows: Sequence[Choice], text: str) -> tuple[str, ...]:
    """Return the ids of the rows that are meant, each once, in the order typed.

    Numbers may be separated by spaces or by "and", and may form a range: "1 and 3-5".
    Raises InvalidReplyError if a part means no row or more than one.
    """
    words = re.findall(r"[^\W\d]+", text)
    if text and all(fold_name(word) in (AND, fold_name(pgettext("answer", AND))) for word in words):
        numbers = RANGE.sub(_spelled_out, re.sub(r"[^\W\d]+", " ", text))
        parts = re.split(r"[,;،、\s]+", numbers)
    else:  # in labels spaces belong to the words
        parts = re.split(r"[,;،、]", text)
    chosen = tuple(dict.fromkeys(parse_choice(rows, part.strip()) for part in parts if part.strip()))
    if not chosen:
        raise InvalidReplyError(texts.fits_none(sanitize_line(text, MAX_QUOTED_LENGTH)))
    return chosen


def _spelled_out(found: re.Match[str]) -> str:
    """Return the numbers of a range, or its ends if they are in the wrong order or too far apart."""
    first, last = (int(number) for number in found.groups())
    return " ".join(map(str, range(first, last + 1) if 0 <= last - first < LONGEST_RANGE else (first, last)))


def parse_yes_no(text: str, *, default: bool) -> bool:
    """Return True for yes, and `default` for an empty text.

    The words and their first letters are taken in English and in the language of the program, with or without accents.
    Raises InvalidReplyError for anything else.
    """
    word = fold_name(text)
    for meaning, words in ((True, _first_words(YES)), (False, _first_words(NO))):
        if word in words:
            return meaning
    if not text.strip():
        return default
    raise InvalidReplyError(texts.neither_yes_nor_no(sanitize_line(text, MAX_QUOTED_LENGTH)))


def _first_words(answer: str) -> tuple[str, ...]:
    """Return the word for yes or no in English and in the language of the program, and the first letter of each."""
    words = (answer, fold_name(pgettext("answer", answer)))
    return (*words, *(word[0] for word in words))
