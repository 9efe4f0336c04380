"""The languages of the program, and the content files in one of them."""

from functools import cache

from wizard.i18n import SOURCE_LANGUAGE, current_language

from .content_files import ContentFiles, content_root
from .content_index import IndexedFiles, load_fresh_index

LANGUAGES = "languages.toml"


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


@cache
def language_tag(language: str) -> str:
    """Return the tag by which pages, e-mails and calendars name a language (RFC 5646): "pt-BR" for Portuguese."""
    entry = shipped_files().table(LANGUAGES).get(language)
    return str(entry["tag"]) if isinstance(entry, dict) else language


def current_tag() -> str:
    """Return the tag of the language of the program."""
    return language_tag(current_language())
