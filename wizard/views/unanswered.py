"""What a page says that needs the country, before the user has named it: the way to the questions."""

from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .actions import AskQuestions
from .page import Page, PageChoice, message_page


def unanswered_page(snapshot: Snapshot, title: str) -> Page:
    """Return that the country is not known yet, with the choice that goes on with the questions."""
    question = snapshot.interview.next()
    label = _("Start with the questions")
    if snapshot.interview.answers and question:
        label = _("Go on with the questions: {question}", question=question.title)
    page = message_page(title, _("Your country is not known yet."))
    choices = (PageChoice("on", label, AskQuestions()),) if question else ()
    return page._replace(prompt=_("What now?"), choices=choices)
