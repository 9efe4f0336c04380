"""Parse a date in words: "last night", "3 days ago", "a week ago", "on Monday".

The words are messages, so each language has as many wordings as it needs. English is understood in every language.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from wizard.i18n import N_, NP_, _, pgettext

from .date_format import DAY_NAMES, DAYS
from .jurisdiction import Period
from .period import add_period
from .typed_words import fold_words

CONTEXT = "typed dates, as many wordings as the language has"
DAY_WORDS = (
    NP_(
        "typed dates, as many wordings as the language has",
        "this morning | this afternoon | this evening | tonight | just now | now | earlier today",
    ),
    NP_(
        "typed dates, as many wordings as the language has",
        "yesterday morning | yesterday afternoon | yesterday evening | last night",
    ),
    NP_("typed dates, as many wordings as the language has", "the day before yesterday | day before yesterday"),
)
"""The words for today, for yesterday and for the day before that, each group separated by “|”."""
DAYS_AGO = NP_("typed dates, as many wordings as the language has", "{count} days ago | {count} day ago")
WEEKS_AGO = NP_("typed dates, as many wordings as the language has", "{count} weeks ago | {count} week ago | last week")
MONTHS_AGO = NP_("typed dates, as many wordings as the language has", "{count} months ago | {count} month ago")
"""How long ago something was. Words without a number stand for one: "last week"."""
PAST_WEEKDAY = NP_(
    "typed dates, as many wordings as the language has",
    "{weekday} | last {weekday} | on {weekday} | on last {weekday} | this past {weekday} | {weekday} morning | "
    "{weekday} afternoon | {weekday} evening",
)
AROUND_DATE = NP_("typed dates, as many wordings as the language has", "{date} | on {date} | on the {date} | the {date}")
NUMBERS = NP_(
    "typed dates, as many wordings as the language has",
    "one a an | two | three | four | five | six | seven | eight | nine | ten",
)
"""The numbers from one on; each can have several forms, with spaces between them."""
WEEK, LETTERS, ENDING = 7, 3, 2
"""Days of a week; letters that tell its days apart; letters at the end of a name that differ between its grammatical cases."""
Translate = Callable[[str], str]
_PLACES = {
    "{count}": r"(?P<count>\d{1,4}|[^\W\d_]+)",
    "{weekday}": r"(?P<weekday>[^\W\d_]{2,}\.?(?: [^\W\d_]{2,})?)",
    "{date}": r"(?P<date>\d.*)",
}


def dates_in_words(text: str, today: date) -> Iterator[date]:
    """Yield every date that the words can mean, in English and in the chosen language; the same date can come twice."""
    folded = _spaced(text)
    for days, word in enumerate((N_("today"), N_("yesterday"))):
        if folded in (word, _spaced(_(word))):
            yield from _days_back(today, Period(days, "days"))
    for translate in (str, partial(pgettext, CONTEXT)):
        for days, message in enumerate(DAY_WORDS):
            if folded in map(_spaced, translate(message).split("|")):
                yield from _days_back(today, Period(days, "days"))
        for message, one in ((DAYS_AGO, Period(1, "days")), (WEEKS_AGO, Period(WEEK, "days")), (MONTHS_AGO, Period(1, "months"))):
            for match in _matches(folded, translate(message)):
                for count in _counts(match.groupdict().get("count", "1"), translate):
                    yield from _days_back(today, one._replace(number=one.number * count))
        for match in _matches(folded, translate(PAST_WEEKDAY)):
            number = weekday_number(match["weekday"])
            if number is not None:
                yield from _days_back(today, Period((today.weekday() - number - 1) % WEEK + 1, "days"))


def without_words_around(text: str) -> str:
    """Return a date in figures without the words around it: "10 oct" for "on the 10 oct"."""
    for translate in (str, partial(pgettext, CONTEXT)):
        for match in _matches(fold_words(text), translate(AROUND_DATE)):
            text = min(text, match["date"], key=len)
    return text


def _spaced(text: str) -> str:
    """Return the words as they are compared: "segunda feira" for "Segunda-feira"."""
    return fold_words(text.replace("-", " "))


def weekday_number(text: str) -> int | None:
    """Return the number of the weekday that this word names or begins, from 0 for Monday; None if none or several fit.

    The English names are always known, and those of the chosen language; the end of a name may be that of another
    grammatical case, as in Polish “w środę”.
    """
    word = _spaced(text)
    names = [{_spaced(each) for name in pair for each in (name, _(name))} for pair in zip(DAY_NAMES, DAYS, strict=True)]
    exact = [number for number, forms in enumerate(names) if word in forms]
    begun = [
        number for number, forms in enumerate(names) if len(word) >= LETTERS and any(each.startswith(word) for each in forms)
    ]
    alike = [number for number, forms in enumerate(names) if any(_is_case_of(word, each) for each in forms)]
    found = exact or begun or alike
    return found[0] if len(found) == 1 else None


def _is_case_of(word: str, name: str) -> bool:
    """Return True if the two differ in their last letters only, and the name is not an abbreviation."""
    stem = max(len(name), len(word)) - ENDING
    return len(name) - ENDING >= LETTERS and word[:stem] == name[:stem]


def _matches(folded: str, wordings: str) -> Iterator[re.Match[str]]:
    """Yield the match of each of the wordings that fits the whole text."""
    for wording in wordings.split("|"):
        pattern = re.escape(_spaced(wording)).replace(r"\ ", " ")
        for place, expression in _PLACES.items():
            pattern = pattern.replace(re.escape(place), expression)
        if match := re.fullmatch(pattern, folded):
            yield match


def _counts(word: str, translate: Translate) -> Iterator[int]:
    """Yield the number that is written in digits or in letters."""
    if word.isascii() and word.isdigit():
        yield int(word)
    numbers = enumerate(translate(NUMBERS).split("|"), 1)
    yield from (number for number, forms in numbers if word in _spaced(forms).split())


def _days_back(today: date, period: Period) -> Iterator[date]:
    """Yield the day that lies this long before today, unless there is none."""
    day = add_period(today, period._replace(number=-period.number))
    if day <= today:
        yield day
