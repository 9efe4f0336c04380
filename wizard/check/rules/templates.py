"""Rules for the texts of letters: every name in them is known, every blank stands in one, and each can be written to its end."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from traceback import walk_tb
from typing import NamedTuple

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.template_ast import attribute_accesses, compared_words, parse_template, referenced_names, render_all_branches
from wizard.core.interview import build_interview
from wizard.core.letter.chronology import ChronologyEntry, Exhibit
from wizard.core.letter.models import Language, Letter, LetterField
from wizard.core.letter.template_values import template_values
from wizard.core.place import PATHS
from wizard.core.progress import fold
from wizard.core.snapshot import Snapshot
from wizard.export.letter.blocks import Block, Table, to_blocks

from .letters import STAGES

PLAIN = Language("", "", "{day} {month} {year}", ("Month",) * 12, "and")
"""A language in which nothing is wrong."""
_UNKNOWN = re.compile(r"has no attribute '(?P<name>\w+)'|No (?:filter|test) named '(?P<filter>\w+)'")


class TemplateText(NamedTuple):
    """The subject or the body of a letter, the line that it begins behind, and all that may stand in it."""

    place: str
    above: int
    text: str
    letter: Letter
    values: Mapping[str, object]

    def at(self, line: int) -> str:
        """The place of a line of this text."""
        return f"{self.place}:{self.above + line}"


def unknown_template_name(shelf: ContentTree) -> Iterator[Violation]:
    """What a letter asks for is one of its blanks, or something that the program knows."""
    for text in _texts(shelf):
        yield from _unknown(text)


def _unknown(text: TemplateText) -> Iterator[Violation]:
    tree = parse_template(text.text)
    for line, name, _ in referenced_names(tree) if tree else ():
        if name not in text.values:
            declare = f'Add it to the letter under [[blanks]], with id = "{name}", or take it out.'
            yield Violation(text.at(line), f"“{name}” is no blank of this letter.", did_you_mean(name, text.values, declare))
    for line, name, part in sorted(attribute_accesses(tree)) if tree else ():
        value = text.values.get(name)
        if name in text.values and not _has(value, part):
            yield Violation(text.at(line), f"“{name}” has no part “{part}”.", did_you_mean(part, _parts_of(value)))


def unknown_comparison(shelf: ContentTree) -> Iterator[Violation]:
    """What a letter asks of a value can be so: an event that there is, a choice that its blank offers."""
    for text in _texts(shelf):
        known, tree = _comparable(shelf, text.letter), parse_template(text.text)
        for line, name, word in sorted(compared_words(tree)) if tree else ():
            if word not in known.get(name, (word,)):
                yield Violation(text.at(line), f"“{name}” is never “{word}”.", did_you_mean(word, known[name]))


def _comparable(shelf: ContentTree, letter: Letter) -> Mapping[str, Collection[str]]:
    return {
        "happened": shelf.library.outcomes,
        "last": {*shelf.library.outcomes, *STAGES},
        "code": shelf.library.countries,
        "path": set(PATHS.values()),
        **{f"{blank.id}.id": [option.id for option in blank.choices] for blank in letter.fields if blank.choices},
    }


def unused_letter_field(shelf: ContentTree) -> Iterator[Violation]:
    """Nobody fills in a blank that does not stand in the letter."""
    trees = [(text.place, parse_template(text.text)) for text in _texts(shelf)]
    broken = {place for place, tree in trees if tree is None}
    used = {(place, name) for place, tree in trees if tree for _, name, _ in referenced_names(tree)}
    for place, letter in shelf.letters():
        for number, blank in enumerate(letter.fields, 1):
            if place not in broken and (place, blank.id) not in used:
                what = f"The blank “{blank.id}” does not stand in the letter."
                next_step = f"Write {{{{ {blank.id} }}}} where it belongs, or take the blank out."
                yield Violation(f"{place} [[blanks]] {number}", what, next_step)


def unrenderable_letter(shelf: ContentTree) -> Iterator[Violation]:
    """A letter can be written to its end, whichever parts of it a person gets."""
    for text in _texts(shelf):
        if any(_unknown(text)):
            continue
        written = render_all_branches(text.text, text.values)
        if isinstance(written, Exception):
            yield Violation(text.at(_line(written)), *_in_words(written))
        else:
            yield from _ragged_tables(text, to_blocks(written))


def _ragged_tables(text: TemplateText, blocks: Iterable[Block]) -> Iterator[Violation]:
    if any(isinstance(block, Table) and len(set(map(len, block.rows))) > 1 for block in blocks):
        lines = text.text.split("\n")
        first = next((number for number, line in enumerate(lines, 1) if line.startswith("|")), 1)
        yield Violation(
            text.at(first), "The rows of this table differ in the number of their cells.", "Give each row as many cells."
        )


def _in_words(error: Exception) -> tuple[str, str]:
    """What is wrong, and the next step."""
    said = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
    unknown = _UNKNOWN.search(said)
    if unknown:
        return (
            f"Nothing here is called “{unknown['name'] or unknown['filter']}”.",
            "Compare it with one like it in another letter.",
        )
    if said.startswith("Unexpected end"):
        return "A {% if %} or {% for %} begins and does not end.", "Put {% endif %} or {% endfor %} behind it."
    return f"The letter cannot be written: {said}.", "Compare the line with one like it in another letter."


def _line(error: Exception) -> int:
    """The line of a template on which it went wrong."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return int(getattr(error, "lineno", None) or (lines[-1] if lines else 1))


@lru_cache(maxsize=1)
def _texts(shelf: ContentTree) -> tuple[TemplateText, ...]:
    return tuple(text for place, letter in shelf.letters() for text in _texts_of(shelf, place, letter))


def _texts_of(shelf: ContentTree, place: str, letter: Letter) -> Iterator[TemplateText]:
    written, values = shelf.texts[place], _values(shelf, letter)
    above = next((number for number, line in enumerate(written.split("\n")) if line.startswith("subject")), 0)
    yield TemplateText(place, above, letter.subject, letter, values)
    yield TemplateText(place, written.count("\n", 0, written.rfind(letter.body)), letter.body, letter, values)


def _values(shelf: ContentTree, letter: Letter) -> Mapping[str, object]:
    """Something for everything that may stand in the letter, whatever else is wrong with it."""
    library = shelf.library._replace(languages={"": PLAIN})
    nobody = Snapshot(library, shelf.today, {}, build_interview(library, {}, shelf.today), None, (), (), (), fold((), library))
    return {
        **template_values(replace(letter, language="", fields=()), nobody, None, {}),
        "chronology": (ChronologyEntry("Day", "Who", "What", 1),),
        "exhibits": (Exhibit(1, "What"),),
        "subject": "Subject",
        **{blank.id: _something(blank) for blank in letter.fields},
    }


def _something(blank: LetterField) -> object:
    if not blank.choices:
        return "Words"
    return blank.choices[0] if blank.max_length == 1 else tuple(option.text for option in blank.choices)


def _has(value: object, part: str) -> bool:
    return part in _parts_of(value) or hasattr(value, part)


def _parts_of(value: object) -> Collection[str]:
    """The names of all parts that a value has."""
    if isinstance(value, Mapping):
        return [str(name) for name in value]
    if is_dataclass(value):
        return [field.name for field in fields(value)]
    return getattr(value, "_fields", ())
