"""Rules for conditions (`when`): they name only known facts and possible values."""

from collections.abc import Iterator, Mapping

from wizard.check.content_tree import ContentTree
from wizard.check.diagnostics import Violation, did_you_mean
from wizard.check.references import located_conditions
from wizard.core.condition import Condition
from wizard.core.content_models import Library
from wizard.core.jurisdiction import FORM_EXPECTATIONS
from wizard.core.place import PATHS, PLACE_FACTS


def unknown_name(content: ContentTree) -> Iterator[Violation]:
    """A `when` names only questions and what follows from the answers."""
    known = known_values(content.library)
    for place, condition in located_conditions(content):
        for name in sorted(condition.fact_names() - known.keys()):
            yield Violation(
                place,
                f"“{name}” is neither a question nor a fact about the place.",
                did_you_mean(name, known),
                fields=("when", name),
                quote=name,
            )


def unknown_choice(content: ContentTree) -> Iterator[Violation]:
    """A `when` asks only for values that its question or fact can have."""
    known = known_values(content.library)
    for place, condition in located_conditions(content):
        for name in sorted(condition.fact_names() & known.keys()):
            requested = frozenset[str]().union(*(alternative.get(name, frozenset()) for alternative in condition.alternatives))
            for value in sorted(requested - known[name]):
                what = f"“{value}” is not a choice of the question “{name}”."
                if name in PLACE_FACTS:
                    what = f"“{value}” is not a value of “{name}”."
                yield Violation(place, what, did_you_mean(value, known[name]), fields=("when", name), quote=value)


def empty_condition(content: ContentTree) -> Iterator[Violation]:
    """A `when` asks for something: for one name at least, and for one value of each."""
    for place, condition in located_conditions(content):
        if not all(alternative and all(alternative.values()) for alternative in condition.alternatives):
            yield Violation(
                place,
                "Its “when” has an empty part.",
                "Name values there, or leave “when” out where it always holds.",
                fields=("when",),
            )


def condition_on_later_question(content: ContentTree) -> Iterator[Violation]:
    """A question depends only on questions that come before it."""
    ids = [question.id for question in content.library.questions]
    for place, question in content.questions:
        later = ids[ids.index(question.id) :]
        names = question.when.fact_names().union(*(option.assumed.fact_names() for option in question.choices if option.assumed))
        for name in sorted(names.intersection(later)):
            yield Violation(
                f"{place} {question.id}",
                f"It depends on “{name}”, which is asked later.",
                "Move the question behind it.",
                fields=("when", name),
                quote=name,
            )


def is_well_formed(known: Mapping[str, frozenset[str]], *conditions: Condition) -> bool:
    """Return True if the conditions name only known facts and possible values."""
    alternatives = [alternative for condition in conditions for alternative in condition.alternatives]
    return all(
        values and values <= known.get(name, frozenset()) for alternative in alternatives for name, values in alternative.items()
    )


def known_values(library: Library) -> Mapping[str, frozenset[str]]:
    """Return every possible value of every fact that a condition may name."""
    choices = {question.id: frozenset(choice.id for choice in question.choices) for question in library.questions}
    return {
        **choices,
        "country": frozenset(library.countries),
        "region": frozenset(library.regions),
        "regime": frozenset(library.regimes),
        "path": frozenset(PATHS.values()),
        "expected": frozenset(FORM_EXPECTATIONS),
    }
