"""The state file on a good day: readable, whole, for its owner alone, with the version before as a backup."""

import json
import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.keeping import TORN, around, held, record, recorded
from wizard.storage.state_format import ABOUT, State, parse_state, serialize_state
from wizard.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file in a folder that is not there yet."""
    return tmp_path / "deep" / "down" / "state.json"


def test_a_missing_file_is_an_empty_state(path: Path) -> None:
    """Reading leaves no trace."""
    assert Store(path).read().data == {"schema": 1}
    assert not path.parent.exists()


def test_a_file_can_be_read_by_a_person(path: Path) -> None:
    """Schema and a word about it first; then an answer, an event, a setting a line, in their own letters."""

    def edit(state: State) -> None:
        state.answers.update(country="AT", services=["facebook"])
        state.events.append({"kind": "note", "note": "Österreich 한국"})

    Store(path).change(edit)
    assert path.read_text() == (
        '{\n  "schema": 1,\n  "about": "' + ABOUT + '",\n'
        '  "answers": {\n    "country": "AT",\n    "services": ["facebook"]\n  },\n'
        '  "events": [\n    {"kind": "note", "note": "Österreich 한국"}\n  ],\n'
        '  "settings": {}\n}\n'
    )


def test_what_is_written_is_what_is_read(path: Path) -> None:
    """Answers, events and settings, over several programs."""
    record(path, "a", "b")
    state = Store(path).read()
    assert [event["target"] for event in state.events] == ["a", "b"]
    assert (state.answers, state.settings) == ({}, {})


def test_the_backup_is_the_version_before(path: Path) -> None:
    """And it is a good one, at every step."""
    record(path, "a")
    assert around(path) == {""}
    before = path.read_bytes()
    record(path, "b")
    assert around(path) == {"", ".bak"}
    assert Store(path).backup.read_bytes() == before
    record(path, "c")
    assert (recorded(path), recorded(Store(path).backup)) == (["a", "b", "c"], ["a", "b"])


def test_only_the_owner_may_look(path: Path) -> None:
    """Files 0600 in a folder 0700, whatever the umask says."""
    before = os.umask(0)
    try:
        record(path, "a", "b")
    finally:
        os.umask(before)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes == {"state.json": 0o600, "state.json.bak": 0o600, "state.json.lock": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_folder_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Also those above, whatever the umask says: who may write into one of them could move ours away."""
    path = tmp_path / "a" / "b" / "c" / "state.json"
    before = os.umask(0)
    try:
        record(path, "a")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(each.stat().st_mode) for each in list(path.parents)[:3]} == {0o700}


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    """Also the backup that is made of it."""
    record(path, "a")
    path.chmod(0o644)
    record(path, "b")
    assert {stat.S_IMODE(each.stat().st_mode) for each in (path, Store(path).backup)} == {0o600}


def test_what_this_version_does_not_know_is_carried_along(path: Path) -> None:
    """Keys, answers, events and settings of later versions or other programs."""
    path.parent.mkdir(parents=True)
    strange = {
        "schema": 1,
        "about": "an older word about it",
        "answers": {"country": "DE", "unheard": {"of": [1]}},
        "events": [7, None, {"kind": "danced"}],
        "settings": {"colour": None},
        "extra": {"kept": True},
    }
    path.write_text(json.dumps(strange))
    record(path, "a")
    now = held(path)
    assert now["events"][:3] == strange["events"]
    assert {key: now[key] for key in ("answers", "settings", "extra")} == {
        key: strange[key] for key in ("answers", "settings", "extra")
    }
    assert (now["about"], list(now)[:2]) == (ABOUT, ["schema", "about"])


def test_wiping_leaves_nothing(path: Path) -> None:
    """File, backup, lock, drafts, and what was set aside; neighbours stay."""
    record(path, "a", "b")
    path.write_bytes(TORN)
    record(path, "c")
    for left in (Store(path).temp_path, Store(path).backup_temp_path):
        left.write_bytes(TORN)
    neighbour = path.with_name("state.json.txt")
    neighbour.touch()
    removed = Store(path).wipe()
    assert {each.name.partition("-")[0] for each in removed} == {
        "state.json", "state.json.bak", "state.json.bak.new", "state.json.broken", "state.json.lock", "state.json.new",
    }  # fmt: skip
    assert list(path.parent.iterdir()) == [neighbour]
    assert Store(path).wipe() == []


def test_wiping_finds_what_was_set_aside_under_any_name(tmp_path: Path) -> None:
    """Also where the name means something to a shell."""
    path = tmp_path / "state[1]*.json"
    path.write_bytes(TORN)
    Store(path).read()
    Store(path).wipe()
    assert list(tmp_path.iterdir()) == []


def test_wiping_what_was_never_there(path: Path) -> None:
    """Removes nothing and makes nothing."""
    assert Store(path).wipe() == []
    assert not path.parent.exists()


def test_a_file_system_without_second_names_gets_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The backup is the version before all the same, for its owner alone."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    record(path, "a", "b")
    backup = Store(path).backup
    assert (recorded(path), recorded(backup)) == (["a", "b"], ["a"])
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_flushed_is_no_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file is in place already; some network file systems know no more."""
    real = os.fsync

    def flush(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", flush)
    record(path, "a")
    assert recorded(path) == ["a"]


ANY_TEXT = st.text(st.characters(exclude_categories=()))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=10,
)
STATES = st.fixed_dictionaries(
    {},
    optional={
        "answers": st.dictionaries(ANY_TEXT, ANY_JSON, max_size=4),
        "events": st.lists(ANY_JSON, max_size=4),
        "settings": st.dictionaries(ANY_TEXT, ANY_JSON, max_size=4),
        "extra": ANY_JSON,
    },
)
EMPTY: dict[str, Any] = {"schema": 1, "about": ABOUT, "answers": {}, "events": [], "settings": {}}


@given(STATES)
def test_any_state_reads_as_it_was_written(data: dict[str, Any]) -> None:
    """Half characters and all."""
    assert parse_state(serialize_state(data), Path("x")) == EMPTY | data


@settings(max_examples=25)
@given(STATES)
def test_saved_is_loaded(data: dict[str, Any]) -> None:
    """The same through the disk."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "state.json")
        store.change(lambda state: state.data.update(data))
        assert store.read().data == EMPTY | data
        assert store.notices == []
