"""The pages that a plan rests on: numbered in the order in which its steps first name them, then those about the place."""

from collections.abc import Mapping, Sequence

from wizard.core.content_models import Source, Step
from wizard.core.place_view import place_source_ids
from wizard.core.snapshot import PlanStep, Snapshot

NO_ADDRESS = "address not recorded"


def cited_sources(case: Snapshot, entries: Sequence[PlanStep]) -> dict[str, Source]:
    """The sources of these steps, then those of what is said of the place, by id, each once."""
    ids = dict.fromkeys((*(id for entry in entries for id in entry.step.sources), *place_source_ids(case)))
    return {id: case.library.sources[id] for id in ids if id in case.library.sources}


def source_numbers(step: Step, sources: Mapping[str, Source]) -> list[int]:
    """The numbers of a step's sources in the list."""
    return [number for number, id in enumerate(sources, 1) if id in step.sources]


def source_numbers_text(step: Step, sources: Mapping[str, Source]) -> str:
    """The same in words: " Sources: 1, 4."; nothing where there are none."""
    numbers = source_numbers(step, sources)
    return f" Sources: {', '.join(map(str, numbers))}." if numbers else ""
