"""The interview: one question a screen, each answer saved as it is given, back and skip always possible."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, Sitting, flat, session, sitting, wizard
from wizard.tui.messages import Answered
from wizard.tui.screens.interview import InterviewScreen
from wizard.tui.widgets.option_lists import ChoiceList
from wizard.views.interview import BY_LETTERS


def kept(state: Path) -> dict[str, Any]:
    """The answers that stand in the state file."""
    answers: dict[str, Any] = json.loads(state.read_text(encoding="utf-8"))["answers"]
    return answers


def asked(person: Sitting) -> str:
    """The question on screen."""
    screen = person.app.screen
    return screen.question.id if isinstance(screen, InterviewScreen) and screen.question else ""


async def question(person: Sitting, id: str) -> None:
    """Wait until this question is asked."""
    await person.until(lambda: asked(person) == id, id)
    await person.pilot.pause()


ASKED = [id for id in BERLIN if id not in ("account", "device")]
"""The questions of the interview, in order."""


async def begin(person: Sitting) -> None:
    """From the welcome to the first question."""
    await person.at("WelcomeScreen")
    await person.go("enter", "InterviewScreen")
    await question(person, "country")


async def test_the_whole_interview_by_keys(state: Path) -> None:
    """From an empty state to the board, for a person in Berlin, without the mouse; each answer is in the file at once."""
    app = wizard(session(state))
    async with sitting(app) as person:
        await begin(person)
        for keys, follows, answer in (
            ("Germany,enter", "region", ("country", "DE")),
            ("down,down,down,enter", "services", ("region", "DE-BE")),
            ("space,down,space,enter", "visibility", ("services", ["facebook", "instagram"])),
            ("down,enter", "habits", ("visibility", "public")),
            ("end,space,enter", "people", ("habits", ["none"])),
            ("space,enter", "depth", ("people", ["others-post"])),
        ):
            await press(person, keys)
            await question(person, follows)
            await person.shows("✓ saved")
            assert kept(state)[answer[0]] == answer[1]
        await press(person, "down,down,enter")
        await person.at("ReviewScreen")
        assert kept(state)["depth"] == "delete"
        await person.go("enter", "PlaceSummaryScreen")
        await person.shows("You can object")
        await person.go("p", "BoardScreen")
        await person.shows("Berlin, Germany · GDPR · you can object", "Now", "Your plan")
    assert [message.question for message in person.sent(Answered)] == ASKED
    assert app.snapshot.interview.next() is None
    assert app.snapshot.place is not None
    assert app.snapshot.place.path == "opt-out"


@pytest.mark.parametrize(
    ("typed", "found", "where"),
    [
        ("Texas", "US-TX", "Typed: Texas"),
        ("new y", "US-NY", "Typed: new y"),
        ("york", "US-NY", "Typed: york"),
        ("tezx", "US-TX", "Typed: tex"),
        ("bsq", "", "Typed: s"),
    ],
)
async def test_in_a_long_list_letters_lead_to_a_place(state: Path, typed: str, found: str, where: str) -> None:
    """No letter is a key there: “Texas” skips nothing and “b” does not lead back; letters that begin no name are not taken."""
    app = wizard(session(state, {"country": ("US",)}))
    async with sitting(app) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        await question(person, "region")
        await person.shows(BY_LETTERS)
        for letter in typed:
            await person.press("space" if letter == " " else letter)
        await person.shows(where)
        assert asked(person) == "region"
        choices = app.screen.query_one(ChoiceList)
        assert found == (choices.highlighted_choice.id if found and choices.highlighted_choice else "")
        await person.press("enter" if found else "ctrl+s")
        await question(person, "services")
    assert app.session.answers["region"] == ((found,) if found else ())


async def press(person: Sitting, keys: str) -> None:
    """Press keys; words are typed."""
    for key in keys.split(","):
        await (person.write(key) if key[0].isupper() else person.press(key))


async def test_back_from_every_question_loses_nothing(state: Path) -> None:
    """Back leads through all questions to the beginning, and every answer is as it was."""
    app = wizard(session(state, BERLIN))
    before = kept(state)
    async with sitting(app) as person:
        await person.at("WelcomeBackScreen")
        await person.press("down", "down")
        await person.go("enter", "ReviewScreen")
        app.push_screen(InterviewScreen("depth"))
        for id in reversed(ASKED):
            await question(person, id)
            if id != "country":
                await person.press("b" if id in ("habits", "people") else "left" if id == "depth" else "escape")
        await person.press("backspace", "x", "y")
        await person.go("escape", "ReviewScreen")
    assert kept(state) == before
    assert not person.sent(Answered)


@pytest.mark.parametrize("typed", ["Atlant", "[/b]", "   ", "s", "?"])
async def test_back_works_from_a_field_with_any_text_in_it(state: Path, typed: str) -> None:
    """Letters in the field are text, also those that are keys elsewhere; escape leads back."""
    async with sitting(wizard(session(state))) as person:
        await begin(person)
        await person.write(typed)
        await person.until(lambda: person.app.screen.query_one(Input).value == typed)
        await person.go("escape", "WelcomeScreen")
        assert not state.exists()


async def test_a_skipped_question_stays_open_and_the_plan_covers_every_case(state: Path) -> None:
    """Skip is an answer: it is kept as null, and the next question follows."""
    app = wizard(session(state, {"country": ("GB",)}))
    async with sitting(app) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        for id in ("services", "visibility"):
            await question(person, id)
            await person.press("s")
        await question(person, "habits")
    assert kept(state) == {"country": "GB", "services": None, "visibility": None}
    assert {"facebook", "threads"} <= app.snapshot.interview.facts["services"]


async def test_the_country_cannot_be_skipped(state: Path) -> None:
    """Without a country there is no path; `s` is a letter there, and an empty field goes nowhere."""
    async with sitting(wizard(session(state))) as person:
        await begin(person)
        await person.press("enter", "s")
        assert asked(person) == "country"
        assert person.app.screen.query_one(Input).value == "s"
    assert not person.sent(Answered)


async def test_none_of_these_excludes_the_others(state: Path) -> None:
    """Choosing "none" takes the others back, and choosing another one takes "none" back."""
    async with sitting(wizard(session(state, {"country": ("GB",)}))) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        await question(person, "services")
        choices = person.app.screen.query_one(ChoiceList)
        await person.press("space", "down", "space")
        assert [*choices.chosen] == ["facebook", "instagram"]
        await person.press("end", "space")
        assert [*choices.chosen] == ["none"]
        await person.shows("[x] None", "[ ] Facebook")
        await person.press("home", "space")
        assert [*choices.chosen] == ["facebook"]


async def test_enter_with_nothing_chosen_says_how_to_go_on(state: Path) -> None:
    """Where several may be chosen, an empty choice is not taken for an answer."""
    async with sitting(wizard(session(state, {"country": ("GB",)}))) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        await question(person, "services")
        await person.press("enter")
        await person.shows("Nothing is chosen yet: space chooses, s skips.")
    assert "services" not in kept(state)


@pytest.mark.parametrize(("country", "id"), [("DE", "region"), ("GB", "visibility")])
async def test_one_enter_too_many_records_no_answer(state: Path, country: str, id: str) -> None:
    """Where one is chosen, no row is marked at first; an arrow marks one, and what was answered before stays marked."""
    async with sitting(wizard(session(state, {"country": (country,)}))) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        if id == "visibility":
            await question(person, "services")
            await person.press("space", "enter")
        await question(person, id)
        await person.press("enter")
        await person.shows("Nothing is chosen yet: the arrow keys move, Enter takes a line.")
        assert id not in kept(state)
        await person.press("down", "enter")
        await person.until(lambda: asked(person) != id)
        first = kept(state)[id]
        await person.press("escape")
        await question(person, id)
        await person.press("enter")
        await person.until(lambda: asked(person) != id)
        assert kept(state)[id] == first


async def test_who_stops_in_the_middle_goes_on_at_the_first_open_question(state: Path) -> None:
    """Quit after two answers; next time the third question waits, and what was said is still there."""
    async with sitting(wizard(session(state))) as person:
        await begin(person)
        await press(person, "France,enter")
        await question(person, "services")
        await press(person, "space,enter")
        await question(person, "visibility")
        await person.press("q", "ctrl+q")
        await person.until(lambda: person.app.return_code is not None)
    async with sitting(wizard(session(state))) as person:
        await person.at("WelcomeBackScreen")
        await person.shows("Go on with the questions: Who can see what you post?")
        await person.go("enter", "InterviewScreen")
        await question(person, "visibility")
        await person.press("escape")
        await question(person, "services")
        await person.shows("[x] Facebook")


async def test_the_mouse_can_choose_several_and_press_the_keys_of_the_bar(state: Path) -> None:
    """A click on a choice switches it, a click on a word of the key bar presses that key."""
    async with sitting(wizard(session(state, {"country": ("GB",)}))) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "InterviewScreen")
        await question(person, "services")
        choices = person.app.screen.query_one(ChoiceList)
        await person.pilot.click(choices, offset=(8, 1))
        await person.pilot.click(choices, offset=(8, 3))
        assert [*choices.chosen] == ["instagram", "whatsapp"]
        bar = person.app.screen.query_one("#keys")
        await person.pilot.click(bar, offset=(flat(str(bar.render())).index("next") + 4, 0))
        await question(person, "visibility")
    assert kept(state)["services"] == ["instagram", "whatsapp"]
