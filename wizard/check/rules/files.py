"""Rules for files, ids and fields: everything has a place, a proper name, and only fields that someone reads."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import field_tables
from wizard.check.schema import COLUMNS, SCHEMAS, FileSchema
from wizard.core.content_models import ACTION_IDS
from wizard.core.letter.selection import letter_kinds

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KNOWN = (
    "README.md",
    "retired.toml",
    "letters/*",
    "actions/*/*.md",
    "articles/*.md",
    "regimes/*.toml",
    "questions/*.toml",
    *COLUMNS,
    "authorities.toml",
    "outcomes.toml",
    "services.toml",
    "sources.toml",
    "words.toml",
)


def unexpected_file(shelf: ContentTree) -> Iterator[Violation]:
    """Every file stands where the program looks for it."""
    for place in shelf.files:
        folder, _, rest = place.partition("/")
        name = place.rpartition("/")[2]
        action, _, page = rest.partition("/")
        if name.startswith(".") or name.endswith("~") or place in shelf.texts:
            continue
        if folder == "actions" and page and action not in ACTION_IDS:
            yield Violation(place, f"“{action}” is not an action.", did_you_mean(action, ACTION_IDS))
        elif not any(place.count("/") == known.count("/") and fnmatchcase(place, known) for known in KNOWN):
            yield Violation(place, "The program reads no file of this name here.", "Move or rename it as content/README.md says.")


def bad_id(shelf: ContentTree) -> Iterator[Violation]:
    """Ids, and file names with them, are made of small letters, digits and single hyphens."""
    for place, id in _ids(shelf):
        if not ID.fullmatch(id):
            yield Violation(place, f"“{id}” is not an id.", "Use small letters and digits, with single hyphens between them.")


def _ids(shelf: ContentTree) -> Iterator[tuple[str, str]]:
    yield from ((place, place.rpartition("/")[2].partition(".")[0]) for place in [*shelf.pages, *shelf.tables])
    for place in ("authorities.toml", "outcomes.toml", "services.toml", "sources.toml"):
        yield from ((place, id) for id in shelf.tables.get(place, {}))
    for place, question in shelf.questions:
        yield place, question.id
        yield from ((f"{place} {question.id}", choice.id) for choice in question.choices)
    for place, regime in shelf.regimes():
        yield from ((place, right.id) for right in regime.rights)
        yield from ((place, clock.id) for clock in regime.time_limits)
        yield from ((place, escalation.id) for escalation in regime.escalations)


def unknown_field(shelf: ContentTree) -> Iterator[Violation]:
    """A file holds only fields that the program reads, so that a slip of the pen is not passed over in silence."""
    for place, table in field_tables(shelf):
        form = next((form for pattern, form in SCHEMAS.items() if fnmatchcase(place, pattern)), None)
        if form is not None:
            yield from _unknown(place, table, form)


def _unknown(place: str, table: Mapping[str, object], form: FileSchema) -> Iterator[Violation]:
    for name, value in table.items():
        inner = form.get(name, form.get("*"))
        if name not in form and "*" not in form:
            yield Violation(place, f"“{name}” is not a field.", did_you_mean(name, form))
        elif inner and isinstance(value, Mapping):
            yield from _unknown(f"{place} [{name}]", value, inner)
        elif inner and isinstance(value, list):
            for number, each in enumerate(value, 1):
                if isinstance(each, Mapping):
                    yield from _unknown(f"{place} [[{name}]] {number}", each, inner)


def _lasting(shelf: ContentTree) -> set[str]:
    """The ids of steps, articles, letters and families of them, which stand in people's files or are typed by them."""
    return {*shelf.library.steps, *shelf.library.articles, *letter_kinds(shelf.library)}


def unknown_rename_target(shelf: ContentTree) -> Iterator[Violation]:
    """A retired id leads to something that exists."""
    known = _lasting(shelf)
    for old, new in shelf.library.retired.items():
        if shelf.library.current_id(old) not in known:
            yield Violation(
                f"retired.toml {old}", f"“{new}” is neither a step, an article nor a letter.", did_you_mean(new, known)
            )


def reused_retired_id(shelf: ContentTree) -> Iterator[Violation]:
    """A retired id is never used again: people's progress would land in the wrong place."""
    used = _lasting(shelf)
    for old in shelf.library.retired:
        if old in used:
            yield Violation(f"retired.toml {old}", f"“{old}” is in use.", "Give the file another name, or take this line out.")
