"""The first screen of a new person, of one who comes back, and the colours that are kept."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.keeping import TORN
from tests.tui.making import BERLIN, TODAY, session, sitting, wizard
from wizard.storage.session import Session
from wizard.tui import themes
from wizard.views.colours import theme_label

FORM, PRIVATE = "objection/facebook-form", "privacy-settings/instagram-private"


async def test_the_first_screen_says_what_this_is_and_one_key_starts(state: Path) -> None:
    """What it is, that nothing leaves the computer, how long it takes; nothing is written by looking."""
    async with sitting(wizard(session(state)), (60, 20)) as person:
        await person.at("WelcomeScreen")
        await person.shows("Keep your photos out of Meta's AI", "Two minutes", "Nothing you type leaves this computer.")
        await person.go("enter", "InterviewScreen")
    assert not state.exists()


async def test_one_may_read_before_one_answers(state: Path) -> None:
    """The second line leads to the one text that it names, and back."""
    async with sitting(wizard(session(state))) as person:
        await person.at("WelcomeScreen")
        await person.press("down")
        await person.go("enter", "ArticleScreen")
        await person.shows("How Meta trains its AI")
        await person.go("escape", "WelcomeScreen")
        await person.go("s", "InterviewScreen")


async def test_without_a_country_the_plan_asks_for_it(state: Path) -> None:
    """Whoever has skipped the question is led to the answers, not to a board of empty panels."""
    on = session(state, dict.fromkeys(BERLIN, ()))
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        await person.shows("Say where you live: without it there is no plan")
        await person.go("p", "ReviewScreen")


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)])
async def test_leaving_has_an_honest_exit_code(state: Path, key: str, code: int) -> None:
    """Leaving is no mistake; Ctrl+C says that it was interrupted."""
    app = wizard(session(state))
    async with sitting(app) as person:
        await person.at("WelcomeScreen")
        await person.press(key)
    assert app.return_code == code


async def test_what_the_mouse_selected_is_copied(state: Path) -> None:
    """Ctrl+C copies then, as everywhere, and nobody is thrown out; the next one leaves."""
    app = wizard(session(state))
    async with sitting(app) as person:
        await person.at("WelcomeScreen")
        app.screen.text_select_all()
        await person.press("ctrl+c")
        await person.shows("Sent to the clipboard")
        assert "Keep your photos out of Meta's AI" in app.clipboard
        assert app.return_code is None
        await person.press("ctrl+c")
    assert app.return_code == 130


async def test_who_comes_back_sees_last_done_due_and_next(state: Path) -> None:
    """After a sitting with two steps: both, the newest first, what is due, and what comes next, one key away."""
    on = session(state, BERLIN, [(PRIVATE, "done"), (FORM, "done")])
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        text = person.text
        assert text.index("▸ Next") < text.index("Send the objection form") < text.index("Make your Instagram account private")
        await person.shows("done, today", "○ Wed 23 Dec 2026 (in 30 days)", f"2 of {on.snapshot.total} steps done")
        assert on.snapshot.next_step is not None
        await person.shows(f"▸ Next: {on.snapshot.next_step.step.title}")
        await person.go("p", "BoardScreen")


async def test_what_was_left_out_is_said_in_words(state: Path) -> None:
    """A skipped step is no tick, and a day that is past is called overdue."""
    on = session(state, BERLIN, [(FORM, "done")])
    on.mark(PRIVATE, "skipped", note="mine is professional")
    late = session(state, today=TODAY + timedelta(days=40))
    async with sitting(wizard(late)) as person:
        await person.at("WelcomeBackScreen")
        await person.shows("· Make your Instagram account private  not for me, 40 days ago", "Overdue")


async def test_with_open_questions_the_interview_is_next(state: Path) -> None:
    """Who stopped during the questions is led to the first open one."""
    async with sitting(wizard(session(state, {"country": ("DE",)}))) as person:
        await person.at("WelcomeBackScreen")
        await person.shows("▸ Go on with the questions: Which part of the country?")
        await person.go("enter", "InterviewScreen")


async def test_the_colours_are_turned_and_kept(state: Path) -> None:
    """Ctrl+T goes through all colours and back to the first; the choice is there the next time."""
    on = session(state, BERLIN)
    names = [theme.name for theme in themes.OWN_THEMES]
    async with sitting(wizard(on)) as person:
        await person.at("WelcomeBackScreen")
        for name in [*names[1:], names[0], names[1]]:
            await person.press("ctrl+t")
            await person.until(lambda name=name: person.app.theme == name)  # type: ignore[misc]
            await person.shows(f"Colours: {theme_label(name)}.")
    assert json.loads(state.read_text(encoding="utf-8"))["settings"] == {"theme": names[1]}
    assert wizard(session(state)).theme == names[1]


@pytest.mark.parametrize("kept", ["no such theme", "[/]", 7, None, ["calm-light"]])
def test_colours_that_do_not_exist_are_not_taken(on_berlin: Session, kept: object) -> None:
    """A setting that names no theme of ours leads to the first one."""
    on_berlin.set_setting("theme", kept)
    assert wizard(on_berlin).theme == themes.OWN_THEMES[0].name


async def test_a_broken_state_is_told_and_the_wizard_starts(state: Path) -> None:
    """What the store had to set aside is said on the first screen."""
    state.parent.mkdir(parents=True)
    state.write_bytes(TORN)
    async with sitting(wizard(session(state)), (100, 30)) as person:
        await person.at("WelcomeScreen")
        await person.shows("The state file could not be read.")
