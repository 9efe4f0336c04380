"""What else may lie where the state file should: broken, foreign, newer, or no file at all. Nothing of it is ever lost."""

import os
import threading
from pathlib import Path

import pytest

from tests.services.keeping import around, aside, record, recorded
from wizard.errors import WizardError
from wizard.services.store import Store

GOOD = b'{"schema": 1, "events": [{"target": "before"}]}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file that a test fills with what it likes."""
    return tmp_path / "state.json"


def refuses_to_read(path: Path) -> WizardError:
    with pytest.raises(WizardError) as caught:
        Store(path).read()
    return caught.value


def refuses_to_write(path: Path) -> WizardError:
    with pytest.raises(WizardError) as caught:
        record(path, "x")
    return caught.value


BROKEN = {
    "half": GOOD[:20],
    "one byte short": GOOD[:-1],
    "zero bytes": b"\x00" * 4096,
    "zeros at the end": GOOD + b"\x00" * 512,
    "two in one": GOOD + GOOD,
    "no text": bytes(range(256)),
    "latin letters": b'{"schema": 1, "about": "caf\xe9"}',
    "too deep to parse": b'{"schema": 1, "events": ' + b"[" * 100_000,
    "deeper than a reader can follow": b'{"schema": 1, "extra": ' + b"[" * 150 + b"]" * 150 + b"}",
    "a number too long to read": b'{"schema": 1, "extra": ' + b"1" * 5000 + b"}",
    "schema of text": b'{"schema": "1"}',
    "schema true": b'{"schema": true}',
    "schema of nothing": b'{"schema": null}',
    "schema in parts": b'{"schema": 1.5}',
    "answers in a list": b'{"schema": 1, "answers": []}',
    "events in a table": b'{"schema": 1, "events": {}}',
    "no events": b'{"schema": 1, "events": null}',
    "settings of text": b'{"schema": 1, "settings": "dark"}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_set_aside_and_the_backup_used(path: Path, content: bytes) -> None:
    """Byte for byte under a dated name; the person is told both names, once."""
    path.write_bytes(content)
    Store(path).backup.write_bytes(GOOD)
    store = Store(path)
    assert [event["target"] for event in store.read().events] == ["before"]
    assert recorded(path) == ["before"]
    assert aside(path) == [content]
    assert Store(path).backup.read_bytes() == GOOD
    (notice,) = store.notices
    assert notice.startswith(f"The state file could not be read. It was kept as {path}.broken-2")
    assert notice.endswith(". The copy from before is used.")
    again = Store(path)
    again.read()
    assert again.notices == []


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_without_a_backup_a_new_one_is_begun(path: Path, content: bytes) -> None:
    """The broken file is kept all the same."""
    path.write_bytes(content)
    store = Store(path)
    assert store.read().data == {"schema": 1}
    assert aside(path) == [content]
    assert store.notices[0].endswith(". A new one is begun.")
    record(path, "after")
    assert recorded(path) == ["after"]


@pytest.mark.parametrize("backup", [b"", b"{half", b"\x00"])
def test_a_broken_backup_is_no_help(path: Path, backup: bytes) -> None:
    """Then a new state is begun."""
    path.write_bytes(b"{half of it")
    Store(path).backup.write_bytes(backup)
    record(path, "after")
    assert recorded(path) == ["after"]
    assert aside(path) == [b"{half of it"]


def test_an_empty_file_is_begun_anew(path: Path) -> None:
    """There is nothing to keep; with a backup the backup is used."""
    path.touch()
    store = Store(path)
    assert store.read().data == {"schema": 1}
    assert store.notices == [f"The state file {path} was empty. A new one is begun."]
    assert around(path) == set()
    path.touch()
    Store(path).backup.write_bytes(GOOD)
    assert [event["target"] for event in Store(path).read().events] == ["before"]


REFUSED = {
    "newer": (
        b'{"schema": 2, "events": [], "new": true}',
        "was written by a newer version of this program. It was left as it is.",
    ),
    "newer and different": (b'{"schema": 7, "events": {}}', "was written by a newer version"),
    "a list": (b"[1, 2]", "is not a state file of this program. It was left as it is."),
    "a number": (b"12", "is not a state file of this program."),
    "another program's": (b'{"version": 3, "theme": "dark"}', "is not a state file of this program."),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_whole_file_that_is_not_ours_is_refused_unharmed(path: Path, content: bytes, sentence: str) -> None:
    """Neither reading nor writing touches it, nor the backup beside it."""
    path.write_bytes(content)
    Store(path).backup.write_bytes(GOOD)
    for refusal in (refuses_to_read(path), refuses_to_write(path)):
        assert sentence in str(refusal)
        assert "--state FILE" in refusal.next_step
    assert (path.read_bytes(), Store(path).backup.read_bytes()) == (content, GOOD)
    assert around(path) == {"", ".bak"}


def test_a_newer_backup_beside_a_broken_file_is_refused_unharmed(path: Path) -> None:
    """An older program must not begin anew where a newer one only had an accident."""
    newer = REFUSED["newer"][0]
    path.write_bytes(b"{half")
    Store(path).backup.write_bytes(newer)
    with pytest.raises(WizardError, match="newer version"):
        record(path, "x")
    assert (path.read_bytes(), Store(path).backup.read_bytes()) == (b"{half", newer)
    assert aside(path) == []


def test_a_folder_in_its_place(path: Path) -> None:
    """It says so, and what to do."""
    path.mkdir()
    for refusal in (refuses_to_read(path), refuses_to_write(path)):
        assert str(refusal).startswith(f"{path} is a folder, so your progress cannot be kept there. Use --state FILE")
    assert Store(path).wipe() == [Store(path).lock]
    assert path.is_dir()


def reads_at_once(path: Path) -> Store:
    """Read in a thread of its own: what waits for a writer that never comes would wait for ever."""
    store = Store(path)
    store.notices.append("still waiting")

    def read() -> None:
        try:
            store.read()
        except WizardError as error:
            store.notices.append(str(error))
        store.notices.remove("still waiting")

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(5)
    assert "still waiting" not in store.notices
    return store


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")


@needs_pipes
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(path)
    assert "is not a file" in reads_at_once(path).notices[0]


@needs_pipes
def test_a_pipe_in_place_of_the_backup_is_not_waited_for(path: Path) -> None:
    """It is no backup."""
    os.mkfifo(Store(path).backup)
    path.write_bytes(b"{half")
    assert reads_at_once(path).notices[0].endswith(". A new one is begun.")


@pytest.mark.parametrize("suffix", [".lock", ".new", ".bak.new", ".bak"])
def test_a_folder_in_place_of_a_neighbour_is_said(path: Path, suffix: str) -> None:
    """The state file stays as it is."""
    path.write_bytes(GOOD)
    path.with_name(path.name + suffix).mkdir()
    with pytest.raises(WizardError, match=r"could not be written|may not be written"):
        record(path, "x")
    assert path.read_bytes() == GOOD


@pytest.mark.parametrize("name", ["x" * 300, "y" * 251])
def test_a_name_that_no_file_can_have(path: Path, name: str) -> None:
    """Too long, by itself or with the endings of its neighbours."""
    with pytest.raises(WizardError, match="File name too long"):
        record(path.with_name(name), "x")


def test_a_file_where_a_folder_should_be(path: Path) -> None:
    """Nothing can be kept under a file, and the file stays."""
    path.write_bytes(b"a letter")
    assert "Not a directory" in str(refuses_to_read(path / "state.json"))
    assert "could not be written" in str(refuses_to_write(path / "state.json"))
    assert path.read_bytes() == b"a letter"
