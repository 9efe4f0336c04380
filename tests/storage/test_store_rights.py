"""Without the rights: a sentence, a next step, and nothing harmed. Root may do anything, so rights are given up first."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.errors import raises_message
from tests.running import in_child
from tests.storage.keeping import TORN, record, recorded
from wizard.storage.store import Store
from wizard.system.desktop import write_document
from wizard.views.error_messages import error_message

NOBODY = 65534
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs users, and a process that can give up its rights")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder outside of root's own, in which anyone may do anything at first."""
    made = Path(mkdtemp())
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    for each in made.rglob("*"):
        each.chmod(0o777)
    shutil.rmtree(made)


def without_rights(act: Callable[[], object], sentence: str = "") -> None:
    """Do this as nobody: it must be refused with this sentence, or succeed where none is given."""

    def attempt() -> None:
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
        if not sentence:
            act()
            return
        with raises_message(sentence) as caught:
            act()
        assert error_message(caught.value).next_step

    assert in_child(attempt) == 0


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    """It is not taken for a missing one."""
    path = folder / "state.json"
    record(path, "a")
    path.chmod(0o000)
    without_rights(
        lambda: Store(path).read(), "You don't have permission to read .*state.json. Ask for the rights to its folder."
    )
    path.chmod(0o600)
    assert recorded(path) == ["a"]


def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    """Reading works, writing says why it does not."""
    path = folder / "state.json"
    record(path, "a")
    for each in folder.iterdir():
        each.chmod(0o644)
    folder.chmod(0o555)
    without_rights(lambda: Store(path).read())
    without_rights(lambda: record(path, "b"), "You don't have permission to write .*state.json")
    without_rights(lambda: Store(path).wipe(), "You don't have permission to remove .*state.json")
    assert recorded(path) == ["a"]


def test_a_folder_that_may_not_be_entered(folder: Path) -> None:
    """Nothing in it can be seen, and nothing is said to be missing."""
    path = folder / "inner" / "state.json"
    record(path, "a")
    path.parent.chmod(0o000)
    without_rights(lambda: Store(path).read(), "You don't have permission to read")
    without_rights(lambda: record(path, "b"), "You don't have permission to write")
    without_rights(lambda: Store(path).wipe(), "You don't have permission to remove")
    without_rights(lambda: write_document(path.with_name("plan.md"), "x"), "plan.md could not be written: Permission denied")
    path.parent.chmod(0o700)
    assert recorded(path) == ["a"]


def test_a_place_where_no_folder_may_be_made(folder: Path) -> None:
    """The folder above is not ours."""
    folder.chmod(0o555)
    without_rights(lambda: record(folder / "new" / "state.json", "a"), "You don't have permission to write")
    without_rights(lambda: write_document(folder / "plan.md", "x"), "plan.md could not be written: Permission denied")


def test_a_broken_file_in_a_folder_that_may_not_be_written(folder: Path) -> None:
    """It cannot be set aside, so it is left as it is."""
    path = folder / "state.json"
    path.write_bytes(TORN)
    folder.chmod(0o555)
    without_rights(lambda: Store(path).read(), "You don't have permission to write")
    assert path.read_bytes() == TORN


def test_a_lock_that_may_not_be_opened(folder: Path) -> None:
    """It is named, and it can be deleted."""
    path = folder / "state.json"
    record(path, "a")
    path.chmod(0o644)
    Store(path).lock.chmod(0o000)
    sentence = "You don't have permission to open the lock .*state.json.lock. If no other window of this program is open, delete"
    without_rights(lambda: record(path, "b"), sentence)
    assert recorded(path) == ["a"]


def test_a_backup_that_may_not_be_read(folder: Path) -> None:
    """Whose it is cannot be told, so it stays, and the change is refused."""
    path = folder / "state.json"
    record(path, "a", "b")
    path.chmod(0o644)
    Store(path).lock.chmod(0o666)
    without_rights(lambda: record(path, "c"), "You don't have permission to write .*state.json.bak")
    assert recorded(path) == ["a", "b"]


def test_a_file_of_someone_else_in_a_folder_that_is_ours(folder: Path) -> None:
    """It can be read, so it can be replaced; the backup is a copy of our own."""
    path = folder / "state.json"
    record(path, "a")
    path.chmod(0o644)
    Store(path).lock.chmod(0o666)
    without_rights(lambda: record(path, "b"))
    assert recorded(path) == ["a", "b"]
    assert recorded(Store(path).backup) == ["a"]
