"""Documents for the user, built from a snapshot. Every function returns text, or a PDF as bytes, and writes nothing."""

from collections.abc import Callable, Sequence
from importlib import import_module

from wizard.core.plan_entries import PlanStep
from wizard.core.snapshot import Snapshot

PlanWriter = Callable[[Snapshot, Sequence[PlanStep]], str]


def _lazy_writer(module: str, name: str) -> PlanWriter:
    """Return a writer that imports its module on first use."""

    def write(snapshot: Snapshot, plan_steps: Sequence[PlanStep]) -> str:
        return str(getattr(import_module(f"wizard.export.{module}"), name)(snapshot, plan_steps))

    return write


PLAN_FORMATS: dict[str, PlanWriter] = {
    "text": _lazy_writer("plan.text", "plan_text"),
    "md": _lazy_writer("plan.text", "short_markdown"),
    "html": _lazy_writer("plan.html", "short_html"),
    "json": _lazy_writer("plan.json", "plan_json"),
}
"""The short form in each format, on one page; the JSON is always whole. Functions take the snapshot and the steps to show."""
FULL_FORMATS: dict[str, PlanWriter] = {
    "text": _lazy_writer("plan.text", "full_text"),
    "md": _lazy_writer("plan.text", "plan_markdown"),
    "html": _lazy_writer("plan.html", "plan_html"),
    "json": _lazy_writer("plan.json", "plan_json"),
}
"""The whole plan in each format: the short form, then every step with its taps, links, limits and sources."""


def plan_as_pdf(snapshot: Snapshot, plan_steps: Sequence[PlanStep], *, is_whole: bool) -> bytes:
    """Return the plan as a PDF, in short or whole. Raises WizardError if the package that makes PDFs is not installed."""
    from .plan.pdf import plan_pdf, short_pdf

    return plan_pdf(snapshot, plan_steps) if is_whole else short_pdf(snapshot, plan_steps)
