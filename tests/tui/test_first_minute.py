"""The way to the first plan is short: few keys from the first screen to the board."""

from pathlib import Path

from tests.tui.making import session, sitting, wizard
from wizard.tui.widgets.option_lists import ChoiceList

MOST_KEYS = 20
GERMANY = {"LANG": "de_DE.UTF-8", "TZ": "Europe/Berlin"}
NEXT: dict[str, tuple[str, ...]] = {"WelcomeScreen": ("enter",), "ReviewScreen": ("enter",), "PlaceSummaryScreen": ("p",)}


async def test_at_most_twenty_keys_lead_to_the_board(state: Path) -> None:
    """Whoever takes the place that the computer suggests, and the first answer to each question."""
    on = session(state)
    async with sitting(wizard(on, GERMANY)) as person:
        await person.at("WelcomeScreen")
        pressed = 0
        while person.at_now != "BoardScreen":
            assert pressed <= MOST_KEYS
            keys = NEXT.get(person.at_now, ("enter",))
            if person.at_now == "InterviewScreen" and (choices := person.app.screen.query_one(ChoiceList)).display:
                keys = ("space" if choices.many else "down", "enter")
            before = (person.at_now, len(on.answers))
            await person.press(*keys)
            pressed += len(keys)
            await person.until(
                lambda before=before: (
                    (person.at_now, len(on.answers)) != before  # type: ignore[misc]
                    or person.at_now == "InterviewScreen"
                )
            )
            await person.pilot.pause()
        assert pressed <= MOST_KEYS
    assert on.snapshot.place is not None
    assert on.snapshot.place.country.alpha2 == "DE"
