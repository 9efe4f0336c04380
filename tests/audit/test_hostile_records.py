"""Files whose words are broken or were made to harm: each costs itself at most, and is said in a sentence."""

from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from wizard.audit import json_stream
from wizard.views.audit_sentences import unread_lines

from .packing import GOOD, OTHER, POSTS, posts, report_on, zipped

MANY = b", ".join([b'{"timestamp": 1420070400, "data": [{"post": "x"}]}'] * 50)


@pytest.mark.parametrize(
    ("odd", "counted", "said"),
    [
        (b'{"timestamp": NaN}', 101, ""),
        (b'{"timestamp": 1e999}', 101, ""),
        (b'{"timestamp": -Infinity}', 101, ""),
        (b'{"timestamp": "2015-01-01"}', 101, ""),
        (b'{"timestamp": null, "data": null, "attachments": {"data": {"media": {"uri": 5}}}}', 101, ""),
        (b'{"timestamp": 14200704000000000000000000000000}', 101, ""),
        (b'{"data": [{"post": "\\ud800 lone"}], "timestamp": 1420070400}', 101, ""),
        (b'{"data": [{"post": "\xff\xfe no utf-8"}], "timestamp": 1420070400}', 101, ""),
        (b'{"data": [{"post": "\x00\x1b[2J raw control"}], "timestamp": 1420070400}', 101, ""),
        (b'{"timestamp": ' + b"9" * 5000 + b"}", 100, " holds 1 record that could not be understood."),
        (b"42", 100, " holds 1 record that could not be understood."),
        (b"[1, 2]", 100, " holds 1 record that could not be understood."),
        (b'"You have no data in this section"', 100, ""),
        (b'{"timestamp" 1420070400}', 100, " holds 1 record that could not be understood."),
        (b"{'timestamp': 1420070400}", 100, " holds 1 record that could not be understood."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_an_odd_record_costs_itself_at_most(tmp_path: Path, odd: bytes, counted: int, said: str) -> None:
    """All others are counted."""
    path = zipped(tmp_path / "x.zip", {GOOD: b"[" + MANY + b", " + odd + b", " + MANY + b"]"})
    report = report_on([path])
    assert posts(report) == counted
    assert unread_lines(report) == ((f"{GOOD}{said}",) if said else ())


def test_a_deep_record_costs_itself_at_most(tmp_path: Path) -> None:
    """How deep a record can be read differs from one Python to the next; all others are counted in each."""
    deep = b'{"data": ' + b"[" * 9_000 + b"]" * 9_000 + b"}"
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: b"[" + MANY + b", " + deep + b", " + MANY + b"]"})])
    lost = (f"{GOOD} holds 1 record that could not be understood.",)
    assert (posts(report), unread_lines(report)) in ((100, lost), (101, ()))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty."),
        (b"   \n", "is empty."),
        (b"[object Object]", "is not JSON."),
        (b"<html></html>", "is not JSON."),
        (b'{"unknown": [1, 2]}', "has a form that is not known here."),
        (b"[" + MANY, "ends in the middle: it is cut off or damaged."),
        (b"[" + MANY + b', {"timesta', "ends in the middle: it is cut off or damaged."),
        (b"[" * 9_000, "ends in the middle: it is cut off or damaged."),
        (b'[{"data": "' + b"x" * 100, "ends in the middle: it is cut off or damaged."),
        ("[]".encode("utf-16"), "is not JSON."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_that_is_no_json(tmp_path: Path, data: bytes, said: str) -> None:
    """One sentence; the other files are read."""
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: data, OTHER: POSTS})])
    assert posts(report) in (2, 52)
    assert all(each == f"{GOOD} {said}" for each in unread_lines(report))


def test_a_shape_that_is_not_known_is_named(tmp_path: Path) -> None:
    """Never guessed at."""
    name = "your_facebook_activity/comments_and_reactions/comments.json"
    report = report_on([zipped(tmp_path / "x.zip", {GOOD: POSTS, name: b'{"comments_v9": [{"timestamp": 1}]}'})])
    assert unread_lines(report) == (f"{name} has a form that is not known here.",)


@pytest.mark.parametrize(
    ("start", "filling", "said"),
    [
        (b'[{"data": [{"post": "', b"x", "holds a record that is too large to be looked at"),
        (b'[{"a": [', b'"", ', "holds a record that is too large to be looked at"),
        (b'[{"a": ', b"[", "is nested deeper than any real export"),
    ],
    ids=["text", "list", "depth"],
)
def test_a_record_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: bytes, filling: bytes, said: str) -> None:
    """It is given up, within bounded time and memory."""
    monkeypatch.setattr(json_stream, "MAX_RECORD_BYTES", 4 << 20)
    path = tmp_path / "x.zip"
    with ZipFile(path, "w", ZIP_STORED) as file:
        file.writestr(GOOD, start + filling * ((6 << 20) // len(filling)))
        file.writestr(OTHER, POSTS)
    report = report_on([path])
    assert posts(report) == 2
    assert unread_lines(report) == (f"{GOOD} {said}.",)


def test_nothing_is_printed_raw(tmp_path: Path) -> None:
    """Escapes in names and values reach no terminal."""
    name = "your_facebook_activity/posts/album/\x1b[31m\u202e.json"
    audience = b'{"label_values": [{"label": "Who can see your future posts?", "value": "\\u001b[2J\\u202ePublic"}]}'
    path = zipped(tmp_path / "x.zip", {GOOD: POSTS, name: b"oops", "preferences/preferences/privacy_settings.json": audience})
    report = report_on([path])
    said = repr((unread_lines(report), report.services[0].default_audience))
    assert "x1b" not in said
    assert "202e" not in said
    assert report.services[0].default_audience == "[2JPublic"
