"""Rules for what comes first: requirements that exist, no circles, and nothing deleted for good before it is saved."""

from collections.abc import Iterator

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.core.condition import Condition
from wizard.core.content_models import Library, Step

DELETION = "delete-your-data"
EXPORT = "delete-your-data/export-your-data"


def unknown_requirement(shelf: ContentTree) -> Iterator[Violation]:
    """What a step requires is another step that exists."""
    for place, step in shelf.steps():
        for id in step.requires:
            if id == step.id:
                yield Violation(place, "It requires itself.", "Take it out of “requires”.")
            elif id not in shelf.library.steps:
                yield Violation(place, f"“{id}” is not a step.", _its_name_now(id, shelf.library))


def _its_name_now(id: str, library: Library) -> str:
    """What to write for a step that is not there; if it has been renamed without a word, people's progress hangs on that."""
    now = library.current_id(id)
    if now in library.steps:
        return f"Write “{now}”, its name now."
    return f'{did_you_mean(id, library.steps)} If it was renamed, add "{id}" = "new/id" to retired.toml, too.'


def requirement_cycle(shelf: ContentTree) -> Iterator[Violation]:
    """No two steps require each other, by whatever way round."""
    before = {id: _before(shelf.library, step) for id, step in shelf.library.steps.items()}
    for place, step in shelf.steps():
        circle = sorted(id for id in before[step.id] if step.id in before[id] and id != step.id)
        if circle and step.id < circle[0]:
            others = ", ".join(f"“{id}”" for id in circle)
            yield Violation(place, f"It comes before and after {others}.", "Take one of them out of “requires”.")


def deletion_before_export(shelf: ContentTree) -> Iterator[Violation]:
    """A deletion that cannot be undone comes after the export, in every plan that it is in."""
    export = shelf.library.steps.get(EXPORT)
    for place, step in shelf.steps():
        final = step.action == DELETION and step.id != EXPORT and step.passage("irreversible")
        if not final or not all(id in shelf.library.steps for id in step.requires):
            continue
        if EXPORT not in _before(shelf.library, step):
            yield Violation(place, "It cannot be undone and does not require the export.", f"Add “{EXPORT}” to “requires”.")
        elif export and not _always_with(export.when, step.when):
            yield Violation(
                place, "It can be in a plan that has no export.", f"Let the “when” of “{EXPORT}” hold wherever this one does."
            )


def _always_with(wide: Condition, narrow: Condition) -> bool:
    """Tell whether one condition surely holds wherever the other does."""
    return not wide.alternatives or (
        bool(narrow.alternatives)
        and all(
            any(all(name in ways and ways[name] <= values for name, values in wanted.items()) for wanted in wide.alternatives)
            for ways in narrow.alternatives
        )
    )


def _before(library: Library, step: Step) -> frozenset[str]:
    """The ids of all steps that come before this one."""
    found: set[str] = set()
    waiting = [id for id in step.requires if id != step.id]
    while waiting:
        id = waiting.pop()
        if id not in found and id in library.steps:
            found.add(id)
            waiting += [each for each in library.steps[id].requires if each != id]
    return frozenset(found)
