"""Rules for the order of steps: prerequisites exist, form no cycle, and the export precedes deletions."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.core.condition import Condition
from wizard.core.content_models import Library, Step

DELETION = "delete-your-data"
EXPORT = "delete-your-data/export-your-data"


def unknown_requirement(content: ContentTree) -> Iterator[Violation]:
    """What a step requires is another step that exists."""
    for place, step in content.steps():
        for id in step.requires:
            if id == step.id:
                yield Violation(place, "It requires itself.", "Take it out of “requires”.", fields=("requires",))
            elif id not in content.library.steps:
                yield Violation(
                    place, f"“{id}” is not a step.", _requirement_hint(id, content.library), fields=("requires",), quote=id
                )


def _requirement_hint(id: str, library: Library) -> str:
    """Return the next step for an unknown prerequisite: its current id, or similar ids with a hint."""
    current_id = library.current_id(id)
    if current_id in library.steps:
        return f"Write “{current_id}”, its name now."
    return f'{did_you_mean(id, library.steps)} If it was renamed, add "{id}" = "new/id" to retired.toml, too.'


def requirement_cycle(content: ContentTree) -> Iterator[Violation]:
    """No two steps require each other, directly or through others."""
    prerequisites = {id: _prerequisite_ids(content.library, step) for id, step in content.library.steps.items()}
    for place, step in content.steps():
        cycle = sorted(id for id in prerequisites[step.id] if step.id in prerequisites[id] and id != step.id)
        if cycle and step.id < cycle[0]:
            others = ", ".join(f"“{id}”" for id in cycle)
            yield Violation(
                place, f"It comes before and after {others}.", "Take one of them out of “requires”.", fields=("requires",)
            )


def deletion_before_export(content: ContentTree) -> Iterator[Violation]:
    """A deletion that cannot be undone comes after the export, in every plan that it is in."""
    export = content.library.steps.get(EXPORT)
    for place, step in content.steps():
        irreversible = step.action == DELETION and step.id != EXPORT and step.passage("irreversible")
        if not irreversible or not all(id in content.library.steps for id in step.requires):
            continue
        if EXPORT not in _prerequisite_ids(content.library, step):
            yield Violation(
                place,
                "It cannot be undone and does not require the export.",
                f"Add “{EXPORT}” to “requires”.",
                fields=("requires",),
            )
        elif export and not _is_implied(export.when, step.when):
            yield Violation(
                place,
                "It can be in a plan that has no export.",
                f"Let the “when” of “{EXPORT}” hold wherever this one does.",
                fields=("when",),
            )


def _is_implied(general: Condition, special: Condition) -> bool:
    """Return True if `general` certainly holds wherever `special` does.

    Every alternative of `special` must be at least as strict as some alternative of `general`. Implications that only
    follow from several facts together are not seen, so False may be wrong, but True never is.
    """
    return not general.alternatives or (
        bool(special.alternatives)
        and all(
            any(
                all(name in narrower and narrower[name] <= values for name, values in wider.items())
                for wider in general.alternatives
            )
            for narrower in special.alternatives
        )
    )


def _prerequisite_ids(library: Library, step: Step) -> frozenset[str]:
    """Return the ids of all direct and indirect prerequisites of a step. Unknown ids are skipped."""
    prerequisites: set[str] = set()
    queue = [id for id in step.requires if id != step.id]
    while queue:
        id = queue.pop()
        if id not in prerequisites and id in library.steps:
            prerequisites.add(id)
            queue += [required for required in library.steps[id].requires if required != id]
    return frozenset(prerequisites)
