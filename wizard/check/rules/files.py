"""Rules for files, ids and fields: known paths, well-formed ids, and only fields that the program reads."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import field_tables
from wizard.content.content_error import table_name
from wizard.content.file_formats import FILE_FORMATS, walk_file
from wizard.core.content_models import ACTION_IDS
from wizard.core.letter.selection import letter_kinds

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KNOWN = ("README.md", "retired.toml", "letters/*", *(each.pattern for each in FILE_FORMATS))


def unexpected_file(content: ContentTree) -> Iterator[Violation]:
    """Every file stands where the program looks for it."""
    for place in content.files:
        folder, _, rest = place.partition("/")
        name = place.rpartition("/")[2]
        action, _, page_name = rest.partition("/")
        if name.startswith(".") or name.endswith("~") or place in content.texts or place in content.overlays:
            continue
        if folder == "actions" and page_name and action not in ACTION_IDS:
            yield Violation(place, f"“{action}” is not an action.", did_you_mean(action, ACTION_IDS))
        elif not any(place.count("/") == known.count("/") and fnmatchcase(place, known) for known in KNOWN):
            yield Violation(place, "The program reads no file of this name here.", "Move or rename it as content/README.md says.")


def bad_id(content: ContentTree) -> Iterator[Violation]:
    """Ids, and file names with them, are made of small letters, digits and single hyphens."""
    for place, id in _located_ids(content):
        if not ID.fullmatch(id):
            quote = "" if PurePosixPath(place).stem == id else id  # the name of the file stands on none of its lines
            what, next_step = f"“{id}” is not an id.", "Use small letters and digits, with single hyphens between them."
            yield Violation(place, what, next_step, quote=quote)


def _located_ids(content: ContentTree) -> Iterator[tuple[str, str]]:
    """Yield every id with its place; a file name without its suffix is an id, too."""
    yield from ((place, place.rpartition("/")[2].partition(".")[0]) for place in [*content.pages, *content.tables])
    for place in ("authorities.toml", "outcomes.toml", "services.toml", "sources.toml"):
        yield from ((place, id) for id in content.tables.get(place, {}))
    for place, question in content.questions:
        yield place, question.id
        yield from ((f"{place} {question.id}", choice.id) for choice in question.choices)
    for place, regime in content.regimes():
        yield from ((place, right.id) for right in regime.rights)
        yield from ((place, limit.id) for limit in regime.time_limits)
        yield from ((place, escalation.id) for escalation in regime.escalations)


def unknown_field(content: ContentTree) -> Iterator[Violation]:
    """A file has only fields that the program reads, so that a mistyped name is noticed."""
    for place, table in field_tables(content):
        for located in walk_file(place, table):
            if located.field is None:
                *tables, name = located.path
                where, word = f"{place} {table_name(tuple(tables))}".strip(), str(name)
                yield Violation(where, f"“{word}” is not a field.", did_you_mean(word, located.known), fields=(word,), quote=word)


def _stored_ids(content: ContentTree) -> set[str]:
    """Return the ids that are stored or typed by users: of steps, articles, letters and letter kinds."""
    return {*content.library.steps, *content.library.articles, *letter_kinds(content.library)}


def unknown_rename_target(content: ContentTree) -> Iterator[Violation]:
    """A retired id leads to something that exists."""
    known = _stored_ids(content)
    for old, new in content.library.retired.items():
        if content.library.current_id(old) not in known:
            yield Violation(
                f"retired.toml {old}", f"“{new}” is neither a step, an article nor a letter.", did_you_mean(new, known)
            )


def reused_retired_id(content: ContentTree) -> Iterator[Violation]:
    """A retired id is never used again: people's progress would land in the wrong place."""
    used = _stored_ids(content)
    for old in content.library.retired:
        if old in used:
            yield Violation(f"retired.toml {old}", f"“{old}” is in use.", "Give the file another name, or take this line out.")
