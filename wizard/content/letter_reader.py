"""Read letters and the records that they share: fields, laws, addressees, languages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wizard.core.condition import ALWAYS, Condition, combine_conditions
from wizard.core.letter.models import Addressee, EventPhrase, FieldOption, Language, Law, LegalStatement, Letter, LetterField

from .content_files import DISK_FILES, ContentFiles, TomlTable
from .field_reader import FieldReader

LINE, LINES = 200, 4000
"""Default maximum length, in characters, of a field with one line and with several lines."""


@dataclass(frozen=True, slots=True)
class SharedLetterParts:
    """What letters share: laws with their statements, and the tables of shared fields."""

    laws: Mapping[str, Law]
    field_tables: TomlTable


def read_shared_parts(folder: Path, files: ContentFiles = DISK_FILES) -> SharedLetterParts:
    """Read laws.toml and blanks.toml."""
    return SharedLetterParts(read_laws(folder / "laws.toml", files), files.table(folder / "blanks.toml"))


def read_letter(path: Path, files: ContentFiles, shared: SharedLetterParts) -> Letter:
    """Read a letter, with the shared fields and statements that it refers to."""
    page = files.page(path)
    fields = FieldReader(page.fields, path)
    limit = fields.subtable("limit")
    return Letter(
        id=path.stem,
        family=fields.text("family", path.stem),
        title=fields.text("title"),
        summary=fields.text("says"),
        limits=fields.text("limits"),
        language=fields.text("language"),
        reviewed=fields.boolean("reviewed", True),
        recipient=fields.text("to"),
        subject=fields.text("subject", ""),
        body=page.text,
        when=combine_conditions(fields.condition(), _law_condition(fields, shared.laws)),
        after_events=fields.text_list("after"),
        requires_events=fields.text_list("once"),
        right=fields.text("right", ""),
        clock=fields.text("clock", "answer"),
        valid=fields.span(),
        fields=tuple(read_letter_field(each, shared.field_tables) for each in fields.tables("blanks")),
        statements=tuple(_statement(each, shared.laws) for each in fields.tables("statements")),
        most_characters=_read_limit(limit, "characters"),
        most_words=_read_limit(limit, "words"),
        channels=fields.text_list("channels"),
        sources=fields.text_list("sources"),
        checked=fields.day("checked"),
        kind=fields.text("kind"),
        confidence=fields.text("confidence"),
    )


def _read_limit(limit: FieldReader | None, name: str) -> int:
    return limit.number(name) if limit and name in limit.table else 0


def _law_condition(fields: FieldReader, laws: Mapping[str, Law]) -> Condition:
    """Return the condition under which one of the laws of the letter applies; ALWAYS if it names none."""
    names = fields.text_list("laws")
    for name in names:
        if name not in laws:
            raise fields.error("laws", f"laws of laws.toml, not “{name}”")
    alternatives = [alternative for name in names for alternative in laws[name].when.alternatives]
    return Condition(tuple(alternatives)) if names else ALWAYS


def read_letter_field(fields: FieldReader, shared: TomlTable) -> LetterField:
    """Build a field. What the letter does not define is taken from blanks.toml."""
    id = fields.text("id")
    if id not in shared and "label" not in fields.table:
        raise fields.error("id", f"a blank of blanks.toml where it has no “label” of its own, not “{id}”")
    shared_table = FieldReader(shared.get(id, {}), "blanks.toml", f"[{id}]").table
    merged = FieldReader({**shared_table, **fields.table}, fields.file, fields.part)
    multiline, choices = merged.boolean("lines", False), tuple(_field_option(each) for each in merged.tables("choices"))
    usual_max = 1 if choices else LINES if multiline else LINE
    return LetterField(
        id=id,
        label=merged.text("label"),
        why=merged.text("why"),
        required=merged.boolean("required", False),
        multiline=multiline,
        is_date=merged.boolean("day", False),
        choices=choices,
        max_length=merged.number("most") if "most" in merged.table else usual_max,
        min_length=merged.number("least") if "least" in merged.table else 0,
        default=merged.text("default", ""),
        events=merged.text_list("events"),
        personal=merged.boolean("personal", False),
        account=merged.boolean("account", False),
    )


def _field_option(fields: FieldReader) -> FieldOption:
    return FieldOption(
        fields.text("id"),
        fields.text("label"),
        fields.text("text", ""),
        fields.condition(),
        fields.span(),
        fields.text_list("sources"),
    )


def _statement(fields: FieldReader, laws: Mapping[str, Law]) -> LegalStatement:
    """Return the statement written in the letter, or the shared one with the id `law/statement`."""
    id = fields.text("id", "")
    if not id:
        return _read_statement(fields, fields.text("law", ""), "")
    law, _, name = id.partition("/")
    if law not in laws or name not in laws[law].statements:
        raise fields.error("id", f"a statement of laws.toml, not “{id}”")
    return laws[law].statements[name]


def read_laws(path: Path, files: ContentFiles = DISK_FILES) -> dict[str, Law]:
    """Read the laws that letters refer to, by id."""
    laws = {}
    for id, table in files.table(path).items():
        fields = FieldReader(table, path, f"[{id}]")
        source = fields.text("source", "")
        statements = fields.subtable("statements")
        names = statements.table if statements else {}
        laws[id] = Law(
            id,
            fields.text("name"),
            fields.condition(),
            {
                name: _read_statement(FieldReader(names[name], path, f"[{id}.statements.{name}]"), id, source, name)
                for name in names
            },
        )
    return laws


def _read_statement(fields: FieldReader, law: str, source: str, name: str = "") -> LegalStatement:
    return LegalStatement(
        id=f"{law}/{name}" if name else "",
        law=law,
        article=fields.text("article", ""),
        text=fields.text("text"),
        source=fields.text("source", source or None),
        confidence=fields.text("confidence"),
    )


def read_addressee(id: str, fields: FieldReader) -> Addressee:
    """Build an addressee from a table of addressees.toml."""
    return Addressee(
        id=id,
        lines="\n".join(fields.text_list("lines")),
        when=fields.condition(),
        cases=fields.text_list("cases"),
        source=fields.text("source"),
        confidence=fields.text("confidence"),
        checked=fields.day("checked"),
        note=fields.text("note", ""),
    )


def read_language(id: str, fields: FieldReader) -> Language:
    """Build a language from a table of languages.toml."""
    phrases = fields.subtable("happenings")
    months = fields.text_list("months")
    if len(months) != 12:
        raise fields.error("months", "the names of twelve months")
    language = Language(id, fields.text("name"), fields.text("day"), months, fields.text("joint"))
    return replace(
        language,
        event_phrases={
            kind: EventPhrase(each.text("who"), each.text("what"), each.text("exhibit", ""))
            for kind in (phrases.table if phrases else {})
            if phrases and (each := phrases.subtable(kind))
        },
        cases=_read_names(fields, "cases"),
        matters=_read_names(fields, "matters"),
        article=fields.text("article", ""),
        with_article=fields.text_list("with_article"),
    )


def _read_names(fields: FieldReader, name: str) -> dict[str, str]:
    """Return a table of texts; empty if there is none."""
    names = fields.subtable(name)
    return {key: names.text(key) for key in names.table} if names else {}
