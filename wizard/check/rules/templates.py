"""Rules for letter templates: known names and comparisons, no unused fields, no rendering errors."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from traceback import walk_tb
from typing import NamedTuple

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.template_ast import attribute_accesses, compared_words, parse_template, referenced_names, render_all_branches
from wizard.core.blocks import Block, Table
from wizard.core.interview import build_interview
from wizard.core.letter.chronology import ChronologyEntry, Exhibit
from wizard.core.letter.models import Language, Letter, LetterField
from wizard.core.letter.template_values import template_values
from wizard.core.place import PATHS
from wizard.core.progress import fold
from wizard.core.snapshot import Snapshot
from wizard.export.letter.letter_markup import to_blocks

from .letters import STAGES

PLAIN = Language("", "", "{day} {month} {year}", ("Month",) * 12, "and")
"""A valid language, so that errors in languages.toml are not reported for each letter."""
_UNKNOWN = re.compile(r"has no attribute '(?P<name>\w+)'|No (?:filter|test) named '(?P<filter>\w+)'")


class TemplateText(NamedTuple):
    """Subject or body of a letter, the number of lines above it in the file, and its possible values."""

    place: str
    line_offset: int
    text: str
    letter: Letter
    values: Mapping[str, object]

    def at(self, line: int) -> str:
        """Return the place of a line of this text; `line` counts from one."""
        return f"{self.place}:{self.line_offset + line}"


def unknown_template_name(content: ContentTree) -> Iterator[Violation]:
    """What a letter asks for is one of its blanks, or something that the program knows."""
    for text in _template_texts(content):
        yield from _unknown_names(text)


def _unknown_names(text: TemplateText) -> Iterator[Violation]:
    """Yield the names and attributes that the template uses and that do not exist."""
    tree = parse_template(text.text)
    for line, name, _ in referenced_names(tree) if tree else ():
        if name not in text.values:
            declaration_hint = f'Add it to the letter under [[blanks]], with id = "{name}", or take it out.'
            yield Violation(
                text.at(line), f"“{name}” is no blank of this letter.", did_you_mean(name, text.values, declaration_hint)
            )
    for line, name, attribute in sorted(attribute_accesses(tree)) if tree else ():
        value = text.values.get(name)
        if name in text.values and not _has_attribute(value, attribute):
            yield Violation(
                text.at(line), f"“{name}” has no part “{attribute}”.", did_you_mean(attribute, _attribute_names(value))
            )


def unknown_comparison(content: ContentTree) -> Iterator[Violation]:
    """What a letter asks of a value can be so: an event that there is, a choice that its blank offers."""
    for text in _template_texts(content):
        known, tree = _comparable(content, text.letter), parse_template(text.text)
        for line, name, word in sorted(compared_words(tree)) if tree else ():
            if word not in known.get(name, (word,)):
                yield Violation(text.at(line), f"“{name}” is never “{word}”.", did_you_mean(word, known[name]))


def _comparable(content: ContentTree, letter: Letter) -> Mapping[str, Collection[str]]:
    return {
        "happened": content.library.outcomes,
        "decision": content.library.outcomes,
        "about": content.library.requests,
        "last": {*content.library.outcomes, *STAGES},
        "code": content.library.countries,
        "path": set(PATHS.values()),
        **{f"{field.id}.id": [option.id for option in field.choices] for field in letter.fields if field.choices},
    }


def unused_letter_field(content: ContentTree) -> Iterator[Violation]:
    """Every field of a letter is used in its text: nobody fills one in for nothing."""
    trees = [(text.place, parse_template(text.text)) for text in _template_texts(content)]
    broken = {place for place, tree in trees if tree is None}
    used = {(place, name) for place, tree in trees if tree for _, name, _ in referenced_names(tree)}
    for place, letter in content.letters():
        for number, field in enumerate(letter.fields, 1):
            if place not in broken and (place, field.id) not in used:
                what = f"The blank “{field.id}” does not stand in the letter."
                next_step = f"Write {{{{ {field.id} }}}} where it belongs, or take the blank out."
                yield Violation(f"{place} [[blanks]] {number}", what, next_step, fields=("id",))


def unrenderable_letter(content: ContentTree) -> Iterator[Violation]:
    """A letter can be written to its end, whichever parts of it a person gets."""
    for text in _template_texts(content):
        if any(_unknown_names(text)):
            continue
        source = render_all_branches(text.text, text.values)
        if isinstance(source, Exception):
            yield Violation(text.at(_error_line(source)), *_explain_error(source))
        else:
            yield from _ragged_tables(text, to_blocks(source))


def _ragged_tables(text: TemplateText, blocks: Iterable[Block]) -> Iterator[Violation]:
    if any(isinstance(block, Table) and len(set(map(len, block.rows))) > 1 for block in blocks):
        lines = text.text.split("\n")
        first = next((number for number, line in enumerate(lines, 1) if line.startswith("|")), 1)
        yield Violation(
            text.at(first), "The rows of this table differ in the number of their cells.", "Give each row as many cells."
        )


def _explain_error(error: Exception) -> tuple[str, str]:
    """Return what is wrong, and the next step."""
    message = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
    match = _UNKNOWN.search(message)
    if match:
        return (
            f"Nothing here is called “{match['name'] or match['filter']}”.",
            "Compare it with one like it in another letter.",
        )
    if message.startswith("Unexpected end"):
        return "A {% if %} or {% for %} begins and does not end.", "Put {% endif %} or {% endfor %} behind it."
    return f"The letter cannot be written: {message}.", "Compare the line with one like it in another letter."


def _error_line(error: Exception) -> int:
    """Return the line of the template, counted from one, that caused the error."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return int(getattr(error, "lineno", None) or (lines[-1] if lines else 1))


@lru_cache(maxsize=1)
def _template_texts(content: ContentTree) -> tuple[TemplateText, ...]:
    return tuple(text for place, letter in content.letters() for text in _letter_template_texts(content, place, letter))


def _letter_template_texts(content: ContentTree, place: str, letter: Letter) -> Iterator[TemplateText]:
    source, values = content.texts[place], _sample_values(content, letter)
    line_offset = next((number for number, line in enumerate(source.split("\n")) if line.startswith("subject")), 0)
    yield TemplateText(place, line_offset, letter.subject, letter, values)
    yield TemplateText(place, source.count("\n", 0, source.rfind(letter.body)), letter.body, letter, values)


def _sample_values(content: ContentTree, letter: Letter) -> Mapping[str, object]:
    """Return a sample value for every name that the letter may use, even if the letter has errors."""
    library = content.library._replace(languages={"": PLAIN})
    snapshot = Snapshot(
        library, content.today, {}, build_interview(library, {}, content.today), None, (), (), (), fold((), library)
    )
    return {
        **template_values(replace(letter, language="", fields=()), snapshot, None, {}),
        "chronology": (ChronologyEntry("Day", "Who", "What", 1),),
        "exhibits": (Exhibit(1, "What"),),
        "subject": "Subject",
        **{field.id: _sample_field_value(field) for field in letter.fields},
    }


def _sample_field_value(field: LetterField) -> object:
    if not field.choices:
        return "Words"
    return field.choices[0] if field.max_length == 1 else tuple(option.text for option in field.choices)


def _has_attribute(value: object, attribute: str) -> bool:
    return attribute in _attribute_names(value) or hasattr(value, attribute)


def _attribute_names(value: object) -> Collection[str]:
    """Return the names of the attributes or keys of a value."""
    if isinstance(value, Mapping):
        return [str(name) for name in value]
    if is_dataclass(value):
        return [attribute.name for attribute in fields(value)]
    return getattr(value, "_fields", ())
