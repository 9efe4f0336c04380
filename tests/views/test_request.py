"""The page of an objection: what was done, what came back, and which outcomes that can be."""

import pytest

from tests.making import OUTCOMES, REQUESTS, case, event, form_step, library, said
from wizard.core.event import Event
from wizard.core.request_kinds import recordable_outcomes
from wizard.core.snapshot import Snapshot
from wizard.views.account_actions import NameAccount, OpenAccount
from wizard.views.actions import AskFormResult, AskOutcome, OpenRequest, RecordOutcome, UndoLast, WriteLetter, WriteNote
from wizard.views.page import TimelineEvent
from wizard.views.request import (
    ADVICE,
    NOTES,
    RECOMMENDATION,
    REPLIES,
    STATUS,
    TIMELINE,
    complaint_within,
    reply_page,
    request_page,
    requests_page,
)

TARGET = "case/facebook"
COMPLAINT = "case/authority-complaint"
HERE = said(country="DE", services="facebook")
MADE = library(form_step("facebook"))
SENT = event(TARGET, "sent")


def after(*events: Event) -> Snapshot:
    """Return the snapshot of a user of Facebook in Germany after these events."""
    return case(MADE, HERE, *events)


@pytest.mark.parametrize(
    ("events", "prompt", "recordable"),
    [
        ((), "What did you do?", ["sent", "prepared", "unreachable"]),
        ((SENT,), "What came back, or what did you do?", ["closed"]),
    ],
    ids=["not sent", "sent"],
)
def test_the_question_follows_the_events(events: tuple[Event, ...], prompt: str, recordable: list[str]) -> None:
    """Before sending no reply is possible; afterwards only escalations of the place, and closing, are offered."""
    page = request_page(after(*events), TARGET)
    assert page.prompt == prompt
    assert [each.action for each in page.choices if isinstance(each.action, RecordOutcome)] == [
        RecordOutcome(TARGET, kind) for kind in recordable
    ]
    replies = [each.action.reply for each in page.choices if isinstance(each.action, AskOutcome)]
    assert replies == ([id for id, _ in REPLIES if id != "authority"] if events else [])


def test_every_reply_leads_to_outcomes_and_every_outcome_has_a_reply() -> None:
    """Each outcome with a question can be reached from exactly one reply; one that is alone is offered at once."""
    reached: set[str] = set()
    for kind in REQUESTS.values():
        begun = after(event(kind.target, "sent"), *([event(kind.target, "complaint")] if kind.group != "complaint" else []))
        pages = {reply: reply_page(begun, kind.target, reply) for reply, _ in REPLIES}
        choices = request_page(begun, kind.target).choices
        asked = {each.action.reply for each in choices if isinstance(each.action, AskOutcome)}
        assert asked == {reply for reply, page in pages.items() if len(page.choices) > 1}, kind.id
        told = {each.action.kind for each in choices if isinstance(each.action, RecordOutcome)}
        assert {page.choices[0].id for page in pages.values() if len(page.choices) == 1} <= told, kind.id
        ids = [choice.id for page in pages.values() for choice in page.choices]
        assert len(ids) == len(set(ids)), kind.id
        assert set(ids) <= set(recordable_outcomes(begun.library, kind)), kind.id
        reached |= set(ids)
    assert reached == {outcome.id for outcome in OUTCOMES.values() if outcome.question}


def test_an_outcome_of_earlier_records_is_not_offered() -> None:
    """One that is still an answer to the question, but said to be kept only, is left out; the others stay."""
    kept = {id: outcome._replace(offered=id != "refused") for id, outcome in OUTCOMES.items()}
    offered = [
        {choice.id for choice in reply_page(case(made, HERE, SENT), TARGET, "bad").choices}
        for made in (MADE, MADE._replace(outcomes=kept))
    ]
    assert offered[0] - offered[1] == {"refused"}
    assert offered[1]


def test_the_sections_stand_in_the_order_of_importance() -> None:
    """Status and timeline, then what to do; the label is there for a reader who hears the page."""
    page = request_page(after(SENT), TARGET)
    assert [section.id for section in page.sections] == [STATUS, TIMELINE, RECOMMENDATION, ADVICE, NOTES]
    first = page.section(TIMELINE)[0]
    assert isinstance(first, TimelineEvent)
    assert first.text == OUTCOMES["sent"].label
    assert page.lines(RECOMMENDATION)[0].label == "What to do:"
    assert [tool.action for tool in page.tools] == [WriteNote(TARGET), OpenAccount(TARGET), NameAccount(TARGET), UndoLast()]


def test_the_letter_is_a_choice_of_its_own() -> None:
    """Before sending the form comes first and the letter last."""
    *_, last = request_page(after(), TARGET).choices
    assert last.action == WriteLetter("objection", TARGET)


def test_the_list_opens_each_objection() -> None:
    """One choice for each objection, with what to do below its name."""
    page = requests_page(after())
    assert [choice.action for choice in page.choices] == [OpenRequest(TARGET), OpenRequest(COMPLAINT)]
    assert page.choices[0].summary


def test_the_list_offers_other_requests_until_they_have_begun() -> None:
    """One that has not begun is offered and is nowhere else; once sent, it is listed with its day."""
    offered = requests_page(after()).choice(COMPLAINT)
    assert offered.hint == "if you need it"
    assert [each.target for each in after().requests] == [TARGET]
    assert request_page(after(), COMPLAINT).choice("sent").action == RecordOutcome(COMPLAINT, "sent")
    followed = requests_page(after(event(COMPLAINT, "sent"))).choice(COMPLAINT)
    assert (followed.action, followed.hint) == (OpenRequest(COMPLAINT), "with the authority, due 23 Feb 2027 (in 92 days)")


def test_without_an_objection_a_sentence_says_so() -> None:
    """The list asks whether the form opened all the same, which brings the objections into the plan."""
    nothing = case(library(), HERE)
    assert requests_page(nothing).section("message")
    assert [choice.action for choice in requests_page(nothing).choices] == [AskFormResult(), OpenRequest(COMPLAINT)]
    gone = request_page(nothing, TARGET)
    assert gone.section("message")
    assert not gone.choices


def test_a_complaint_is_offered_once() -> None:
    """Where an objection is with the authority already, its complaint is followed there and not a second time."""
    complained = after(SENT, event(TARGET, "complaint"))
    assert OpenRequest(COMPLAINT) in [each.action for each in requests_page(after(SENT)).choices]
    assert OpenRequest(COMPLAINT) not in [each.action for each in requests_page(complained).choices]
    kind = REQUESTS[COMPLAINT.removeprefix("case/")]
    assert [each and each.target for each in (complaint_within(after(SENT), kind), complaint_within(complained, kind))] == [
        None,
        TARGET,
    ]
    own = after(event(COMPLAINT, "sent"))
    assert complaint_within(own, kind) is None
    assert OpenRequest(COMPLAINT) in [each.action for each in requests_page(own).choices]
