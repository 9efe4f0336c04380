"""`content/` read into a Library. A file that breaks its form is named in a WizardError."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

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
    Outcome,
    Passage,
    Question,
    Service,
    Source,
    Step,
)
from wizard.errors import WizardError

from .content import DISK, Files, Page, content_root
from .fields import Fields
from .index import fresh_index
from .lazy import Lazy
from .post import read_post
from .regimes import read_regime

R = TypeVar("R")
T = TypeVar("T")
_HEADING = re.compile(r"^## +(?P<title>.*?) *\{#(?P<id>[a-z-]+)\} *$", re.MULTILINE)


@cache
def shipped() -> Library:
    """The library that came with the program: from its index where that is fresh, else from the files themselves."""
    root = content_root()
    return assemble(root, fresh_index(root) or DISK)


def load(root: Path) -> Library:
    """Read a content folder. Raises WizardError at the first file that cannot be read."""
    if not (root / "questions").is_dir():
        raise WizardError(f"{root} is not a content folder.", "Name a folder that has questions/ and actions/ in it.")
    return assemble(root, DISK)


def assemble(root: Path, files: Files) -> Library:
    """Put the library together; what an index holds is known to be right, so most of it waits until it is asked for."""
    gather = Lazy if files.proven else _at_once

    def by_name(folder: str, ending: str, read: Callable[[Path, Files], T]) -> Mapping[str, T]:
        return gather({path.stem: path for path in files.within(root / folder, ending)}, lambda _, path: read(path, files))

    def by_record(name: str, read: Callable[[str, Fields], T]) -> Mapping[str, T]:
        return gather(dict(read_records(root / name, files)), read)

    def by_row(name: str, key: str, read: Callable[[dict[str, str], Path], T]) -> Mapping[str, T]:
        path = root / name
        return gather({row.get(key, ""): row for row in files.rows(path)}, lambda _, row: read(row, path))

    post = read_post(root / "letters", files)
    return Library(
        questions=tuple(each for path in files.within(root / "questions", ".toml") for each in read_questions(path, files)),
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
        letters=post.letters,
        laws=post.laws,
        addressees=post.addressees,
        languages=post.languages,
    )


def _at_once(raw: Mapping[str, R], make: Callable[[str, R], T]) -> Mapping[str, T]:
    return {id: make(id, each) for id, each in raw.items()}


def step_files(root: Path, files: Files = DISK) -> list[Path]:
    """The files of all steps, action by action."""
    return [path for id in ACTION_IDS for path in files.within(root / "actions" / id, ".md") if path.name != "action.md"]


def read_step(path: Path, files: Files = DISK) -> Step:
    """One step file."""
    page = files.page(path)
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
        passages=with_conditions(passages, fields),
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
        mends=fields.words("mends"),
        letters=fields.words("letters"),
    )


def split_passages(page: Page) -> tuple[str, tuple[Passage, ...]]:
    """The introduction of a step, and its headed passages."""
    intro, *rest = _HEADING.split(page.text)
    triples = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return intro.strip(), tuple(Passage(id, title, text.strip()) for title, id, text in triples)


def with_conditions(passages: tuple[Passage, ...], fields: Fields) -> tuple[Passage, ...]:
    """The passages, each with the condition that the table `passages` gives under its id; without one it always holds."""
    table = fields.table_of("passages")
    given = {id: Fields(each, f"{table.where}.{id}").condition() for id, each in table.table.items()} if table else {}
    return tuple(passage._replace(when=given[passage.id]) if passage.id in given else passage for passage in passages)


def read_article(path: Path, files: Files = DISK) -> Article:
    """One article file."""
    page = files.page(path)
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


def read_action(path: Path, files: Files = DISK) -> Action:
    """The introduction of an action."""
    page = files.page(path)
    fields = Fields(page.fields, path)
    id, other = path.parent.name, fields.table_of("elsewhere")
    elsewhere = Action(id, other.text("title"), other.text("summary"), other.text("intro")) if other else None
    return Action(id, fields.text("title"), fields.text("summary"), page.text, elsewhere)


def read_questions(path: Path, files: Files = DISK) -> Iterable[Question]:
    """The questions of one file."""
    for fields in Fields(files.table(path), path).tables("questions"):
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


def read_country(row: dict[str, str], path: Path) -> Country:
    """One row of countries.csv."""
    try:
        return Country(**row)
    except TypeError as error:
        raise _columns(path) from error


def read_region(row: dict[str, str], path: Path) -> Region:
    """One row of regions.csv."""
    try:
        span = Span(_cell_day(row["valid_from"], path), _cell_day(row["valid_until"], path))
        return Region(row["id"], row["name"], row["law"], row["authority"], row["note"], span)
    except KeyError as error:
        raise _columns(path) from error


def _columns(path: Path) -> WizardError:
    return WizardError(f"{path}: the columns are not those of content/README.md.", "Name them as it says.")


def _cell_day(cell: str, path: Path) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError as error:
        raise WizardError(f"{path}: “{cell}” is not a day.", "Write it like 2026-11-23.") from error


def read_records(path: Path, files: Files = DISK) -> Iterable[tuple[str, Fields]]:
    """The named tables of a file, each under its id."""
    for id, table in files.table(path).items():
        yield id, Fields(table, f"{path} [{id}]")


def read_authority(id: str, fields: Fields) -> Authority:
    """One record of authorities.toml."""
    description = fields.text("description", "")
    return Authority(
        id=id,
        name=fields.text("name", description or None),
        url=fields.text("url", ""),
        form=fields.text("form", ""),
        languages=fields.words("languages"),
        note=fields.text("note", ""),
        confidence=fields.text("confidence"),
        checked=fields.day("checked"),
        valid=fields.span(),
        described="name" not in fields.table,
        in_letters=fields.text("in_letters", ""),
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


def read_outcome(id: str, fields: Fields) -> Outcome:
    """One record of outcomes.toml."""
    return Outcome(
        id=id,
        label=fields.text("label"),
        question=fields.text("question", ""),
        status=fields.text("status"),
        clock=fields.text("clock", ""),
        restarts=fields.flag("restarts", True),
        recommend=fields.text("recommend", ""),
        again=fields.text("again", ""),
        meanwhile=fields.text("meanwhile", ""),
        letter=fields.text("letter", ""),
    )
