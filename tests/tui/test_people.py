"""Several people at one computer, in the full screen: who is this for, and someone new."""

from pathlib import Path

import pytest

from tests.tui.making import BERLIN, session, sitting, wizard
from tests.tui.writing import take
from wizard.storage.people import other_people, person_path
from wizard.system.environment import state_path


@pytest.fixture
def first(state_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of the first person, in its usual place."""
    monkeypatch.delenv("PROTECT_MY_PHOTOS_STATE")
    return state_path(None, {})


async def test_as_soon_as_there_is_more_than_one_it_is_asked_for_whom_this_is(first: Path) -> None:
    """And everything is drawn anew for them."""
    session(first, BERLIN).open_person("Anna")
    opened = session(first)
    app = wizard(opened)
    app.asks_for_person = True
    async with sitting(app) as person:
        await person.at("PeopleDialog")
        await person.shows("Who is this for?", "The first person", "Anna", "Add someone")
        await take(person, "Anna")
    assert app.is_restarting
    assert (opened.person, opened.store.path, dict(opened.answers)) == ("Anna", person_path("Anna", first), {})
    async with sitting(wizard(opened)) as person:
        await person.at("WelcomeScreen")


async def test_the_first_person_goes_on_at_once(first: Path) -> None:
    """And so does whoever closes the dialog."""
    session(first, BERLIN).open_person("Anna")
    for key in ("enter", "escape"):
        app = wizard(session(first))
        app.asks_for_person = True
        async with sitting(app) as person:
            await person.at("PeopleDialog")
            await person.go(key, "WelcomeBackScreen")
        assert not app.is_restarting


async def test_someone_new_is_added_on_the_page_of_what_is_stored(first: Path) -> None:
    """A name that is none stays in the dialog."""
    opened = session(first, BERLIN)
    kept = first.read_bytes()
    app = wizard(opened)
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        await take(person, "Someone else")
        await person.at("PeopleDialog")
        await take(person, "Add someone")
        await person.at("PersonNameDialog")
        await person.press("O", "m", "a", "enter")
    assert app.is_restarting
    assert [each.name for each in other_people(first)] == ["Oma"]
    assert (opened.person, dict(opened.answers)) == ("Oma", {})
    assert first.read_bytes() == kept


async def test_another_person_is_a_row_of_the_first_screen_as_soon_as_there_are_several(first: Path) -> None:
    """For a returning user and for a new one."""
    opened = session(first, BERLIN)
    async with sitting(wizard(opened), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        assert "Someone else at this computer" not in person.text
    opened.open_person("Anna")
    for name, screen, shown in (
        ("Anna", "WelcomeScreen", "This is for Anna"),
        ("", "WelcomeBackScreen", "the first person"),
    ):
        opened.open_person(name or None)
        async with sitting(wizard(opened), (100, 40)) as person:
            await person.at(screen)
            await person.shows("Someone else at this computer", shown)
            await take(person, "Someone else")
            await person.at("PeopleDialog")


async def test_documents_cover_everyone_as_soon_as_there_are_several(first: Path) -> None:
    """They follow the user's own, one after the other."""
    session(first, BERLIN).open_person("Anna")
    async with sitting(wizard(session(first)), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("p", "DocumentScreen")
        for _ in range(7):
            await person.press("f")
        await person.shows("a page to print, for everyone at this computer", "The first person", "Anna")


async def test_whoever_named_the_file_is_told_that_nobody_else_has_one_beside_it(tmp_path: Path) -> None:
    """The dialog says so and closes."""
    async with sitting(wizard(session(tmp_path / "mine.json", BERLIN)), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        assert "Someone else at this computer" not in person.text
        await person.go("slash", "SearchDialog")
        await person.paste("another person")
        await person.shows("a plan for each person")
        await take(person, "Someone else at this computer")
        await person.at("PeopleDialog")
        await person.shows("You chose the state file yourself")
        await person.press("enter")
        await person.press("escape")
        await person.at("WelcomeBackScreen")
