"""Long texts with their links below, and the help made from live keys."""

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input

from tests.tui.making import Sitting, flat, living_in, session, sitting, wizard
from tests.tui.writing import take
from wizard.core.article import group_articles
from wizard.storage.session import Session
from wizard.tui.keys import GLOBAL
from wizard.tui.messages import LinkRequested
from wizard.tui.screens.reader import ArticleScreen, ExplanationScreen, PlaceScreen, ReaderScreen
from wizard.tui.screens.requests import OutcomeScreen
from wizard.tui.widgets.hanging_text import HangingText
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.articles import article_page


async def read(person: Sitting, screen: ReaderScreen) -> None:
    """From the welcome back to a text."""
    await person.at("WelcomeBackScreen")
    person.app.push_screen(screen)
    await person.at(type(screen).__name__)


def source_ids(on: Session, article: str) -> list[str]:
    """The sources that stand below an article."""
    return [choice.id for choice in article_page(on.snapshot, article).choices]


def listed(person: Sitting) -> list[str]:
    """The sources listed below the text."""
    return [option.id or "" for option in person.app.screen.query_one("#links", ItemList).options]


async def test_articles_are_listed_and_read(on_berlin: Session) -> None:
    """From the board to the list and to each of the first articles, and back again."""
    articles = [each for _, group in group_articles(on_berlin.library.articles.values()) for each in group]
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("i", "ArticlesScreen")
        await person.shows(articles[0].title, f"{len(articles)} texts")
        await person.press("down")
        await person.go("enter", "ArticleScreen")
        await person.shows(articles[1].title)
        await person.go("b", "ArticlesScreen")
        await person.go("escape", "BoardScreen")


async def test_the_arrows_scroll_a_text_and_the_links_are_reached_by_tab(on_berlin: Session) -> None:
    """Reading begins at the top; space turns pages to the end; tab leads to the links and Enter to the door."""
    sources = [on_berlin.library.sources[id] for id in source_ids(on_berlin, "alternatives")]
    number = next(number for number, source in enumerate(sources) if number and source.url)
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        await read(person, ArticleScreen("alternatives"))
        body = person.app.screen.query_one("#body", VerticalScroll)
        await person.press("down")
        await person.until(lambda: body.scroll_y == 2)
        await person.press("up")
        await person.until(lambda: body.scroll_y == 0)
        while body.scroll_y < body.max_scroll_y:
            before = body.scroll_y
            await person.press("space")
            await person.until(lambda before=before: body.scroll_y > before)  # type: ignore[misc]
        await person.press("tab", *["down"] * number)
        await person.go("enter", "LinkDialog")
    assert [message.url for message in person.sent(LinkRequested)] == [sources[number].url]


async def test_every_link_of_an_article_stands_below_it(on_berlin: Session) -> None:
    """No address hides in the text: each source is listed, and the text names none twice."""
    async with sitting(wizard(on_berlin)) as person:
        for id in [*on_berlin.library.articles][::9]:
            await read(person, ArticleScreen(id))
            wanted = source_ids(on_berlin, id)
            await person.until(lambda wanted=wanted: listed(person) == [*wanted])  # type: ignore[misc]
            assert "source:" not in person.text
            await person.go("escape", "WelcomeBackScreen")


async def test_the_place_says_everything_that_holds_there(state: Path) -> None:
    """Rights, what to do when Meta does not answer, and the authority by name."""
    on = session(state, living_in("DE", "DE-BE"))
    assert on.snapshot.place is not None
    assert on.snapshot.place.authority is not None
    async with sitting(wizard(on), (80, 150)) as person:
        await read(person, PlaceScreen())
        await person.shows(
            "You can object.", "Your rights", "If Meta does not answer, or refuses", on.snapshot.place.authority.name
        )


async def test_why_names_the_answers_and_the_weight(on_berlin: Session) -> None:
    """Which answers put the step there, what it weighs, what would take it out."""
    async with sitting(wizard(on_berlin), (80, 60)) as person:
        await read(person, ExplanationScreen("privacy-settings/instagram-private"))
        await person.shows("You said “Instagram”", "How it is weighed", "Impact 5 of 5", "What would change it")


@pytest.mark.parametrize(
    "screen", [ArticleScreen("alternatives"), PlaceScreen(), ExplanationScreen("gone/step")], ids=lambda each: type(each).__name__
)
async def test_texts_stand_without_a_country(state: Path, screen: ReaderScreen) -> None:
    """Before anything is known of the person every text still says something."""
    async with sitting(wizard(session(state, {"services": ("facebook",)}))) as person:
        await read(person, screen)
        await person.until(lambda: len(flat(person.text)) > 60)


