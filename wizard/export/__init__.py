"""A case as a document: pure, text out."""

from collections.abc import Callable, Sequence
from importlib import import_module

from wizard.core.case import Case, Entry

Write = Callable[[Case, Sequence[Entry]], str]


def _late(module: str, name: str) -> Write:
    """A format whose module is loaded when it is first asked for."""

    def write(case: Case, entries: Sequence[Entry]) -> str:
        return str(getattr(import_module(f"wizard.export.{module}"), name)(case, entries))

    return write


PLAN_FORMATS: dict[str, Write] = {
    "text": _late("text", "plan_text"),
    "md": _late("markdown", "plan_markdown"),
    "html": _late("html", "plan_html"),
    "json": _late("data", "plan_json"),
}
"""Each format of the plan: a function of the case and of the entries to show."""
FILE_FORMATS = PLAN_FORMATS | {"text": _late("whole_text", "whole_text")}
"""The same as files: on the terminal the text is short, in a file it is whole."""
