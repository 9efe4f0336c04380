"""Meta writes each byte of UTF-8 as a character; this is undone where it was done, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.audit.mojibake import fix_mojibake, normalize_label

from .shapes import odd


@pytest.mark.parametrize("text", ["", "plain", "Grüße", "안녕", "Привет", "🌊", "Légende", "l’IA", "naïve café"])
def test_what_is_odd_is_repaired_and_what_is_right_stays(text: str) -> None:
    """Twice is no more than once."""
    assert fix_mojibake(odd(text)) == text
    assert fix_mojibake(text) == text


@pytest.mark.parametrize("text", ["Ã", "é", "\x80", "Ã¤ and ä", "ÿþ", "\ud800", "\x85"])
def test_what_only_looks_odd_stays(text: str) -> None:
    """Half of a character is no character."""
    assert fix_mojibake(text) == text


@given(st.text())
def test_all_that_can_be_written_oddly_can_be_read(text: str) -> None:
    """The two cancel out, and nothing fails."""
    try:
        text.encode()
    except UnicodeError:
        fix_mojibake(text)
    else:
        assert fix_mojibake(odd(text)) == text


@pytest.mark.parametrize(
    "label", ["Private Account", "Private account", "private\u00a0account", "PRIVATE ACCOUNT ", odd("Private Account")]
)
def test_labels_are_compared_without_case_and_spaces(label: str) -> None:
    """English exports alone write it in two ways."""
    assert normalize_label(label) == "private account"
