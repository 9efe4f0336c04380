"""The panels beside a question in a wide window."""

from collections.abc import Iterator

from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .actions import OpenArticle, OpenPage, PageName
from .home import FIRST_ARTICLE, welcome_page
from .info_panels import InfoPanel
from .key_texts import ANSWERS, LEARN
from .page import TextLine, Tone
from .user_messages import answer_text


def interview_panels(snapshot: Snapshot) -> Iterator[InfoPanel]:
    """Yield the panels beside a question: the answers so far, and what the questions are for."""
    given = [each for each in snapshot.interview.questions if snapshot.interview.answers.get(each.id)]
    answers = (
        TextLine(text, tone=tone)
        for question in given
        for text, tone in ((question.title, Tone.QUIET), (answer_text(snapshot, question, snapshot.answers), Tone.NORMAL))
    )
    if given:
        yield InfoPanel("answers", _("Your answers"), tuple(answers), OpenPage(PageName.ANSWERS), ANSWERS.help)
    welcome = welcome_page()
    lines = tuple(block for section in welcome.sections for block in section.blocks)
    yield InfoPanel("welcome", welcome.title, lines, OpenArticle(FIRST_ARTICLE), LEARN.help)
