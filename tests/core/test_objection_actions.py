"""What is asked about an objection case: what was done, what came back, and which events that can be."""

from tests.making import OUTCOMES, case, event, form_step, library, said
from wizard.core.objection_actions import REPLIES, available_actions, is_sent, outcomes_for_reply

HERE = said(country="DE", services="facebook")
MADE = library(form_step("facebook"))


def test_before_it_was_sent_only_sending_can_have_happened() -> None:
    """Nothing comes back of what never went out."""
    found = case(MADE, HERE)
    assert not is_sent(found.objections[0])
    assert [id for id, _ in available_actions(found, found.objections[0])] == ["sent", "prepared"]


def test_afterwards_one_can_do_what_the_place_knows() -> None:
    """A rung that the regime does not have is not offered; closing the case always is."""
    found = case(MADE, HERE, event("case/facebook", "sent"))
    assert is_sent(found.objections[0])
    assert [id for id, _ in available_actions(found, found.objections[0])] == ["closed"]


def test_every_answer_leads_to_events_and_every_such_event_has_an_answer() -> None:
    """Nothing that can come back is out of reach."""
    found = case(MADE, HERE)
    offered = {id for answer, _ in REPLIES for id, _ in outcomes_for_reply(found, answer)}
    assert offered == {outcome.id for outcome in OUTCOMES.values() if outcome.question}
    assert all(outcomes_for_reply(found, answer) for answer, _ in REPLIES)
