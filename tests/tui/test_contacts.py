"""People you asked: by nickname, what came of asking them, and a letter for each."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, Sitting, flat, session, sitting, wizard
from tests.tui.test_hostile import HOSTILE, harmless
from tests.tui.writing import letter_id, shown_letter, take, words_of, write
from wizard.core.formatting import CONTACT_STATUS
from wizard.storage.session import Session
from wizard.tui.messages import EventRecorded
from wizard.tui.widgets.option_lists import ItemList


def standing(on: Session) -> list[tuple[str, str]]:
    """Who stands on the list, and how."""
    return [(each.nickname, each.status) for each in on.snapshot.contacts]


async def at_list(person: Sitting) -> None:
    """Open the list from the board."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    await person.go("k", "ContactsScreen")


@pytest.fixture
def on_asked(state: Path) -> Session:
    """Somebody who has asked Kim and Sam."""
    return session(state, BERLIN, [("contact/Kim", "asked"), ("contact/Sam", "asked")])


async def test_an_empty_list_says_how_to_begin(on_berlin: Session) -> None:
    """A nickname is enough, and stays here."""
    async with sitting(wizard(on_berlin)) as person:
        await at_list(person)
        await person.shows("Nobody is on your list yet.", "it stays on this computer")
        await person.shows("Add someone I asked")
        await person.press("l")
        assert person.at_now == "ContactsScreen"
        await person.go("enter", "NicknameDialog")
        await person.go("escape", "ContactsScreen")
        await person.go("a", "NicknameDialog")
        await person.press("enter")
        assert person.at_now == "NicknameDialog", "no name is no one"
        await person.write("Aunt May")
        await person.go("enter", "ContactsScreen")
        await person.shows("Aunt May", "asked, today", "1 person")
    assert standing(on_berlin) == [("Aunt May", "asked")]


async def test_a_nickname_that_is_too_long_is_not_cut(on_berlin: Session) -> None:
    """It says so while one types, and takes it once it fits."""
    long = "Aunt May from Schillingsfürst (the one with the two dogs and the boat)"
    async with sitting(wizard(on_berlin)) as person:
        await at_list(person)
        await person.go("a", "NicknameDialog")
        await person.paste(long)
        await person.shows(f"A nickname has 60 letters at most. Take {len(long) - 60} letters away.")
        await person.press("enter")
        assert person.at_now == "NicknameDialog"
        await person.press(*["backspace"] * (len(long) - 60))
        await person.shows("A nickname is enough.")
        await person.go("enter", "ContactsScreen")
    assert standing(on_berlin) == [(long[:60].strip(), "asked")]


@pytest.mark.parametrize(
    ("words", "status"),
    [("It is done", "done"), ("The answer was no", "declined"), ("No answer", "no-answer"), ("I asked, or asked again", "asked")],
)
async def test_what_came_of_it_is_recorded(on_asked: Session, words: str, status: str) -> None:
    """For the person under the cursor, and nobody else; the last thing can be taken back."""
    async with sitting(wizard(on_asked)) as person:
        await at_list(person)
        await person.press("down")
        await person.go("enter", "ContactDialog")
        await take(person, words)
        await person.at("ContactsScreen")
        await person.shows(f"Recorded. Sam: {CONTACT_STATUS[status]}.")
        assert standing(on_asked) == [("Kim", "asked"), ("Sam", status)]
        assert [each.target for each in person.sent(EventRecorded)] == ["contact/Sam"]
        await person.press("u")
        await person.until(lambda: standing(on_asked) == [("Kim", "asked"), ("Sam", "asked")])


async def test_somebody_is_taken_off_the_list(on_asked: Session) -> None:
    """And is no longer shown."""
    async with sitting(wizard(on_asked)) as person:
        await at_list(person)
        await person.go("enter", "ContactDialog")
        await take(person, "Take this person off")
        await person.at("ContactsScreen")
        assert words_of(person.app.screen.query_one(ItemList))[0].startswith("Sam")
    assert standing(on_asked) == [("Sam", "asked")]


@pytest.mark.parametrize(
    ("status", "letter"),
    [("asked", "remind-friend"), ("no-answer", "remind-friend"), ("done", "thank-friend"), ("declined", "ask-friend")],
)
async def test_one_writes_what_fits_how_it_stands(state: Path, status: str, letter: str) -> None:
    """With the nickname in it already."""
    on = session(state, BERLIN, [("contact/Kim", status)])
    async with sitting(wizard(on), (120, 60)) as person:
        await at_list(person)
        await person.go("l", "LetterScreen")
        assert letter_id(person.app) == letter
        await person.until(lambda: "Kim" in shown_letter(person))


async def test_a_message_to_one_person_does_not_speak_to_the_next(on_asked: Session) -> None:
    """What was typed for Kim is not in the message to Sam."""
    async with sitting(wizard(on_asked), (120, 60)) as person:
        await at_list(person)
        await person.go("l", "LetterScreen")
        await write(person)
        await person.go("escape", "ContactsScreen")
        await person.press("down")
        await person.go("l", "LetterScreen")
        await person.until(lambda: "Sam" in shown_letter(person))
        assert "Kim" not in shown_letter(person)
        await person.shows("Still needed: Which photo")


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_nickname_is_a_word(on_berlin: Session, text: str) -> None:
    """Shown and never obeyed, in the list, the questions, the letter and the quiet line."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await at_list(person)
        await person.go("a", "NicknameDialog")
        person.app.screen.query_one(Input).value = ""
        await person.paste(text)
        harmless(person)
        await person.press("enter")
        said = ("letters at most", "needs a nickname")
        await person.until(lambda: person.at_now == "ContactsScreen" or any(each in flat(person.text) for each in said))
        harmless(person)
        if person.at_now == "ContactsScreen":
            await person.go("enter", "ContactDialog")
            harmless(person)
            await person.go("escape", "ContactsScreen")
            await person.go("l", "LetterScreen")
            await person.pilot.pause()
            harmless(person)
