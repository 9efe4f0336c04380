"""The rule by which a file is ours, case by case; what follows from it is in the tests of the store and of the commands."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage.ownership import (
    HEAD_BYTES,
    FileKind,
    begins_as_ours,
    decode,
    find_kind,
    find_kind_of_lock,
    find_owner,
    has_mark,
    is_state,
)
from wizard.storage.state_format import ABOUT, serialize_state

LAYOUTS = {
    "as it is written": serialize_state({"answers": {"country": "DE"}, "events": [{"target": "Österreich"}]}),
    "with half a character": serialize_state({"events": [{"note": "\ud800"}]}),
    "in one line": json.dumps({"schema": 1, "about": ABOUT, "events": []}).encode(),
    "packed": json.dumps({"schema": 1, "about": ABOUT, "events": []}, separators=(",", ":")).encode(),
    "with the line ends of Windows": serialize_state({}).replace(b"\n", b"\r\n"),
    "of a later version": serialize_state({}).replace(b"1", b"27", 1),
    "with another word about it": b'{"schema": 1, "about": "Written by protect-my-photos 9", "events": []}',
}


@pytest.mark.parametrize("raw", LAYOUTS.values(), ids=LAYOUTS)
def test_a_state_torn_after_any_byte_is_ours(raw: bytes) -> None:
    """Compared as far as it goes, and also where zeros fill the rest."""
    for size in range(1, len(raw) + 1):
        assert begins_as_ours(raw[:size]), raw[:size]
    assert begins_as_ours(raw + b"\0" * 4096)


@given(st.binary() | st.text().map(str.encode))
def test_other_bytes_are_not_ours(raw: bytes) -> None:
    """Whatever does not begin with these letters, in this order."""
    packed = b"".join(raw.split())
    assert not begins_as_ours(raw) or packed[:10] == b'{"schema":'[: len(packed)]


@pytest.mark.parametrize(
    "raw",
    [
        b"", b" ", b"[", b"{half", b'{"schema": "1"', b'{"schema": true', b'{"schema": ,', b'{"schema": 1}',
        b'{"schema": 1, "answers"',
        b'{"schema": 1, "about": "Written by another', b'{"about": "Written by protect-my-photos"', b"{" + b" " * HEAD_BYTES,
        b'x{"schema": 1, "about": "Written by protect-my-photos"',
    ],
)  # fmt: skip
def test_what_only_resembles_the_beginning_is_not_ours(raw: bytes) -> None:
    """The mark itself must be there, as far as the file goes."""
    assert not begins_as_ours(raw)


ONLY_BY_SHAPE: list[tuple[Any, bool]] = [
    ({"schema": 1, "events": []}, True),
    ({"schema": 1, "answers": {"country": "DE"}}, True),
    ({"schema": 1, "answers": {}, "events": [7, None], "settings": {}, "other": 1, "about": "older words"}, True),
    ({}, False),
    ({"schema": 1}, False),
    ({"schema": 1, "settings": {}}, False),
    ({"answers": {}, "events": []}, False),
    ({"schema": 1, "events": {}}, False),
    ({"schema": 1, "answers": {}, "settings": []}, False),
    ({"schema": "1", "events": []}, False),
    ({"schema": True, "events": []}, False),
    ({"schema": 1.0, "events": []}, False),
    ({"schema": 0, "events": []}, False),
    ({"schema": 2, "events": []}, False),
    ({"name": "not yours"}, False),
    ([], False),
    (None, False),
]


@pytest.mark.parametrize(("data", "ours"), ONLY_BY_SHAPE)
def test_a_state_without_the_mark(data: object, ours: bool) -> None:
    """Early versions and people may have left it out: then version and shape decide."""
    assert is_state(data) is ours
    assert not has_mark(data)


def test_the_mark_decides_wherever_it_stands(tmp_path: Path) -> None:
    """Also where a tool has sorted the keys, or the rest is damaged."""
    path = tmp_path / "state.json"
    path.write_text(json.dumps({"answers": [], "schema": "?", "about": ABOUT}))
    assert find_kind(path) is FileKind.OURS


def test_a_blank_file_needs_a_witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state of ours beside it, or the folder of this program."""
    blank, ours, other = tmp_path / "blank", tmp_path / "ours", tmp_path / "other"
    ours.write_bytes(serialize_state({}))
    other.write_bytes(b"my thesis")
    for content in (b"", b"\0" * 5000):
        blank.write_bytes(content)
        assert find_owner(blank, [other, tmp_path / "missing"]) is FileKind.BLANK
        assert find_owner(blank, [other, ours]) is FileKind.OURS
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    own = tmp_path / "protect-my-photos" / "kim.json"
    own.parent.mkdir()
    own.touch()
    assert find_owner(own, []) is FileKind.OURS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_never_ours(tmp_path: Path) -> None:
    """Nor a link, unless it is followed; and nobody waits for a pipe."""
    (tmp_path / "state").write_bytes(serialize_state({}))
    (tmp_path / "link").symlink_to("state")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    kinds = {name: find_kind(tmp_path / name) for name in ("state", "link", "folder", "pipe", "missing")}
    foreign = dict.fromkeys(("link", "folder", "pipe"), FileKind.FOREIGN)
    assert kinds == {"state": FileKind.OURS, "missing": FileKind.MISSING, **foreign}
    assert find_kind(tmp_path / "link", follow=True) is FileKind.OURS
    assert find_kind_of_lock(tmp_path / "link") is FileKind.FOREIGN


JOINED = [
    ('{"a": [1], "a": [2, 1]}', {"a": [1, 2]}),
    ('{"a": {"x": 1}, "b": 0, "a": {"y": 2}}', {"a": {"x": 1, "y": 2}, "b": 0}),
    ('{"a": {"x": [1]}, "a": {"x": [2]}}', {"a": {"x": [1, 2]}}),
    ('{"schema": 1, "schema": 1}', {"schema": 1}),
    ('[{"id": "x"}, {"id": "x"}]', [{"id": "x"}, {"id": "x"}]),
]


@pytest.mark.parametrize(("text", "data"), JOINED)
def test_a_key_that_occurs_twice_is_joined(text: str, data: object) -> None:
    """Lists and objects; what is the same stays once."""
    assert decode(text.encode()) == data


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"a": [], "a": {}}', '{"a": {"x": 1}, "a": {"x": 2}}'])
def test_two_values_that_contradict_each_other_are_refused(text: str) -> None:
    """The file is then kept as it is, or set aside: neither value is dropped in silence."""
    with pytest.raises(ValueError, match="two different values"):
        decode(text.encode())


@given(st.dictionaries(st.text(), st.integers() | st.lists(st.integers()) | st.dictionaries(st.text(), st.booleans())))
def test_without_such_keys_nothing_differs(data: dict[str, object]) -> None:
    """From what any reader of JSON makes of it."""
    assert decode(json.dumps(data).encode()) == data
