"""Long texts with their links below, the help made from live keys, and the command palette."""

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input

from tests.tui.making import Sitting, flat, living_in, session, sitting, wizard
from wizard.services.session import Session
from wizard.tui.keys import GLOBAL
from wizard.tui.messages import LinkWanted
from wizard.tui.palette import things
from wizard.tui.screens.reader import ArticleScreen, PlaceScreen, ReaderScreen, WhyScreen
from wizard.tui.widgets.choices import PlainList


async def read(person: Sitting, screen: ReaderScreen) -> None:
    """From the welcome back to a text."""
    await person.at("WelcomeBackScreen")
    person.app.push_screen(screen)
    await person.at(type(screen).__name__)


def listed(person: Sitting) -> list[str]:
    """The sources listed below the text."""
    return [option.id or "" for option in person.app.screen.query_one("#links", PlainList).options]


async def test_articles_are_listed_and_read(on_berlin: Session) -> None:
    """From the board to the list and to each of the first articles, and back again."""
    articles = [*on_berlin.library.articles.values()]
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "BoardScreen")
        await person.go("l", "ArticlesScreen")
        await person.shows(articles[0].title, f"{len(articles)} texts")
        await person.press("down")
        await person.go("enter", "ArticleScreen")
        await person.shows(articles[1].title)
        await person.go("b", "ArticlesScreen")
        await person.go("escape", "BoardScreen")


async def test_the_arrows_scroll_a_text_and_the_links_are_reached_by_tab(on_berlin: Session) -> None:
    """Reading begins at the top; space turns pages to the end; tab leads to the links and Enter to the door."""
    article = next(each for each in on_berlin.library.articles.values() if len(each.sources) > 2)
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        await read(person, ArticleScreen(article.id))
        body = person.app.screen.query_one("#body", VerticalScroll)
        await person.press("down")
        await person.until(lambda: body.scroll_y == 2)
        await person.press("up")
        await person.until(lambda: body.scroll_y == 0)
        while body.scroll_y < body.max_scroll_y:
            before = body.scroll_y
            await person.press("space")
            await person.until(lambda before=before: body.scroll_y > before)  # type: ignore[misc]
        await person.press("tab", "down")
        await person.go("enter", "LinkDialog")
    source = on_berlin.library.sources[listed_second(on_berlin, article.id)]
    assert [message.url for message in person.sent(LinkWanted)] == [source.url]


def listed_second(on: Session, article: str) -> str:
    """The second source that an article lists."""
    return ArticleScreen(article)._sources(on.case)[1]


async def test_every_link_of_an_article_stands_below_it(on_berlin: Session) -> None:
    """No address hides in the text: each source is listed, and the text names none twice."""
    async with sitting(wizard(on_berlin)) as person:
        for id in [*on_berlin.library.articles][::6]:
            await read(person, ArticleScreen(id)) if person.at_now == "WelcomeBackScreen" else None
            wanted = ArticleScreen(id)._sources(on_berlin.case)
            await person.until(lambda wanted=wanted: listed(person) == [*wanted])  # type: ignore[misc]
            assert "source:" not in person.text
            await person.go("escape", "WelcomeBackScreen")


async def test_the_place_says_everything_that_holds_there(state: Path) -> None:
    """Rights, what to do when Meta does not answer, and the authority by name."""
    on = session(state, living_in("DE", "DE-BE"))
    assert on.case.place is not None
    assert on.case.place.authority is not None
    async with sitting(wizard(on), (80, 150)) as person:
        await read(person, PlaceScreen())
        await person.shows("You can object.", "Your rights", "If Meta does not answer, or refuses", on.case.place.authority.name)


async def test_why_names_the_answers_and_the_weight(on_berlin: Session) -> None:
    """Which answers put the step there, what it weighs, what would take it out."""
    async with sitting(wizard(on_berlin), (80, 60)) as person:
        await read(person, WhyScreen("privacy-settings/instagram-private"))
        await person.shows("You said “Instagram”", "How it is weighed", "Impact 5 of 5", "What would change it")


