"""The day on which something happened to a request, and a note about it."""

from collections.abc import Sequence
from datetime import date

from wizard.core.date_input import EXAMPLES, parse_date_input
from wizard.core.formatting import format_weekday, relative_days
from wizard.core.request_kinds import find_outcome
from wizard.core.snapshot import Snapshot
from wizard.i18n import _, join_parts

from .page import Page, PageSection, TextLine, Tone

OUTCOME, NOTE_QUESTION = "outcome", "note"
"""The sections with what happened and with the question for a note."""


def event_date_page(snapshot: Snapshot, targets: Sequence[str], kind: str) -> Page:
    """Return the question for the day of an outcome; the question for a note has a section of its own."""
    outcome = find_outcome(snapshot.library, targets[0], kind)
    return Page(
        title=join_parts(snapshot.request_heading(target) for target in targets),
        sections=(
            PageSection(OUTCOME, (TextLine(outcome.label if outcome else kind, tone=Tone.STRONG),)),
            PageSection(NOTE_QUESTION, (TextLine(_("A file number or a short note, if you like:")),)),
        ),
        prompt=_("When? Type {examples}:", examples=_(EXAMPLES)),
        help=_("The time limit is counted from this day. Only the day and your own words are kept, never an e-mail."),
    )


def understood_date(text: str, today: date) -> TextLine:
    """Return which day an input means, or why it means none."""
    parsed = parse_date_input(text, today)
    if parsed.on is None:
        return TextLine(parsed.wrong, tone=Tone.ALERT if text.strip() else Tone.QUIET)
    return TextLine(f"= {format_weekday(parsed.on)}, {relative_days(parsed.on, today)}", tone=Tone.QUIET)
