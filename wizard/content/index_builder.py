"""Build the index of the content folder and the parsed texts. Run as a module by the Makefile, and called by the build hook."""

import json
from pathlib import Path

from wizard.i18n import SOURCE_LANGUAGE

from .content_files import ContentFiles, content_root, overlay_language
from .content_index import INDEX, write_index
from .content_loader import load_content_folder
from .language_choice import LANGUAGES, LANGUAGES_COPY
from .markdown import dump_parsed_texts, library_texts, parsed_texts_file


def build_index(root: Path) -> None:
    """Write the index of a content folder. Raises WizardError if the folder cannot be loaded."""
    languages = {SOURCE_LANGUAGE, *(overlay_language(path.name) for path in root.rglob("*.*.*"))} - {""}
    for language in sorted(languages):
        library = load_content_folder(root, language)  # an index of invalid files would only fail on the machine of the user
        texts = INDEX.with_name(parsed_texts_file(language))
        temporary = texts.with_suffix(".new")
        temporary.write_bytes(dump_parsed_texts(library_texts(library)))
        temporary.replace(texts)
    write_index(root)
    _write_languages_copy(root)


def _write_languages_copy(root: Path) -> None:
    """Write the languages of the program by themselves, as `interface_languages` reads them."""
    table = ContentFiles(root).table(LANGUAGES)
    copy, temporary = INDEX.with_name(LANGUAGES_COPY), INDEX.with_name(LANGUAGES_COPY).with_suffix(".new")
    temporary.write_text(json.dumps([(root / LANGUAGES).stat().st_size, table]), encoding="utf-8")
    temporary.replace(copy)


if __name__ == "__main__":
    build_index(content_root())
