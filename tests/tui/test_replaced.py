"""Something changes the state file between two keys of the full screen: nothing is lost, and a sentence says so."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.keeping import held
from tests.tui.making import BERLIN, TODAY, Sitting, session, sitting, wizard
from wizard.storage.session import MERGED_NOTICE, RESET_NOTICE, Session
from wizard.tui.screens.step import StepScreen

FIRST, SECOND = "privacy-settings/facebook-camera-roll", "privacy-settings/instagram-private"


async def does(person: Sitting, step: str) -> None:
    """Open a step and say that it is done."""
    person.app.push_screen(StepScreen(step))
    await person.at("StepScreen")
    await person.press("d")
    await person.at("WelcomeBackScreen")


def done(state: Path) -> set[str]:
    """What stands in the file as done."""
    return {event["target"] for event in held(state)["events"] if event["kind"] == "done"}


def older(state: Path) -> None:
    """An older version is put in its place."""
    data = held(state)
    state.write_text(json.dumps(data | {"events": data["events"][:3]}), encoding="utf-8")


def half(state: Path) -> None:
    """Only half of it has come over."""
    state.write_bytes(state.read_bytes()[:-30])


def gone(state: Path) -> None:
    """The file was taken away."""
    state.unlink()


def renamed(state: Path) -> None:
    """The file was taken for the second of two."""
    state.rename(state.with_name("state (conflicted copy).json"))


WORDS: dict[Callable[[Path], None], tuple[str, ...]] = {
    older: (MERGED_NOTICE,),
    half: ("The state file could not be read. It was kept as", "The previous copy is used."),
    gone: ("was gone. The previous copy is used.",),
    renamed: ("was gone. The previous copy is used.",),
}


@pytest.mark.parametrize("happening", WORDS)
async def test_between_two_keys(on_berlin: Session, state: Path, happening: Callable[[Path], None]) -> None:
    """Both keys are in the file in the end."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await does(person, FIRST)
        happening(state)
        await does(person, SECOND)
        said = " ".join(note.message for note in person.app._notifications)
        for words in WORDS[happening]:
            assert words in said
        assert done(state) == {FIRST, SECOND}
        assert held(state)["answers"]["country"] == "DE"
    assert session(state).snapshot.done == on_berlin.snapshot.done


async def test_the_window_is_looked_at_again(on_berlin: Session, state: Path) -> None:
    """What another program took away is put back at once, and nothing looks undone."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await does(person, FIRST)
        await person.shows(f"1 of {on_berlin.snapshot.total} steps done")
        older(state)
        person.app.on_app_focus()
        await person.pilot.pause()
        await person.shows(f"1 of {on_berlin.snapshot.total} steps done")
        assert done(state) == {FIRST}


async def test_everything_was_removed_in_another_window(on_berlin: Session, state: Path) -> None:
    """It stays removed, and the next key begins anew."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        session(state).wipe()
        person.app.on_app_focus()
        await person.pilot.pause()
        assert RESET_NOTICE in [note.message for note in person.app._notifications]
        assert not state.exists()
        person.app.action_turn_theme()
        assert held(state)["answers"] == {}


async def test_a_folder_in_its_place(on_berlin: Session, state: Path) -> None:
    """Nothing can be kept there for a while: each key says so, and when it is over all goes on."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        kept = state.rename(state.with_name("elsewhere"))
        state.mkdir()
        person.app.push_screen(StepScreen(FIRST))
        await person.at("StepScreen")
        await person.press("d")
        await person.until(lambda: bool(person.app._notifications))
        said = " ".join(note.message for note in person.app._notifications)
        assert "is a folder, so your progress cannot be kept there." in said
        shutil.rmtree(state)
        kept.rename(state)
        await person.go("d", "WelcomeBackScreen")
        assert done(state) == {FIRST}


async def test_another_face_at_the_same_time(on_berlin: Session, state: Path) -> None:
    """What is done there is seen here with the next key; nobody is told of anything."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        session(state).mark(SECOND, "done")
        await does(person, FIRST)
        await person.shows(f"2 of {on_berlin.snapshot.total} steps done")
        assert not person.app._notifications
        assert done(state) == {FIRST, SECOND}


async def test_events_of_days_to_come(state: Path) -> None:
    """The clock was set back since: every screen that counts days shows them, and what follows can be recorded."""
    later = session(state, BERLIN, [("case/facebook", "sent"), (FIRST, "done")], TODAY + timedelta(days=400))
    assert later.snapshot.done
    on = session(state)
    async with sitting(wizard(on), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        for name, *arguments in (
            ("board.BoardScreen",), ("requests.RequestScreen", "case/facebook"), ("requests.RequestsScreen",),
            ("step.StepScreen", FIRST), ("stored_data.StoredDataScreen",), ("documents.DocumentScreen",),
        ):  # fmt: skip
            person.app.open_screen(name, *arguments)
            await person.at(name.partition(".")[2])
            assert "-" not in {word[:1] for word in person.text.split() if word[1:2].isdigit()}, person.text
        on.mark("case/facebook", "refused")
        on.mark(FIRST, "reopened")
    assert session(state).snapshot.progress.status_of(FIRST).status == "open"
    assert [event.kind for event in session(state).snapshot.progress.requests["case/facebook"]] == ["sent", "refused"]
