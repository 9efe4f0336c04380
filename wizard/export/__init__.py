"""A case as a document: pure, text out."""

from collections.abc import Callable, Sequence
from importlib import import_module

from wizard.core.snapshot import PlanStep, Snapshot

PlanWriter = Callable[[Snapshot, Sequence[PlanStep]], str]


def _lazy_writer(module: str, name: str) -> PlanWriter:
    """A format whose module is loaded when it is first asked for."""

    def write(case: Snapshot, entries: Sequence[PlanStep]) -> str:
        return str(getattr(import_module(f"wizard.export.{module}"), name)(case, entries))

    return write


PLAN_FORMATS: dict[str, PlanWriter] = {
    "text": _lazy_writer("plan.text", "plan_text"),
    "md": _lazy_writer("plan.markdown", "plan_markdown"),
    "html": _lazy_writer("plan.html", "plan_html"),
    "json": _lazy_writer("plan.json", "plan_json"),
}
"""Each format of the plan: a function of the case and of the entries to show."""
FILE_FORMATS = PLAN_FORMATS | {"text": _lazy_writer("plan.full_text", "full_text")}
"""The same as files: on the terminal the text is short, in a file it is whole."""
