"""Each document of each sample person stays byte for byte what it is (`make golden` writes the files again)."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.export.golden import documents
from tests.golden_files import golden_names


@pytest.mark.parametrize("name", documents())
def test_a_document_is_what_it_was(name: str, golden: SnapshotAssertion) -> None:
    """Plans and status in every format."""
    assert documents()[name]().encode() == golden(name=f"cases/{name}")


def test_no_golden_file_is_left_over() -> None:
    """Each belongs to a document that is still made."""
    assert golden_names("cases") == set(documents())
