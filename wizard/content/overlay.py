"""Translations of content: which texts of a file can be translated, and how an overlay file replaces them.

The overlay of `step.md` in German is `step.de.md`, that of `outcomes.toml` is `outcomes.de.toml`; the overlay of a CSV file
is a TOML file too. It holds texts in the places where they stand in the source, and in a table `stamps` a short hash of the
source of each text, written by `check --stamp`. A text is current while its stamp is the hash of the source as it is now.
Missing and stale texts stay English. In a list, tables with an `id` are found by it, others by their position.

The texts that go into a letter are taken all or none: a letter in two languages could not be sent.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from wizard.core.field_types import LETTER_TEXT, TRANSLATED
from wizard.i18n import SOURCE_LANGUAGE

from .content_files import TomlTable
from .decoder import ContentField, RecordFormat, content_fields
from .file_formats import file_format

STAMPS = "stamps"
"""The table of an overlay with the hash of the source of each text."""
REVIEWED = "reviewed"
"""The field of a letter's overlay that says that a native lawyer has read it."""
BODY = "(text)"
"""The path of the text below the front matter; no field can be called so."""
ADDED = "search.toml"
"""The file whose overlays add words to those of the source, for people search in their own language and in English."""
TextPath = tuple[str, ...]
"""The way to a text: names of tables and fields, ids in lists, or positions from 1 where the tables have no ids."""
TextValue = str | list[str]


class ContentText(NamedTuple):
    """A text that can be translated; one `in_letter` is in the language of the letter, an `optional` one may stay English."""

    value: TextValue
    in_letter: bool = False
    optional: bool = False


class Overlay(NamedTuple):
    """A file with translations, as it is written."""

    language: str
    fields: TomlTable
    body: str = ""


class SourceFile(NamedTuple):
    """A content file whose texts can be translated; the rows of a CSV file are tables by their first cells."""

    place: str
    fields: TomlTable
    body: str = ""


def text_hash(value: TextValue) -> str:
    """Return the stamp of a text: eight hexadecimal digits. Spaces and line breaks at its ends do not count."""
    from hashlib import sha256

    text = value.strip() if isinstance(value, str) else "\n".join(value)
    return sha256(text.encode()).hexdigest()[:8]


def source_texts(source: SourceFile) -> dict[TextPath, ContentText]:
    """Return the texts of a file that can be translated, by path. Empty texts are none."""
    file = file_format(source.place)
    if file is None:
        return {}
    records = source.fields.items() if file.by_id else [("", source.fields)]
    texts = {
        path: text
        for id, record in records
        if isinstance(record, Mapping)
        for path, text in _table_texts(file.form, record, (id,) if id else ())
    }
    body_kind = _body_kind(file.form)
    if source.body and body_kind:
        texts[BODY,] = ContentText(source.body, body_kind == LETTER_TEXT)
    # A letter that was written in another language than English is not translated, only what is said about it.
    is_foreign = source.fields.get("language", SOURCE_LANGUAGE) != SOURCE_LANGUAGE
    return {path: text for path, text in texts.items() if text.value and not (text.in_letter and is_foreign)}


def _body_kind(form: RecordFormat[Any]) -> str:
    """Return how the text below the front matter is translated; "" if it is not."""
    annotations = {**getattr(form.record, "__annotations__", {}), **form.types}
    kinds = getattr(annotations.get(form.body), "__metadata__", ())
    return next((kind for kind in (TRANSLATED, LETTER_TEXT) if kind in kinds), "")


def _table_texts(form: RecordFormat[Any], table: TomlTable, path: TextPath) -> Iterator[tuple[TextPath, ContentText]]:
    fields = content_fields(form)
    for name, value in table.items():
        field = fields.get(name)
        if field is None:
            continue
        for rest, inner in _inner_values(field, value):
            if field.form and isinstance(inner, Mapping):
                yield from _table_texts(field.form, inner, (*path, name, *rest))
            elif (field.translated or field.in_letter) and isinstance(inner, str | list):
                yield (*path, name, *rest), ContentText(inner, field.in_letter, field.optional)


