"""The panels beside a question in a wide window."""

from collections.abc import Iterator

from wizard.core.snapshot import Snapshot
from wizard.i18n import _

from .actions import OpenPage, PageName
from .introduction import purpose_panels
from .key_texts import ANSWERS
from .page import TextLine, TimelineEvent, Tone
from .panel import InfoPanel
from .user_messages import answer_text


def interview_panels(snapshot: Snapshot, asked: str) -> Iterator[InfoPanel]:
    """Yield the panels beside a question: the answers so far, the questions to come, and what all of them are for.

    `asked` is the id of the question on the page.
    """
    questions, answers = snapshot.interview.questions, snapshot.interview.answers
    given = tuple(
        TextLine(text, tone=tone)
        for question in questions
        if answers.get(question.id)
        for text, tone in ((question.title, Tone.QUIET), (answer_text(snapshot, question, snapshot.answers), Tone.NORMAL))
    )
    if given:
        yield InfoPanel("answers", _("Your answers"), given, OpenPage(PageName.ANSWERS), ANSWERS.help)
    to_come = tuple(TimelineEvent(each.title) for each in questions if each.id not in answers and each.id != asked)
    if to_come:
        yield InfoPanel("to-come", _("Still to come"), to_come, OpenPage(PageName.ANSWERS), ANSWERS.help)
    yield from purpose_panels()
