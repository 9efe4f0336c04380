"""The part of `check` that writes translation files: new ones, and the stamps that mark texts as current."""

import sys
from pathlib import Path

from wizard.check.overlay_files import find_source, stamp_overlay, translatable_places, write_skeleton
from wizard.content.content_files import overlay_language, read_table
from wizard.content.language_choice import LANGUAGES
from wizard.core.sanitize import sanitize_line
from wizard.i18n import _, ngettext


def stamp_translations(root: Path, files: list[str]) -> int:
    """Mark translations as current: new texts of all files, or all texts of these files. Returns 1 if one does not exist.

    Raises ContentError if a file cannot be read.
    """
    overlays = [path for path in sorted(root.rglob("*.*.*")) if overlay_language(path.name) and path.suffix in (".md", ".toml")]
    chosen = [path.resolve() for path in map(Path, files)] if files else [path.resolve() for path in overlays]
    count = 0
    for path in chosen:
        place = _place_of(path, root)
        if not path.is_file() or not place or not find_source(root, place):
            sys.stderr.write(_("There is no translation “{path}”.", path=sanitize_line(str(path))) + "\n")
            return 1
        count += stamp_overlay(root, place, renew=bool(files))
    sys.stdout.write(ngettext("{count} text is marked as current.", "{count} texts are marked as current.", count) + "\n")
    return 0


def _place_of(path: Path, root: Path) -> str:
    """Return the path of a file within the content folder; "" if it is outside."""
    absolute, folder = path.resolve(), root.resolve()
    return absolute.relative_to(folder).as_posix() if absolute.is_relative_to(folder) else ""


def write_skeletons(root: Path, language: str, *files: str) -> int:
    """Write overlays with all texts, in English where they are not translated: of these source files, or of all.

    Returns 1 if there is no such language or file. Raises ContentError if a file cannot be read.
    """
    if language not in read_table(root / LANGUAGES):
        sys.stderr.write(_("There is no language “{language}” in languages.toml.", language=sanitize_line(language)) + "\n")
        return 1
    known = list(translatable_places(root))
    for path in map(Path, files) if files else (root / place for place in known):
        place = _place_of(path, root)
        if place not in known:
            sys.stderr.write(_("There is nothing to translate in “{path}”.", path=sanitize_line(place or str(path))) + "\n")
            return 1
        sys.stdout.write(f"{root / write_skeleton(root, place, language)}\n")
    return 0