@pytest.mark.parametrize(
    "screen", [ArticleScreen("alternatives"), PlaceScreen(), WhyScreen("gone/step")], ids=lambda each: type(each).__name__
)
async def test_texts_stand_without_a_country(state: Path, screen: ReaderScreen) -> None:
    """Before anything is known of the person every text still says something."""
    async with sitting(wizard(session(state, {"services": ("facebook",)}))) as person:
        await read(person, screen)
        await person.until(lambda: len(flat(person.text)) > 60)


async def helped(person: Sitting) -> str:
    """The help for what is on screen, as one line."""
    below = person.app.screen
    await person.press("f1")
    await person.at("HelpDialog")
    text = flat(person.text)
    await person.go("escape", type(below).__name__)
    return text


def spoken(screen: Screen[object]) -> list[str]:
    """The help lines that a screen's live keys make."""
    return [f"{key.name} {key.help}" for key in screen.live_keys if key.label]  # type: ignore[attr-defined]


async def test_the_help_lists_exactly_the_live_keys(on_berlin: Session) -> None:
    """On each screen: what it is for, its keys with a sentence each, the keys that work everywhere, and no others."""
    async with sitting(wizard(on_berlin), (100, 70)) as person:
        await person.at("WelcomeBackScreen")
        for keys in ("", "enter", "enter", "escape,t", "b,l", "enter", "b,b,p", "b,a", "down,enter"):
            await person.press(*[key for key in keys.split(",") if key])
            await person.pilot.pause()
            screen = person.app.screen
            text = await helped(person)
            expected = [*spoken(screen), *(f"{key.name} {key.help}" for key in GLOBAL)]
            assert flat(screen.PURPOSE) in text  # type: ignore[attr-defined]
            for line in expected:
                assert flat(line) in text, (screen, line)
            assert len(text) == len(" ".join(["Help", flat(screen.PURPOSE), *map(flat, expected)])) + len(  # type: ignore[attr-defined]
                " Everywhere ctrl+p Find any action, step or article by name. esc close"
            )


async def test_dialogs_have_a_help_of_their_own(on_berlin: Session) -> None:
    """What a dialog is for can be asked, also where its field takes the question mark as a letter."""
    async with sitting(wizard(on_berlin), (100, 60)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "BoardScreen")
        await person.go("x", "ReasonDialog")
        assert "With a reason the step leaves your plan's count." in await helped(person)
        await person.press("question_mark")
        await person.at("HelpDialog")
        await person.go("escape", "ReasonDialog")
        await person.press("tab", "question_mark")
        assert person.app.screen.query_one(Input).value == "?"


async def test_the_help_scrolls_by_keys(on_berlin: Session) -> None:
    """In a small window the end of the help is reached with the keyboard."""
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "BoardScreen")
        await person.go("question_mark", "HelpDialog")
        page = person.app.screen.query_one("#dialog", VerticalScroll)
        await person.press("pagedown", "pagedown", "down", "pagedown")
        await person.until(lambda: page.scroll_y == page.max_scroll_y)
        await person.shows("Find any action, step or article by name.")


async def test_the_palette_finds_a_step_and_an_article(on_berlin: Session) -> None:
    """Some letters of a title are enough; Enter opens it."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        for words, screen, title in (
            ("camera roll", "StepScreen", "camera roll"),
            ("alternatives to", "ArticleScreen", "Alternatives"),
            ("disconnect other", "ActionScreen", "Disconnect"),
        ):
            await person.press("ctrl+p")
            await person.at("CommandPalette")
            await person.write(words)
            await person.until(lambda title=title: title.casefold() in person.text.casefold().split("\n", 4)[-1])  # type: ignore[misc]
            await person.press("enter")
            await person.at(screen)
            await person.press("escape")
            await person.at("WelcomeBackScreen")


async def test_the_palette_knows_everything_that_can_be_opened(on_berlin: Session) -> None:
    """All steps of the plan, all actions in it and all articles, each once."""
    app = wizard(on_berlin)
    found = [text for text, _, _ in things(app)]
    case = on_berlin.case
    assert len(found) == len(case.entries) + len(case.parts) + len(case.library.articles)
    async with sitting(app) as person:
        await person.at("WelcomeBackScreen")
        for _, _, open_it in list(things(app))[:: len(found) // 6]:
            open_it()
            await person.until(lambda: person.at_now != "WelcomeBackScreen")
            app.pop_screen()
            await person.at("WelcomeBackScreen")
