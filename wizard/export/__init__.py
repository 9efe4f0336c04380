"""A case as a document: pure, text out."""

from collections.abc import Callable, Sequence

from wizard.core.case import Case, Entry

from .data import plan_json
from .markdown import plan_markdown
from .text import plan_text


def _plan_html(case: Case, entries: Sequence[Entry]) -> str:
    """The page; what draws it is loaded only now."""
    from .html import plan_html

    return plan_html(case, entries)


PLAN_FORMATS: dict[str, Callable[[Case, Sequence[Entry]], str]] = {
    "text": plan_text,
    "md": plan_markdown,
    "html": _plan_html,
    "json": plan_json,
}
"""Each format of the plan: a function of the case and of the entries to show."""
