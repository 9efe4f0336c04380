"""The search: anything by a word of it, wherever one is, from steps to settings."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui.screens.search import SearchDialog
from wizard.tui.search_items import ItemSearch
from wizard.views.search import PAGE_TITLES


def items(on: Session) -> ItemSearch:
    """The search of an app that shows its first screen."""
    app = wizard(on)
    return ItemSearch(app, app.get_default_screen())


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("undo", "Undo"),
        ("colours", "Colours"),
        ("dark", "Colours"),
        ("ten minutes", "Ten minutes"),
        ("calendar", "Plan or calendar as a file"),
        ("wipe", "What is stored"),
        ("remove everything", "What is stored"),
        ("camera roll", "Keep Facebook out of your phone's photos"),
    ],
)
def test_what_people_look_for_is_found_by_their_own_words(on_berlin: Session, words: str, title: str) -> None:
    """Keys by their name, pages and content by the words that lead to them: among the first three."""
    found, _ = items(on_berlin).find(words)
    assert any(item.title.startswith(title) for item in found[:3]), [item.title for item in found[:5]]


@pytest.mark.parametrize("words", ["xq", "zzzz", "?!"])
def test_letters_that_are_scattered_find_nothing(on_berlin: Session, words: str) -> None:
    """A word must begin with what was typed. The nearest pages are offered as such, and are no hits."""
    search = items(on_berlin)
    offered, found = search.find(words)
    assert (found.hits, offered) == ((), search.nearest)


def test_a_slip_of_the_pen_is_asked_about(on_berlin: Session) -> None:
    """Which words were looked for instead is known."""
    _, found = items(on_berlin).find("instgram private")
    assert found.corrected == "instagram private"


def test_before_anything_is_typed_the_next_steps_and_the_pages_are_offered(on_berlin: Session) -> None:
    """The plan first, then each page once, then what keys do."""
    offered = [item.title for item in items(on_berlin).initial_items()]
    assert offered[:3] == [each.step.title for each in on_berlin.snapshot.open_steps[:3]]
    assert set(PAGE_TITLES.values()) <= set(offered)
    assert len({title.casefold() for title in offered}) == len(offered)


async def test_each_kind_of_thing_is_opened(on_berlin: Session) -> None:
    """Some letters are enough; the best is marked already, and Enter opens it."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for key, words, screen in (
            ("ctrl+p", "camera roll", "StepScreen"),
            ("slash", "alternatives to", "ArticleScreen"),
            ("slash", "disconnect other", "ActionScreen"),
            ("slash", "is stored", "StoredDataScreen"),
            ("slash", "contact book", "ContactsScreen"),
        ):
            await person.go(key, "SearchDialog")
            await person.write(words)
            await person.go("enter", screen)
            await person.go("escape", "WelcomeBackScreen")


async def test_the_arrows_choose_and_the_letters_stay_with_the_field(on_berlin: Session) -> None:
    """The cursor is a sign in the margin, and goes no further than the list; a second ctrl+p opens no second search."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("slash", "SearchDialog")
        screen = person.app.screen
        assert isinstance(screen, SearchDialog)
        await person.write("photos")
        await person.press("up", "down", "ctrl+p")
        assert len(person.app.screen_stack) == 2
        assert screen.query_one(Input).value == "photos"
        await person.shows(f"▸ {screen._matches[1].title}")
        await person.press(*["down"] * 60)
        await person.shows(f"▸ {screen._matches[-1].title}")
        await person.go("escape", "WelcomeBackScreen")


async def test_what_keys_do_is_done_on_the_screen_below(on_berlin: Session) -> None:
    """A step is marked, and taken back, by the words for it."""
    first = on_berlin.snapshot.open_steps[0]
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        for words, asked, done in (("sent day", ("SentDateDialog",), 1), ("undo", (), 0)):
            await person.go("slash", "SearchDialog")
            await person.write(words)
            for screen in (*asked, "BoardScreen"):
                await person.go("enter", screen)
            await person.until(lambda done=done: on_berlin.snapshot.done == done)  # type: ignore[misc]
        assert on_berlin.snapshot.open_steps[0] == first
        await person.go("slash", "SearchDialog")
        await person.write("colours")
        await person.go("enter", "ThemeDialog")
        await person.press("down")
        await person.go("enter", "BoardScreen")
        await person.shows("Colours: light.")


@pytest.mark.parametrize("word", ["quit", "exit", "bye"])
async def test_the_way_out_is_found_by_any_word_for_it(on_berlin: Session, word: str) -> None:
    """First, also on a page with a key of its own for it."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("slash", "SearchDialog")
        await person.write(word)
        await person.shows("▸ Leave the program")


async def test_where_nothing_is_found_a_sentence_says_so(on_berlin: Session) -> None:
    """And Enter does nothing; what is typed is never markup."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("slash", "SearchDialog")
        await person.write("[/]zzzz")
        await person.shows("Nothing was found for", "one of these pages", "Letters: for your objection")
        await person.press("enter")
        assert person.at_now == "SearchDialog"


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
async def test_what_is_pointed_at_is_seen_without_colours(
    state: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the terminal's own colours the row stands out in reverse, here and in every list; a field is underlined."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    on = session(state, BERLIN)
    on.set_setting("theme", "terminal")
    first = on.snapshot.open_steps[0].step.title
    async with sitting(wizard(on, env)) as person:
        await person.at("WelcomeBackScreen")
        assert first in drawn(person, "reverse")
        await person.go("slash", "SearchDialog")
        assert first in drawn(person, "reverse")
        assert "A step, a letter" in drawn(person, "underline")


def drawn(person: Sitting, way: str) -> str:
    """What is drawn in reverse, or underlined."""
    strips = person.app.screen._compositor.render_strips()
    return "".join(each.text for strip in strips for each in strip if each.style and getattr(each.style, way))
