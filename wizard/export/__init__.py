"""A case as a document: pure, text out."""

from collections.abc import Callable, Sequence

from wizard.core.case import Case, Entry

from .data import plan_json
from .markdown import plan_markdown
from .text import plan_text

PLAN_FORMATS: dict[str, Callable[[Case, Sequence[Entry]], str]] = {"text": plan_text, "md": plan_markdown, "json": plan_json}
"""Each format of the plan: a function of the case and of the entries to show."""
