"""What is stored, in the full screen: all of it in words; nothing is removed before one says so twice."""

from pathlib import Path

import pytest

from tests.tui.making import sitting, wizard
from tests.tui.writing import take
from wizard.storage.session import Session
from wizard.tui.widgets.hanging_text import HangingText


async def test_everything_that_is_stored_is_shown(on_berlin: Session) -> None:
    """From the board by one key."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        await person.shows("What is stored", f"Answers ({len(on_berlin.answers)}):")
        await take(person, "Write a copy")
        await person.at("SaveDialog")
        await person.go("enter", "StoredDataScreen")
    assert Path("my-photo-state.json").read_bytes() == on_berlin.store.path.read_bytes()


async def test_removing_asks_first_and_leads_to_the_beginning(on_berlin: Session) -> None:
    """The first answer under the cursor keeps everything."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        await take(person, "Remove")
        await person.at("WipeDialog")
        await person.go("enter", "StoredDataScreen")
        assert on_berlin.store.path.exists()
        await take(person, "Remove")
        await person.at("WipeDialog")
        await take(person, "Yes")
        await person.at("WelcomeScreen")
        await person.shows("Everything was removed.")
    assert not on_berlin.store.path.exists()


async def test_removing_names_what_is_not_ours_to_remove(on_berlin: Session) -> None:
    """A file of others under a name like ours stays."""
    foreign = on_berlin.store.path.with_name(f"{on_berlin.store.path.name}.broken-heart")
    foreign.write_bytes(b"a poem")
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        await take(person, "Remove")
        await person.at("WipeDialog")
        await take(person, "Yes")
        await person.at("WelcomeScreen")
        await person.shows("Everything was removed.", "Not removed, since it is not a file of this")
    assert not on_berlin.store.path.exists()
    assert foreign.read_bytes() == b"a poem"


async def test_a_copy_that_is_none_is_refused_in_a_sentence(on_berlin: Session) -> None:
    """The dialog stays, and nothing changes."""
    async with sitting(wizard(on_berlin), (100, 40)) as person:
        await person.at("WelcomeBackScreen")
        await person.go("p", "BoardScreen")
        await person.go("s", "StoredDataScreen")
        await take(person, "Merge")
        await person.at("MergeDialog")
        await person.press("enter")
        await person.shows("cannot be read")
        await person.go("escape", "StoredDataScreen")


@pytest.mark.parametrize("columns", [40, 60, 80])
async def test_what_is_stored_is_a_list_in_which_every_entry_is_told_apart(on_berlin: Session, columns: int) -> None:
    """An entry has a sign, and its further lines stand below its words."""
    async with sitting(wizard(on_berlin), (columns, 24)) as person:
        await person.at("WelcomeBackScreen")
        person.app.open_screen("stored_data.StoredDataScreen")
        await person.at("StoredDataScreen")
        stored = person.app.screen.query_one("#stored", HangingText)
        lines = [line.plain for line in stored._wrapped(stored.content_size.width)]
        entries = [line for line in lines if line.startswith("  ·  ")]
        assert len(entries) >= len(on_berlin.answers)
        assert any(line.startswith("     ") for line in lines), "some answers are longer than a line"
        assert all(line.startswith(("  ·  ", "     ")) for line in lines if line.startswith(" "))
