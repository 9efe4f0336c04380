"""Accounts in line mode: the same pages as in the full screen, and the same question after a move."""

from pathlib import Path

import pytest

from tests.plain.telling import BERLIN, heard, session
from wizard.content.content_loader import load_shipped_content
from wizard.storage.session import Session

SHOP = "case/instagram:shop"
REQUESTS, ANSWERS = "4", "My answers"


@pytest.fixture
def on_sent(tmp_path: Path) -> Session:
    """Somebody in Berlin who has sent the objection for Instagram."""
    return session(tmp_path / "state.json", BERLIN, [("case/instagram", "sent", "2026-11-20")], load_shipped_content())


ADD, ACCOUNTS_OF_THREE = "11", "11"
"""The row that adds an account stands behind four objections, five other requests and the row of accounts.

With a third account that has an objection, the row of accounts is there.
"""


def targets(on: Session) -> list[str]:
    return [each.target for each in on.snapshot.requests]


def test_an_account_is_added_and_its_page_follows(on_sent: Session) -> None:
    """Service, nickname, then the page of the account with its questions."""
    said = heard(on_sent, REQUESTS, ADD, "2", "shop", "1", "2", "b", "b")
    assert "Added to your accounts: Instagram (shop)." in said
    assert "Recorded. Instagram (shop): It's mine, but I can't get in." in said
    assert "write the objection as a letter" in said
    assert SHOP in targets(on_sent)


def test_going_back_adds_nothing(on_sent: Session) -> None:
    heard(on_sent, REQUESTS, ADD, "2", "b")
    heard(on_sent, REQUESTS, ADD, "b")
    assert SHOP not in targets(on_sent)


def test_a_nickname_that_is_taken_is_asked_for_again(on_sent: Session) -> None:
    said = heard(on_sent, REQUESTS, ADD, "2", "shop", "b", "12", "2", "SHOP", "old one", "b", "b")
    assert "You have an account with this nickname already." in said
    assert targets(on_sent)[1:4] == ["case/instagram", SHOP, "case/instagram:old one"]


def test_an_account_is_taken_off_the_list_only_after_a_question(on_sent: Session) -> None:
    """The choice that keeps it is the first one, and Enter takes it."""
    on_sent.mark(SHOP, "added")
    heard(on_sent, REQUESTS, ACCOUNTS_OF_THREE, "3", "6", "")
    assert SHOP in targets(on_sent)
    said = heard(on_sent, REQUESTS, ACCOUNTS_OF_THREE, "3", "6", "2")
    assert "Taken off your list: Instagram (shop)." in said
    assert SHOP not in targets(on_sent)


@pytest.mark.parametrize(("reply", "country"), [("1", "DE"), ("2", "AT"), ("b", "DE")])
def test_a_changed_country_asks_whether_that_was_a_move(on_sent: Session, reply: str, country: str) -> None:
    said = heard(on_sent, ANSWERS, "2", "Austria", "1", reply, "1")
    assert "Did you move, or was this a mistake?" in said
    [found] = [each for each in on_sent.snapshot.requests if each.target == "case/instagram"]
    assert found.place
    assert found.place.country.alpha2 == country


def test_it_is_not_asked_again_once_it_is_answered(on_sent: Session) -> None:
    heard(on_sent, ANSWERS, "2", "Austria", "1", "1", "1")
    said = heard(on_sent, ANSWERS, "2", "Austria", "1", "1")
    assert "Did you move" not in said
