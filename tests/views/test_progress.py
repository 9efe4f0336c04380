"""How far the user is: no sum of the plan before the questions are answered, and what the settings say of line mode."""

from pathlib import Path

import pytest

from tests.plain.telling import BERLIN, heard, session
from wizard.content.content_loader import load_shipped_content
from wizard.core.findings import NO_FINDINGS
from wizard.core.snapshot import Snapshot
from wizard.export.plan.status import status_text
from wizard.export.render_speech import spoken_lines
from wizard.views.actions import OpenPage, OpenSource, PageName
from wizard.views.home import PROGRESS, next_choice, welcome_back_page
from wizard.views.page import Page, ProgressText, TextLine, TimelineEvent
from wizard.views.place import place_page
from wizard.views.plan import plan_page
from wizard.views.settings import ARROWS, NUMBERS, StoredChoices, settings_page


def after(count: int, folder: Path) -> Snapshot:
    """What is known after the first questions were answered."""
    return session(folder / "state.json", dict(list(BERLIN.items())[:count]), library=load_shipped_content()).snapshot


def text_of(page: Page) -> str:
    """All lines of a page."""
    blocks = [block for section in page.sections for block in section.blocks]
    return "\n".join(
        block.text if isinstance(block, (TextLine, ProgressText, TimelineEvent)) else "".join(spoken_lines((block,)))
        for block in blocks
    )


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_the_plan_is_counted_only_when_all_questions_are_answered(count: int, tmp_path: Path) -> None:
    """Before that, how many are; each answer may still change the sum."""
    snapshot = after(count, tmp_path)
    is_complete = snapshot.interview.next() is None
    assert is_complete == (count == 9)
    welcome = welcome_back_page(snapshot, ())
    assert any(isinstance(block, ProgressText) for block in welcome.section(PROGRESS)) == is_complete
    for text in (text_of(welcome), text_of(plan_page(snapshot)), status_text(snapshot)):
        assert ("points; each step counts" in text) == is_complete
        assert ("Essentials 0 of" in text) == is_complete
        assert ("answered. Your plan is counted once" in text) == (not is_complete)


@pytest.mark.parametrize(
    ("stored", "mode", "is_asked_for", "sentence"),
    [
        (None, ARROWS, False, "Questions in line mode are answered with arrow keys, where the window can do that."),
        (
            None,
            NUMBERS,
            True,
            "Questions are answered with typed numbers, because ACCESSIBLE is set or this is a simple terminal.",
        ),
        (None, NUMBERS, False, "Questions are answered with typed numbers this time."),
        (NUMBERS, NUMBERS, True, "Questions in line mode are answered with typed numbers."),
    ],
)
def test_the_settings_say_how_questions_are_answered_now(
    stored: str | None, mode: str, is_asked_for: bool, sentence: str
) -> None:
    """And why, if that is not the setting."""
    choices = StoredChoices({"lines": stored} if stored else {}, {}, NO_FINDINGS, mode, is_asked_for)
    assert sentence in text_of(settings_page(choices))


def test_what_has_no_address_is_no_choice(tmp_path: Path) -> None:
    """It is said, and leads nowhere."""
    snapshot = after(9, tmp_path)
    page, sources = place_page(snapshot), snapshot.library.sources
    led_to = [choice.action.source_id for choice in page.choices if isinstance(choice.action, OpenSource)]
    assert led_to
    assert all(sources[id].url for id in led_to)
    without = [source.title for source in sources.values() if not source.url and source.title in text_of(page)]
    assert without


def test_the_menu_is_short_and_everything_else_can_be_named(tmp_path: Path) -> None:
    """At most seven lines; the rest stands behind the last one, which leads back to the menu."""
    on = session(tmp_path / "state.json", BERLIN, library=load_shipped_content())
    said = heard(on, "More", "b", "settings", "b")
    menu, more, again, *_ = said.split("What would you like to do?\n")
    assert "Settings" not in menu
    assert more.count("\n7. ") == 1
    assert "\n8. " not in more
    assert "Settings" in again
    assert "Change a setting?" in said


def test_whoever_skips_the_country_is_not_told_that_all_is_done(tmp_path: Path) -> None:
    """No plan has nothing open, which is no success: the way to the question is offered instead."""
    answers = {**{id: BERLIN[id] for id in BERLIN if id != "region"}, "country": ()}
    snapshot = session(tmp_path / "state.json", answers, library=load_shipped_content()).snapshot
    assert snapshot.interview.next() is None
    for page in (welcome_back_page(snapshot, ()), plan_page(snapshot)):
        assert "Without your country there is no plan." in text_of(page)
        assert "100%" not in text_of(page)
    assert next_choice(snapshot).action == OpenPage(PageName.ANSWERS)
    assert next_choice(snapshot).label == "Say where you live: without it there is no plan"
