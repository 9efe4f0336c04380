"""When the answer about the place changes while a request runs, it is asked whether that was a move or a mistake."""

import pytest

from tests.core.test_residence import story
from wizard.core.snapshot import Snapshot
from wizard.views.account_actions import AskMove
from wizard.views.actions import RecordEvent
from wizard.views.move import asks_for_move, kept_place_message, move_page
from wizard.views.page import TimelineEvent
from wizard.views.request import TIMELINE, request_page

GERMANY = "country=DE services=facebook,instagram"
SENT = "case/instagram sent 2026-10-01"


def moved(country: str, *more: str) -> Snapshot:
    return story(GERMANY, SENT, *more, f"country={country}")


ASKED = [
    (moved("US"), True),
    (moved("DE"), False),
    (story(GERMANY, "country=US"), False),
    (moved("US", "case/instagram granted 2026-10-20"), False),
    (moved("US", "case/instagram closed 2026-10-20"), False),
    (moved("US", "case/instagram refused 2026-10-20"), True),
]


@pytest.mark.parametrize(("found", "asked"), ASKED)
def test_it_is_asked_only_while_a_request_runs(found: Snapshot, asked: bool) -> None:
    assert asks_for_move(found, ("country",)) is asked
    assert not asks_for_move(found, ("services",))
    assert bool(kept_place_message(found)) is asked


FUTURE = [("FR", "offers a form"), ("KR", "may offer a form"), ("US", "know of no form")]


@pytest.mark.parametrize(("country", "words"), FUTURE)
def test_the_question_says_what_a_move_changes(country: str, words: str) -> None:
    """The request stays; whether a new objection is possible depends on the new place."""
    page = move_page(moved(country))
    text = " ".join(f"{line.label} {line.text}" for line in page.lines("consequences"))
    assert "Sent from Germany, under the GDPR." in text
    assert words in text
    assert [choice.action for choice in page.choices] == [RecordEvent("residence", "moved"), RecordEvent("residence", "mistaken")]


def test_the_command_line_says_in_one_sentence_what_was_kept() -> None:
    message = kept_place_message(moved("US"))
    assert "Objection, Instagram: Sent from Germany, under the GDPR" in message
    assert message.endswith("run `protect-my-photos mark residence mistaken`.")
    assert message.count(". ") == 0


@pytest.mark.parametrize(
    ("found", "law"),
    [
        (story(GERMANY, SENT), "Sent from Germany, under the GDPR."),
        (moved("US"), "Sent from Germany, under the GDPR."),
        (story("country=BR services=instagram", SENT), "Sent from Brazil, under the LGPD."),
    ],
)
def test_the_page_shows_under_which_law_a_request_runs(found: Snapshot, law: str) -> None:
    blocks = request_page(found, "case/instagram").section(TIMELINE)
    assert law in [block.text for block in blocks if isinstance(block, TimelineEvent)]


def test_the_page_of_the_request_offers_the_question_as_long_as_it_is_open() -> None:
    assert isinstance(request_page(moved("US"), "case/instagram").choices[0].action, AskMove)
    still_there = request_page(moved("DE"), "case/instagram")
    assert not any(isinstance(choice.action, AskMove) for choice in still_there.choices)
