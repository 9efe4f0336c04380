"""Build the index of the content folder. Run as a module by the Makefile, and called by the build hook."""

from pathlib import Path

from .content_files import content_root
from .content_index import write_index
from .content_loader import load_content_folder


def build_index(root: Path) -> None:
    """Write the index of a content folder. Raises WizardError if the folder cannot be loaded."""
    load_content_folder(root)  # an index of invalid files would only fail on the machine of the user
    write_index(root)


if __name__ == "__main__":
    build_index(content_root())
