"""Rules for `when`: it asks only for what can be known, and only for values that there are."""

from collections.abc import Iterator, Mapping

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import located_conditions
from wizard.core.condition import Condition
from wizard.core.content_models import Library
from wizard.core.jurisdiction import FORM_EXPECTATIONS
from wizard.core.place import PATHS

FOLLOWING = ("country", "region", "regime", "path", "expected")
"""What follows from where the person lives."""


def unknown_name(shelf: ContentTree) -> Iterator[Violation]:
    """A `when` names only questions and what follows from the answers."""
    known = known_values(shelf.library)
    for place, condition in located_conditions(shelf):
        for name in sorted(condition.fact_names() - known.keys()):
            yield Violation(place, f"“{name}” is neither a question nor a fact about the place.", did_you_mean(name, known))


def unknown_choice(shelf: ContentTree) -> Iterator[Violation]:
    """A `when` asks only for values that its question or fact can have."""
    known = known_values(shelf.library)
    for place, condition in located_conditions(shelf):
        for name in sorted(condition.fact_names() & known.keys()):
            asked = frozenset[str]().union(*(wanted.get(name, frozenset()) for wanted in condition.alternatives))
            for value in sorted(asked - known[name]):
                what = f"“{value}” is not a choice of the question “{name}”."
                if name in FOLLOWING:
                    what = f"“{value}” is not a value of “{name}”."
                yield Violation(place, what, did_you_mean(value, known[name]))


def empty_condition(shelf: ContentTree) -> Iterator[Violation]:
    """A `when` asks for something: for one name at least, and for one value of each."""
    for place, condition in located_conditions(shelf):
        if not all(wanted and all(wanted.values()) for wanted in condition.alternatives):
            yield Violation(
                place, "Its “when” has an empty part.", "Name values there, or leave “when” out where it always holds."
            )


def condition_on_later_question(shelf: ContentTree) -> Iterator[Violation]:
    """A question depends only on questions that come before it."""
    ids = [question.id for question in shelf.library.questions]
    for place, question in shelf.questions:
        later = ids[ids.index(question.id) :]
        for name in sorted(question.when.fact_names().intersection(later)):
            yield Violation(
                f"{place} {question.id}", f"It depends on “{name}”, which is asked later.", "Move the question behind it."
            )


def is_well_formed(known: Mapping[str, frozenset[str]], *conditions: Condition) -> bool:
    """Tell whether these conditions ask only for what there is."""
    ways = [way for condition in conditions for way in condition.alternatives]
    return all(values and values <= known.get(name, frozenset()) for way in ways for name, values in way.items())


def known_values(library: Library) -> Mapping[str, frozenset[str]]:
    """All values of all names that a condition may have."""
    choices = {question.id: frozenset(choice.id for choice in question.choices) for question in library.questions}
    return {
        **choices,
        "country": frozenset(library.countries),
        "region": frozenset(library.regions),
        "regime": frozenset(library.regimes),
        "path": frozenset(PATHS.values()),
        "expected": frozenset(FORM_EXPECTATIONS),
    }
