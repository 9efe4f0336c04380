"""The sections of a step in the order of a document."""

from collections.abc import Iterator

from wizard.core.content_models import StepSection
from wizard.core.device_instructions import instructions_for_devices
from wizard.core.formatting import DEVICE
from wizard.core.snapshot import PlanStep, Snapshot


def ordered_sections(snapshot: Snapshot, plan_step: PlanStep) -> Iterator[tuple[str, StepSection]]:
    """Yield heading and section: what is irreversible, then the user's devices, then all other sections."""
    irreversible = plan_step.step.passage("irreversible")
    if irreversible:
        yield irreversible.title, irreversible
    yield from ((DEVICE[instructions.id], instructions) for instructions in instructions_for_devices(snapshot, plan_step.step))
    yield from (
        (section.title, section)
        for section in plan_step.step.sections
        if section is not irreversible and section.id not in DEVICE
    )
