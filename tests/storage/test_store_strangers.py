"""What else may lie where the state file should: broken, foreign, newer, or no file at all. Nothing of it is ever lost."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.storage.keeping import NEWER, TORN, around, aside, held, record, recorded
from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError
from wizard.storage.state_format import ABOUT, serialize_state
from wizard.storage.store import Store
from wizard.system.disk import MAX_BYTES
from wizard.system.environment import NEIGHBOUR_BYTES, state_path
from wizard.views.error_messages import error_message

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


WHOLE = serialize_state({"events": [{"target": "before"}]})
MARKED = b'{"schema": 1, "about": "' + ABOUT.encode() + b'", '
BROKEN = {
    "half": TORN,
    "its first byte": WHOLE[:1],
    "its first line": WHOLE[:14],
    "up to the middle of the mark": WHOLE[:40],
    "one byte short": WHOLE[:-2],
    "zero bytes": b"\x00" * 4096,
    "zeros at the end": WHOLE + b"\x00" * 512,
    "two in one": WHOLE + WHOLE,
    "no text after the mark": MARKED + bytes(range(256)),
    "latin letters": MARKED + b'"note": "caf\xe9"}',
    "too deep to parse": MARKED + b'"events": ' + b"[" * 100_000,
    "deeper than a reader can follow": MARKED + b'"extra": ' + b"[" * 150 + b"]" * 150 + b"}",
    "a number too long to read": MARKED + b'"extra": ' + b"1" * 5000 + b"}",
    "two answers to one question": MARKED + b'"answers": {"country": "DE", "country": "AT"}}',
    "schema of text": MARKED.replace(b"1", b'"1"') + b'"events": []}',
    "schema true": MARKED.replace(b"1", b"true") + b'"events": []}',
    "schema of nothing": MARKED.replace(b"1", b"null") + b'"events": []}',
    "schema in parts": MARKED.replace(b"1", b"1.5") + b'"events": []}',
    "no schema": MARKED.replace(b'"schema": 1, ', b"") + b'"events": []}',
    "answers in a list": MARKED + b'"answers": []}',
    "events in a table": MARKED + b'"events": {}}',
    "no events": MARKED + b'"events": null}',
    "settings of text": MARKED + b'"settings": "dark"}',
    "the mark at the end": b'{"schema": 1, "events": {}, "about": "Written by protect-my-photos"}',
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
    assert notice.endswith(". The previous copy is used.")
    again = Store(path)
    again.read()
    assert again.notices == []


@pytest.mark.parametrize("content", [content for content in BROKEN.values() if content.strip(b"\0")])
def test_without_a_backup_a_new_one_is_begun(path: Path, content: bytes) -> None:
    """The broken file is kept all the same."""
    path.write_bytes(content)
    store = Store(path)
    assert store.read().data == {"schema": 1}
    assert aside(path) == [content]
    assert store.notices[0].endswith(". A new one is started.")
    record(path, "after")
    assert recorded(path) == ["after"]


@pytest.mark.parametrize("backup", [b"", TORN, b"\x00"])
def test_a_broken_backup_is_no_help(path: Path, backup: bytes) -> None:
    """Then a new state is begun."""
    path.write_bytes(TORN)
    Store(path).backup.write_bytes(backup)
    record(path, "after")
    assert recorded(path) == ["after"]
    assert aside(path) == [TORN]


def test_an_empty_file_in_the_usual_place_is_begun_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to keep."""
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    path = state_path(None, {})
    path.parent.mkdir()
    path.touch()
    store = Store(path)
    assert store.read().data == {"schema": 1}
    assert store.notices == [f"The state file {path} was empty. A new one is started."]
    assert around(path) == set()


def test_an_empty_file_with_a_backup_is_replaced_by_it(path: Path) -> None:
    """Wherever it lies: the backup shows whose it is."""
    path.touch()
    Store(path).backup.write_bytes(GOOD)
    assert [event["target"] for event in Store(path).read().events] == ["before"]
    assert recorded(path) == ["before"]


