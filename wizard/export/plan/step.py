"""A step's text in the order in which it is read on paper."""

from collections.abc import Iterator

from wizard.core.content_models import StepSection
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE
from wizard.core.snapshot import PlanStep, Snapshot


def ordered_sections(case: Snapshot, entry: PlanStep) -> Iterator[tuple[str, StepSection]]:
    """Each part with its heading: what cannot be undone first, then what to do on the devices in hand, then the rest."""
    first = entry.step.passage("irreversible")
    if first:
        yield first.title, first
    yield from ((DEVICE[way.id], way) for way in instructions_for_devices(case, entry.step))
    yield from ((each.title, each) for each in entry.step.sections if each is not first and each.id not in DEVICE)
