"""What every test of the full screen gets: a state file of its own, and a folder of its own to work in."""

from pathlib import Path

import pytest

from tests.tui.making import BERLIN, session
from wizard.storage.session import Session


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state file that does not exist yet."""
    return tmp_path / "state" / "state.json"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a test saves without a folder may land in the checkout, or elsewhere; colours are as on most terminals."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def on_berlin(state: Path) -> Session:
    """The session of a person in Berlin who has answered everything."""
    return session(state, BERLIN)