def _inner_values(field: ContentField, value: object) -> Iterator[tuple[TextPath, object]]:
    """Yield the values that a field holds, each with the rest of its path."""
    if field.by_name and isinstance(value, Mapping):
        yield from (((str(name),), inner) for name, inner in value.items())
    elif field.form and isinstance(value, list):
        yield from (((key,), inner) for key, inner in _keyed(value))
    else:
        yield (), value


def _keyed(items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the items of a list with their ids; those without one with their number among these, from 1.

    Items with the same id, of which the conditions choose one, are told apart by a number: `object`, `object-2`.
    """
    number = 0
    seen: dict[str, int] = {}
    for item in items:
        id = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(id, str):
            seen[id] = seen.get(id, 0) + 1
            yield id if seen[id] == 1 else f"{id}-{seen[id]}", item
        else:
            number += 1
            yield str(number), item


def overlay_texts(overlay: Overlay) -> dict[TextPath, TextValue]:
    """Return all texts of an overlay by path."""
    fields = {name: value for name, value in overlay.fields.items() if name not in (STAMPS, REVIEWED)}
    texts = dict(_leaves(fields, ()))
    return texts | {(BODY,): overlay.body} if overlay.body else texts


def _leaves(value: object, path: TextPath) -> Iterator[tuple[TextPath, TextValue]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, str(name)))
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for key, inner in _keyed(value):
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        yield path, [str(item) for item in value]
    else:
        yield path, str(value)


def stamps(overlay: Overlay) -> dict[TextPath, str]:
    """Return the stamps of an overlay by the paths of their texts."""
    table = overlay.fields.get(STAMPS)
    return {tuple(str(name).split(".")): str(stamp) for name, stamp in table.items()} if isinstance(table, Mapping) else {}


def current_texts(source: SourceFile, overlay: Overlay) -> dict[TextPath, TextValue]:
    """Return the translations that are current, by the path of the source text.

    A text that moved, since another one was added before it, is found by its stamp. If one text for a letter is not current,
    all of them are left out.
    """
    translated, stamped = overlay_texts(overlay), stamps(overlay)
    if source.place == ADDED:
        return translated
    by_stamp = {stamp: translated[path] for path, stamp in stamped.items() if path in translated}
    texts = source_texts(source)
    current: dict[TextPath, TextValue] = {}
    for path, text in texts.items():
        stamp = text_hash(text.value)
        if stamped.get(path) == stamp and path in translated:
            current[path] = translated[path]
        elif stamp in by_stamp:
            current[path] = by_stamp[stamp]
    in_letter = {path for path, text in texts.items() if text.in_letter}
    is_complete = in_letter <= current.keys()
    return {path: value for path, value in current.items() if is_complete or path not in in_letter}


def has_letter_text(source: SourceFile, overlay: Overlay) -> bool:
    """Return True if the overlay translates the letter itself, and not only what is said about it."""
    return (BODY,) in current_texts(source, overlay) and source_texts(source)[BODY,].in_letter


def translate_file(source: SourceFile, overlays: Iterable[Overlay]) -> SourceFile:
    """Return the file with its texts in the language of the overlays. A later overlay counts before an earlier one."""
    fields: Any = deepcopy(dict(source.fields))
    body = source.body
    for overlay in overlays:
        for path, value in current_texts(source, overlay).items():
            if path == (BODY,):
                body = str(value)
            elif source.place == ADDED:
                _add(fields, path, value)
            else:
                _put(fields, path, value)
        if has_letter_text(source, overlay):
            fields |= {"language": overlay.language, REVIEWED: overlay.fields.get(REVIEWED) is True}
    return SourceFile(source.place, fields, body)


def _put(table: Any, path: TextPath, value: TextValue) -> None:  # noqa: ANN401 - tables and lists as they are parsed
    *outer, last = path
    for name in outer:
        table = dict(_keyed(table))[name] if isinstance(table, list) else table[name]
    table[last] = value


def _add(table: Any, path: TextPath, value: TextValue) -> None:  # noqa: ANN401 - a table as it is parsed
    """Add words to the list at this path; there may be none yet."""
    *outer, last = path
    for name in outer:
        table = table.setdefault(name, {})
    table[last] = [*table.get(last, ()), *value]


def path_name(path: TextPath) -> str:
    """Return a path as it is written in the table of stamps: "links.1.label"."""
    return ".".join(path)
