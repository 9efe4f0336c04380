"""Every size of window: nothing is cut, nothing lies beside the page, everything is reached by scrolling down."""

from functools import partial
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.widgets import Input, OptionList, Static, TextArea

from tests.tui.making import Sitting, living_in, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui.widgets.frame import KeyBar, bar_width, shorten_right_title, shorten_title

SMALLEST, LARGEST = (40, 12), (200, 60)
SIZES = (SMALLEST, (60, 20), (80, 24), (120, 40), LARGEST)
FORM = "objection/facebook-form"
PAPER = ("documents.DocumentScreen",)
PAGES = (
    ("welcome.WelcomeScreen",),
    ("welcome.WelcomeBackScreen",),
    ("interview.InterviewScreen", "country"),
    ("interview.InterviewScreen", "habits"),
    ("review.ReviewScreen",),
    ("place_summary.PlaceSummaryScreen",),
    ("board.BoardScreen",),
    ("action.ActionScreen", "delete-your-data"),
    ("finished.FinishedScreen",),
    ("step.StepScreen", FORM),
    ("quick_wins.QuickWinsScreen",),
    PAPER,
    ("requests.RequestsScreen",),
    ("requests.RequestScreen", "case/facebook"),
    ("letters.LettersScreen",),
    ("letter.LetterScreen", "objection"),
    ("letter.LetterScreen", "complaint-to-authority-eu"),
    ("letter.LetterScreen", "objection-ch"),
    ("reader.LegalStatementsScreen", "objection-eu"),
    ("contacts.ContactsScreen",),
    ("audit.AuditScreen",),
    ("stored_data.StoredDataScreen",),
    ("reader.ArticlesScreen",),
    ("reader.ArticleScreen", "alternatives"),
    ("reader.PlaceScreen",),
    ("reader.ExplanationScreen", FORM),
    ("accounts.AccountsScreen",),
    ("accounts.AccountScreen", "case/facebook"),
)
DIALOGS = (
    ("dialogs.NoteDialog", FORM),
    ("dialogs.SaveDialog", "plan.txt", "text"),
    ("dialogs.FormDialog",),
    ("theme.ThemeDialog",),
    ("contacts.NicknameDialog",),
    ("accounts.AccountQuestionDialog", "case/facebook", "access"),
    ("link.LinkDialog", "Objection form", "https://www.facebook.com/help/contact/712876720715583"),
)


async def opened(person: Sitting, page: tuple[str, ...]) -> VerticalScroll:
    """Show a screen; what scrolls on it."""
    await person.at("WelcomeBackScreen")
    person.app.open_screen(*page)
    await person.at(page[0].partition(".")[2])
    return person.app.screen.query_one("#dialog" if page in DIALOGS else "#body", VerticalScroll)


def lines_of(part: Static | OptionList) -> int:
    """How many lines it has to show; a list counts them anew when it is drawn, or asked."""
    return len(part._lines) if isinstance(part, OptionList) else part.virtual_size.height


def whole(page: VerticalScroll) -> None:
    """Each part has the room that its content takes, inside the page; the page scrolls down and not sideways."""
    room = page.scrollable_content_region.width
    assert page.max_scroll_x == 0
    for part in page.query("*"):
        if not isinstance(part, (Static, OptionList)) or not all(each.display for each in part.ancestors_with_self):
            continue
        assert part.size.width <= room, part
        assert part.size.height >= part.get_content_height(Size(room, 0), Size(room, 0), part.size.width), part
        assert lines_of(part) <= part.size.height, part
        assert part.virtual_region.right <= page.size.width, part
    bottom = max((part.virtual_region.bottom for part in page.children if part.display), default=0)
    assert page.max_scroll_y >= bottom - page.size.height


def bar_whole(person: Sitting) -> None:
    """No key is parted from its word or cut off."""
    bar = person.app.screen.query_one(KeyBar)
    assert bar.size.height == 1
    assert bar_width(bar.shown_keys) <= bar.content_size.width


async def turned(person: Sitting, size: tuple[int, int]) -> None:
    """Give the window another size, and wait until all is drawn in it."""
    await person.pilot.resize_terminal(*size)
    await person.until(lambda: person.app.size == Size(*size))
    await person.pilot.pause()


async def read_to_the_end(person: Sitting, page: VerticalScroll) -> None:
    """Page down leads to the very end, page up back to the beginning."""
    for key in ("pagedown", "pageup"):
        for _ in range(100):
            if page.scroll_y == (page.max_scroll_y if key == "pagedown" else 0):
                break
            await person.press(key)
        else:
            pytest.fail(f"{key} stays at {page.scroll_y} of {page.max_scroll_y}")


each_page = pytest.mark.parametrize("page", [*PAGES, *DIALOGS], ids=lambda page: " ".join(page)[:40])


