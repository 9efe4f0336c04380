"""When something applies: data that can be checked, never an expression."""

from collections.abc import Mapping
from dataclasses import dataclass

Facts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when, in at least one alternative, every named fact has one of the values listed for it."""

    alternatives: tuple[Mapping[str, frozenset[str]], ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Tell whether these facts meet the condition; a condition without alternatives always holds."""
        return not self.alternatives or any(
            all(values & facts.get(name, frozenset()) for name, values in wanted.items()) for wanted in self.alternatives
        )

    def names(self) -> frozenset[str]:
        """The names of all facts that the condition looks at."""
        return frozenset(name for wanted in self.alternatives for name in wanted)


ALWAYS = Condition()
