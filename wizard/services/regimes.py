"""A regime's sheet read from its file."""

from pathlib import Path

from wizard.core.law import (
    Clock,
    Escalation,
    Form,
    Regime,
    Right,
    Statement,
)

from .content import DISK, Files
from .fields import Fields


def read_regime(path: Path, files: Files = DISK) -> Regime:
    """One file of `content/regimes/`."""
    fields = Fields(files.table(path), path)
    headlines = fields.table_of("headlines")
    return Regime(
        id=path.stem,
        name=fields.text("name"),
        law=fields.text("law", ""),
        headlines={name: headlines.text(name) for name in headlines.table} if headlines else {},
        can=_statements(fields, "can"),
        cannot=_statements(fields, "cannot"),
        notes=_statements(fields, "notes"),
        rights=tuple(Right(each.text("id"), each.text("article", ""), each.statement()) for each in fields.tables("rights")),
        clocks=tuple(_clock(each) for each in fields.tables("clocks")),
        escalations=tuple(_escalation(each) for each in fields.tables("escalations")),
        forms=tuple(Form(each.text("service"), each.text("source")) for each in fields.tables("forms")),
        sources=fields.words("sources"),
        checked=fields.day("checked"),
    )


def _statements(fields: Fields, name: str) -> tuple[Statement, ...]:
    return tuple(each.statement() for each in fields.tables(name))


def _clock(fields: Fields) -> Clock:
    extension = fields.table_of("extension")
    return Clock(
        id=fields.text("id"),
        period=fields.period(),
        start=fields.text("start"),
        statement=fields.statement(),
        extension=extension.period() if extension else None,
        statutory=fields.flag("statutory", True),
    )


def _escalation(fields: Fields) -> Escalation:
    return Escalation(
        fields.text("id"),
        fields.text("title"),
        fields.text("to"),
        fields.statement(),
        fields.text("clock", ""),
        fields.text("after", ""),
        fields.words("by"),
    )
