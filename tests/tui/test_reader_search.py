"""The search: anything by a word of it, wherever one is, from steps to settings."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.making import BERLIN, Sitting, session, sitting, wizard
from wizard.core.letter.applicability import applies_here
from wizard.storage.session import Session
from wizard.tui.screens.search import SearchDialog
from wizard.tui.search_items import PAGES, all_search_items, rank_search_items


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("undo", "Undo"),
        ("colours", "Colours"),
        ("dark", "Colours"),
        ("screen reader", "Go on in lines"),
        ("ten minutes", "Ten minutes"),
        ("calendar", "The plan on paper"),
        ("wipe", "What is stored"),
        ("remove everything", "What is stored"),
        ("camera roll", "Keep Facebook out of your phone's photos"),
        ("dsgvo", "What is the GDPR, and what does it give me?"),
    ],
)
def test_what_people_look_for_is_found_by_their_own_words(on_berlin: Session, words: str, title: str) -> None:
    """By words of the title, by words that lead to it, and for texts by their keywords."""
    assert rank_search_items(all_search_items(wizard(on_berlin)), words)[0][0].title == title


@pytest.mark.parametrize("words", ["qr", "xq", "zzzz", "?!"])
def test_letters_that_are_scattered_find_nothing(on_berlin: Session, words: str) -> None:
    """A word must begin with what was typed."""
    assert rank_search_items(all_search_items(wizard(on_berlin)), words) == ([], "")


def test_a_slip_of_the_pen_finds_what_is_most_like_it(on_berlin: Session) -> None:
    """And which words were looked for instead is known."""
    found, taken_as = rank_search_items(all_search_items(wizard(on_berlin)), "calender")
    assert (found[0].title, taken_as) == ("The plan on paper", "calendar")


def test_everything_that_can_be_opened_is_there_once(on_berlin: Session) -> None:
    """All steps of the plan, all actions in it, the letters for the place, the pages, all articles, and what keys do."""
    case, everything = on_berlin.case, all_search_items(wizard(on_berlin))
    letters = [letter for letter in case.library.letters.values() if applies_here(letter, case)]
    kinds = [each.hint for each in everything]
    assert [kinds.count(kind) for kind in ("step", "action", "letter", "to read")] == [
        len(case.steps), len(case.actions), len(letters), len(case.library.articles)
    ]  # fmt: skip
    others = [each.title for each in everything if each.hint not in ("step", "action", "letter", "to read")]
    assert {title for title, *_ in PAGES} <= set(others)
    assert len({title.casefold() for title in others}) == len(others)


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
    first = on_berlin.case.open_steps[0]
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("enter", "BoardScreen")
        for words, done in (("done step", 1), ("undo", 0)):
            await person.go("slash", "SearchDialog")
            await person.write(words)
            await person.go("enter", "BoardScreen")
            await person.until(lambda done=done: on_berlin.case.done == done)  # type: ignore[misc]
        assert on_berlin.case.open_steps[0] == first
        await person.go("slash", "SearchDialog")
        await person.write("colours")
        await person.go("enter", "BoardScreen")
        await person.shows("Colours: light.")


async def test_where_nothing_is_found_a_sentence_says_so(on_berlin: Session) -> None:
    """And Enter does nothing; what is typed is never markup."""
    async with sitting(wizard(on_berlin)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("slash", "SearchDialog")
        await person.write("[/]zzzz")
        await person.shows("Nothing has these words in it.")
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
    first = on.case.open_steps[0].step.title
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
