"""What a person reads, text by text, as the rules for plain words look at it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .content_tree import ContentTree
from .references import LETTERS, LINK, located_statements

WORDS = "words.toml"
NAME = "it"
"""What stands for a name or a menu word where the reading grade is measured: one short word."""
_MENU = re.compile(r"\*\*.+?\*\*", re.DOTALL)
_START = re.compile(r"^\s*(?:\d+\.|[-*]|#+)\s+")
_QUOTE = re.compile(r"^\s*>")
_END = (".", "?", "!", ":", ";")


@dataclass(frozen=True, slots=True)
class ReadableText:
    """Something to be read in one go: where it stands, and its pieces, each a paragraph, a tap, a line or a cell."""

    place: str
    pieces: tuple[str, ...]


def readable_texts(shelf: ContentTree) -> Iterator[ReadableText]:
    """Every text: steps, articles, questions and the rest; short statements are taken together with their neighbours."""
    library = shelf.library
    for action in library.actions:
        for words in filter(None, (action, action.without_form)):
            yield _text(f"actions/{action.id}/action.md", words.title, words.summary, words.intro)
    for place, step in shelf.steps():
        passages = (part for passage in step.sections for part in (passage.title, passage.text))
        yield _text(place, step.title, step.impact_why, step.gain, step.intro, *passages, *(link.label for link in step.links))
    for place, article in shelf.articles():
        yield _text(place, article.title, article.summary, article.text)
    for place, question in shelf.questions:
        choices = (words for choice in question.choices for words in (choice.label, choice.hint))
        yield _text(f"{place} {question.id}", question.title, question.why, *choices)
    for place, regime in shelf.regimes():
        said = [told.statement.text for told in located_statements(shelf) if told.regime is regime]
        titles = (escalation.title for escalation in regime.escalations)
        yield _text(place, *regime.headlines.values(), *dict.fromkeys(said), *dict.fromkeys(titles))
    yield from _of_letters(shelf)
    yield from _of_records(shelf)


def _of_letters(shelf: ContentTree) -> Iterator[ReadableText]:
    """What is said about letters; a letter itself is not for plain readers, and may be in another language."""
    for place, letter in shelf.letters():
        blanks = (words for blank in letter.fields for words in (blank.label, blank.why))
        options = (option.label for blank in letter.fields for option in blank.choices)
        yield _text(place, letter.title, letter.summary, letter.limits, *blanks, *options)
    for law in shelf.library.laws.values():
        yield _text(f"{LETTERS}laws.toml [{law.id}]", *(statement.text for statement in law.statements.values()))


def _of_records(shelf: ContentTree) -> Iterator[ReadableText]:
    library = shelf.library
    countries = (words for country in library.countries.values() for words in (country.safety, country.note))
    yield _text("countries.csv", *dict.fromkeys(countries))
    yield _text("regions.csv", *dict.fromkeys(region.note for region in library.regions.values()))
    yield _text("authorities.toml", *dict.fromkeys(office.note for office in library.authorities.values()))
    yield _text("services.toml", *(service.note for service in library.services.values()))
    outcomes = (
        words
        for each in library.outcomes.values()
        for words in (each.label, each.recommend, each.reply_advice, each.interim_advice)
    )
    yield _text("outcomes.toml", *dict.fromkeys(outcomes))


def _text(place: str, *parts: str) -> ReadableText:
    """A text in pieces; quotations, which begin with >, are other people's words and left out."""
    lines = (line for part in parts for line in LINK.sub(_words_of_link, part).splitlines())
    return ReadableText(place, tuple(_START.sub("", line).strip() for line in lines if line.strip() and not _QUOTE.match(line)))


def without_menu_words(text: str) -> str:
    """The text with a short word for each menu word, which is Meta's and not ours."""
    return _MENU.sub(NAME, text)


def proper_name_pattern(shelf: ContentTree) -> re.Pattern[str]:
    """A pattern for the names that are listed in words.toml; the longest that fits is taken."""
    listed = shelf.tables.get(WORDS, {}).get("names", {})
    groups = listed.values() if isinstance(listed, dict) else ()
    found = [name for group in groups if isinstance(group, list) for name in group if isinstance(name, str)]
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(found, key=len, reverse=True)) or '(?!)'})(?!\w)")


def split_sentences(piece: str) -> list[str]:
    """The sentences of a piece; one that ends without a sign gets a full stop."""
    found = re.split(r"(?<=[.?!:;])[\"”’)]*\s+(?=[\"“(A-Z0-9])", piece.strip())
    return [each if each.rstrip('"”’)').endswith(_END) else f"{each}." for each in found if each]


def _words_of_link(found: re.Match[str]) -> str:
    return found[0][1:].partition("]")[0]
