"""Text from outside cannot steer a terminal, hide other text, or break a file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.clean import clean, clean_line

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
        ("عربي עברית 한국어 🇧🇷 👩‍👧 naïve", "عربي עברית 한국어 🇧🇷 👩‍👧 naïve"),
    ],
)
def test_harmful_characters_go_and_words_stay(before: str, after: str) -> None:
    """Every language and emoji is left alone; what steers or hides is not."""
    assert clean(before) == after


@given(ANY_TEXT)
def test_nothing_harmful_is_left_of_any_text(text: str) -> None:
    """No control character but line break and tab, no direction mark, and nothing that UTF-8 cannot hold."""
    left = clean(text)
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
    assert clean(clean(text)) == clean(text)


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
    assert clean_line(before, limit) == after


@given(ANY_TEXT, st.integers(1, 40))
def test_a_line_stays_a_line(text: str, limit: int) -> None:
    """A cleaned line has no break, no ragged ends, keeps to its limit, and is not changed again."""
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert clean_line(line, limit) == line
