"""The languages of the program, and the content files in one of them."""

from functools import cache

from wizard.i18n import SOURCE_LANGUAGE

from .content_files import ContentFiles, content_root
from .content_index import IndexedFiles, load_fresh_index


@cache
def shipped_files() -> ContentFiles:
    """Return the content files that are part of the program, from their index if it is fresh. Cached."""
    root = content_root()
    return load_fresh_index(root) or ContentFiles(root)


@cache
def files_in_language(files: ContentFiles, language: str) -> ContentFiles:
    """Return the same files in another language. What is not translated stays English."""
    if language == SOURCE_LANGUAGE:
        return files
    indexed = files.in_language(language) if isinstance(files, IndexedFiles) else None
    if indexed:
        return indexed
    from .translated_files import TranslatedFiles

    return TranslatedFiles(ContentFiles(files.root), language)
