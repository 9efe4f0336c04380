"""Each document of an audit stays byte for byte what it is (`make golden` writes the files again)."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.golden_files import golden_names

from .audits import documents


@pytest.mark.parametrize("name", documents())
def test_a_document_is_what_it_was(name: str, golden: SnapshotAssertion) -> None:
    """Reports, comparisons, and the report on an export in HTML."""
    assert documents()[name]().encode() == golden(name=f"audit/{name}")


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a document that is still made."""
    assert golden_names("audit") == set(documents())
