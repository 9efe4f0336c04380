"""`content/letters/` read: letters, and what they share: blanks, laws, addressees, languages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wizard.core.condition import ALWAYS, Condition, both
from wizard.core.letter.parts import Addressee, Blank, Happening, Language, Law, LegalStatement, Letter, Option

from .content import DISK, Files, Table
from .fields import Fields

LINE, LINES = 200, 4000
"""How many characters fit into a blank of one line, and of several, unless the blank says otherwise."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What letters share: the laws with their statements, and the blanks that several have."""

    laws: Mapping[str, Law]
    blanks: Table


def read_shared(folder: Path, files: Files = DISK) -> Shared:
    """What stands in laws.toml and blanks.toml."""
    return Shared(read_laws(folder / "laws.toml", files), files.table(folder / "blanks.toml"))


def read_letter(path: Path, files: Files, shared: Shared) -> Letter:
    """One letter, with the blanks and statements that it shares with others filled in."""
    page = files.page(path)
    fields = Fields(page.fields, path)
    limit = fields.table_of("limit")
    return Letter(
        id=path.stem,
        family=fields.text("family", path.stem),
        title=fields.text("title"),
        says=fields.text("says"),
        limits=fields.text("limits"),
        language=fields.text("language"),
        reviewed=fields.flag("reviewed", True),
        to=fields.text("to"),
        subject=fields.text("subject", ""),
        body=page.text,
        when=both(fields.condition(), _where(fields, shared.laws)),
        after=fields.words("after"),
        once=fields.words("once"),
        right=fields.text("right", ""),
        clock=fields.text("clock", "answer"),
        valid=fields.span(),
        blanks=tuple(read_blank(each, shared.blanks) for each in fields.tables("blanks")),
        statements=tuple(_statement(each, shared.laws) for each in fields.tables("statements")),
        most_characters=_limit(limit, "characters"),
        most_words=_limit(limit, "words"),
        channels=fields.words("channels"),
        sources=fields.words("sources"),
        checked=fields.day("checked"),
        kind=fields.text("kind"),
        confidence=fields.text("confidence"),
    )


def _limit(limit: Fields | None, name: str) -> int:
    return limit.number(name) if limit and name in limit.table else 0


def _where(fields: Fields, laws: Mapping[str, Law]) -> Condition:
    """Where one of the laws holds that the letter rests on; everywhere for a letter that rests on none."""
    names = fields.words("laws")
    for name in names:
        if name not in laws:
            raise fields.wrong("laws", f"laws of laws.toml, not “{name}”")
    alternatives = [wanted for name in names for wanted in laws[name].when.alternatives]
    return Condition(tuple(alternatives)) if names else ALWAYS


def read_blank(fields: Fields, shared: Table) -> Blank:
    """A blank; what the letter does not say of it stands in blanks.toml."""
    id = fields.text("id")
    if id not in shared and "label" not in fields.table:
        raise fields.wrong("id", f"a blank of blanks.toml where it has no “label” of its own, not “{id}”")
    merged = Fields({**Fields(shared.get(id, {}), f"blanks.toml [{id}]").table, **fields.table}, fields.where)
    lines, choices = merged.flag("lines", False), tuple(_option(each) for each in merged.tables("choices"))
    usual = 1 if choices else LINES if lines else LINE
    return Blank(
        id=id,
        label=merged.text("label"),
        why=merged.text("why"),
        required=merged.flag("required", False),
        lines=lines,
        day=merged.flag("day", False),
        choices=choices,
        most=merged.number("most") if "most" in merged.table else usual,
        least=merged.number("least") if "least" in merged.table else 0,
        default=merged.text("default", ""),
        events=merged.words("events"),
        personal=merged.flag("personal", False),
        account=merged.flag("account", False),
    )


def _option(fields: Fields) -> Option:
    return Option(
        fields.text("id"),
        fields.text("label"),
        fields.text("text", ""),
        fields.condition(),
        fields.span(),
        fields.words("sources"),
    )


def _statement(fields: Fields, laws: Mapping[str, Law]) -> LegalStatement:
    """A statement written out in the letter, or named as `law/statement`."""
    id = fields.text("id", "")
    if not id:
        return _read_statement(fields, fields.text("law", ""), "")
    law, _, name = id.partition("/")
    if law not in laws or name not in laws[law].statements:
        raise fields.wrong("id", f"a statement of laws.toml, not “{id}”")
    return laws[law].statements[name]


def read_laws(path: Path, files: Files = DISK) -> dict[str, Law]:
    """The laws that letters rest on."""
    found = {}
    for id, table in files.table(path).items():
        fields = Fields(table, f"{path} [{id}]")
        source = fields.text("source", "")
        statements = fields.table_of("statements")
        names = statements.table if statements else {}
        found[id] = Law(
            id,
            fields.text("name"),
            fields.condition(),
            {name: _read_statement(Fields(names[name], f"{path} [{id}.statements.{name}]"), id, source, name) for name in names},
        )
    return found


def _read_statement(fields: Fields, law: str, source: str, name: str = "") -> LegalStatement:
    return LegalStatement(
        id=f"{law}/{name}" if name else "",
        law=law,
        article=fields.text("article", ""),
        text=fields.text("text"),
        source=fields.text("source", source or None),
        confidence=fields.text("confidence"),
    )


def read_addressee(id: str, fields: Fields) -> Addressee:
    """One record of addressees.toml."""
    return Addressee(
        id=id,
        lines="\n".join(fields.words("lines")),
        when=fields.condition(),
        cases=fields.words("cases"),
        source=fields.text("source"),
        confidence=fields.text("confidence"),
        checked=fields.day("checked"),
    )


def read_language(id: str, fields: Fields) -> Language:
    """One record of languages.toml."""
    happenings, cases = fields.table_of("happenings"), fields.table_of("cases")
    months = fields.words("months")
    if len(months) != 12:
        raise fields.wrong("months", "the names of twelve months")
    made = Language(id, fields.text("name"), fields.text("day"), months, fields.text("joint"))
    return replace(
        made,
        happenings={
            kind: Happening(each.text("who"), each.text("what"), each.text("exhibit", ""))
            for kind in (happenings.table if happenings else {})
            if happenings and (each := happenings.table_of(kind))
        },
        cases={name: cases.text(name) for name in cases.table} if cases else {},
    )