async def helped(person: Sitting) -> list[str]:
    """What the help says of the screen below it, a line for each key."""
    below = type(person.app.screen).__name__
    await person.press("f1")
    await person.at("HelpDialog")
    lists = [person.app.screen.query(HangingText)[number]._rows for number in (0, 1)]
    await person.go("escape", below)
    return [f"{lead.plain.strip()} {text.plain}" for rows in lists for lead, text in rows]


async def test_the_help_lists_exactly_the_active_keys(on_berlin: Session) -> None:
    """On each screen: its keys with a sentence each, the keys that work everywhere, no others, and no sentence twice."""
    async with sitting(wizard(on_berlin), (100, 70)) as person:
        await person.at("WelcomeBackScreen")
        for key, name in (
            ("p", "BoardScreen"),
            ("enter", "StepScreen"),
            ("w", "ExplanationScreen"),
        ):
            await person.go(key, name)
            live = person.app.screen.active_keys  # type: ignore[attr-defined]
            told = await helped(person)
            wanted = {(key.name, key.help) for key in (*(key for key in live if key.label), *GLOBAL)}
            wanted -= {(key.name, key.help) for key in GLOBAL if key.key in {each.key for each in live}}
            assert {line.split(" ", 1)[0].rstrip(",") for line in told} <= {name.split()[0] for name, _ in wanted}
            assert all(any(name in line and line.endswith(help) for line in told) for name, help in wanted)
            assert len({line[-30:] for line in told}) == len(told)


async def test_the_help_of_the_interview_follows_the_question(state: Path) -> None:
    """Where a country is typed, no letter is offered as a key; where several may be chosen, space is."""
    async with sitting(wizard(session(state)), (100, 70)) as person:
        await person.at("WelcomeScreen")
        await person.go("enter", "InterviewScreen")
        country = await helped(person)
        assert [line.split()[0] for line in country[:3]] == ["↑↓", "enter", "esc"]
        await person.write("GB")
        await person.press("enter")
        await person.shows("Which of these do you use?")
        several = await helped(person)
        assert [line.split()[0] for line in several[:4]] == ["space", "enter", "esc", "s"]


async def test_dialogs_have_a_help_of_their_own(on_berlin: Session) -> None:
    """What a dialog is for can be asked, also where its field takes the question mark as a letter."""
    async with sitting(wizard(on_berlin), (100, 60)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("x", "ReasonDialog")
        assert (await helped(person))[:2] == ["enter Leave the step out with this reason.", "esc Close without doing anything."]
        await person.press("question_mark")
        await person.at("HelpDialog")
        await person.go("escape", "ReasonDialog")
        await person.press("tab", "question_mark")
        assert person.app.screen.query_one(Input).value == "?"


async def test_the_help_scrolls_by_keys(on_berlin: Session) -> None:
    """In a small window the end of the help is reached with the keyboard."""
    async with sitting(wizard(on_berlin), (60, 20)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("question_mark", "HelpDialog")
        page = person.app.screen.query_one("#dialog", VerticalScroll)
        await person.press(*["pagedown"] * 2, "down", *["pagedown"] * 4)
        await person.until(lambda: page.scroll_y == page.max_scroll_y)
        await person.shows(GLOBAL[-1].help)


async def test_every_bar_names_the_help_and_where_one_types_another_key_for_it(state: Path) -> None:
    """From the first screen on; a click on the word is as good as the key."""
    async with sitting(wizard(session(state))) as person:
        await person.at("WelcomeScreen")
        assert person.text.splitlines()[-1].endswith("? help")
        await person.go("enter", "InterviewScreen")
        await person.until(lambda: person.text.splitlines()[-1].endswith("f1 help"))
        await person.pilot.click("#keys", offset=(person.text.splitlines()[-1].index("f1 help"), 0))
        await person.at("HelpDialog")


@pytest.mark.parametrize(
    ("article", "words", "screen"),
    [
        ("dead-relatives", "Letter: About someone who has died", "LetterScreen"),
        ("no-access", "Step: Try to get back into your account", "StepScreen"),
        ("acting-for-others", "Letter: Permission", "LetterScreen"),
        ("groups", "Step: Take back what you wrote", "StepScreen"),
    ],
)
async def test_a_text_leads_to_what_can_be_done(on_berlin: Session, article: str, words: str, screen: str) -> None:
    """Before its sources; the letter or the step opens on top."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await read(person, ArticleScreen(article))
        await take(person, words)
        await person.at(screen)


async def test_a_reply_is_recorded_where_it_was_found(on_berlin: Session) -> None:
    """Its page says what to do, and for which request it happened."""
    on_berlin.mark("case/facebook", "sent")
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.push_screen(OutcomeScreen("id-asked"))
        await person.at("OutcomeScreen")
        await person.shows("They want a copy of my ID", "You don't have to send an ID straight away.")
        await take(person, "It happened: Objection, Facebook")
        await person.at("EventDateDialog")
        await person.press("enter")
        await person.until(lambda: any(each.kind == "id-asked" for each in on_berlin.events), "recorded")
