"""The sources of a plan, numbered by first use in its steps; those about the place come last."""

from collections.abc import Mapping, Sequence

from wizard.core.content_models import Source, Step
from wizard.core.snapshot import PlanStep, Snapshot
from wizard.views.place_view import place_source_ids

NO_ADDRESS = "address not recorded"


def cited_sources(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> dict[str, Source]:
    """Return the sources of these steps, then those of the statements about the place, by id."""
    ids = dict.fromkeys((*(id for plan_step in plan_steps for id in plan_step.step.sources), *place_source_ids(snapshot)))
    return {id: snapshot.library.sources[id] for id in ids if id in snapshot.library.sources}


def source_numbers(step: Step, sources: Mapping[str, Source]) -> list[int]:
    """Return the numbers of the sources of a step, counted from 1."""
    return [number for number, id in enumerate(sources, 1) if id in step.sources]


def source_numbers_text(step: Step, sources: Mapping[str, Source]) -> str:
    """Return the numbers as text, " Sources: 1, 4."; "" if there are none."""
    numbers = source_numbers(step, sources)
    return f" Sources: {', '.join(map(str, numbers))}." if numbers else ""
