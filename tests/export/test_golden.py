"""The bytes are the promise: each document equals its golden file (how to renew them: `golden.py` beside this file)."""

import pytest

from tests.export.golden import GOLDEN, documents


@pytest.mark.parametrize("name", documents())
def test_a_document_is_what_it_was(name: str) -> None:
    """If the change is meant: python -m tests.export.golden."""
    assert documents()[name]().encode() == (GOLDEN / name).read_bytes()


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a document that is still made."""
    assert {path.name for path in GOLDEN.iterdir()} == set(documents())
