"""Which of a step's ways fits the devices that the person has in hand."""

from .case import Case
from .library import Passage, Step
from .words import DEVICE

PHONES = frozenset({"android", "ios"})


def ways(case: Case, step: Step) -> tuple[Passage, ...]:
    """The passages to follow on these devices; all ways where none fits."""
    found = tuple(passage for passage in step.passages if passage.id in DEVICE)
    devices = case.interview.facts.get("device", frozenset())
    fitting = tuple(way for way in found if way.id == "anywhere" or way.id in devices or (way.id == "phone" and devices & PHONES))
    return fitting or found
