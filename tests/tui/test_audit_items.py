"""The items behind a finding in full screen: they fit into every size, and words of an export are only words."""

from pathlib import Path

from textual.containers import VerticalScroll
from textual.theme import Theme
from textual.widgets import Input

from tests.audit.facebook import GENERATIONS, as_bytes
from tests.audit.packing import one_zip, report_on, zipped
from tests.audit.shapes import written
from tests.audit.world import facebook_life
from tests.tui.making import Sitting, sitting, wizard
from tests.tui.test_sizes import SIZES, bar_whole, read_to_the_end, turned, whole
from tests.tui.test_themes import each_theme, unreadable
from wizard.audit.listing.item_loader import ItemLoader
from wizard.storage.session import Session
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.audit_report import MAX_SHOWN_ITEMS, build_audit_page, has_items

HOSTILE = "Ga[/]l[red]ler\x1by\u202e [link=https://evil.invalid]x"
POSTS = "your_facebook_activity/posts/your_posts_1.json"


async def items_of(person: Sitting, export: Path) -> None:
    """The items of the first step that has some."""
    await person.at("WelcomeBackScreen")
    page = build_audit_page(report_on([export]), person.app.snapshot)
    advice = next(each for each in page.advice if has_items(each))
    person.app.open_screen("audit_items.AuditItemsScreen", advice, ItemLoader([export]))
    await person.at("AuditItemsScreen")
    await person.until(lambda: person.app.screen.query_one(ItemList).option_count > 0)


async def test_the_items_have_their_room_in_every_size(on_berlin: Session, tmp_path: Path) -> None:
    """From 40 by 12 to 200 by 60: nothing is cut, and keys lead to the end and back."""
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    async with sitting(wizard(on_berlin), SIZES[0]) as person:
        await items_of(person, export)
        for size in SIZES:
            if size != person.app.size:
                await turned(person, size)
            body = person.app.screen.query_one("#body", VerticalScroll)
            whole(body)
            bar_whole(person)
            if size == SIZES[1]:
                await read_to_the_end(person, body)


async def test_words_of_posts_are_no_markup(on_berlin: Session, tmp_path: Path) -> None:
    """They are shown as they are, without what could steer the terminal."""
    post = {"timestamp": 1_420_070_400, "data": [{"post": HOSTILE}]}
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await items_of(person, zipped(tmp_path / "x.zip", {POSTS: written([post])}))
        await person.shows("1 Jan 2015, Facebook post: Ga[/]l[red]lery [link=https://evil.invalid]x", "1 item.", "Go to 2015.")
        assert not {"\x1b", "\u202e"} & set(person.text)


async def test_a_long_list_is_cut_and_says_so(on_berlin: Session, tmp_path: Path) -> None:
    """All of it can be saved."""
    posts = [{"timestamp": 1_420_070_400 + number, "data": [{"post": "x"}]} for number in range(MAX_SHOWN_ITEMS + 30)]
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await items_of(person, zipped(tmp_path / "x.zip", {POSTS: written(posts)}))
        await person.shows("230 items", "The first 200 are shown.")
        assert person.app.screen.query_one(ItemList).option_count == MAX_SHOWN_ITEMS


async def test_the_list_of_all_items_can_be_saved(on_berlin: Session, tmp_path: Path) -> None:
    """The screen shows the first two hundred; the file has all of them, and nothing is offered before they are read."""
    posts = [{"timestamp": 1_420_070_400 + number, "data": [{"post": "x"}]} for number in range(MAX_SHOWN_ITEMS + 30)]
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await items_of(person, zipped(tmp_path / "x.zip", {POSTS: written(posts)}))
        await person.go("s", "FormatDialog")
        assert "report" not in person.text  # it is the list that is saved
        await person.go("enter", "SaveDialog")
        person.app.screen.query_one(Input).value = str(tmp_path / "list.csv")
        await person.go("enter", "AuditItemsScreen")
    assert len((tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()) == 1 + len(posts)


@each_theme
async def test_the_items_can_be_read_in_every_theme(on_berlin: Session, tmp_path: Path, theme: Theme) -> None:
    """With the way at Meta above them."""
    on_berlin.set_setting("theme", theme.name)
    export = one_zip(tmp_path, as_bytes(GENERATIONS["2024"][0](facebook_life())))[0]
    async with sitting(wizard(on_berlin), (100, 60)) as person:
        await items_of(person, export)
        assert unreadable(person) == {}
