"""The golden files: every document of every sample person, byte for byte."""

from collections.abc import Callable

from tests.samples import PEOPLE, germany
from wizard.export import FULL_FORMATS, PLAN_FORMATS
from wizard.export.plan.json import status_json
from wizard.export.plan.status import status_text

FORMATS = {"text": "txt", "md": "md", "json": "json"}
"""The formats of the plan that are kept here, and how their files end."""


def documents() -> dict[str, Callable[[], str]]:
    """The name of each golden file, and what must stand in it."""
    found: dict[str, Callable[[], str]] = {}
    for person, case in PEOPLE.items():
        for name, ending in FORMATS.items():
            write = PLAN_FORMATS[name]
            found[f"{person}-plan.{ending}"] = lambda case=case, write=write: write(case(), case().steps)  # type: ignore[misc]
        found[f"{person}-whole.txt"] = lambda case=case: FULL_FORMATS["text"](case(), case().steps)  # type: ignore[misc]
        found[f"{person}-status.txt"] = lambda case=case: status_text(case())  # type: ignore[misc]
        found[f"{person}-status.json"] = lambda case=case: status_json(case())  # type: ignore[misc]
    found["de-fifteen-minutes.txt"] = lambda: PLAN_FORMATS["text"](germany(), germany().best_within(15))
    found["de-fifteen-minutes.json"] = lambda: PLAN_FORMATS["json"](germany(), germany().best_within(15))
    return found
