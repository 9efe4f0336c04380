"""Compile the message catalogues of locale/ into the package. Runs when the program is built; needs Babel."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.i18n import CATALOGUES

if TYPE_CHECKING:
    from babel.messages import Catalog

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the date that the files of translators leave out. Babel would put in the present moment: two builds would differ."""


def catalogue_path(root: Path, language: str) -> Path:
    """Return the file with the messages in a language, below the folder of the project."""
    return root / "locale" / language / "LC_MESSAGES" / "messages.po"


def read_catalogue(path: Path) -> "Catalog":
    """Return a catalogue as translators write it."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=None)


def compile_catalogues(root: Path, target: Path = Path(CATALOGUES)) -> None:
    """Compile the catalogues of all languages. Messages that are not translated, or are to be looked at, are left out."""
    from babel.messages.mofile import write_mo

    target.mkdir(exist_ok=True)
    for path in sorted((root / "locale").glob("*/LC_MESSAGES/messages.po")):
        language = path.parts[-3]
        temporary = target / f"{language}.new"
        catalogue = read_catalogue(path)
        catalogue.creation_date = NO_DATE
        with temporary.open("wb") as file:
            write_mo(file, catalogue)
        temporary.replace(target / f"{language}.mo")
