"""What a letter says about the law, with the confidence and the sources of each statement."""

from wizard.core.formatting import CONFIDENCE, DISCLAIMER, confidence_note, format_date, in_brackets
from wizard.core.letter.models import LegalStatement, Letter
from wizard.core.snapshot import Snapshot
from wizard.i18n import _, with_colon

from .page import Page, PageSection, TextLine
from .sources import with_sources


def legal_statements_page(snapshot: Snapshot, letter_id: str) -> Page:
    """Return the statements of a letter that apply at the place of the user, and their sources."""
    letter = snapshot.library.letters[letter_id]
    statements = applicable_legal_statements(letter, snapshot)
    lines = tuple(map(_statement_line, statements)) or (TextLine(_("It names no article of a law.")),)
    confidence, day = CONFIDENCE[letter.confidence], format_date(letter.checked)
    checked = _("Pages read {day}: {confidence}. {disclaimer}", day=day, confidence=confidence, disclaimer=DISCLAIMER)
    page = Page(
        title=_("What the letter is based on"),
        status=(letter.title,),
        sections=(PageSection("statements", lines), PageSection("checked", (TextLine(checked),))),
    )
    return with_sources(page, snapshot, (*(each.source for each in statements), *letter.sources))


def applicable_legal_statements(letter: Letter, snapshot: Snapshot) -> list[LegalStatement]:
    """Return the legal statements of the letter whose law applies to the user; all if no place is known."""
    laws, facts = snapshot.library.laws, snapshot.interview.facts
    return [each for each in letter.statements if snapshot.place is None or not each.law or laws[each.law].when.holds(facts)]


def _statement_line(statement: LegalStatement) -> TextLine:
    label = with_colon(statement.article) if statement.article else ""
    return TextLine(f"{statement.text}{in_brackets(confidence_note(statement.confidence))}", label)
