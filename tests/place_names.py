"""Write the names of countries into the translations of a language, from the Unicode CLDR; what is translated already stays.

.venv/bin/python -m tests.place_names de
"""

import sys
from pathlib import Path

from babel import Locale

from tests.catalogues import interface_languages
from wizard.check.overlay_files import TextsByPath, write_overlay
from wizard.content.content_files import overlay_place
from wizard.content.overlay import Overlay, overlay_texts, stamps, text_hash
from wizard.content.translated_files import read_overlay, read_source

COUNTRIES = "countries.csv"
ROOT = Path(__file__).parents[1]


def name_countries(root: Path, language: str, tag: str) -> str:
    """Write the overlay with the names of all countries, and return its place."""
    names = Locale.parse(tag, sep="-").territories
    place = overlay_place(COUNTRIES, language)
    existing = read_overlay(root, place) if (root / place).exists() else Overlay(language, {})
    texts: TextsByPath = {}
    stamped = dict(stamps(existing))
    for alpha2, row in read_source(root, COUNTRIES).fields.items():
        path = (alpha2, "name")
        if path not in overlay_texts(existing) and alpha2 in names and isinstance(row, dict):
            texts[path] = names[alpha2]
            stamped[path] = text_hash(row["name"])
    merged = {**overlay_texts(existing), **texts}
    write_overlay(root / place, {path: merged[path] for path in sorted(merged, key=lambda path: path[0])}, stamped)
    return place


if __name__ == "__main__":
    code = sys.argv[1]
    sys.stdout.write(f"{name_countries(ROOT / 'content', code, interface_languages(ROOT)[code])}\n")
