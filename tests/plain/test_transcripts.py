"""The words of whole conversations are the promise (how to renew them: `transcripts.py` beside this file)."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.golden_files import GOLDEN, golden_names
from tests.plain.transcripts import documents

PROMPT = re.compile(r"^(Number|Numbers|Place|Text|More|Yes or no): ")


@pytest.mark.parametrize("name", documents())
def test_a_conversation_is_what_it_was(name: str, golden: SnapshotAssertion) -> None:
    """`make golden` writes the files again."""
    assert documents()[name]().encode() == golden(name=f"plain/{name}")


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a conversation that is still held."""
    assert golden_names("plain") == set(documents())


@pytest.mark.parametrize("name", documents())
def test_every_question_says_how_to_get_past_it(name: str) -> None:
    """Before each prompt stands a line that names help and the way out; numbers are said to be numbers."""
    lines = (GOLDEN / "plain" / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if PROMPT.match(line) and not line.startswith("More: "):
            how = lines[number - 1]
            assert "q leave" in how or "Type q to leave" in how
            assert "? help" in how or "question mark for help" in how
            assert not line.startswith("Number") or "Type " in how


@pytest.mark.parametrize("name", documents())
def test_no_line_stands_on_its_place_on_the_screen(name: str) -> None:
    """No indentation, no columns, no rules made of signs: a line is whole where a voice reads it."""
    for line in (GOLDEN / "plain" / name).read_text(encoding="utf-8").splitlines():
        assert line == line.strip() or PROMPT.match(line)
        assert "  " not in line
        assert not re.search(r"[-=_*#|]{3,}", line)
