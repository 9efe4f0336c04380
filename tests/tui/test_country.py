"""The country: typed in any language, offered but never assumed."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui.messages import Answered
from wizard.tui.widgets.option_lists import ItemList

VIENNA = {"LANG": "de_AT.UTF-8", "TZ": "Europe/Vienna"}


async def first_question(person: Sitting) -> None:
    """From the welcome to the country."""
    await person.at("WelcomeScreen")
    await person.go("enter", "InterviewScreen")


def offered(person: Sitting) -> list[str]:
    """The ids of what stands below the field."""
    return [option.id or "" for option in person.app.screen.query_one("#places", ItemList).options]


def marked(person: Sitting) -> str | None:
    """What Enter would take."""
    option = person.app.screen.query_one("#places", ItemList).highlighted_option
    return option.id if option else None


async def typed(person: Sitting, text: str) -> None:
    """Type and wait until the list has followed."""
    await person.write(text)
    await person.until(lambda: person.app.screen.query_one(Input).value == text)
    await person.pilot.pause()


async def test_the_guess_is_offered_but_not_chosen(state: Path) -> None:
    """The computer's settings suggest Austria; Enter does not take it, going down to it and Enter does."""
    on = session(state)
    async with sitting(wizard(on, VIENNA)) as person:
        await first_question(person)
        await person.shows("Austria  from this computer's settings")
        assert offered(person) == ["AT"]
        assert marked(person) is None
        assert "▸" not in person.text
        await person.press("enter")
        assert not person.sent(Answered)
        await person.press("enter")
        await person.until(lambda: on.answers == {"country": ("AT",)})


async def test_without_hints_nothing_is_guessed(state: Path) -> None:
    """An environment that says nothing leads to an empty list and a word on what to type."""
    async with sitting(wizard(session(state), {"LANG": "C", "TZ": "UTC"})) as person:
        await first_question(person)
        await person.shows("Type your country, or your state or province, in any language.")
        assert offered(person) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [("UK", "GB"), ("Holland", "NL"), ("Deutschland", "DE"), ("Untied Kingdom", "GB"), ("🇧🇷", "BR"), ("kore", "KR")],
)
async def test_what_people_type_is_understood(state: Path, text: str, place: str) -> None:
    """Colloquial names, other languages, slips and flags find the place."""
    async with sitting(wizard(session(state))) as person:
        await first_question(person)
        await person.paste(text)
        await person.until(lambda: any(id.startswith(place) for id in offered(person)), place)


async def test_the_marked_place_is_seen_and_taken_with_enter(state: Path) -> None:
    """What Enter takes carries the sign although the keys go to the field."""
    on = session(state)
    async with sitting(wizard(on)) as person:
        await first_question(person)
        await typed(person, "germ")
        await person.shows("▸ Germany", "Enter takes the marked place.")
        await person.press("enter")
        await person.until(lambda: on.answers == {"country": ("DE",)})


async def test_an_ambiguous_name_chooses_nothing(state: Path) -> None:
    """Georgia is a country and a state: Enter leads into the list but takes nothing, and the second row presets the state."""
    on = session(state)
    async with sitting(wizard(on)) as person:
        await first_question(person)
        await typed(person, "Georgia")
        assert marked(person) is None
        await person.shows("More than one place fits. Go down and choose.")
        assert {"GE", "US US-GA"} <= set(offered(person))
        await person.press("enter", "enter")
        assert not person.sent(Answered)
        await person.press("down", "down", "enter")
        await person.until(lambda: on.answers == {"country": ("US",), "region": ("US-GA",)})


async def test_the_country_of_the_computer_comes_first(state: Path) -> None:
    """In Germany "bay" is Bavaria; elsewhere it is offered, and nothing is marked."""
    async with sitting(wizard(session(state), {"LANG": "de_DE.UTF-8", "TZ": "Europe/Berlin"})) as person:
        await first_question(person)
        await typed(person, "bay")
        await person.until(lambda: marked(person) == "DE DE-BY")
    async with sitting(wizard(session(state), {"LANG": "C.UTF-8", "TZ": "UTC"})) as person:
        await first_question(person)
        await typed(person, "bay")
        await person.until(lambda: offered(person)[:1] == ["DE DE-BY"])
        assert marked(person) is None


async def test_one_place_that_is_not_sure_is_asked_about(state: Path) -> None:
    """The name of a small region lists one place; it is not said that there are more."""
    on = session(state)
    async with sitting(wizard(on)) as person:
        await first_question(person)
        await typed(person, "Nidwalden")
        assert offered(person) == ["CH CH-NW"]
        await person.shows("Is it this one? Go down and choose.")
        assert marked(person) is None
        await person.press("down", "enter")
        await person.until(lambda: on.answers == {"country": ("CH",)})


async def test_a_state_answers_both_questions(state: Path) -> None:
    """After California nobody is asked which part of the country; a step back shows the answer, and it can be changed."""
    on = session(state)
    async with sitting(wizard(on)) as person:
        await first_question(person)
        await typed(person, "California")
        await person.press("enter")
        await person.until(lambda: on.answers == {"country": ("US",), "region": ("US-CA",)})
        await person.shows("Which of these do you use?")
        await person.press("escape")
        await person.shows("Which part of the country?", "(•) California")


async def test_nothing_found_says_what_to_try(state: Path) -> None:
    """A place that does not exist leads to a sentence, and Enter does nothing."""
    async with sitting(wizard(session(state))) as person:
        await first_question(person)
        await typed(person, "qqqqxyzw")
        await person.shows("Nothing found.")
        await person.press("enter", "down")
        assert person.at_now == "InterviewScreen"
    assert not person.sent(Answered)


async def test_letters_typed_in_the_list_go_to_the_field(state: Path) -> None:
    """Who went down too early just types on, and up leads back from the first row."""
    async with sitting(wizard(session(state))) as person:
        await first_question(person)
        await typed(person, "Geor")
        await person.press("down")
        field = person.app.screen.query_one(Input)
        await person.until(lambda: person.app.focused is person.app.screen.query_one("#places"))
        await person.press("g", "b", "s")
        await person.until(lambda: field.value == "Georgbs" and person.app.focused is field)
        await person.press("backspace", "backspace", "down", "up")
        await person.until(lambda: person.app.focused is field)


async def test_another_country_keeps_what_was_said_before(on_berlin: Session) -> None:
    """Back at the country the field shows it, and a new one keeps the other answers."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.press("down", "down")
        await person.go("enter", "ReviewScreen")
        await person.press("down")
        await person.go("enter", "InterviewScreen")
        assert person.app.screen.query_one(Input).value == "Germany"
        await typed(person, "Brazil")
        await person.press("enter")
        await person.at("ReviewScreen")
    assert on_berlin.answers == dict(BERLIN) | {"country": ("BR",)}


async def test_the_sentence_below_the_field_fits_what_is_listed(state: Path) -> None:
    """Deleting everything brings back the first hint."""
    async with sitting(wizard(session(state))) as person:
        await first_question(person)
        await typed(person, "f")
        await person.press("backspace")
        hint = person.app.screen.query_one("#hint", Static)
        await person.until(lambda: str(hint.render()).startswith("Type your country"))
