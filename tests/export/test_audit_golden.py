"""The bytes are the promise: each document of an audit equals its golden file (how to renew them: `audits.py`)."""

import pytest

from .audits import GOLDEN, documents


@pytest.mark.parametrize("name", documents())
def test_a_document_is_what_it_was(name: str) -> None:
    """If the change is meant: python -m tests.export.audits."""
    assert documents()[name]().encode() == (GOLDEN / name).read_bytes()


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a document that is still made."""
    assert {path.name for path in GOLDEN.iterdir()} == set(documents())
