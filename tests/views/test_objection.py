"""The page of an objection: what was done, what came back, and which outcomes that can be."""

import pytest

from tests.making import OUTCOMES, case, event, form_step, library, said
from wizard.core.event import Event
from wizard.core.snapshot import Snapshot
from wizard.views.account_actions import NameAccount, OpenAccount
from wizard.views.actions import AskFormResult, AskOutcome, OpenObjection, RecordOutcome, UndoLast, WriteLetter, WriteNote
from wizard.views.objection import (
    ADVICE,
    NOTES,
    RECOMMENDATION,
    REPLIES,
    STATUS,
    TIMELINE,
    objection_page,
    objections_page,
    reply_page,
)
from wizard.views.page import TimelineEvent

TARGET = "case/facebook"
HERE = said(country="DE", services="facebook")
MADE = library(form_step("facebook"))
SENT = event(TARGET, "sent")


def after(*events: Event) -> Snapshot:
    """Return the snapshot of a user of Facebook in Germany after these events."""
    return case(MADE, HERE, *events)


@pytest.mark.parametrize(
    ("events", "prompt", "recordable"),
    [
        ((), "What did you do?", ["sent", "prepared"]),
        ((SENT,), "What came back, or what did you do?", ["closed"]),
    ],
    ids=["not sent", "sent"],
)
def test_the_question_follows_the_events(events: tuple[Event, ...], prompt: str, recordable: list[str]) -> None:
    """Before sending no reply is possible; afterwards only escalations of the place, and closing, are offered."""
    page = objection_page(after(*events), TARGET)
    assert page.prompt == prompt
    assert [each.action for each in page.choices if isinstance(each.action, RecordOutcome)] == [
        RecordOutcome(TARGET, kind) for kind in recordable
    ]
    replies = [each.action.reply for each in page.choices if isinstance(each.action, AskOutcome)]
    assert replies == ([id for id, _ in REPLIES] if events else [])


def test_every_reply_leads_to_outcomes_and_every_outcome_has_a_reply() -> None:
    """Each outcome with a question can be reached from exactly one reply."""
    pages = [reply_page(after(SENT), TARGET, reply) for reply, _ in REPLIES]
    assert all(page.choices for page in pages)
    reached = [choice.id for page in pages for choice in page.choices]
    assert sorted(reached) == sorted(outcome.id for outcome in OUTCOMES.values() if outcome.question)


def test_the_sections_stand_in_the_order_of_importance() -> None:
    """Status and timeline, then what to do; the label is there for a reader who hears the page."""
    page = objection_page(after(SENT), TARGET)
    assert [section.id for section in page.sections] == [STATUS, TIMELINE, RECOMMENDATION, ADVICE, NOTES]
    first = page.section(TIMELINE)[0]
    assert isinstance(first, TimelineEvent)
    assert first.text == OUTCOMES["sent"].label
    assert page.lines(RECOMMENDATION)[0].label == "What to do:"
    assert [tool.action for tool in page.tools] == [WriteNote(TARGET), OpenAccount(TARGET), NameAccount(TARGET), UndoLast()]


def test_the_letter_is_a_choice_of_its_own() -> None:
    """Before sending the form comes first and the letter last."""
    *_, last = objection_page(after(), TARGET).choices
    assert last.action == WriteLetter("objection", TARGET)


def test_the_list_opens_each_objection() -> None:
    """One choice for each objection, with what to do below its name."""
    page = objections_page(after())
    assert [choice.action for choice in page.choices] == [OpenObjection(TARGET)]
    assert page.choices[0].summary


def test_without_an_objection_a_sentence_says_so() -> None:
    """The list asks whether the form opened all the same, which brings the objections into the plan."""
    nothing = case(library(), HERE)
    assert objections_page(nothing).section("message")
    assert [choice.action for choice in objections_page(nothing).choices] == [AskFormResult()]
    gone = objection_page(nothing, TARGET)
    assert gone.section("message")
    assert not gone.choices
