"""The table of content fields, made from the formats by which the files are read.

    .venv/bin/python -m tests.content_fields

Nothing else writes it; a test only compares.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wizard.content.decoder import ContentField, RecordFormat, content_fields
from wizard.content.file_formats import FILE_FORMATS, FileFormat
from wizard.core.field_types import LETTER_TEXT, TRANSLATED

PAGE = Path(__file__).parents[1] / "docs" / "content-fields.md"
HEAD = """# Fields of the content files

Made by `python -m tests.content_fields` from the formats by which the files are read: `wizard/content/record_formats.py` and
`wizard/content/letter_formats.py`. `content/README.md` says what belongs in each field.
A *translated* field is a text that users read, so a translation of the content replaces it. The texts of a letter are
translated *with the letter*: all of them or none.
Fields of a table stand below the field that holds it: `links.label` is `label` in a table `[[links]]`, and `*` is any name.
"""
TYPES = {
    "text": "text",
    "number": "whole number above 0",
    "boolean": "true or false",
    "date": "day",
    "texts": "list of texts",
    "condition": "condition",
    "true or condition": "true, or a condition",
    "tables": "list of tables",
}
HOLDS = {".csv": "A row for each record.", ".toml": "A table for each record, named by its id."}


def fields_page() -> str:
    """The page in Markdown."""
    return "\n".join([HEAD, *(line for file in FILE_FORMATS for line in _file_lines(file))])


def _file_lines(file: FileFormat) -> Iterator[str]:
    yield f"## `{file.pattern}`\n"
    if file.by_id:
        yield f"{HOLDS[Path(file.pattern).suffix]}\n"
    if file.form.body:
        yield f"The text below the front matter is {_how_body_is_translated(file.form)}.\n"
    yield "| field | holds | needed | translated |\n| --- | --- | --- | --- |"
    yield from _rows(file.form, "")
    yield ""


def _how_body_is_translated(form: RecordFormat[Any]) -> str:
    annotation: Any = {**form.record.__annotations__, **form.types}[form.body]
    kinds = getattr(annotation, "__metadata__", ())
    return "translated" if TRANSLATED in kinds else "translated with the letter" if LETTER_TEXT in kinds else "not translated"


def _rows(form: RecordFormat[Any], prefix: str) -> Iterator[str]:
    for name, field in content_fields(form).items():
        needed = "yes" if field.required else ""
        translated = "may be" if field.optional else "yes" if field.translated else "with the letter" if field.in_letter else ""
        yield f"| `{prefix}{name}` | {_holds(field)} | {needed} | {translated} |"
        if field.form:
            yield from _rows(field.form, f"{prefix}{name}.{'*.' if field.by_name else ''}")


def _holds(field: ContentField) -> str:
    if field.by_name:
        return f"{TYPES.get(field.expected, 'table')} by name"
    words = ", ".join(f"`{word}`" for word in field.allowed)
    return f"one of {words}" if words else TYPES.get(field.expected, "table")


if __name__ == "__main__":
    PAGE.write_text(fields_page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
