"""However a file is cut into blocks and chunks, exactly its records come out."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wizard.audit.json_stream
from wizard.audit.decode import MalformedJsonError, decode_chunk, decode_record
from wizard.audit.json_stream import RecordStream
from wizard.audit.read_problems import CUT_OFF, EMPTY, NO_JSON, UnreadableFileError
from wizard.audit.records import TimestampedRecord

ODD_TEXTS = st.sampled_from(["}, {", '"', "\\", "]", ' {"a"'])
NAMES = st.sampled_from(["a", "b", "timestamp", "list"])
SMALL = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8) | ODD_TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)
RECORDS = st.lists(st.dictionaries(NAMES, SMALL, max_size=3), max_size=12)
DUMPS = st.sampled_from([{"indent": 2}, {"indent": None}, {"separators": (",", ":")}, {"indent": 0}, {"ensure_ascii": False}])


def in_blocks(data: bytes, size: int) -> Iterator[bytes]:
    """The bytes in blocks of this size."""
    return (data[start : start + size] for start in range(0, len(data), size))


def records_in(data: bytes, block: int, keys: frozenset[str]) -> dict[str, list[Any]]:
    """All records, list by list, as they come out of the stream."""
    found: dict[str, list[Any]] = {}
    stream = RecordStream(in_blocks(data, block), keys)
    for chunk in stream.chunks():
        try:
            values = json.loads(b"[%b]" % chunk.data)
        except ValueError:
            stream.reject(chunk)
            assert not chunk.is_single
            continue
        found.setdefault(chunk.key, []).extend(values)
    return found


@settings(deadline=None)
@given(records=RECORDS, dump=DUMPS, block=st.integers(1, 40), chunk_bytes=st.integers(1, 60))
def test_a_list(records: list[Any], dump: dict[str, Any], block: int, chunk_bytes: int) -> None:
    """Without a name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wizard.audit.json_stream, "CHUNK_BYTES", chunk_bytes)
        data = json.dumps(records, **dump).encode()
        assert records_in(data, block, frozenset({""})).get("", []) == records


@settings(deadline=None)
@given(records=RECORDS, other=SMALL, dump=DUMPS, block=st.integers(1, 40), chunk_bytes=st.integers(1, 60))
def test_lists_under_their_names(records: list[Any], other: Any, dump: dict[str, Any], block: int, chunk_bytes: int) -> None:
    """Among other things, and one level down."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wizard.audit.json_stream, "CHUNK_BYTES", chunk_bytes)
        value = {"other": other, "posts_v2": records, "later": [other], "deep": {"x": other, "list": records}, "end": other}
        found = records_in(json.dumps(value, **dump).encode(), block, frozenset({"posts_v2", "deep/list", "missing"}))
        assert found.get("posts_v2", []) == records
        assert found.get("deep/list", []) == records


@pytest.mark.parametrize("value", [{"timestamp": 5}, {"a": [1], "timestamp": 5, "b": {"c": "}"}}])
def test_a_bare_object_is_a_record(value: Any) -> None:
    """Meta often leaves out the list around a single one."""
    assert records_in(json.dumps(value).encode(), 3, frozenset({"", "posts_v2"})) == {"": [value]}


def test_a_single_one_below_its_name() -> None:
    """The same with a name."""
    assert records_in(b'{"posts_v2": {"timestamp": 5}}', 3, frozenset({"posts_v2"})) == {"posts_v2": [{"timestamp": 5}]}


@settings(deadline=None)
@given(data=st.binary(max_size=200) | st.text(alphabet='[]{}",:\\a1 \n', max_size=200).map(str.encode), block=st.integers(1, 40))
def test_whatever_comes_there_is_an_end(data: bytes, block: int) -> None:
    """Records, or words for what is wrong; never a traceback and never a hang."""
    stream, ended = RecordStream(in_blocks(data, block), frozenset({"", "a"})), "all was read"
    try:
        for chunk in stream.chunks():
            try:
                decode = decode_record if chunk.is_single else decode_chunk
                found, lost = decode(TimestampedRecord, chunk.data)
                assert all(isinstance(each, TimestampedRecord) for each in found)
                assert lost >= 0
            except MalformedJsonError:
                stream.reject(chunk)
    except UnreadableFileError as trouble:
        ended = str(trouble)
    assert ended in {"all was read", CUT_OFF, EMPTY, NO_JSON}
    assert stream.cursor.ended or ended != "all was read"


@pytest.mark.parametrize(
    ("rejected", "expected"),
    [
        (False, [(b'{"a":1},{"a":2}', False)]),
        (True, [(b'{"a":1},{"a":2}', False), (b'{"a":1}', True), (b'{"a":2}', True)]),
    ],
)
def test_a_rejected_chunk_follows_record_by_record(rejected: bool, expected: list[tuple[bytes, bool]]) -> None:
    """The consumer decides between two requests; a single record cannot be split again."""
    stream, chunks = RecordStream(iter([b'[{"a":1},{"a":2}]']), frozenset({""})), []
    for chunk in stream.chunks():
        chunks.append((chunk.data, chunk.is_single))
        if rejected:
            stream.reject(chunk)
    assert chunks == expected
