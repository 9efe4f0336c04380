"""The board, one action's steps and a short sitting: what is done, left out, taken back, and what comes next."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import AppFocus
from textual.widgets import Input

from tests.tui.making import BERLIN, NO_ACCOUNT, Sitting, session, sitting, wizard
from wizard.core.formatting import format_minutes, format_protection
from wizard.storage.session import Session
from wizard.tui.messages import EventRecorded
from wizard.tui.screens.board import BoardScreen
from wizard.tui.widgets.frame import KeyBar
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.step import REASONS

FORM = "objection/facebook-form"


async def board(person: Sitting) -> BoardScreen:
    """From the welcome back to the board."""
    await person.at("WelcomeBackScreen")
    await person.go("p", "BoardScreen")
    screen = person.app.screen
    assert isinstance(screen, BoardScreen)
    return screen


def listed(screen: BoardScreen) -> list[str]:
    """The steps on the board: the one to do now, and the next three."""
    ids = [option.id for option in screen.query_one("#steps", ItemList).options if option.id]
    return [id for id in ids if not id.startswith("case/")]


async def test_one_thing_now_and_what_follows(on_berlin: Session) -> None:
    """A wide board shows the best open steps in order, all actions, and what the first step is about."""
    async with sitting(wizard(on_berlin), (120, 40)) as person:
        screen = await board(person)
        assert listed(screen) == [entry.id for entry in on_berlin.snapshot.open_steps[:7]]
        assert screen.entry == on_berlin.snapshot.next_step
        await person.shows("0% of the protection done", f"essentials 0 of {on_berlin.snapshot.essentials.total}")
        await person.shows(*(part.action.title for part in on_berlin.snapshot.actions))


async def test_done_says_what_has_improved_and_moves_on(on_berlin: Session) -> None:
    """`d` records the step, for a form after the question for the day; it says its gain, and the next takes its place."""
    first, second = on_berlin.snapshot.open_steps[:2]
    async with sitting(wizard(on_berlin)) as person:
        screen = await board(person)
        await person.go("d", "SentDateDialog")
        await person.go("enter", "BoardScreen")
        await person.until(lambda: on_berlin.snapshot.progress.status_of(first.id).status == "done")
        await person.shows(
            f"✓ {first.step.gain}", format_protection(on_berlin.snapshot.exposure), f"of {on_berlin.snapshot.essentials.total}"
        )
        assert listed(screen)[0] == second.id
    assert [(message.target, message.kind) for message in person.sent(EventRecorded)] == [(first.id, "done")]


async def test_undo_takes_back_the_last_record_and_says_which(on_berlin: Session) -> None:
    """Undo after done: the step is open again; with nothing left it says so."""
    first = on_berlin.snapshot.open_steps[0]
    async with sitting(wizard(on_berlin)) as person:
        screen = await board(person)
        await person.go("d", "SentDateDialog")
        await person.go("enter", "BoardScreen")
        await person.until(lambda: listed(screen)[0] != first.id)
        await person.press("u")
        await person.shows(f"Taken back: {first.step.title}")
        assert listed(screen)[0] == first.id
        await person.press("u")
        await person.shows("There is nothing to take back.")


async def test_not_for_me_with_a_common_reason_no_longer_counts(on_berlin: Session) -> None:
    """The second reason on offer is kept in its own words."""
    first, total = on_berlin.snapshot.open_steps[0], on_berlin.snapshot.total
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        await person.go("x", "ReasonDialog")
        await person.press("down")
        await person.go("enter", "BoardScreen")
        await person.shows(f"Left out: {first.step.title}.")
    assert on_berlin.snapshot.progress.status_of(first.id).reason == REASONS[1]
    assert on_berlin.snapshot.total == total - 1


async def test_not_for_me_with_a_reason_of_ones_own(on_berlin: Session) -> None:
    """Tab leads to the field; letters there are letters, and an empty reason is none."""
    first = on_berlin.snapshot.open_steps[0]
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        await person.go("x", "ReasonDialog")
        await person.press("tab", "enter")
        assert person.at_now == "ReasonDialog"
        await person.write("dad uses it, quietly")
        assert person.app.screen.query_one(Input).value == "dad uses it, quietly"
        await person.go("enter", "BoardScreen")
    assert on_berlin.snapshot.progress.status_of(first.id).reason == "dad uses it, quietly"


async def test_a_reason_can_be_declined(on_berlin: Session) -> None:
    """Escape closes the dialog and records nothing."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        await person.go("x", "ReasonDialog")
        await person.go("escape", "BoardScreen")
    assert not person.sent(EventRecorded)