REFUSED = {
    "newer": (NEWER, "was written by a newer version of this program. It was left as it is."),
    "newer in the shape of today": (NEWER.replace(b"{}", b"[]"), "was written by a newer version"),
    "a list": (b"[1, 2]", "is not a state file of this program. It was left as it is."),
    "a number": (b"12", "is not a state file of this program."),
    "another program's": (b'{"version": 3, "theme": "dark"}', "is not a state file of this program."),
    "another program's schema": (b'{"schema": 1, "settings": {"theme": "dark"}}', "is not a state file of this program."),
    "events of another shape": (b'{"schema": 1, "events": {"click": 3}}', "is not a state file of this program."),
    "nobody's": (b"{}", "is not a state file of this program."),
    "text": (b"my thesis", "is not a state file of this program."),
    "no text": (bytes(range(256)), "is not a state file of this program."),
    "half of another program's": (b'{"theme": "da', "is not a state file of this program."),
    "zeros, then text": (b"\0" * 512 + b"my thesis", "is not a state file of this program."),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_not_ours_is_refused_unharmed(path: Path, content: bytes, sentence: str) -> None:
    """Neither reading nor writing touches it, nor the backup beside it."""
    path.write_bytes(content)
    Store(path).backup.write_bytes(GOOD)
    for refusal in (refuses_to_read(path), refuses_to_write(path)):
        assert sentence in command_error_text(refusal)
        assert "--state FILE" in error_message(refusal).next_step
        assert ("state.json.bak" in error_message(refusal).next_step) is ("newer" not in sentence)
    assert (path.read_bytes(), Store(path).backup.read_bytes()) == (content, GOOD)
    assert around(path) == {"", ".bak"}


@pytest.mark.parametrize(("content", "what"), [(b"", "is empty"), (b"\0" * 99, "holds only zeros")])
def test_a_blank_file_that_may_be_anybodys_is_refused_unharmed(path: Path, content: bytes, what: str) -> None:
    """No backup lies beside it, and it is not the usual place."""
    path.write_bytes(content)
    for refusal in (refuses_to_read(path), refuses_to_write(path)):
        assert command_error_text(refusal).startswith(f"{path} {what}, and nothing shows that it is a file of this program.")
    assert path.read_bytes() == content
    assert around(path, lock=True) == {""}


def test_a_newer_backup_beside_a_broken_file_is_refused_unharmed(path: Path) -> None:
    """An older program must not begin anew where a newer one only had an accident."""
    path.write_bytes(TORN)
    Store(path).backup.write_bytes(NEWER)
    with raises_message("newer version"):
        record(path, "x")
    assert (path.read_bytes(), Store(path).backup.read_bytes()) == (TORN, NEWER)
    assert aside(path) == []


@pytest.mark.parametrize("act", [lambda path: Store(path).read(), lambda path: record(path, "x")])
def test_a_file_larger_than_any_state_is_not_read(path: Path, act: Callable[[Path], object]) -> None:
    """Whatever it begins with; its size is looked at first."""
    path.write_bytes(WHOLE)
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    with raises_message("is larger than 20 MB"):
        act(path)
    assert path.stat().st_size == MAX_BYTES + 1
    assert path.read_bytes().startswith(WHOLE)
    assert around(path) == {""}


def test_a_state_never_grows_larger_than_can_be_read(path: Path) -> None:
    """The change is refused, and what stood there stays."""
    record(path, "first")
    before = path.read_bytes()
    with raises_message("would be larger than 20 MB"):
        Store(path).change(lambda state: state.settings.update(large="x" * MAX_BYTES))
    assert path.read_bytes() == before
    assert around(path) == {""}


def test_keys_that_occur_twice_are_joined(path: Path) -> None:
    """As after a merge by hand: nothing that stood in either half is dropped."""
    path.write_bytes(
        b'{"schema": 1, "schema": 1, "events": [{"target": "one"}, {"target": "both"}], "answers": {"country": "DE"},'
        b' "events": [{"target": "both"}, {"target": "two"}], "answers": {"country": "DE", "people": "none"}}'
    )
    record(path, "after")
    assert recorded(path) == ["one", "both", "two", "after"]
    assert held(path)["answers"] == {"country": "DE", "people": "none"}


def test_a_folder_in_its_place(path: Path) -> None:
    """It says so, and what to do."""
    path.mkdir()
    for refusal in (refuses_to_read(path), refuses_to_write(path)):
        assert command_error_text(refusal).startswith(f"{path} is a folder, so your progress cannot be kept there.")
    with raises_message("is a folder"):
        Store(path).wipe()
    assert path.is_dir()
    assert around(path, lock=True) == {""}


def reads_at_once(path: Path) -> Store:
    """Read in a thread of its own: what waits for a writer that never comes would wait for ever."""
    store = Store(path)
    store.notices.append("still waiting")

    def read() -> None:
        try:
            store.read()
        except WizardError as error:
            store.notices.append(command_error_text(error))
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
    """It is no backup, and no state can be kept beside it."""
    os.mkfifo(Store(path).backup)
    path.write_bytes(TORN)
    assert "state.json.bak is in the way" in reads_at_once(path).notices[0]
    assert path.read_bytes() == TORN


@pytest.mark.parametrize("suffix", [".lock", ".new", ".bak.new", ".bak"])
def test_a_folder_in_place_of_a_neighbour_is_said(path: Path, suffix: str) -> None:
    """The state file stays as it is."""
    path.write_bytes(GOOD)
    path.with_name(path.name + suffix).mkdir()
    with raises_message(rf"{suffix} is in the way, and it is not a file of this program\. Nothing was changed"):
        record(path, "x")
    assert path.read_bytes() == GOOD
    assert around(path, lock=True) == {"", suffix}


def test_the_longest_name_works(path: Path) -> None:
    """Also when the file must be set aside."""
    path = path.with_name("x" * (255 - NEIGHBOUR_BYTES))
    path.write_bytes(TORN)
    record(path, "after")
    assert (recorded(path), aside(path)) == (["after"], [TORN])


def test_a_file_where_a_folder_should_be(path: Path) -> None:
    """Nothing can be kept under a file, and the file stays."""
    path.write_bytes(b"a letter")
    assert "Not a directory" in command_error_text(refuses_to_read(path / "state.json"))
    assert "could not be written" in command_error_text(refuses_to_write(path / "state.json"))
    assert path.read_bytes() == b"a letter"
