"""The first pages in a wide window: what the program does, what comes next, and the next step at a glance."""

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.making import BERLIN, NO_ACCOUNT, Answers, Sitting, session, sitting, wizard
from tests.tui.test_sizes import turned
from wizard.storage.session import Session
from wizard.tui.widgets.panels import InfoBox, Panel
from wizard.tui.widgets.step_preview import LINK_COLUMNS
from wizard.views.introduction import HOW_IT_WORKS, NEVER, WHAT_YOU_GET
from wizard.views.user_messages import answer_text

OPENED_BY = {"#panel-works": "InterviewScreen", "#panel-get": "InterviewScreen", "#panel-never": "StoredDataScreen"}
MOST_COLUMNS = 90
"""How wide a text is at most, so that it can be read."""


def panels(person: Sitting) -> list[Panel]:
    """The panels that can be seen."""
    return [each for each in person.app.screen.query(InfoBox) if each.region]


def preview(person: Sitting) -> str:
    """The title of the step in full, or "" without one."""
    return "".join(str(each.border_title) for each in person.app.screen.query("#preview") if each.region)


@pytest.mark.parametrize("size", [(120, 32), (120, 40), (160, 50), (200, 60)], ids=str)
async def test_the_welcome_says_what_the_program_does_and_never_does(state: Path, size: tuple[int, int]) -> None:
    """In panels of equal height below the menu, whole and without scrolling."""
    async with sitting(wizard(session(state)), size) as person:
        await person.at("WelcomeScreen")
        await person.shows("How it works", "What you get", "What it never does")
        for text in (*HOW_IT_WORKS, *WHAT_YOU_GET, *NEVER):
            assert text.split()[-1] in person.text
        regions = [each.region for each in panels(person)]
        assert len({(each.y, each.height) for each in regions}) == 1
        assert person.app.screen.query_one("#body").max_scroll_y == 0


@pytest.mark.parametrize(("panel", "screen"), OPENED_BY.items())
async def test_each_of_its_panels_leads_somewhere(state: Path, panel: str, screen: str) -> None:
    """Where the questions begin, or where everything that is stored can be seen."""
    async with sitting(wizard(session(state)), (120, 40)) as person:
        await person.at("WelcomeScreen")
        await person.pilot.click(panel)
        await person.at(screen)


async def test_the_panels_of_the_welcome_come_and_go_with_the_room(state: Path) -> None:
    """A small or low window shows the page without them."""
    async with sitting(wizard(session(state)), (80, 24)) as person:
        await person.at("WelcomeScreen")
        for size, expected in (((120, 40), 3), ((110, 40), 0), ((200, 60), 3), ((80, 40), 0)):
            await turned(person, size)
            await person.until(lambda expected=expected: len(panels(person)) == expected)  # type: ignore[misc]


@pytest.mark.parametrize("size", [(120, 40), (160, 50), (200, 60)], ids=str)
async def test_beside_a_question_stand_those_to_come(state: Path, size: tuple[int, int]) -> None:
    """Each open one but the one on the page, as long as there are any; with the answers, what has no room goes."""
    on = session(state)
    async with sitting(wizard(on), size) as person:
        await person.at("WelcomeScreen")
        await person.go("enter", "InterviewScreen")
        first, *others = on.snapshot.interview.questions
        await person.shows("Still to come", "What you get", "What it never does", *(f"○ {each.title}" for each in others))
        assert f"○  {first.title}" not in person.text
        await person.write("Brazil")
        await person.until(lambda: "▸ Brazil" in person.text)
        await person.press("enter")
        await person.until(lambda: f"○  {others[0].title}" not in person.text)


