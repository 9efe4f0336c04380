"""The day on which something happened to a request, and a note about it."""

from collections.abc import Sequence
from datetime import date

from wizard.core.date_format import format_date
from wizard.core.date_input import EXAMPLES, DateInput, parse_event_day
from wizard.core.event_day import first_possible_day
from wizard.core.formatting import format_weekday, relative_days
from wizard.core.request_kinds import find_outcome
from wizard.core.snapshot import Snapshot
from wizard.errors import WizardError
from wizard.i18n import _, join_parts

from .error_messages import error_text
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


def parse_event_date(snapshot: Snapshot, targets: Sequence[str], kind: str, text: str) -> DateInput:
    """Parse the day on which something happened to these requests: not in the future, and not before they were sent."""
    parsed = parse_event_day(text, snapshot.today)
    first_days = (
        first_possible_day(snapshot.library, target, kind, snapshot.progress.requests.get(target, ())) for target in targets
    )
    sent = max(filter(None, first_days), default=None)
    if parsed.on and sent and parsed.on < sent:
        error = WizardError("day-before-sending", day=format_date(parsed.on), sent=format_date(sent))
        return DateInput(None, error_text(error))
    return parsed


def understood_date(parsed: DateInput, today: date, *, is_empty: bool) -> TextLine:
    """Return which day an input means, or why it means none; quietly while the input is still empty."""
    if parsed.on is None:
        return TextLine(parsed.wrong, tone=Tone.QUIET if is_empty else Tone.ALERT)
    return TextLine(f"= {format_weekday(parsed.on)}, {relative_days(parsed.on, today)}", tone=Tone.QUIET)
