"""Golden files: documents and conversations that must stay byte for byte what they are.

When one is meant to change, run `make golden`, which writes them again, and read the difference before you commit it.
"""

from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex

GOLDEN = Path(__file__).parent / "golden"


class GoldenFile(SingleFileSnapshotExtension):
    """Compares bytes with the file of that name in `tests/golden`: snapshot(name="letters/access.txt")."""

    @classmethod
    def get_location(cls, *, test_location: PyTestLocation, index: SnapshotIndex) -> str:
        """Return the path of the golden file."""
        return str(GOLDEN / str(index))


def golden_names(folder: str) -> set[str]:
    """Return the names of all golden files in a folder."""
    return {path.name for path in (GOLDEN / folder).iterdir() if path.is_file()}