@pytest.mark.parametrize("answers", [BERLIN, NO_ACCOUNT], ids=["Berlin", "no account"])
async def test_nothing_beside_a_question_has_to_be_scrolled(state: Path, answers: Answers) -> None:
    """Also with every answer given; the answers themselves are never left out."""
    on = session(state, answers)
    async with sitting(wizard(on), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        for question in on.snapshot.interview.questions:
            person.app.open_screen("interview.InterviewScreen", question.id)
            await person.at("InterviewScreen")
            await person.shows("Your answers")
            shown = answer_text(on.snapshot, question, on.snapshot.answers)
            await person.until(lambda shown=shown: shown.split()[0] in person.text)  # type: ignore[misc]
            assert person.app.screen.query_one("#side").max_scroll_y == 0
            person.app.pop_screen()


@pytest.fixture
def on_overdue(state: Path) -> Session:
    """Somebody whose objection is overdue, and who has a next step."""
    on = session(state, BERLIN, [("case/facebook", "sent")])
    return Session(on.library, on.store, on.today.replace(year=on.today.year + 1))


async def test_who_comes_back_sees_the_next_step_in_full(on_overdue: Session) -> None:
    """What is under the cursor, or else the next step; a smaller window shows the list alone."""
    async with sitting(wizard(on_overdue), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        step = on_overdue.snapshot.next_step
        assert step is not None
        await person.until(lambda: "Objection" in preview(person))
        for key in ("down", "down", "down"):
            await person.press(key)
            await person.until(lambda: step.step.title in preview(person))
        await turned(person, (80, 24))
        await person.until(lambda: not preview(person))
        await turned(person, (200, 60))
        await person.until(lambda: step.step.title in preview(person))


@pytest.fixture
def on_finished(state: Path) -> Session:
    """Somebody who has done every step."""
    on = session(state, NO_ACCOUNT)
    for step in on.snapshot.steps:
        on.mark(step.id, "done")
    return on


async def test_a_finished_plan_has_no_step_to_show(on_finished: Session) -> None:
    """The page is the list alone."""
    async with sitting(wizard(on_finished), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.pilot.pause()
        assert not preview(person)


async def test_a_finished_plan_offers_no_time_to_choose(on_finished: Session) -> None:
    """The bar has no keys for more or less time; the board says below its rows, and apart from them, that all is done."""
    async with sitting(wizard(on_finished), (120, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        screen = person.app.screen
        assert screen.query_one("#about").region.y > screen.query_one("#steps").region.bottom
        person.app.open_screen("quick_wins.QuickWinsScreen")
        await person.at("QuickWinsScreen")
        await person.shows("Nothing is open.")
        assert "more time" not in person.text


@pytest.mark.parametrize("size", [(120, 40), (160, 50), (200, 60), (240, 60)], ids=str)
@pytest.mark.parametrize("screen", ["board.BoardScreen", "quick_wins.QuickWinsScreen"])
async def test_the_code_of_a_step_squeezes_nothing(on_overdue: Session, screen: str, size: tuple[int, int]) -> None:
    """For each step under the cursor the text has the whole width; links beside the code have room for their addresses."""
    async with sitting(wizard(on_overdue), size) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen(screen)
        await person.at(screen.partition(".")[2])
        for _ in range(6):
            for panel in person.app.screen.query("#preview"):
                text, links, code = (panel.query_one(f"#preview-{part}", Static) for part in ("text", "links", "code"))
                await person.until(lambda text=text: text.size.width > 0)  # type: ignore[misc]
                assert text.size.width >= min(MOST_COLUMNS, panel.scrollable_content_region.width)
                is_beside = bool(code.region) and code.region.x >= links.region.right
                assert not is_beside or links.size.width >= LINK_COLUMNS
                assert code.region.right <= panel.region.right
            await person.press("down")
            await person.pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), (160, 50), (200, 60)], ids=str)
async def test_the_reveal_shows_the_first_step_where_there_is_room(state: Path, size: tuple[int, int]) -> None:
    """Below what can and cannot be done; the band and the two ways on stay in view, and a click opens the step."""
    on = session(state, BERLIN)
    step = on.snapshot.next_step
    assert step is not None
    async with sitting(wizard(on), size) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("place_summary.PlaceSummaryScreen")
        await person.at("PlaceSummaryScreen")
        await person.pilot.pause()
        assert (step.step.title in preview(person)) == (size[0] >= 160)
        await person.shows("You can object.", "Go on to the plan")
        if preview(person):
            await person.pilot.click("#preview")
            await person.at("StepScreen")
