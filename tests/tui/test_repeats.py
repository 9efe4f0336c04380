"""A repeated key records nothing, and a question that replaces another one begins at its first row."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from textual.events import Key as Press

from tests.tui.making import Sitting, sitting, wizard
from tests.tui.test_sizes import FORM
from wizard.storage.session import Session
from wizard.tui.guarded_screen import GuardedScreen
from wizard.tui.repeat_guard import REPEAT_SECONDS, RepeatGuard
from wizard.tui.widgets.option_lists import ItemList
from wizard.views.request import REPLIES

CASE = "case/facebook"
STAGES: dict[str, tuple[tuple[str, int], ...]] = {
    "waiting": (("sent", 5),),
    "overdue": (("sent", 44),),
    "confirmed": (("sent", 9), ("receipt", 8)),
    "refused": (("sent", 20), ("refused", 3)),
}
"""What happened in the case, and how many days ago."""
PAGES = (
    ("board.BoardScreen",),
    ("action.ActionScreen", "privacy-settings"),
    ("step.StepScreen", "privacy-settings/instagram-private"),
    ("quick_wins.QuickWinsScreen",),
    ("requests.RequestScreen", CASE),
    ("contacts.ContactsScreen",),
    ("contacts.NicknameDialog",),
    ("interview.InterviewScreen", "habits"),
    ("interview.InterviewScreen", "visibility"),
    ("review.ReviewScreen",),
    ("letters.LettersScreen",),
    ("letter.LetterScreen", "objection"),
    ("stored_data.StoredDataScreen",),
    ("stored_data.MergeDialog",),
    ("dialogs.FormDialog",),
    ("dialogs.NoteDialog", FORM),
    ("place_summary.PlaceSummaryScreen",),
)


def at_stage(on: Session, stage: str) -> Session:
    """The session with what happened up to this stage."""
    for kind, days in STAGES[stage]:
        on.mark(CASE, kind, on.today - timedelta(days=days))
    return on


def recorded(on: Session) -> tuple[object, ...]:
    """All that a key could have recorded."""
    return (on.events, dict(on.answers))


async def seen(person: Sitting) -> GuardedScreen:
    """Wait until the page on top is painted."""
    page = person.app.screen
    assert isinstance(page, GuardedScreen)
    await person.until(lambda: page.painted_at < float("inf"), "painted")
    return page


async def typed(person: Sitting, keys: Iterable[str], apart: float) -> None:
    """Press these keys, so many seconds apart by their own clock, each after the last one was worked off."""
    at = Press("f5", None).time + 10 * REPEAT_SECONDS
    for key in keys:
        await seen(person)
        press = Press(key, key if len(key) == 1 else None)
        press.time, at = at, at + apart
        person.app.post_message(press)
        await person.pilot.pause()


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("answer", [id for id, _ in REPLIES if id != "authority"])
async def test_each_answer_opens_its_list_at_the_first_row(on_berlin: Session, stage: str, answer: str) -> None:
    """At every stage of a case; and the way back leads to the first row as well."""
    async with sitting(wizard(at_stage(on_berlin, stage)), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("requests.RequestScreen", CASE)
        await person.at("RequestScreen")
        rows = person.app.screen.query_one(ItemList)
        rows.highlighted = rows.get_option_index(f"?{answer}")
        before = rows.options[rows.highlighted or 0].id
        await person.press("enter")
        await person.until(lambda: rows.options[0].id != before and not (rows.options[0].id or "").startswith("?"))
        assert rows.highlighted == 0
        await person.press("escape")
        await person.until(lambda: any((each.id or "").startswith("?") for each in rows.options))
        assert rows.highlighted == 0


async def test_after_a_record_the_list_begins_at_its_first_row(on_berlin: Session) -> None:
    """What is to be done next stands first: the second letter."""
    on = at_stage(on_berlin, "waiting")
    async with sitting(wizard(on), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("requests.RequestScreen", CASE)
        await person.at("RequestScreen")
        rows = person.app.screen.query_one(ItemList)
        rows.highlighted = rows.option_count - 1
        on.mark(CASE, "refused")
        person.app.snapshot = on.snapshot
        await person.pilot.pause()
        assert rows.highlighted == 0


async def test_refreshed_rows_of_the_same_question_keep_their_item(on_berlin: Session) -> None:
    """A note, or a change elsewhere, moves no cursor."""
    on = at_stage(on_berlin, "waiting")
    async with sitting(wizard(on), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("requests.RequestScreen", CASE)
        await person.at("RequestScreen")
        rows = person.app.screen.query_one(ItemList)
        rows.highlighted = 2
        on.add_note("privacy-settings/instagram-private", "a word")
        person.app.snapshot = on.snapshot
        await person.pilot.pause()
        assert rows.highlighted == 2


async def test_another_objection_begins_the_form_of_a_letter_anew(on_berlin: Session) -> None:
    """Another account is another letter; another language is the same one."""
    for case in (CASE, "case/instagram"):
        on_berlin.mark(case, "sent", on_berlin.today - timedelta(days=44))
    async with sitting(wizard(on_berlin), (100, 60)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("letter.LetterScreen", "follow-up-no-answer", CASE)
        await person.at("LetterScreen")
        rows = person.app.screen.query_one("#form", ItemList)
        first = rows.highlighted
        assert first is not None
        assert rows.options[first].id == "field name"
        rows.highlighted = first + 2
        person.app.screen.action_other_request()  # type: ignore[attr-defined]
        await person.pilot.pause()
        assert rows.highlighted == first


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
async def test_only_keys_that_say_so_record_something(on_berlin: Session, page: tuple[str, ...]) -> None:
    """What a key records is declared with the key: the guard and this test read the same declaration."""
    on = on_berlin
    on.mark("contact/Kim", "asked")
    async with sitting(wizard(on), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen(*page)
        await person.at(page[0].partition(".")[2])
        top = await seen(person)
        for each in top.ready_keys:
            for key in each.key.split(","):
                if each.records or each.action.startswith("app.") or top.records(key):
                    continue
                before = recorded(on)
                await person.press(key)
                await person.pilot.pause()
                assert recorded(on) == before, key
                while person.app.screen is not top and top in person.app.screen_stack:
                    person.app.pop_screen()
                    await person.pilot.pause()
                if top not in person.app.screen_stack:
                    return


@pytest.mark.exhaustive
@pytest.mark.parametrize("page", PAGES, ids=" ".join)
@pytest.mark.parametrize("apart", [0.0, 0.03, 0.3], ids=["burst", "held down", "nervous"])
async def test_a_repeated_key_records_at_most_once(on_berlin: Session, page: tuple[str, ...], apart: float) -> None:
    """Whatever key it is, six presses in a row are no more than one deed; a page reached by them records nothing."""
    on = on_berlin
    on.mark("contact/Kim", "asked")
    app = wizard(on)
    app.repeats.seconds = REPEAT_SECONDS
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        app.open_screen(*page)
        await person.at(page[0].partition(".")[2])
        top = await seen(person)
        keys = {key: each for each in top.ready_keys for key in each.key.split(",") if each.label}
        for key, each in keys.items():
            if each.action.startswith("app."):
                continue
            events = len(on.events)
            await typed(person, [key] * 6, apart)
            assert len(on.events) - events <= (2 if each.records else 0), key
            while app.screen is not top and top in app.screen_stack:
                app.pop_screen()
                await person.pilot.pause()
            if top not in app.screen_stack:
                return


@pytest.mark.parametrize(("apart", "days"), [(0.0, 0), (0.03, 0), (0.3, 0), (0.65, 0), (0.8, 1)])
async def test_enter_three_times_records_no_refusal(on_berlin: Session, apart: float, days: int) -> None:
    """Only somebody who looks before each press comes as far as a record; nobody else says that Meta refused."""
    app = wizard(at_stage(on_berlin, "waiting"))
    app.repeats.seconds = REPEAT_SECONDS
    async with sitting(app, (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        app.open_screen("requests.RequestScreen", CASE)
        await person.at("RequestScreen")
        rows = app.screen.query_one(ItemList)
        rows.highlighted = rows.get_option_index("?bad")
        events = len(on_berlin.events)
        await typed(person, ["enter"] * 3, apart)
        assert len(on_berlin.events) - events == days


async def test_what_was_typed_before_the_page_was_painted_records_nothing(on_berlin: Session) -> None:
    """A key in the queue was meant for the page before; the same key afterwards counts."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        early = Press("d", "d")
        person.app.open_screen("step.StepScreen", "privacy-settings/instagram-private")
        await person.at("StepScreen")
        await seen(person)
        person.app.post_message(early)
        await person.pilot.pause()
        assert person.app.snapshot.done == 0
        await person.press("d")
        await person.until(lambda: person.app.snapshot.done == 1)


@pytest.mark.parametrize(
    ("keys", "refused"),
    [
        ((("enter", 0.0), ("enter", 0.1)), (False, True)),
        ((("enter", 0.0), ("enter", REPEAT_SECONDS)), (False, False)),
        ((("enter", 0.0), ("down", 0.1), ("enter", 0.2)), (False, False, False)),
        ((("enter", 0.0), ("enter", 0.5), ("enter", 1.0), ("enter", 1.5)), (False, True, True, True)),
        ((("down", 0.0), ("down", 0.1)), (False, False)),
    ],
)
def test_a_key_is_repeated_until_it_rests(keys: tuple[tuple[str, float], ...], refused: tuple[bool, ...]) -> None:
    """Another key, or a moment without one, ends the repetition; keys that record nothing are never refused."""

    class Open(GuardedScreen):
        painted_at = -1.0

        def records(self, key: str) -> bool:
            return key == "enter"

    guard, page = RepeatGuard(), Open()
    found = []
    for key, at in keys:
        press = Press(key, None)
        press.time = at
        found.append(guard.refuses(press, page))
    assert tuple(found) == refused
