"""Every journey ends in the same state and the same plan, whichever way it is taken."""

from pathlib import Path
from typing import Any

import pytest

from tests.journeys import by_arrows, by_numbers, full_screen, headless
from tests.journeys.deeds import JOURNEYS
from tests.journeys.world import World, outcome, prepare
from tests.plain.telling import strange


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, which is also where files without a folder go."""
    found = tmp_path / "here"
    found.mkdir()
    monkeypatch.chdir(found)
    monkeypatch.setenv("PROTECT_MY_PHOTOS_STATE", str(found / "state.json"))
    return found


def by_commands(name: str, folder: Path) -> dict[str, Any]:
    """How the journey ends by commands, which is how it must end in every other way."""
    world = prepare(JOURNEYS[name], folder)
    headless.travel(JOURNEYS[name], world)
    end = outcome(world)
    for path in folder.iterdir():
        path.unlink()
    return end


@pytest.mark.parametrize("name", JOURNEYS)
def test_numbers_lead_where_commands_lead(name: str, folder: Path, tmp_path: Path) -> None:
    """Found by ear in this process, then typed into the real program through a pipe; all that it prints are bare lines.

    Also where a person's own words hold escape sequences.
    """
    expected = by_commands(name, folder)
    journey = JOURNEYS[name]
    heard = World(folder)
    prepare(journey, folder)
    lines = by_numbers.rehearse(journey, heard)
    assert outcome(heard) == expected
    for path in folder.iterdir():
        path.unlink()
    said = by_numbers.travel(lines, prepare(journey, folder))
    assert strange(said) == set()
    assert outcome(heard) == expected


@pytest.mark.parametrize("name", JOURNEYS)
def test_arrows_lead_where_commands_lead(name: str, folder: Path) -> None:
    """In a real terminal, with arrow keys and Enter."""
    expected = by_commands(name, folder)
    world = prepare(JOURNEYS[name], folder)
    by_arrows.travel(JOURNEYS[name], world)
    assert outcome(world) == expected


@pytest.mark.parametrize("name", JOURNEYS)
async def test_the_full_screen_leads_where_commands_lead(name: str, folder: Path) -> None:
    """By keys alone, screen by screen."""
    expected = by_commands(name, folder)
    world = prepare(JOURNEYS[name], folder)
    await full_screen.travel(JOURNEYS[name], world)
    assert outcome(world) == expected
