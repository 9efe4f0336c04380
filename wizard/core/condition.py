"""Define conditions: when something applies, as data that can be checked and not as an expression."""

from collections.abc import Mapping
from typing import NamedTuple

Facts = Mapping[str, frozenset[str]]
"""The possible values of each fact. An unanswered question has several, so a condition holds if one of them is named."""


class Condition(NamedTuple):
    """Alternatives of facts and values.

    It holds if in at least one alternative every fact has a listed value.
    """

    alternatives: tuple[Mapping[str, frozenset[str]], ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Return True if these facts meet the condition; a condition without alternatives always holds."""
        # Loops and not `any(all(...))`: a plan asks some two hundred times, and a generator costs more than what it asks.
        for alternative in self.alternatives:
            for name, values in alternative.items():
                if values.isdisjoint(facts.get(name, ())):
                    break
            else:
                return True
        return not self.alternatives

    def fact_names(self) -> frozenset[str]:
        """Return the names of all facts that the condition refers to."""
        return frozenset(name for alternative in self.alternatives for name in alternative)

    def restricted_to(self, names: frozenset[str]) -> "Condition":
        """Return the condition without the facts that are not in `names`."""
        return Condition(
            tuple({name: alternative[name] for name in alternative.keys() & names} for alternative in self.alternatives)
        )


ALWAYS = Condition()


def combine_conditions(first: Condition, second: Condition) -> Condition:
    """Return the condition that holds if both hold.

    A fact that both name keeps only the common values. If there are none, that alternative can never hold.
    """
    if not (first.alternatives and second.alternatives):
        return first if first.alternatives else second
    return Condition(
        tuple(
            {
                name: left.get(name, right.get(name, frozenset())) & right.get(name, left.get(name, frozenset()))
                for name in {*left, *right}
            }
            for left in first.alternatives
            for right in second.alternatives
        )
    )
