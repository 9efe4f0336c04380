"""Select the instructions of a step that fit the user's devices."""

from .content_models import Step, StepSection
from .formatting import DEVICE
from .snapshot import Snapshot

PHONES = frozenset({"android", "ios"})


def instructions_for_devices(snapshot: Snapshot, step: Step) -> tuple[StepSection, ...]:
    """Return the sections with instructions for the user's devices; all such sections if none fits."""
    sections = tuple(section for section in step.sections if section.id in DEVICE)
    devices = snapshot.interview.facts.get("device", frozenset())
    fitting = tuple(
        section
        for section in sections
        if section.id == "anywhere" or section.id in devices or (section.id == "phone" and devices & PHONES)
    )
    return fitting or sections
