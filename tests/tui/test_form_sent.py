"""A form that was sent is recorded with its day, never by one key; and the cursor is where the text says."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, NO_ACCOUNT, TODAY, Answers, Sitting, living_in, session, sitting, wizard
from wizard.core.plan_entries import PlanStep
from wizard.core.progress import DONE, OPEN
from wizard.storage.session import Session
from wizard.tui.messages import EventRecorded
from wizard.tui.screens.step import StepScreen
from wizard.tui.screens.steps import StepsScreen
from wizard.tui.widgets.option_lists import ItemList

FORM, PRIVATE = "objection/facebook-form", "privacy-settings/instagram-private"
PEOPLE: dict[str, Answers] = {"Berlin": BERLIN, "Brazil": living_in("BR"), "South Korea": living_in("KR"), "none": NO_ACCOUNT}


def forms(on: Session) -> list[PlanStep]:
    """The open steps of the plan by which something is sent."""
    return [each for each in on.snapshot.open_steps if each.step.records]


async def point(person: Sitting, step: str) -> None:
    """Move the cursor of the list of steps to a step."""
    steps = person.app.screen.query_one("#steps", ItemList)
    steps.highlighted = steps.get_option_index(step)
    await person.pilot.pause()


@pytest.mark.parametrize("who", PEOPLE)
async def test_the_key_of_a_form_asks_for_the_day(state: Path, who: str) -> None:
    """On the page of every form: nothing is recorded by `d` or by closing the question; Enter takes today."""
    on = session(state, PEOPLE[who])
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        for each in forms(on):
            person.app.push_screen(StepScreen(each.id))
            await person.at("StepScreen")
            await person.shows("d sent")
            await person.go("d", "SentDateDialog")
            await person.go("escape", "StepScreen")
            assert not person.sent(EventRecorded)
            await person.go("d", "SentDateDialog")
            await person.press("enter")
            await person.until(lambda each=each: on.snapshot.progress.status_of(each.id).status == DONE)  # type: ignore[misc]
            await person.at("WelcomeBackScreen")
            person.passed.clear()


@pytest.mark.parametrize(("key", "screen"), [("p", "BoardScreen"), ("t", "QuickWinsScreen")])
async def test_a_list_of_steps_asks_for_the_day_too(state: Path, key: str, screen: str) -> None:
    """With another day than today, which then counts."""
    on = session(state, living_in("KR", habits=("none",), people=("none",)))
    [form, *_others] = forms(on)
    async with sitting(wizard(on), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        if key != "p":
            await person.go(key, screen)
        assert isinstance(person.app.screen, StepsScreen)
        await point(person, form.id)
        await person.shows("d sent")
        await person.go("d", "SentDateDialog")
        person.app.screen.query_one("#day", Input).value = "2026-11-20"
        await person.press("enter")
        await person.at(screen)
    (recorded,) = person.sent(EventRecorded)
    assert recorded.on == date(2026, 11, 20)
    assert on.snapshot.progress.status_of(form.id).status == DONE


async def test_another_step_is_done_by_one_key(on_berlin: Session) -> None:
    """As before: only what is sent has a day that matters."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        person.app.push_screen(StepScreen(PRIVATE))
        await person.at("StepScreen")
        await person.go("d", "WelcomeBackScreen")
    assert on_berlin.snapshot.progress.status_of(PRIVATE).status == DONE


@pytest.mark.parametrize("who", PEOPLE)
async def test_enter_opens_the_step_that_the_welcome_names(state: Path, who: str) -> None:
    """Above the plan, so that the way back leads there; the plan itself is one key away."""
    on = session(state, PEOPLE[who])
    named = on.snapshot.next_step
    assert named is not None
    async with sitting(wizard(on), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.shows(f"▸ Next: {named.step.title}")
        await person.go("enter", "StepScreen")
        await person.shows(named.step.title)
        await person.go("escape", "BoardScreen")
        await person.go("escape", "BoardScreen")


async def test_what_is_overdue_is_the_first_row_of_the_welcome(state: Path) -> None:
    """Enter opens the request; the next step is the row below."""
    session(state, BERLIN, [(FORM, "done")])
    late = session(state, today=TODAY + timedelta(days=40))
    async with sitting(wizard(late), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.shows("▸ ! Overdue: Meta has not answered about Facebook")
        await person.go("enter", "RequestScreen")
        await person.go("escape", "BoardScreen")


async def test_after_done_the_cursor_is_on_the_step_that_the_text_names(on_berlin: Session) -> None:
    """Also if the step that was done stood further down."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        screen = person.app.screen
        assert isinstance(screen, StepsScreen)
        later = next(each for each in on_berlin.snapshot.open_steps[1:] if not each.step.records)
        await point(person, later.id)
        await person.press("d")
        await person.until(lambda: on_berlin.snapshot.progress.status_of(later.id).status != OPEN)
        await person.until(lambda: screen.entry == on_berlin.snapshot.next_step)