@each_page
async def test_nothing_is_cut_and_all_is_reached_by_keys(on_berlin: Session, page: tuple[str, ...]) -> None:
    """From the smallest window to the largest and back, every part has its room; at 60 by 20 keys lead to the end."""
    await has_room_in(on_berlin, page, (SMALLEST, SIZES[1], LARGEST, SMALLEST))


@pytest.mark.exhaustive
@each_page
async def test_nothing_is_cut_in_any_size_and_all_is_reached_by_keys(on_berlin: Session, page: tuple[str, ...]) -> None:
    """The same through every size."""
    await has_room_in(on_berlin, page, (*SIZES, SMALLEST))


async def has_room_in(on: Session, page: tuple[str, ...], sizes: tuple[tuple[int, int], ...]) -> None:
    """Open a page, give its window one size after the other, and look at each part."""
    async with sitting(wizard(on), sizes[0]) as person:
        body = await opened(person, page)
        for size in sizes:
            if size != person.app.size:
                await turned(person, size)
            whole(body)
            bar_whole(person)
            if size == SIZES[1] and page in PAGES and page != PAPER:
                await read_to_the_end(person, body)


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (99, "Bavaria (Bayern), Germany · GDPR · you can object"),
        (40, "Bavaria (Bayern), Germany · GDPR"),
        (26, "Bavaria (Bayern), Germany"),
        (24, "Bavaria, Germany · GDPR"),
        (16, "Bavaria, Germany"),
        (15, "Bavaria, Germa…"),
        (10, "Bavaria…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_a_title_is_shortened_by_its_parts(room: int, words: str) -> None:
    """First the path goes, then the law, then a second name in brackets; only then it is cut, and says so."""
    assert shorten_title("Bavaria (Bayern), Germany · GDPR · you can object", room) == words


@pytest.mark.parametrize(
    ("left", "right", "width", "words"),
    [
        ("Object to AI training", "3 min · impact ●●●●●", 56, "3 min · impact ●●●●●"),
        ("Object to AI training", "3 min · impact ●●●●●", 36, "3 min"),
        ("Why this step is in your plan", "Send the objection form for Instagram", 56, "Send the objection form…"),
        ("Why this step is in your plan", "Send the objection form for Instagram", 36, ""),
        ("You have done all of it.", "Essentials 5 of 5. In all 12 of 12 steps done.", 36, ""),
        ("Bavaria (Bayern), Germany, GDPR", "sources read 23 Nov 2026", 36, ""),
        ("Bavaria (Bayern), Germany · GDPR", "essentials 2 of 5", 36, "essentials 2 of 5"),
        ("", "work.json", 36, "work.json"),
    ],
)
def test_what_stands_at_the_right_gives_way_to_the_title_of_the_page(left: str, right: str, width: int, words: str) -> None:
    """It loses its parts, then its end, then goes; only a place with its law, which the user knows, is shortened for it."""
    assert shorten_right_title(left, right, width) == words


@pytest.mark.parametrize("size", SIZES)
async def test_the_title_never_runs_into_what_stands_beside_it(state: Path, size: tuple[int, int]) -> None:
    """The longest name of a place leaves a gap before how far one is."""
    on = session(state, living_in("DE", "DE-MV"))
    async with sitting(wizard(on), size) as person:
        await opened(person, ("board.BoardScreen",))
        title = person.text.splitlines()[0]
        essentials = f"essentials 0 of {on.snapshot.essentials[1]}"
        progress = f"{essentials} · 0 of {on.snapshot.total} steps done" if size[0] >= 120 else essentials
        assert title.endswith(f"  {progress}")
        assert "Meck" in title


async def test_a_dialog_has_as_much_room_above_its_words_as_below(on_berlin: Session) -> None:
    """A row each, and nothing moves when something is said below it."""
    async with sitting(wizard(on_berlin), SIZES[1]) as person:
        page = await opened(person, DIALOGS[0])
        before = page.region
        assert page.children[0].region.y - before.y == before.bottom - page.children[-1].region.bottom == 1
        person.app.show_status("Something was done.")
        await person.shows("Something was done.")
        assert page.region == before


def calm(field: Input | TextArea) -> bool:
    """Tell whether one can write there, and the cursor stands still."""
    return field.has_focus and not field.cursor_blink


@each_page
async def test_nothing_moves_by_itself(on_berlin: Session, page: tuple[str, ...]) -> None:
    """Neither a cursor, wherever one can write, nor what scrolls; and in a window of the usual size nothing is cut."""
    async with sitting(wizard(on_berlin)) as person:
        whole(await opened(person, page))
        bar_whole(person)
        assert person.app.animation_level == "none"
        for field in (*person.app.screen.query(Input), *person.app.screen.query(TextArea)):
            field.focus()
            await person.until(partial(calm, field))
