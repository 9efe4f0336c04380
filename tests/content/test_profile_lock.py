"""Lock profile: a step of its own where it is reported, a sentence elsewhere, and nowhere a word that denies what it does."""

import pytest

from wizard.core.content_models import Library
from wizard.core.snapshot import Snapshot, build_snapshot

from .test_shipped import TODAY

LOCK, PAST = "limit-visibility/facebook-profile-locking", "privacy-settings/facebook-limit-past-posts"
REPORTED = ("IN", "AF", "UA", "AR", "CL", "CO", "EG", "IQ", "MA", "SA", "SD", "TR")


def plan(content: Library, country: str, services: str = "facebook", visibility: str = "mixed") -> Snapshot:
    """The case of somebody there who limits what can be seen."""
    said = {"country": country, "visibility": visibility, "account": "personal", "depth": "limit"}
    answers = {id: (value,) for id, value in said.items()}
    return build_snapshot(content, {**answers, "services": tuple(services.split())}, (), TODAY)


def words(case: Snapshot, id: str) -> str:
    """All that the step says."""
    entry = case.step(id)
    assert entry, id
    return "\n".join((entry.step.intro, *(each.text for each in entry.step.sections)))


def test_it_is_offered_where_it_is_reported_and_nowhere_else(content: Library) -> None:
    """In the twelve countries of which there is a report."""
    found = [country for country in content.countries if plan(content, country).step(LOCK)]
    assert sorted(found) == sorted(REPORTED)


@pytest.mark.parametrize("country", REPORTED)
def test_it_comes_first_for_facebook(content: Library, country: str) -> None:
    """Two minutes for everything public at once: no other step for the account brings as much so fast."""
    case = plan(content, country)
    assert case.next_step
    assert (case.next_step.id, case.next_step.step.minutes, case.next_step.step.impact) == (LOCK, 2, 5)
    both = [each.id for each in plan(content, country, "facebook instagram").open_steps if "facebook" in each.id]
    assert both[0] == LOCK


@pytest.mark.parametrize(("services", "visibility"), [("instagram", "public"), ("facebook", "private")])
def test_it_is_not_for_whom_it_changes_nothing(content: Library, services: str, visibility: str) -> None:
    """Without Facebook, or with nothing public."""
    assert plan(content, "IN", services, visibility).step(LOCK) is None


@pytest.mark.parametrize("country", ["US", "DE", "BR", "IN"])
def test_whoever_finds_it_in_their_menu_is_told_to_use_it(content: Library, country: str) -> None:
    """Meta has confirmed no list of countries."""
    said = words(plan(content, country), PAST)
    assert "1. If your profile menu (**•••**) shows **Lock profile**, use that" in said


def test_what_it_does_and_what_stays_public_is_said(content: Library) -> None:
    """Nobody is told that no photo becomes non-public by it, and its old name leads to no other step."""
    said = words(plan(content, "IN"), LOCK)
    assert all(each in said for each in ("hides your photos", "Restringir perfil", "your name", "assume that it does"))
    assert not [
        step.id for step in content.steps.values() for each in step.sections if "No photo becomes non-public" in each.text
    ]
    assert content.current_id(LOCK) == LOCK


def test_a_code_is_valid_for_an_hour(content: Library) -> None:
    """It need not come within one: after that, the form is sent again."""
    said = content.articles[content.current_id("objection/note-the-answer")].text
    assert "valid for one hour" in said
    assert "came within an hour" not in said
