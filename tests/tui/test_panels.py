"""The panels of a wide window: each says something, and each reacts to a click, to tab and to the mouse above it."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.making import BERLIN, Answers, Sitting, living_in, session, sitting, wizard
from tests.tui.test_sizes import FORM, turned
from wizard.i18n import use_language
from wizard.storage.session import Session
from wizard.tui.lazy_screens import PAGES
from wizard.tui.screens.base import WizardScreen
from wizard.tui.screens.board import BoardScreen
from wizard.tui.widgets.frame import ROOMY
from wizard.tui.widgets.panels import STAGE_LINE, STAGE_SIGNS, LinkPanel, Panel, panel_rows, stage_lines
from wizard.views.actions import GoBack, OpenPage, PageName
from wizard.views.page import Tone
from wizard.views.panel import InfoPanel, StageLine
from wizard.views.request_stages import RequestStage

BOARD = ("board.BoardScreen",)
WITH_PANELS = (
    BOARD,
    ("welcome.WelcomeBackScreen",),
    ("place_summary.PlaceSummaryScreen",),
    ("step.StepScreen", FORM),
    ("requests.RequestScreen", "case/instagram"),
    ("quick_wins.QuickWinsScreen",),
    ("interview.InterviewScreen", "services"),
)
PEOPLE: dict[str, tuple[Answers, list[tuple[str, str]]]] = {
    "Bavaria, one objection sent": (living_in("DE", "DE-BY", people=("none",)), [("case/facebook", "sent")]),
    "France, without an account": ({"country": ("FR",), "services": ("none",), "people": ("none",)}, []),
    "Texas": (living_in("US", "US-TX", services=("facebook", "instagram"), habits=("none",), people=("none",)), []),
    "parent in Brazil": (living_in("BR"), []),
    "South Korea": (living_in("KR", services=("instagram",), habits=("none",), people=("none",)), []),
}
WIDE = ((120, 40), (200, 60))
each_wide = pytest.mark.parametrize("size", [WIDE[0], pytest.param(WIDE[1], marks=pytest.mark.exhaustive)], ids=str)


@pytest.fixture
def on_lively(state: Path) -> Session:
    """Somebody who has sent an objection and done a step."""
    return session(state, BERLIN, [("case/facebook", "sent"), ("privacy-settings/instagram-private", "done")])


async def shown(person: Sitting, page: tuple[str, ...]) -> list[Panel]:
    """Open a page afresh; its visible panels."""
    await person.at("WelcomeBackScreen")
    if page[0] != "welcome.WelcomeBackScreen":
        person.app.open_screen(*page)
        await person.at(page[0].partition(".")[2])
    await person.pilot.pause()
    return [each for each in person.app.screen.query(Panel) if each.region and not each.has_class("gone")]


@pytest.mark.parametrize("size", WIDE, ids=str)
@pytest.mark.parametrize("page", WITH_PANELS, ids=lambda page: page[0])
async def test_every_panel_has_a_title_and_something_to_say(
    on_lively: Session, page: tuple[str, ...], size: tuple[int, int]
) -> None:
    """No frame without a title, none without words."""
    async with sitting(wizard(on_lively), size) as person:
        panels = await shown(person, page)
        assert panels
        for panel in panels:
            assert panel.border_title, panel
            region = panel.region
            lines = person.app.screen._compositor.render_strips()[region.y + 1 : region.bottom - 1]
            words = "".join(line.crop(region.x + 1, region.right - 1).text for line in lines)
            assert words.strip(" │╭╮╰╯─"), panel


@each_wide
@pytest.mark.parametrize("page", WITH_PANELS, ids=lambda page: page[0])
async def test_tab_reaches_every_panel(on_lively: Session, page: tuple[str, ...], size: tuple[int, int]) -> None:
    """Going on by tab, each of them or a list in it has the focus once, and shows it by its frame."""
    async with sitting(wizard(on_lively), size) as person:
        panels = await shown(person, page)
        missed = set(panels)
        for _ in range(2 * len(panels) + 4):
            await person.press("tab")
            for panel in panels:
                if panel.has_focus or panel.has_focus_within:
                    missed.discard(panel)
                    assert panel.styles.border_top[1] != person.app.screen.query_one("#body").styles.color
        assert not missed


@each_wide
@pytest.mark.parametrize("page", WITH_PANELS, ids=lambda page: page[0])
async def test_a_click_on_a_panel_does_something(on_lively: Session, page: tuple[str, ...], size: tuple[int, int]) -> None:
    """A click on the title of each opens its page, or gives the focus to the list in it."""
    async with sitting(wizard(on_lively), size) as person:
        for panel in await shown(person, page):
            before = person.app.screen
            before.set_focus(None)
            panel.scroll_visible(animate=False)
            await person.pilot.pause()
            await person.pilot.click(offset=(panel.region.x + 3, panel.region.y))
            await person.until(
                lambda before=before, panel=panel: person.app.screen is not before or panel.has_focus_within,  # type: ignore[misc]
                f"a click on {panel}",
            )
            if person.app.screen is not before:
                await person.at(person.at_now)
                person.app.pop_screen()
                await person.until(lambda before=before: person.app.screen is before)  # type: ignore[misc]


@each_wide
@pytest.mark.parametrize("page", WITH_PANELS, ids=lambda page: page[0])
async def test_a_panel_shows_that_the_mouse_is_above_it(on_lively: Session, page: tuple[str, ...], size: tuple[int, int]) -> None:
    """Its title looks different then, in every theme, also without colours."""
    async with sitting(wizard(on_lively), size) as person:
        for panel in await shown(person, page):
            before = str(panel.styles.border_title_style)
            await person.pilot.hover(offset=(panel.region.x + 3, panel.region.y))
            await person.pilot.pause()
            assert str(panel.styles.border_title_style) != before, panel


@pytest.mark.parametrize("size", WIDE, ids=str)
@pytest.mark.parametrize("who", PEOPLE)
async def test_the_board_uses_the_window(state: Path, who: str, size: tuple[int, int]) -> None:
    """At least four fifths of the rows say something, also of a short plan; nothing has to be scrolled for it."""
    async with sitting(wizard(session(state, *PEOPLE[who])), size) as person:
        panels = await shown(person, BOARD)
        used = [line for line in person.text.splitlines() if line.strip(" │╭╮╰╯─")]
        assert len(used) >= 0.8 * size[1]
        assert all(panel.region.bottom <= size[1] for panel in panels if panel.id != "now")


@pytest.mark.parametrize("language", ["en", "fr", "pl"])
@pytest.mark.parametrize("size", [(100, 30), (120, 32), (120, 40), (160, 45)], ids=str)
@pytest.mark.parametrize("page", [BOARD, ("welcome.WelcomeBackScreen",), ("requests.RequestScreen", "case/instagram")], ids=str)
async def test_no_panel_is_cut(state: Path, page: tuple[str, ...], size: tuple[int, int], language: str) -> None:
    """Also where titles are long and much is due: what has no room is left out, but never what comes first."""
    use_language(language)
    late = [("case/facebook", "sent"), ("case/instagram", "sent"), ("case/instagram:shop", "sent"), ("contact/Gran", "asked")]
    async with sitting(wizard(session(state, BERLIN, late)), size) as person:
        panels = await shown(person, page)
        beside = {each.id: each.region.bottom for each in panels if each.id not in ("now", "preview")}
        first = {"panel-protection", "panel-requests"}
        assert first <= set(beside) or (size[0] < 120 and page != BOARD)
        assert all(bottom <= size[1] for bottom in beside.values()) or set(beside) == {*first, "plan"}


@pytest.mark.parametrize("page", sorted(PAGES), ids=str)
async def test_no_panel_leads_to_the_page_that_it_stands_beside(on_lively: Session, page: PageName) -> None:
    """What it says stands on the page itself; the room is for others."""
    async with sitting(wizard(on_lively), WIDE[1]) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen(PAGES[page])
        await person.at(PAGES[page].partition(".")[2])
        if not isinstance(person.app.screen, BoardScreen):
            assert OpenPage(page) not in [each.action for each in person.app.screen.query(LinkPanel)]


@pytest.mark.parametrize("size", [(100, 20), *WIDE], ids=str)
async def test_the_panels_of_the_reveal_are_equal_and_end_with_the_band(on_lively: Session, size: tuple[int, int]) -> None:
    """They begin and end in the same rows, and are as wide together as the band above them."""
    async with sitting(wizard(on_lively), size) as person:
        panels = [each.region for each in await shown(person, ("place_summary.PlaceSummaryScreen",)) if each.id != "preview"]
        band = person.app.screen.query_one("#band").region
        assert len({(panel.y, panel.height) for panel in panels}) == 1
        assert (min(panel.x for panel in panels), max(panel.right for panel in panels)) == (band.x, band.right)


async def test_beside_a_question_stand_the_answers_so_far(state: Path) -> None:
    """At first only what the program is for; each answer appears at once, and one can go and change it."""
    async with sitting(wizard(session(state)), WIDE[0]) as person:
        await person.at("WelcomeScreen")
        await person.go("enter", "InterviewScreen")
        await person.until(lambda: "│ Nothing you type leaves this" in person.text)
        assert "Your answers" not in person.text
        await person.write("Brazil")
        await person.until(lambda: "▸ Brazil" in person.text)
        await person.press("enter")
        await person.until(lambda: "─ Your answers ─" in person.text and "│ Brazil" in person.text)
        await person.pilot.click("#panel-answers")
        await person.at("ReviewScreen")
        await person.go("escape", "InterviewScreen")


@pytest.mark.parametrize("theme", ["calm-dark", "terminal"])
async def test_around_a_dialog_the_page_is_whole(on_lively: Session, theme: str) -> None:
    """In every theme; the row for what is said below a dialog lets the page be seen as long as nothing is said."""
    async with sitting(wizard(on_lively), WIDE[0]) as person:
        person.app.theme = theme
        await shown(person, ("step.StepScreen", FORM))
        await person.go("n", "NoteDialog")
        assert "protect-my-photos" in person.text.splitlines()[0]
        assert person.text.splitlines()[-2].startswith("╰──")
        person.app.show_status("Something was done.")
        await person.shows("Something was done.")


@pytest.mark.parametrize("columns", [108, 120, 200])
async def test_a_field_of_a_letter_is_filled_in_beside_the_letter(on_lively: Session, columns: int) -> None:
    """The dialog covers the form, not the letter in which the words appear."""
    async with sitting(wizard(on_lively), (columns, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("letter.LetterScreen", "objection")
        await person.at("LetterScreen")
        letter = person.app.screen.query_one("#letter-side").region
        await person.go("enter", "FieldDialog")
        assert person.app.screen.query_one("#dialog").region.right <= letter.x


async def test_a_very_wide_board_shows_the_step_under_the_cursor(on_lively: Session) -> None:
    """With its instructions and its link; the arrow keys lead to the next one."""
    first, second = on_lively.snapshot.open_steps[:2]
    async with sitting(wizard(on_lively), WIDE[1]) as person:
        await shown(person, BOARD)
        preview = person.app.screen.query_one("#preview", Panel)
        await person.until(lambda: first.step.title in str(preview.border_title))
        preview.scroll_end(animate=False)  # long instructions leave no room for all links
        await person.shows(*(link.label for link in first.links))
        await person.press("down")
        await person.until(lambda: second.step.title in str(preview.border_title))


@pytest.mark.parametrize(
    "page", [page for page in WITH_PANELS if page not in (BOARD, ("place_summary.PlaceSummaryScreen",))], ids=str
)
async def test_beside_a_page_in_a_very_wide_window_panels_stand_in_two_columns(on_lively: Session, page: tuple[str, ...]) -> None:
    """None covers another, each column goes down to the last row, and the page keeps room for its text."""
    async with sitting(wizard(on_lively), WIDE[1]) as person:
        await shown(person, page)
        side = person.app.screen.query_one("#side")
        panels = [each.region for each in side.children if each.region]
        assert len({region.x for region in panels}) == 2
        assert not any(one.overlaps(other) for one, other in combinations(panels, 2))
        for x in {region.x for region in panels}:
            assert max(region.bottom for region in panels if region.x == x) == side.region.bottom
        assert person.app.screen.query_one("#body").size.width >= 80


@given(
    stages=st.lists(st.tuples(st.text("ab ", min_size=1, max_size=30), st.sampled_from(Tone)), max_size=6),
    width=st.integers(min_value=10, max_value=120),
)
def test_a_stage_is_never_split(stages: list[tuple[str, Tone]], width: int) -> None:
    """Each stands whole in one line, in order, and as many stand in a line as it holds."""
    signed = [RequestStage(*each) for each in stages if each[1] in STAGE_SIGNS]
    lines = [line.plain for line in stage_lines(signed, width)]
    assert [stage for line in lines for stage in line.split(STAGE_LINE)] == [
        f"{STAGE_SIGNS[tone][0]}{text}" for text, tone in signed
    ]
    assert all(len(line) <= width or STAGE_LINE not in line for line in lines)


@given(
    label=st.sampled_from(["Facebook", "Instagram", "Messages to Meta AI in WhatsApp"]),
    texts=st.lists(st.text("ab ", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4),
    width=st.integers(min_value=24, max_value=48),
)
def test_a_stage_that_fits_below_its_request_stands_in_one_line(label: str, texts: list[str], width: int) -> None:
    """Beside the name it would be split if the name takes too much of a small panel."""
    stages = tuple(RequestStage(text.strip(), Tone.GOOD) for text in texts)
    panel = InfoPanel("requests", "Your requests", (StageLine(label, stages),), GoBack(), "")
    for lead, text in panel_rows(panel, width):
        assert lead.cell_length + text.cell_length <= width or text.cell_length > width - 2


async def test_nothing_of_the_panels_is_left_in_a_small_window(on_lively: Session) -> None:
    """From wide to narrow and back: the frames go and come."""
    async with sitting(wizard(on_lively), WIDE[1]) as person:
        await shown(person, BOARD)
        screen = person.app.screen
        assert isinstance(screen, WizardScreen)
        await turned(person, (80, 24))
        assert not screen.has_class(ROOMY)
        assert "╭" not in person.text
        await turned(person, WIDE[0])
        await person.shows("╭─ Right now", "A tile for each step")


@pytest.mark.parametrize("size", [WIDE[0], (160, 50), WIDE[1]], ids=str)
async def test_panels_that_come_and_go_keep_their_order(state: Path, size: tuple[int, int]) -> None:
    """After each change the board shows those that have room, in the order of the views, and none is cut or left behind."""
    marks = [("case/facebook", "sent"), ("privacy-settings/instagram-private", "done"), ("contact/Gran", "asked")]
    async with sitting(wizard(session(state, living_in("DE", "DE-BY", people=("none",)), marks)), size) as person:
        await shown(person, BOARD)
        screen = person.app.screen
        assert isinstance(screen, BoardScreen)
        for _ in marks:
            before = person.app.snapshot
            await person.press("u")
            await person.until(lambda before=before: person.app.snapshot is not before)  # type: ignore[misc]
            person.app._clear_status()
            await person.pilot.pause()
            panels = screen._panels()
            first = [f"panel-{each.id}" for each in panels if each.comes_first]
            assert boxes(person) == [*first, "plan", *(f"panel-{each.id}" for each in panels if not each.comes_first)]


def boxes(person: Sitting) -> list[str]:
    """The panels at the right of the board from top to bottom; nothing of them is cut."""
    column = person.app.screen.query_one("#right")
    assert column.max_scroll_y == 0
    return [each.id or "" for each in sorted(column.children, key=lambda each: each.region.y) if each.region]


@pytest.mark.parametrize(
    ("page", "words", "opened"),
    [
        (BOARD, "Berlin, Germany", "PlaceScreen"),
        (BOARD, "steps done", "DocumentScreen"),
        (("step.StepScreen", FORM), "Why it is here", "ExplanationScreen"),
        (("step.StepScreen", FORM), "Sources: ", "ExplanationScreen"),
    ],
    ids=str,
)
async def test_words_about_a_page_open_it(on_lively: Session, page: tuple[str, ...], words: str, opened: str) -> None:
    """What stands in the title line and below a step too: the mouse above it changes the ground and says what a click does."""
    async with sitting(wizard(on_lively), WIDE[1]) as person:
        await shown(person, page)
        await person.shows(words)
        screen = person.app.screen
        y, line = next((y, line) for y, line in enumerate(person.text.splitlines()) if words in line)
        at = (line.index(words) + 1, y)
        widget, _ = screen.get_widget_at(*at)
        before = widget.styles.background
        await person.pilot.hover(offset=at)
        await person.until(lambda: widget.styles.background != before, "the ground of the words changes")
        assert widget.tooltip
        await person.pilot.click(offset=at)
        await person.at(opened)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
@pytest.mark.parametrize(
    ("page", "words", "opened"),
    [
        (BOARD, "Berlin", "PlaceScreen"),
        (BOARD, "essentials", "DocumentScreen"),
        (("welcome.WelcomeBackScreen",), "Berlin", "PlaceScreen"),
        (("step.StepScreen", FORM), "Object to AI", "WelcomeBackScreen"),
        (("letters.LettersScreen",), "Letters", "WelcomeBackScreen"),
        (("accounts.AccountsScreen",), "Your accounts", "WelcomeBackScreen"),
    ],
    ids=str,
)
async def test_the_title_of_a_small_window_takes_clicks(
    on_lively: Session, page: tuple[str, ...], words: str, opened: str, size: tuple[int, int]
) -> None:
    """The place and how far one is open their pages, as in a wide window; any other title leads back, and says so."""
    async with sitting(wizard(on_lively), size) as person:
        await shown(person, page)
        at = (person.text.splitlines()[0].index(words) + 1, 0)
        title, _ = person.app.screen.get_widget_at(*at)
        await person.pilot.hover(offset=at)
        await person.until(lambda: bool(title.tooltip), "the title says what a click does")
        await person.pilot.click(offset=at)
        await person.at(opened)


@pytest.mark.parametrize("dialog", [("help.HelpDialog",), ("dialogs.NoteDialog", FORM)], ids=str)
async def test_a_dialog_as_wide_as_the_window_leaves_no_scrap_of_the_page(on_lively: Session, dialog: tuple[str, ...]) -> None:
    """Between it and its keys stands nothing of the text below."""
    async with sitting(wizard(on_lively), (60, 20)) as person:
        await shown(person, ("step.StepScreen", FORM))
        await person.go("question_mark" if dialog[0] == "help.HelpDialog" else "n", dialog[0].partition(".")[2])
        assert not person.text.splitlines()[-2].strip()
