"""Read a regime from its file."""

from pathlib import Path

from wizard.core.jurisdiction import Escalation, ObjectionForm, Regime, Right, Statement, TimeLimit

from .content_files import DISK_FILES, ContentFiles
from .field_reader import FieldReader


def read_regime(path: Path, files: ContentFiles = DISK_FILES) -> Regime:
    """Read a file of content/regimes/."""
    fields = FieldReader(files.table(path), path)
    headlines = fields.subtable("headlines")
    return Regime(
        id=path.stem,
        name=fields.text("name"),
        law=fields.text("law", ""),
        headlines={name: headlines.text(name) for name in headlines.table} if headlines else {},
        can=_statements(fields, "can"),
        cannot=_statements(fields, "cannot"),
        notes=_statements(fields, "notes"),
        rights=tuple(Right(each.text("id"), each.text("article", ""), each.statement()) for each in fields.tables("rights")),
        time_limits=tuple(_time_limit(each) for each in fields.tables("clocks")),
        escalations=tuple(_escalation(each) for each in fields.tables("escalations")),
        forms=tuple(ObjectionForm(each.text("service"), each.text("source")) for each in fields.tables("forms")),
        sources=fields.text_list("sources"),
        checked=fields.day("checked"),
    )


def _statements(fields: FieldReader, name: str) -> tuple[Statement, ...]:
    return tuple(each.statement() for each in fields.tables(name))


def _time_limit(fields: FieldReader) -> TimeLimit:
    extension = fields.subtable("extension")
    return TimeLimit(
        id=fields.text("id"),
        period=fields.period(),
        start=fields.text("start"),
        statement=fields.statement(),
        extension=extension.period() if extension else None,
        statutory=fields.boolean("statutory", True),
    )


def _escalation(fields: FieldReader) -> Escalation:
    return Escalation(
        fields.text("id"),
        fields.text("title"),
        fields.text("to"),
        fields.statement(),
        fields.text("clock", ""),
        fields.text("after", ""),
        fields.text_list("by"),
    )
