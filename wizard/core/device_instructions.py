"""Which of a step's ways fits the devices that the person has in hand."""

from .content_models import Step, StepSection
from .formatting import DEVICE
from .snapshot import Snapshot

PHONES = frozenset({"android", "ios"})


def instructions_for_devices(case: Snapshot, step: Step) -> tuple[StepSection, ...]:
    """The passages to follow on these devices; all ways where none fits."""
    found = tuple(passage for passage in step.sections if passage.id in DEVICE)
    devices = case.interview.facts.get("device", frozenset())
    fitting = tuple(way for way in found if way.id == "anywhere" or way.id in devices or (way.id == "phone" and devices & PHONES))
    return fitting or found
