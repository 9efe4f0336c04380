"""How to ask Meta for an export, for those who have none yet."""

from wizard.core.blocks import build_list
from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from . import audit_messages
from .audit_sentences import json_instructions
from .help_texts import SPOKEN_AUDIT
from .page import Page, PageSection
from .step import link_choices

EXPORT_STEP = "delete-your-data/export-your-data"
"""The step that has the addresses where an export is ordered."""


def export_request_steps() -> tuple[str, ...]:
    """Return how to ask Meta for an export that can be counted, step by step."""
    return json_instructions()[1:-1]


def export_request_page(snapshot: Snapshot) -> Page:
    """Return how to ask Meta for an export, and the links to where that is done."""
    plan_step = snapshot.any_step(EXPORT_STEP)
    return Page(
        title=_(audit_messages.NO_EXPORT_YET),
        sections=(PageSection("how", (build_list(export_request_steps(), numbered=True),), is_introduction=True),),
        prompt=_(audit_messages.WHAT_NOW),
        choices=tuple(link_choices(plan_step)) if plan_step else (),
        help=_(SPOKEN_AUDIT),
    )
