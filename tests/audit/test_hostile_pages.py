"""Pages that are broken or were made to harm: each costs itself at most, in little memory, and is said in a sentence."""

import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha512
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.audit import html_blocks, html_stream
from wizard.audit.file_matching import ExportLayout, match_file
from wizard.audit.html_stream import HtmlRecordStream
from wizard.audit.read_problems import UnreadableFileError
from wizard.views.audit_sentences import unread_lines

from .packing import OTHER, POSTS, posts, report_on, zipped
from .pages import END, HEAD, facebook_block, page

NAME = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
BLOCK = facebook_block("A B", '<div class="_2pin"><div>words</div></div>', 1_700_000_000)


def counted(tmp_path: Path, data: bytes) -> tuple[int, tuple[str, ...]]:
    """How many posts a page has, beside a file in JSON with two more, and what is said of it."""
    report = report_on([zipped(tmp_path / "x.zip", {NAME: data, OTHER: POSTS})])
    return posts(report) - 2, unread_lines(report)


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (page([BLOCK] * 3), 3),
        (page([BLOCK]).replace(b"</section>", b""), 1),
        (page([BLOCK] * 2)[:-200], 2),
        (page([BLOCK])[len(HEAD) :], 1),
        (b"<div>" * 9000 + page([BLOCK] * 2), 2),
        (b'<section class="_a6-g">' * 5000 + b"x", 1),
        (page([BLOCK, f"<script>{BLOCK * 9}</script>", f"<style>{BLOCK * 9}</style>", BLOCK]), 2),
        (page([BLOCK, f"<!-- {BLOCK * 9} -->", BLOCK]), 2),
        (page([f"<script>if (a < b) alert('</section>')</script>{BLOCK}"]), 1),
        (page([BLOCK.replace("words", "&lt;section class=&quot;_a6-g&quot;&gt;")]), 1),
        (page([BLOCK.replace("words", "&amp;&bogus;&#xFFFFFFFF;&#0;&#x110000;" + "&lol;" * 1000)]), 1),
        (b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + page([BLOCK.replace("words", "&b;")]), 1),
        (b'<!DOCTYPE html SYSTEM "http://x.invalid/x.dtd">' + page([BLOCK]), 1),
        (b"<?xml version='1.0'?>" + page([BLOCK]), 1),
        (page([BLOCK.replace("words", "\x00\x1b[2J\u202e\x07")]), 1),
        (page([BLOCK.replace("A B", "Ä" * 10)]).decode().encode("latin-1"), 1),
        (page([BLOCK]).decode().encode("utf-16"), 1),
        (b"\xef\xbb\xbf" + page([BLOCK]), 1),
        (page([BLOCK.replace('class="_a6-g"', 'class="x _a6-g\ty" class="_a6-g"')]), 1),
        (page([BLOCK.replace('class="_a6-g"', "class=_a6-g")]), 1),
        (page([BLOCK.replace("<section", "<SECTION").replace("</section", "</SECTION")]), 1),
        (page([BLOCK.replace("<div>words", f'<div title="{"a" * 3_000_000}">words')]), 1),
        (page([BLOCK.replace("<div>words", "<div " + " ".join(f"a{n}=1" for n in range(20_000)) + ">words")]), 1),
        (page([BLOCK.replace("words", "</table></tr></td></div></section></main></body></html>words")]), 1),
        (page([BLOCK.replace("words", "<table>" * 500 + "<tr><td>a" * 500)]), 1),
        (page([]), 0),
        (b"<html></html>", 0),
    ],
    ids=range(27),
)
def test_an_odd_page_gives_its_blocks(tmp_path: Path, data: bytes, number: int) -> None:
    """Everything that a browser would show is counted, and nothing else."""
    assert counted(tmp_path, data) == (number, ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty."),
        (page([BLOCK]) + b"<div>" * 1_000_000, "is nested deeper than any real export."),
        (page([BLOCK]) + b"<table><tr><td>" * 300_000, "is nested deeper than any real export."),
        (page([BLOCK]) + b"<!--" + b"a" * 5_000_000, "holds a record that is too large to be looked at."),
        (page([BLOCK]) + b"<div " + b"a" * 5_000_000, "holds a record that is too large to be looked at."),
        (page([BLOCK]) + b'<div class="' + b"a" * 5_000_000, "holds a record that is too large to be looked at."),
        (page([BLOCK]) + b"<div " + b"a=1 " * 1_300_000, "holds a record that is too large to be looked at."),
    ],
    ids=[
        "nothing",
        "elements without end",
        "tables without end",
        "a comment without end",
        "a tag without end",
        "an attribute without end",
        "attributes without end",
    ],
)
def test_a_page_that_cannot_be_read_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    """And costs itself at most: what came before counts."""
    number, sentences = counted(tmp_path, data)
    assert sentences == (f"{NAME} {said}",)
    assert number in (0, 1)