async def test_no_step_is_marked_while_the_cursor_is_among_the_actions(on_berlin: Session) -> None:
    """With the cursor in the other list `d` and `x` say where to go; nothing unseen is marked."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        await person.press("tab", "down", "d")
        await person.shows("Go to a step first")
        await person.press("x")
        assert person.at_now == "BoardScreen"
    assert not person.sent(EventRecorded)


async def test_an_action_lists_its_steps_with_where_they_stand(on_berlin: Session) -> None:
    """Done, not for me and open are words and signs; reopen brings a step back."""
    async with sitting(wizard(on_berlin), (80, 40)) as person:
        await board(person)
        await person.press("tab", "enter", "down", "down")
        await person.go("enter", "ActionScreen")
        await person.shows("Delete your data", "0 of 4 steps", "after 1")
        await person.press("d")
        await person.shows("✓  1", "done", "1 of 4 steps", "a open again")
        await person.press("d")
        await person.shows("This step is settled already")
        await person.press("down")
        await person.go("x", "ReasonDialog")
        await person.go("enter", "ActionScreen")
        await person.shows("–  2", "not for me", "1 of 3 steps", "Left out: ")
        await person.press("a")
        await person.shows("○  2", "1 of 4 steps", "d done")
        await person.press("a")
        await person.shows("This step is open.")
        await person.go("escape", "BoardScreen")
    assert [message.kind for message in person.sent(EventRecorded)] == ["done", "skipped", "reopened"]


async def test_ten_minutes_can_be_more_or_less(on_berlin: Session) -> None:
    """Plus and minus change the time by five minutes, between five minutes and two hours, and the steps follow."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        await person.go("t", "QuickWinsScreen")
        steps = person.app.screen.query_one("#steps", ItemList)
        for key, time in (("", 10), ("plus", 15), ("right", 20), ("left", 15), ("minus", 10), ("minus", 5), ("minus", 5)):
            await person.press(*([key] if key else []))
            await person.shows(f"I have {format_minutes(time)}")
            assert [option.id for option in steps.options] == [entry.id for entry in on_berlin.snapshot.best_within(time)]
        await person.go("d", "SentDateDialog")
        await person.go("enter", "QuickWinsScreen")
        await person.until(lambda: on_berlin.snapshot.done == 1)
        await person.go("enter", "StepScreen")
        await person.go("escape", "QuickWinsScreen")
        await person.go("b", "BoardScreen")


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 60)])
async def test_ten_minutes_of_a_finished_plan_have_nothing_to_open(state: Path, size: tuple[int, int]) -> None:
    """No key for a step, and no empty frame where a step would be shown."""
    on = session(state, NO_ACCOUNT)
    while on.snapshot.open_steps:
        on.mark(on.snapshot.open_steps[0].id, "done")
    async with sitting(wizard(on), size) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("quick_wins.QuickWinsScreen")
        await person.at("QuickWinsScreen")
        await person.shows("Nothing is open.")
        assert not {"open", "done"} & {key.action for key in person.app.screen.query_one(KeyBar).shown_keys}
        assert not any(each.display for each in person.app.screen.query("#preview"))


async def test_what_is_due_stands_at_the_top(state: Path) -> None:
    """An objection sent brings a day and how far it is; afterwards it is called overdue."""
    on = session(state, BERLIN, [(FORM, "done")])
    due = on.snapshot.deadlines[0].due
    async with sitting(wizard(on)) as person:
        await board(person)
        await person.shows("○ Wed 23 Dec 2026 (in 30 days): Meta's answer about Facebook is due.")
    late = session(state, today=due + timedelta(days=1))
    async with sitting(wizard(late)) as person:
        await board(person)
        await person.shows("! Overdue: Meta has not answered about Facebook; the time ended Wed 23 Dec 2026 (yesterday).")


async def test_when_nothing_is_open_the_board_says_so(state: Path) -> None:
    """All done: no step under the cursor, and no key breaks anything."""
    on = session(state, BERLIN)
    for entry in on.snapshot.steps:
        on.mark(entry.id, "done")
    async with sitting(wizard(on)) as person:
        screen = await board(person)
        await person.shows("100% of the protection done", "You have done all of it.", "Next look: Tue 23 Feb 2027")
        assert screen.entry is None
        assert " ".join(person.text.splitlines()[-1].split()) == "enter open o requests l letters p paper i learn / find ? help"
        await person.press("d", "x")
        assert person.at_now == "BoardScreen"
        await person.go("t", "QuickWinsScreen")
        await person.press("d", "enter", "plus")
        await person.shows("Nothing is open")


async def test_what_another_window_wrote_is_seen_on_return(on_berlin: Session, state: Path) -> None:
    """When the window gets the focus again, the board shows what stands in the file now."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        other = session(state)
        other.mark(FORM, "done")
        person.app.post_message(AppFocus())
        await person.shows("Meta's answer about Facebook is due", f"of {on_berlin.snapshot.essentials.total}")


async def test_a_wiped_state_does_not_break_the_board(on_berlin: Session, state: Path) -> None:
    """Another window removed everything: the board stands, empty, and says what is missing."""
    async with sitting(wizard(on_berlin)) as person:
        await board(person)
        state.unlink()
        person.app.post_message(AppFocus())
        await person.shows("No country yet")
        for key in ("d", "x", "enter", "u"):
            await person.press(key)
        await person.go("t", "QuickWinsScreen")
        await person.go("b", "BoardScreen")
        await person.go("w", "PlaceScreen")
