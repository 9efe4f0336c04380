"""Rules for passages that hold for some readers only: each condition has its passage, and each passage a reader."""

from collections.abc import Iterator, Mapping

from .conditions import known_values, makes_sense
from .finding import Flaw, did_you_mean
from .homes import homes, meetable
from .shelf import Shelf
from .steps import WAYS

LIMITS = "limits"


def condition_of_nothing(shelf: Shelf) -> Iterator[Flaw]:
    """A condition in the table `passages` belongs to a headed part of the same file."""
    for place, step in shelf.steps():
        ids = {passage.id for passage in step.passages}
        told = shelf.pages[place].fields.get("passages")
        for id in told if isinstance(told, Mapping) else ():
            if id not in ids:
                yield Flaw(f"{place} [passages.{id}]", f"There is no part with {{#{id}}} in the text.", did_you_mean(id, ids))


def beginning_for_some(shelf: Shelf) -> Iterator[Flaw]:
    """Everybody who has the step is told what to do and what it does not do; what only some need to know comes on top."""
    for place, step in shelf.steps():
        for_all = {passage.kind for passage in step.passages if not passage.when.alternatives}
        if any(passage.kind in WAYS for passage in step.passages) and not for_all.intersection(WAYS):
            yield Flaw(place, "All that it says to do is under conditions.", "Leave one passage with taps without a condition.")
        if any(passage.kind == LIMITS for passage in step.passages) and LIMITS not in for_all:
            yield Flaw(place, "All that it does not do is under conditions.", "Leave {#limits} without a condition.")


def unreachable_passage(shelf: Shelf) -> Iterator[Flaw]:
    """Somebody who has the step in the plan reads each of its passages."""
    for place, step in shelf.steps():
        for passage in step.passages:
            conditions = (step.when, passage.when)
            if not passage.when.alternatives or not makes_sense(known_values(shelf.library), *conditions):
                continue
            if not meetable(shelf, homes(shelf), *conditions):
                yield Flaw(f"{place} {{#{passage.id}}}", "Nobody who has the step in the plan reads this.", "Mend its “when”.")
