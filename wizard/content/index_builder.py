"""Build the index of the content folder and the parsed texts. Run as a module by the Makefile, and called by the build hook."""

from pathlib import Path

from .content_files import content_root
from .content_index import INDEX, write_index
from .content_loader import load_content_folder
from .markdown import PARSED_TEXTS, dump_parsed_texts, library_texts


def build_index(root: Path) -> None:
    """Write the index of a content folder. Raises WizardError if the folder cannot be loaded."""
    library = load_content_folder(root)  # an index of invalid files would only fail on the machine of the user
    temporary = INDEX.with_name(f"{PARSED_TEXTS}.new")
    temporary.write_bytes(dump_parsed_texts(library_texts(library)))
    temporary.replace(INDEX.with_name(PARSED_TEXTS))
    write_index(root)


if __name__ == "__main__":
    build_index(content_root())
