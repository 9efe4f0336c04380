"""The texts that users read, as the rules for plain language see them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .content_tree import ContentTree
from .references import LETTERS, LINK, located_statements

WORDS = "words.toml"
NAME = "it"
"""Replaces names and menu words when the reading grade is measured: one short word."""
_MENU = re.compile(r"\*\*.+?\*\*", re.DOTALL)
_LIST_OR_HEADING = re.compile(r"^\s*(?:\d+\.|[-*]|#+)\s+")
_QUOTE = re.compile(r"^\s*>")
_END = (".", "?", "!", ":", ";")


@dataclass(frozen=True, slots=True)
class ReadableText:
    """A text with its place, in pieces: paragraphs, instructions, lines or cells."""

    place: str
    pieces: tuple[str, ...]


def readable_texts(content: ContentTree) -> Iterator[ReadableText]:
    """Yield every text for users. The short statements of one file are one text."""
    library = content.library
    for action in library.actions:
        for variant in filter(None, (action, action.without_form)):
            yield _build_text(f"actions/{action.id}/action.md", variant.title, variant.summary, variant.intro)
    for place, step in content.steps():
        sections = (part for section in step.sections for part in (section.title, section.text))
        yield _build_text(
            place, step.title, step.impact_why, step.gain, step.intro, *sections, *(link.label for link in step.links)
        )
    for place, article in content.articles():
        yield _build_text(place, article.title, article.summary, article.text)
    for place, question in content.questions:
        option_texts = (text for option in question.choices for text in (option.label, option.hint))
        yield _build_text(f"{place} {question.id}", question.title, question.why, *option_texts)
    for place, regime in content.regimes():
        statements = [located.statement.text for located in located_statements(content) if located.regime is regime]
        titles = (escalation.title for escalation in regime.escalations)
        yield _build_text(place, *regime.headlines.values(), *dict.fromkeys(statements), *dict.fromkeys(titles))
    yield from _letter_texts(content)
    yield from _record_texts(content)


def _letter_texts(content: ContentTree) -> Iterator[ReadableText]:
    """Yield the texts about letters. Letters themselves are formal and may be in other languages."""
    for place, letter in content.letters():
        field_texts = (text for field in letter.fields for text in (field.label, field.why))
        options = (option.label for field in letter.fields for option in field.choices)
        yield _build_text(place, letter.title, letter.summary, letter.limits, *field_texts, *options)
    for law in content.library.laws.values():
        yield _build_text(f"{LETTERS}laws.toml [{law.id}]", *(statement.text for statement in law.statements.values()))


def _record_texts(content: ContentTree) -> Iterator[ReadableText]:
    library = content.library
    countries = (text for country in library.countries.values() for text in (country.safety, country.note))
    yield _build_text("countries.csv", *dict.fromkeys(countries))
    yield _build_text("regions.csv", *dict.fromkeys(region.note for region in library.regions.values()))
    yield _build_text("authorities.toml", *dict.fromkeys(authority.note for authority in library.authorities.values()))
    yield _build_text("services.toml", *(service.note for service in library.services.values()))
    outcomes = (
        text
        for outcome in library.outcomes.values()
        for text in (outcome.label, outcome.recommend, outcome.reply_advice, outcome.interim_advice, outcome.late_advice)
    )
    yield _build_text("outcomes.toml", *dict.fromkeys(outcomes))
    requests = (text for kind in library.requests.values() for text in (kind.summary, kind.recommend))
    yield _build_text("requests.toml", *dict.fromkeys(requests))


def _build_text(place: str, *parts: str) -> ReadableText:
    """Build a text from its parts. Quotations (lines with >) are other people's words and left out."""
    lines = (line for part in parts for line in LINK.sub(_link_label, part).splitlines())
    return ReadableText(
        place, tuple(_LIST_OR_HEADING.sub("", line).strip() for line in lines if line.strip() and not _QUOTE.match(line))
    )


def without_menu_words(text: str) -> str:
    """Replace each menu word by a short word: Meta chose it, not the author."""
    return _MENU.sub(NAME, text)


def proper_name_pattern(content: ContentTree) -> re.Pattern[str]:
    """Compile a pattern for the names in words.toml that prefers the longest match."""
    listed = content.tables.get(WORDS, {}).get("names", {})
    groups = listed.values() if isinstance(listed, dict) else ()
    names = [name for group in groups if isinstance(group, list) for name in group if isinstance(name, str)]
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or '(?!)'})(?!\w)")


def split_sentences(piece: str) -> list[str]:
    """Split a piece into sentences, and add a full stop to one that ends without punctuation."""
    sentences = re.split(r"(?<=[.?!:;])[\"”’)]*\s+(?=[\"“(A-Z0-9])", piece.strip())
    return [each if each.rstrip('"”’)').endswith(_END) else f"{each}." for each in sentences if each]


def _link_label(match: re.Match[str]) -> str:
    return match[0][1:].partition("]")[0]
