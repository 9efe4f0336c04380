"""The status line belongs to the page on which something was done."""

from tests.tui.making import sitting, wizard
from wizard.storage.session import Session

SAID = "Saved to plan.html."


async def test_a_message_stays_for_one_more_page_only(on_berlin: Session) -> None:
    """It is often shown just before a page closes; two pages on, it would seem to be about that page."""
    async with sitting(wizard(on_berlin), (100, 30)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("p", "DocumentScreen")
        person.app.show_status(SAID, seconds=60)
        await person.go("question_mark", "HelpDialog")
        await person.go("escape", "DocumentScreen")
        await person.shows(SAID)
        await person.go("escape", "BoardScreen")
        await person.shows(SAID)
        await person.go("k", "ContactsScreen")
        await person.until(lambda: SAID not in person.text, "the message is gone")
        await person.go("escape", "BoardScreen")
        assert SAID not in person.text
