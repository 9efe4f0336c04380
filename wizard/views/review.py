"""All answers on one page, to be changed or accepted."""

from collections.abc import Iterator

from wizard.core.content_models import Question
from wizard.core.snapshot import Snapshot
from wizard.i18n import N_, _, join_parts

from .actions import AcceptAnswers, ChangeAnswer
from .page import Page, PageChoice, Tone
from .user_messages import answer_text

COUNTRY_MISSING = N_("Your country is still missing.")


def review_page(snapshot: Snapshot) -> Page:
    """Return the answers, each as a choice; first the choice that accepts them. The hint of an open one stands out."""
    interview = snapshot.interview
    return Page(
        title=_("Your answers"),
        status=(_("{answered} of {count}", answered=interview.answered_count, count=len(interview.questions)),),
        prompt=_("Is this right? Choose an answer to change it."),
        choices=(PageChoice("go on", _("Yes, go on"), AcceptAnswers()), *_answers(snapshot)),
        help=_("Change any answer; only what depends on it is asked again, and nothing you did is lost."),
    )


def _answers(snapshot: Snapshot) -> Iterator[PageChoice]:
    for question in snapshot.interview.questions:
        tone = Tone.NORMAL if snapshot.interview.answers.get(question.id) else Tone.ALERT
        text = answer_text(snapshot, question, snapshot.answers)
        yield PageChoice(question.id, question.title, ChangeAnswer(question.id), hint=text, tone=tone)
    for question in snapshot.interview.unasked:
        if question.changeable:
            yield PageChoice(question.id, question.title, ChangeAnswer(question.id), hint=_assumed_text(snapshot, question))


def _assumed_text(snapshot: Snapshot, question: Question) -> str:
    """Return the answer to a question that the interview does not ask, or what is assumed without one."""
    if snapshot.interview.answers.get(question.id):
        return answer_text(snapshot, question, snapshot.answers)
    facts = snapshot.interview.facts.get(question.id, frozenset())
    assumed = join_parts(option.label for option in question.choices if option.id in facts and not option.implies)
    return _("{answer} (assumed)", answer=assumed) if assumed else _("not said; the plan covers all")
