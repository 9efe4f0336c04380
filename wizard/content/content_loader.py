"""Load content/ into a Library."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from wizard.core.content_models import (
    ACTION_IDS,
    Action,
    Article,
    Library,
    Outcome,
    Question,
    Service,
    Source,
    Step,
    StepSection,
)
from wizard.core.jurisdiction import Authority, Country, Region, ValidityPeriod
from wizard.errors import WizardError

from .content_error import ContentError
from .content_files import DISK_FILES, ContentFiles, MarkdownPage, content_root
from .content_index import load_fresh_index
from .decoder import decode_table
from .field_reader import FieldReader
from .lazy_mapping import LazyMapping, eager_mapping
from .letter_loader import load_letters
from .record_formats import ARTICLE, OUTCOME, QUESTION, SERVICE, SOURCE, STEP
from .regime_reader import read_regime

T = TypeVar("T")
_HEADING = re.compile(r"^## +(?P<title>.*?) *\{#(?P<id>[a-z-]+)\} *$", re.MULTILINE)


@cache
def load_shipped_content() -> Library:
    """Return the library that is part of the program, from its index if fresh. Cached."""
    root = content_root()
    return build_library(root, load_fresh_index(root) or DISK_FILES)


def load_content_folder(root: Path) -> Library:
    """Load a content folder. Raises WizardError at the first file that cannot be read."""
    if not (root / "questions").is_dir():
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    return build_library(root, DISK_FILES)


def build_library(root: Path, files: ContentFiles) -> Library:
    """Build the library. Files of the index are known to be valid, so most records are built on first use."""
    build_mapping = LazyMapping if files.proven else eager_mapping

    def by_name(folder: str, ending: str, read: Callable[[Path, ContentFiles], T]) -> Mapping[str, T]:
        return build_mapping(
            {path.stem: path for path in files.list_files(root / folder, ending)}, lambda _, path: read(path, files)
        )

    def by_record(name: str, read: Callable[[str, FieldReader], T]) -> Mapping[str, T]:
        return build_mapping(dict(read_records(root / name, files)), read)

    def by_row(name: str, key: str, read: Callable[[dict[str, str], Path], T]) -> Mapping[str, T]:
        path = root / name
        return build_mapping({row.get(key, ""): row for row in files.rows(path)}, lambda _, row: read(row, path))

    letter_bundle = load_letters(root / "letters", files)
    return Library(
        questions=tuple(each for path in files.list_files(root / "questions", ".toml") for each in read_questions(path, files)),
        actions=tuple(read_action(root / "actions" / id / "action.md", files) for id in ACTION_IDS),
        steps={step.id: step for path in step_files(root, files) for step in [read_step(path, files)]},
        articles=by_name("articles", ".md", read_article),
        regimes=by_name("regimes", ".toml", read_regime),
        countries=by_row("countries.csv", "alpha2", read_country),
        regions=by_row("regions.csv", "id", read_region),
        authorities=by_record("authorities.toml", read_authority),
        services=by_record("services.toml", read_service),
        sources=by_record("sources.toml", read_source),
        outcomes={id: read_outcome(id, fields) for id, fields in read_records(root / "outcomes.toml", files)},
        retired={old: str(new) for old, new in files.table(root / "retired.toml").items()},
        letters=letter_bundle.letters,
        laws=letter_bundle.laws,
        addressees=letter_bundle.addressees,
        languages=letter_bundle.languages,
    )


def step_files(root: Path, files: ContentFiles = DISK_FILES) -> list[Path]:
    """Return the files of all steps, action by action."""
    return [path for id in ACTION_IDS for path in files.list_files(root / "actions" / id, ".md") if path.name != "action.md"]


def read_step(path: Path, files: ContentFiles = DISK_FILES) -> Step:
    """Read a step file."""
    page = files.page(path)
    fields = FieldReader(page.fields, path)
    intro, sections = split_sections(page)
    return decode_table(
        STEP,
        fields,
        id=f"{path.parent.name}/{path.stem}",
        action=path.parent.name,
        intro=intro,
        sections=with_section_conditions(sections, fields),
    )


def split_sections(page: MarkdownPage) -> tuple[str, tuple[StepSection, ...]]:
    """Split the text of a step into its introduction and its sections."""
    intro, *heading_parts = _HEADING.split(page.text)
    parts = zip(heading_parts[::3], heading_parts[1::3], heading_parts[2::3], strict=True)
    return intro.strip(), tuple(StepSection(id, title, text.strip()) for title, id, text in parts)


def with_section_conditions(sections: tuple[StepSection, ...], fields: FieldReader) -> tuple[StepSection, ...]:
    """Add to each section the condition that the table `passages` holds under its id, if any."""
    table = fields.subtable("passages")
    conditions = (
        {id: FieldReader(each, table.file, f"{table.part}.{id}").condition() for id, each in table.table.items()} if table else {}
    )
    return tuple(section._replace(when=conditions[section.id]) if section.id in conditions else section for section in sections)


def read_article(path: Path, files: ContentFiles = DISK_FILES) -> Article:
    """Read an article file."""
    page = files.page(path)
    return decode_table(ARTICLE, FieldReader(page.fields, path), id=path.stem, text=page.text)


def read_action(path: Path, files: ContentFiles = DISK_FILES) -> Action:
    """Read the introduction of an action."""
    page = files.page(path)
    fields = FieldReader(page.fields, path)
    id, variant = path.parent.name, fields.subtable("elsewhere")
    without_form = Action(id, variant.text("title"), variant.text("summary"), variant.text("intro")) if variant else None
    return Action(id, fields.text("title"), fields.text("summary"), page.text, without_form)


def read_questions(path: Path, files: ContentFiles = DISK_FILES) -> Iterable[Question]:
    """Yield the questions of a file."""
    for fields in FieldReader(files.table(path), path).tables("questions"):
        yield decode_table(QUESTION, fields)


def read_country(row: dict[str, str], path: Path) -> Country:
    """Build a country from a row of countries.csv."""
    try:
        return Country(**row)
    except TypeError as error:
        raise _column_error(path) from error


def read_region(row: dict[str, str], path: Path) -> Region:
    """Build a region from a row of regions.csv."""
    try:
        period = ValidityPeriod(_parse_date_cell(row["valid_from"], path), _parse_date_cell(row["valid_until"], path))
        return Region(row["id"], row["name"], row["law"], row["authority"], row["note"], period)
    except KeyError as error:
        raise _column_error(path) from error


def _column_error(path: Path) -> ContentError:
    return ContentError(path, "the columns are not those of content/README.md.", "Name them as it says.")


def _parse_date_cell(cell: str, path: Path) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError as error:
        raise ContentError(path, f"“{cell}” is not a day.", "Write it like 2026-11-23.") from error


def read_records(path: Path, files: ContentFiles = DISK_FILES) -> Iterable[tuple[str, FieldReader]]:
    """Yield the named tables of a file with their ids."""
    for id, table in files.table(path).items():
        yield id, FieldReader(table, path, f"[{id}]")


def read_authority(id: str, fields: FieldReader) -> Authority:
    """Build an authority from a table of authorities.toml."""
    description = fields.text("description", "")
    return Authority(
        id=id,
        name=fields.text("name", description or None),
        url=fields.text("url", ""),
        form=fields.text("form", ""),
        languages=fields.text_list("languages"),
        note=fields.text("note", ""),
        confidence=fields.text("confidence"),
        checked=fields.day("checked"),
        valid=fields.span(),
        described="name" not in fields.table,
        in_letters=fields.text("in_letters", ""),
    )


def read_service(id: str, fields: FieldReader) -> Service:
    """Build a service from a table of services.toml."""
    return decode_table(SERVICE, fields, id=id)


def read_source(id: str, fields: FieldReader) -> Source:
    """Build a source from a table of sources.toml."""
    return decode_table(SOURCE, fields, id=id)


def read_outcome(id: str, fields: FieldReader) -> Outcome:
    """Build an outcome from a table of outcomes.toml."""
    return decode_table(OUTCOME, fields, id=id)
