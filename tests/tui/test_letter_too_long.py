"""A letter that became too long, in full screen: it is read and named beside the form, and goes out only when it is shorter."""

from pathlib import Path

import pytest

from tests.tui.making import Sitting, sitting, wizard
from tests.tui.test_letters import BESIDE, an_editor, at_letter, filled, in_front, pointed
from tests.tui.writing import shown_letter
from wizard.storage.session import Session
from wizard.tui.app import WizardApp
from wizard.tui.messages import LinkRequested

ASKS = {"friend": "Maximiliane and Henriette", "me": "Kim, Maximiliane's cousin"}
LONG, SHORT = "The beach picture from July with all of us and the red boats", "The beach picture from July"
TOO_LONG = "The text has 305 characters; at most 300 fit. Shorten what you wrote yourself."


async def at_long_letter(person: Sitting) -> None:
    """A message to a friend with everything in it, and too much of one thing."""
    await at_letter(person, "ask-friend")
    for blank, text in {**ASKS, "photo": LONG}.items():
        await filled(person, blank, text)


async def test_it_is_named_beside_the_form_and_can_be_read(on_berlin: Session) -> None:
    """Nothing is missing, but that is not all there is to say."""
    async with sitting(wizard(on_berlin), BESIDE) as person:
        await at_long_letter(person)
        await person.shows(TOO_LONG)
        assert "Nothing is missing." not in person.text
        assert LONG in shown_letter(person)
        await filled(person, "photo", SHORT)
        await person.shows("Nothing is missing.")


async def test_it_does_not_go_out_by_any_key(on_berlin: Session, tmp_path: Path) -> None:
    """Each says why; the letter stays where it is, and it was not handed out."""
    async with sitting(wizard(on_berlin, {"DISPLAY": ":0"}), BESIDE) as person:
        await at_long_letter(person)
        for key in ("s", "c", "m"):
            person.app.status_text = ""
            await person.press(key)
            await person.until(lambda: person.app.status_text == TOO_LONG, key)
            assert person.at_now == "LetterScreen"
            assert pointed(person) != "sent"
        assert person.sent(LinkRequested) == []
        assert person.app.clipboard == ""
        await filled(person, "photo", SHORT)
        await person.go("s", "LetterFormatDialog")


async def test_it_can_be_made_shorter_in_the_editor(on_berlin: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes back from there is measured too."""
    monkeypatch.setattr(WizardApp, "suspend", in_front)
    env = an_editor(tmp_path, "path.write_text(text.replace('!', '!!', 1) if '!!' not in text else 'Hi! Please take it down.')")
    async with sitting(wizard(on_berlin, env), BESIDE) as person:
        await at_long_letter(person)
        await person.press("e")
        await person.shows("You edited this text by hand", "The text has 306 characters")
        await person.press("s")
        assert person.at_now == "LetterScreen"
        await person.press("e")
        await person.until(lambda: shown_letter(person) == "Hi! Please take it down.")
        await person.go("s", "LetterFormatDialog")