def test_a_block_may_not_be_larger_than_any_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor grow without bounds."""
    monkeypatch.setattr(html_blocks, "MAX_RECORD_BYTES", 10_000)
    number, sentences = counted(tmp_path, page([BLOCK, BLOCK.replace("words", "words " * 10_000)]))
    assert (number, sentences) == (1, (f"{NAME} holds a record that is too large to be looked at.",))


def test_a_page_that_is_cut_off_or_damaged(tmp_path: Path) -> None:
    """What could be unpacked counts, and it is said that it is not all."""
    words = [sha512(str(number).encode()).hexdigest() for number in range(20_000)]
    path = zipped(tmp_path / "x.zip", {NAME: page([BLOCK.replace("words", each) for each in words])})
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    path.write_bytes(data)
    report = report_on([path])
    assert 0 < posts(report) < 20_000
    assert len(unread_lines(report)) == 1
    assert unread_lines(report)[0].startswith(NAME)


def stream(data: Iterator[bytes]) -> HtmlRecordStream:
    """The records of a page of posts."""
    plan = match_file(NAME, ExportLayout())
    assert plan
    return HtmlRecordStream(data, plan)


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of any length: a new parser takes over every few megabytes, and no block is lost or counted twice."""
    monkeypatch.setattr(html_stream, "_NEW_PARSER_AFTER", 100_000)
    blocks = b"".join(BLOCK.replace("words", f"words {n}").encode() for n in range(500))
    number = 0
    tracemalloc.start()
    for chunk in stream(iter([HEAD.encode(), *[blocks] * 20, END.encode()])).chunks():
        number += chunk.data.count(b'"timestamp"')
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 10_000
    assert peak < 12_000_000


@settings(deadline=None, max_examples=50)
@given(cuts=st.lists(st.integers(1, 3000), max_size=20), after=st.integers(0, 3000))
def test_wherever_blocks_of_bytes_end(cuts: list[int], after: int) -> None:
    """The records are the same, however the bytes come and wherever a new parser takes over."""
    data = page([BLOCK.replace("words", f"Größe {n} <table><tr><td>a</td><td>b</td></tr></table>") for n in range(6)])
    pieces, rest = [], data
    for cut in cuts:
        pieces.append(rest[:cut])
        rest = rest[cut:]
    pieces = [piece for piece in [*pieces, rest] if piece]
    whole = [chunk.data for chunk in stream(iter([data])).chunks()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html_stream, "_NEW_PARSER_AFTER", after)
        assert [chunk.data for chunk in stream(iter(pieces)).chunks()] == whole
    assert whole[0].count(b'"timestamp"') == 6


_TAGS = (
    "<section class='_a6-g'>",
    "</section>",
    "<div class='_2pin'>",
    "</div>",
    "<tr>",
    "<td>",
    "</td></tr>",
    "<a href='x/1.jpg'>",
)


@settings(deadline=None, max_examples=150)
@given(parts=st.lists(st.one_of(st.sampled_from(_TAGS), st.text(max_size=20)), max_size=60), cut=st.integers(0, 500))
def test_any_page_ends_in_records_or_in_a_sentence(parts: list[str], cut: int) -> None:
    """Never in another error."""
    data = "".join(parts).encode("utf-8", "surrogatepass")
    with suppress(UnreadableFileError):
        assert {chunk.key for chunk in stream(iter([data[:cut], data[cut:]])).chunks()} == {""}
