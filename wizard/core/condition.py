"""When something applies: data that can be checked, never an expression."""

from collections.abc import Mapping
from typing import NamedTuple

Facts = Mapping[str, frozenset[str]]


class Condition(NamedTuple):
    """Holds when, in at least one alternative, every named fact has one of the values listed for it."""

    alternatives: tuple[Mapping[str, frozenset[str]], ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Tell whether these facts meet the condition; a condition without alternatives always holds."""
        return not self.alternatives or any(
            all(values & facts.get(name, frozenset()) for name, values in wanted.items()) for wanted in self.alternatives
        )

    def fact_names(self) -> frozenset[str]:
        """The names of all facts that the condition looks at."""
        return frozenset(name for wanted in self.alternatives for name in wanted)

    def restricted_to(self, names: frozenset[str]) -> "Condition":
        """What the condition asks of these facts alone."""
        return Condition(tuple({name: wanted[name] for name in wanted.keys() & names} for wanted in self.alternatives))


ALWAYS = Condition()


def combine_conditions(first: Condition, second: Condition) -> Condition:
    """The condition that holds when these two hold."""
    if not (first.alternatives and second.alternatives):
        return first if first.alternatives else second
    return Condition(
        tuple(
            {
                name: one.get(name, other.get(name, frozenset())) & other.get(name, one.get(name, frozenset()))
                for name in {*one, *other}
            }
            for one in first.alternatives
            for other in second.alternatives
        )
    )
