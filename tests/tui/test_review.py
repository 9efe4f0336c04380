"""The review of all answers, and the path revealed in plain words."""

import json
from pathlib import Path

import pytest

from tests.tui.making import BERLIN, Sitting, flat, living_in, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui.messages import Answered
from wizard.tui.screens.interview import InterviewScreen
from wizard.tui.screens.place_summary import PlaceSummaryScreen
from wizard.tui.widgets.option_lists import ItemList

PRIVATE = "privacy-settings/instagram-private"


async def review(person: Sitting) -> None:
    """From the welcome back to the answers."""
    await person.at("WelcomeBackScreen")
    rows = person.app.screen.query_one(ItemList)
    rows.highlighted = rows.get_option_index("answers")
    await person.go("enter", "ReviewScreen")


def asked(person: Sitting) -> str:
    """The question on screen."""
    screen = person.app.screen
    return screen.question.id if isinstance(screen, InterviewScreen) and screen.question else ""


async def test_all_answers_stand_on_one_page(on_berlin: Session) -> None:
    """Every question with what was said, in the words of the choices."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await review(person)
        await person.shows("Is this right?", "7 of 7", "Facebook; Instagram; WhatsApp", "Berlin", "Also delete posts and photos")


async def test_another_country_asks_again_only_what_depends_on_it(state: Path) -> None:
    """From Berlin to the United States: only the state is asked, and what was done stays done."""
    on = session(state, BERLIN, [(PRIVATE, "done")])
    async with sitting(wizard(on)) as person:
        await review(person)
        await person.press("down")
        await person.go("enter", "InterviewScreen")
        await person.write("United States of America")
        await person.press("enter")
        await person.until(lambda: asked(person) == "region")
        await person.press("down", "down", "enter")
        await person.at("ReviewScreen")
        await person.shows("United States")
    assert [message.question for message in person.sent(Answered)] == ["country", "region"]
    assert on.snapshot.place is not None
    assert on.snapshot.place.path == "mitigation"
    assert on.answers == living_in("US", "US-AK")
    entry = on.snapshot.step(PRIVATE)
    assert entry is not None
    assert entry.status == "done"


async def test_an_answer_without_dependants_leads_straight_back(on_berlin: Session, state: Path) -> None:
    """Who changes how far they would go sees the review again at once, with the new answer in the file."""
    async with sitting(wizard(on_berlin)) as person:
        await review(person)
        await person.press("end", "up", "up")
        await person.go("enter", "InterviewScreen")
        assert asked(person) == "depth"
        await person.press("up")
        await person.go("enter", "ReviewScreen")
    assert [message.question for message in person.sent(Answered)] == ["depth"]
    assert json.loads(state.read_text(encoding="utf-8"))["answers"]["depth"] == "limit"


async def test_what_the_interview_does_not_ask_can_be_said_there(state: Path) -> None:
    """The page says what is assumed, and takes another answer; the number of answers counts only what was asked."""
    answers = {id: values for id, values in BERLIN.items() if id not in ("account", "device")}
    on = session(state, answers)
    async with sitting(wizard(on), (80, 40)) as person:
        await review(person)
        await person.shows("7 of 7", "Personal (assumed)", "not said; the plan covers all")
        await person.press("end")
        await person.go("enter", "InterviewScreen")
        assert asked(person) == "device"
        await person.press("space")
        await person.go("enter", "ReviewScreen")
        await person.shows("7 of 7", "A computer with a web browser")
    assert on.answers == answers | {"device": ("web",)}


async def test_back_from_one_answer_changes_nothing(on_berlin: Session) -> None:
    """Escape in the middle of changing an answer leads back to the review."""
    async with sitting(wizard(on_berlin)) as person:
        await review(person)
        await person.press("end")
        await person.go("enter", "InterviewScreen")
        await person.press("space")
        await person.go("escape", "ReviewScreen")
    assert on_berlin.answers == BERLIN
    assert not person.sent(Answered)


async def test_no_plan_without_a_country(state: Path) -> None:
    """Where the country is missing, the review says so in place of leading on."""
    on = session(state, {"services": ("facebook",)})
    async with sitting(wizard(on)) as person:
        await review(person)
        await person.press("p")
        await person.shows("Your country is still missing.")
        assert person.at_now == "ReviewScreen"


@pytest.mark.parametrize(
    ("country", "region", "path", "said"),
    [
        ("DE", "DE-BE", "opt-out", "You can object."),
        ("GB", "", "opt-out", "You can object."),
        ("US", "US-TX", "mitigation", "Meta offers no form"),
        ("KR", "", "try-form", "form"),
        ("RU", "", "mitigation", "First, your safety:"),
    ],
)
async def test_the_reveal_says_what_one_can_do_there(state: Path, country: str, region: str, path: str, said: str) -> None:
    """The headline of the path, what can and cannot be done, how large the plan is; nothing else first."""
    on = session(state, living_in(country, region))
    assert on.snapshot.place is not None
    assert on.snapshot.place.path == path
    async with sitting(wizard(on), (80, 60)) as person:
        await person.at("WelcomeBackScreen")
        person.app.push_screen(PlaceSummaryScreen())
        await person.at("PlaceSummaryScreen")
        await person.shows(on.snapshot.place.regime.headlines[path], "What you can do", "What you cannot", "Your plan", said)


async def test_where_objecting_may_be_dangerous_safety_comes_first(state: Path) -> None:
    """In Russia the note on safety stands above everything that one can do."""
    async with sitting(wizard(session(state, living_in("RU"))), (80, 60)) as person:
        await person.at("WelcomeBackScreen")
        person.app.push_screen(PlaceSummaryScreen())
        await person.at("PlaceSummaryScreen")
        text = flat(person.text)
        assert 0 < text.index("First, your safety:") < text.index("What you can do")


async def test_from_the_reveal_on_and_back(on_berlin: Session) -> None:
    """Everything about the place, back to the answers, on to the plan."""
    async with sitting(wizard(on_berlin)) as person:
        await review(person)
        await person.go("p", "PlaceSummaryScreen")
        await person.go("w", "PlaceScreen")
        await person.go("escape", "PlaceSummaryScreen")
        await person.go("b", "ReviewScreen")
        await person.go("p", "PlaceSummaryScreen")
        await person.go("p", "BoardScreen")
