"""`content/` read into a Library. A file that breaks its form is named in a WizardError."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from wizard.core.law import (
    Authority,
    Country,
    Region,
    Span,
)
from wizard.core.library import (
    ACTION_IDS,
    Action,
    Article,
    Choice,
    Library,
    Milestone,
    Passage,
    Question,
    Service,
    Source,
    Step,
)
from wizard.errors import WizardError

from .content import Page, content_root, pages, read_page, read_rows, read_table
from .fields import Fields
from .regimes import read_regime

_HEADING = re.compile(r"^## +(?P<title>.*?) *\{#(?P<id>[a-z-]+)\} *$", re.MULTILINE)


@cache
def shipped() -> Library:
    """The library that came with the program."""
    return load(content_root())


def load(root: Path) -> Library:
    """Read a content folder. Raises WizardError at the first file that cannot be read."""
    if not (root / "questions").is_dir():
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    return Library(
        questions=tuple(question for path in sorted((root / "questions").glob("*.toml")) for question in read_questions(path)),
        actions=tuple(read_action(root / "actions" / id / "action.md") for id in ACTION_IDS),
        steps={step.id: step for path in step_files(root) for step in [read_step(path)]},
        articles={article.id: article for path in pages(root / "articles") for article in [read_article(path)]},
        regimes={path.stem: read_regime(path) for path in sorted((root / "regimes").glob("*.toml"))},
        countries={country.alpha2: country for country in read_countries(root / "countries.csv")},
        regions={region.id: region for region in read_regions(root / "regions.csv")},
        authorities={id: read_authority(id, fields) for id, fields in read_records(root / "authorities.toml")},
        services={id: read_service(id, fields) for id, fields in read_records(root / "services.toml")},
        sources={id: read_source(id, fields) for id, fields in read_records(root / "sources.toml")},
        retired={old: str(new) for old, new in read_table(root / "retired.toml").items()},
    )


def step_files(root: Path) -> list[Path]:
    """The files of all steps, action by action."""
    return [path for id in ACTION_IDS for path in pages(root / "actions" / id) if path.name != "action.md"]


def read_step(path: Path) -> Step:
    """One step file."""
    page = read_page(path)
    fields = Fields(page.fields, path)
    intro, passages = split_passages(page)
    means = fields.table_of("means")
    return Step(
        id=f"{path.parent.name}/{path.stem}",
        action=path.parent.name,
        title=fields.text("title"),
        minutes=fields.number("minutes"),
        impact=fields.number("impact"),
        impact_why=fields.text("impact_why"),
        intro=intro,
        passages=passages,
        when=fields.condition(),
        requires=fields.words("requires"),
        links=tuple(each.link() for each in fields.tables("links")),
        sources=fields.words("sources"),
        checked=fields.day("checked"),
        kind=fields.text("kind"),
        confidence=fields.text("confidence"),
        gain=fields.text("gain", ""),
        means=Milestone(means.text("case"), means.text("kind")) if means else None,
        valid=fields.span(),
    )


def split_passages(page: Page) -> tuple[str, tuple[Passage, ...]]:
    """The introduction of a step, and its headed passages."""
    intro, *rest = _HEADING.split(page.text)
    triples = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return intro.strip(), tuple(Passage(id, title, text.strip()) for title, id, text in triples)


def read_article(path: Path) -> Article:
    """One article file."""
    page = read_page(path)
    fields = Fields(page.fields, path)
    return Article(
        id=path.stem,
        title=fields.text("title"),
        summary=fields.text("summary"),
        text=page.text,
        keywords=fields.words("keywords"),
        sources=fields.words("sources"),
        checked=fields.day("checked"),
        kind=fields.text("kind"),
        confidence=fields.text("confidence"),
    )


def read_action(path: Path) -> Action:
    """The introduction of an action."""
    page = read_page(path)
    fields = Fields(page.fields, path)
    return Action(path.parent.name, fields.text("title"), fields.text("summary"), page.text)


def read_questions(path: Path) -> Iterable[Question]:
    """The questions of one file."""
    for fields in Fields(read_table(path), path).tables("questions"):
        yield Question(
            id=fields.text("id"),
            kind=fields.text("kind"),
            title=fields.text("title"),
            why=fields.text("why"),
            choices=tuple(_choice(each) for each in fields.tables("choices")),
            when=fields.condition(),
            asked=fields.flag("asked", True),
        )


def _choice(fields: Fields) -> Choice:
    return Choice(
        fields.text("id"), fields.text("label"), fields.text("hint", ""), fields.flag("alone", False), fields.words("covers")
    )


def read_countries(path: Path) -> Iterable[Country]:
    """The rows of countries.csv."""
    for row in read_rows(path):
        try:
            yield Country(**row)
        except TypeError as error:
            raise WizardError(f"{path}: the columns are not those of content/README.md.", "Name them as it says.") from error


def read_regions(path: Path) -> Iterable[Region]:
    """The rows of regions.csv."""
    for row in read_rows(path):
        try:
            span = Span(_cell_day(row["valid_from"], path), _cell_day(row["valid_until"], path))
            yield Region(row["id"], row["name"], row["law"], row["authority"], row["note"], span)
        except KeyError as error:
            raise WizardError(f"{path}: the columns are not those of content/README.md.", "Name them as it says.") from error


def _cell_day(cell: str, path: Path) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError as error:
        raise WizardError(f"{path}: “{cell}” is not a day.", "Write it like 2026-11-23.") from error


def read_records(path: Path) -> Iterable[tuple[str, Fields]]:
    """The named tables of a file, each under its id."""
    for id, table in read_table(path).items():
        yield id, Fields(table, f"{path} [{id}]")


def read_authority(id: str, fields: Fields) -> Authority:
    """One record of authorities.toml."""
    return Authority(
        id=id,
        name=fields.text("name"),
        url=fields.text("url", ""),
        form=fields.text("form", ""),
        languages=fields.words("languages"),
        note=fields.text("note", ""),
        confidence=fields.text("confidence"),
        checked=fields.day("checked"),
    )


def read_service(id: str, fields: Fields) -> Service:
    """One record of services.toml."""
    return Service(id, fields.text("name"), fields.text("note", ""))


def read_source(id: str, fields: Fields) -> Source:
    """One record of sources.toml."""
    return Source(
        id=id,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        url=fields.text("url", ""),
        checked=fields.day("checked"),
        confidence=fields.text("confidence", "confirmed"),
        about=fields.text("about", "page"),
    )
