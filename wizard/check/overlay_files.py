"""Write overlay files: a new one for a translator to start with, and the stamps that say which texts are current."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from wizard.content.content_files import overlay_language, overlay_place, overlay_source
from wizard.content.overlay import (
    ADDED,
    BODY,
    STAMPS,
    Overlay,
    TextPath,
    TextValue,
    overlay_texts,
    path_name,
    source_texts,
    stamps,
    text_hash,
)
from wizard.content.translated_files import read_overlay, read_source

TextsByPath = dict[TextPath, TextValue]
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STAMPS = re.compile(rf"^\[{STAMPS}\]\n(?:(?!\[|\+\+\+).*\n?)*", re.MULTILINE)
_ENGLISH = re.compile(r"\b(?:the|you|your|it|to|of|for|with|and|or|is|are|not|in|I|they|this|that)\b")
"""Words of which a text has none if it is the same in another language, as a name is."""
_LINE = 100
"""Characters up to which a list is written in one line."""


def find_source(root: Path, overlay: str) -> str:
    """Return the place of the file that an overlay translates; "" if there is none."""
    place = overlay_source(overlay)
    candidates = (place, f"{place.removesuffix('.toml')}.csv")
    return next((each for each in candidates if (root / each).is_file()), "")


def is_untranslated(source: TextValue, translation: TextValue) -> bool:
    """Return True if a translation is the source itself, and English."""
    return source == translation and bool(_ENGLISH.search(str(source)))


def stamp_overlay(root: Path, place: str, *, renew: bool) -> int:
    """Write the stamps of the texts of an overlay and return how many changed.

    Only texts without a stamp get one, and none that is still in English. With `renew` all texts get one, since someone has read
    them: also those whose source has changed, and those that are the same in both languages.
    Raises ContentError if one of the files cannot be read.
    """
    overlay = read_overlay(root, place)
    texts, old = overlay_texts(overlay), stamps(overlay)
    new: dict[TextPath, str] = {}
    for path, text in source_texts(read_source(root, find_source(root, place))).items():
        if path in old and not renew:
            new[path] = old[path]
        elif path in texts and (renew or not is_untranslated(text.value, texts[path])):
            new[path] = text_hash(text.value)
    if new != old:
        file = root / place
        written = _STAMPS.sub("", file.read_text(encoding="utf-8"))
        file.write_text(_with_stamps(written, _stamp_table(new), is_page=place.endswith(".md")), encoding="utf-8")
    return sum(old.get(path) != stamp for path, stamp in new.items())


def _stamp_table(new: Mapping[TextPath, str]) -> str:
    return "".join(f"{_key(path_name(path))} = {json.dumps(stamp)}\n" for path, stamp in new.items())


def _with_stamps(text: str, table: str, *, is_page: bool) -> str:
    """Return the text of an overlay with the table of stamps at the end of its fields."""
    if not is_page:
        return f"{text.rstrip()}\n\n[{STAMPS}]\n{table}"
    _, fields, body = re.split(r"^\+\+\+[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)
    head = f"{fields.strip()}\n\n" if fields.strip() else ""
    return f"+++\n{head}[{STAMPS}]\n{table}+++{body}"


def write_skeleton(root: Path, source_place: str, language: str) -> str:
    """Write the overlay of a file with all its texts and return its place; texts without a translation are in English.

    What is translated already is kept. Raises ContentError if a file cannot be read.
    """
    place = overlay_place(source_place, language)
    source = read_source(root, source_place)
    existing = read_overlay(root, place) if (root / place).exists() else Overlay(language, {})
    translated = overlay_texts(existing)
    texts = {
        path: translated.get(path, text.value)
        for path, text in source_texts(source).items()
        if path in translated or not text.optional
    }
    write_overlay(root / place, texts, stamps(existing))
    return place


def write_overlay(file: Path, texts: TextsByPath, stamped: Mapping[TextPath, str]) -> None:
    """Write an overlay with these texts and stamps."""
    body = texts.get((BODY,), "")
    fields = "\n".join(_toml_lines({path: text for path, text in texts.items() if path != (BODY,)})).strip()
    table = f"\n\n[{STAMPS}]\n{_stamp_table(stamped)}" if stamped else "\n"
    written = f"+++\n{fields}{table}+++\n{body}\n" if file.suffix == ".md" else f"{fields}{table}"
    file.write_text(written, encoding="utf-8")


def translatable_places(root: Path) -> Iterator[str]:
    """Yield the places of all files that have texts to translate, sorted."""
    for path in sorted(root.rglob("*.*")):
        place = path.relative_to(root).as_posix()
        is_source = path.suffix in (".md", ".toml", ".csv") and place not in ("README.md", ADDED) and not overlay_language(place)
        if is_source and source_texts(read_source(root, place)):
            yield place


def _toml_lines(texts: Mapping[TextPath, TextValue]) -> Iterator[str]:
    """Yield the lines of an overlay: the texts in the order of the source, each below the head of its table."""
    by_table: dict[TextPath, list[TextPath]] = {}
    for path in texts:
        by_table.setdefault(path[:-1], []).append(path)
    for table in sorted(by_table, key=bool):  # without a head first
        if table:
            yield ""
            yield _head(table)
        for path in by_table[table]:
            yield f"{_key(path[-1])} = {_toml_value(texts[path])}"


def _head(table: TextPath) -> str:
    """Return the head of a table; the number of a table in a list stands in its path, and not in its head."""
    name = ".".join(_key(part) for part in table if not part.isdigit())
    return f"[[{name}]]" if table[-1].isdigit() else f"[{name}]"


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _toml_value(value: TextValue) -> str:
    if isinstance(value, list):
        line = f"[{', '.join(map(_toml_value, value))}]"
        return line if len(line) <= _LINE else "[\n" + "".join(f"  {_toml_value(each)},\n" for each in value) + "]"
    if "\n" not in value:
        return json.dumps(value, ensure_ascii=False)
    escaped = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""\n{escaped}"""'
