"""Text from outside cannot steer a terminal, hide other text, or break a file."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.sanitize import escape_json, escape_line, sanitize, sanitize_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[2Jgone", "[2Jgone"),
        ("bell\x07 null\x00", "bell null"),
        ("\x9b31m", "31m"),
        ("windows\r\nmac\rline\u2028paragraph\u2029end", "windows\nmac\nline\nparagraph\nend"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("\u2066isolated\u2069 \u200emark\u200f \u061carabic", "isolated mark arabic"),
        ("\ufeffbom", "bom"),
        ("half \ud83d of a face", "half  of a face"),
        ("zero\u200bwidth so\u00adft \u2060join\u180e", "zerowidth soft join"),
        ("in\u2061vis\u2062ib\u2063le\u2064 signs \u206a\u206f", "invisible signs "),
        ("notes\ufff9between\ufffalines\ufffb", "notesbetweenlines"),
        ("tags\U000e0041\U000e007f and\U000e0100 selectors\U000e01ef", "tags and selectors"),
        ("नम\u200dस् \u200cمی ❤\ufe0f ☎\ufe0e", "नम\u200dस् \u200cمی ❤\ufe0f ☎\ufe0e"),
        ("عربي עברית 한국어 🇧🇷 👩‍👧 naïve", "عربي עברית 한국어 🇧🇷 👩‍👧 naïve"),
    ],
)
def test_harmful_characters_go_and_words_stay(before: str, after: str) -> None:
    """Every language and emoji is left alone; what steers or hides is not."""
    assert sanitize(before) == after


@given(ANY_TEXT)
def test_nothing_harmful_is_left_of_any_text(text: str) -> None:
    """No control character but line break and tab, no direction mark, and nothing that UTF-8 cannot hold."""
    left = sanitize(text)
    assert {each for each in left if unicodedata.category(each) in ("Cc", "Cs")} <= {"\n", "\t"}
    marks = {
        each
        for each in left
        if unicodedata.bidirectional(each) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }
    assert not marks
    assert left.encode().decode() == left


@given(ANY_TEXT)
def test_clean_text_is_not_changed_again(text: str) -> None:
    """Cleaning twice is cleaning once."""
    assert sanitize(sanitize(text)) == sanitize(text)


@pytest.mark.parametrize(
    ("before", "limit", "after"),
    [
        ("  one\n two\t three  ", 100, "one two three"),
        ("abcdef", 3, "abc"),
        ("ab cd", 3, "ab"),
        ("\x1b\x1b\x1bab", 4, "ab"),
        ("", 10, ""),
    ],
)
def test_a_line_is_one_line_and_not_too_long(before: str, limit: int, after: str) -> None:
    """Where there is room for one line only, white space is folded and the rest is cut."""
    assert sanitize_line(before, limit) == after


@given(ANY_TEXT, st.integers(1, 40))
def test_a_line_stays_a_line(text: str, limit: int) -> None:
    """A cleaned line has no break, no ragged ends, keeps to its limit, and is not changed again."""
    line = sanitize_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert sanitize_line(line, limit) == line


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("state.json", "state.json"),
        ("a  b.json", "a  b.json"),
        ("élan/한국/👩\u200d👧.json", "élan/한국/👩\u200d👧.json"),
        ("\x1b]0;OWNED\x07", r"\x1b]0;OWNED\x07"),
        ("two\nlines\tand\rmore", r"two\nlines\tand\rmore"),
        ("evil\u202etxt.exe", r"evil\u202etxt.exe"),
        ("lines\u2028apart\x85", r"lines\u2028apart\x85"),
        ("not text: \udcff", r"not text: \xff"),
        ("half \ud83d", r"half \ud83d"),
        ("tag\U000e0041 \U000e0100", r"tag\U000e0041 \U000e0100"),
    ],
)
def test_a_name_is_shown_in_full_on_one_line(name: str, shown: str) -> None:
    """What would steer the terminal, hide text or begin another line stands as an escape."""
    assert escape_line(name) == shown


@given(ANY_TEXT)
def test_an_escaped_line_is_a_clean_line(text: str) -> None:
    """It holds nothing that cleaning would drop, no line break, and is not changed again."""
    line = escape_line(text)
    assert sanitize(line) == line
    assert len(line.splitlines()) <= 1
    assert escape_line(line) == line


@given(ANY_TEXT)
def test_escaped_json_means_the_same(text: str) -> None:
    """Characters above U+FFFF too, which JSON writes as two halves."""
    written = json.dumps(text, ensure_ascii=False)
    assert json.loads(escape_json(written)) == text
    assert sanitize(escape_json(written)) == escape_json(written)
