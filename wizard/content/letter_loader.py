"""Load the folder of letters. Each letter is built on first use, since most runs write none."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from wizard.core.content_models import EMPTY

from .content_files import ContentFiles
from .field_reader import FieldReader
from .lazy_mapping import LazyMapping, eager_mapping

if TYPE_CHECKING:
    from wizard.core.letter.models import Addressee, Language, Law, Letter

    from .letter_reader import SharedLetterParts

R = TypeVar("R")
T = TypeVar("T")


class LetterBundle(NamedTuple):
    """The letters and the records that they share. All are empty if there is no folder of letters."""

    letters: Mapping[str, "Letter"] = EMPTY
    laws: Mapping[str, "Law"] = EMPTY
    addressees: Mapping[str, "Addressee"] = EMPTY
    languages: Mapping[str, "Language"] = EMPTY


def load_letters(folder: Path, files: ContentFiles) -> LetterBundle:
    """Load the folder `letters/`. Files that are not proven are read at once, so that errors are reported."""
    if not folder.is_dir():
        return LetterBundle()

    @cache
    def shared_parts() -> "SharedLetterParts":
        from .letter_reader import read_shared_parts

        return read_shared_parts(folder, files)

    def letter(_: str, path: Path) -> "Letter":
        from .letter_reader import read_letter

        return read_letter(path, files, shared_parts())

    def addressee(id: str, fields: FieldReader) -> "Addressee":
        from .letter_reader import read_addressee

        return read_addressee(id, fields)

    def language(id: str, fields: FieldReader) -> "Language":
        from .letter_reader import read_language

        return read_language(id, fields)

    def records(name: str) -> dict[str, FieldReader]:
        return {id: FieldReader(table, folder / name, f"[{id}]") for id, table in files.table(folder / name).items()}

    def build_mapping(raw_records: Mapping[str, R], build: Callable[[str, R], T]) -> Mapping[str, T]:
        return LazyMapping(raw_records, build) if files.proven else eager_mapping(raw_records, build)

    return LetterBundle(
        letters=build_mapping({path.stem: path for path in files.list_files(folder, ".md")}, letter),
        laws=build_mapping(records("laws.toml"), lambda id, _: shared_parts().laws[id]),
        addressees=build_mapping(records("addressees.toml"), addressee),
        languages=build_mapping(records("languages.toml"), language),
    )
