"""The folder of letters: each is read when it is first asked for, since most runs write none."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from wizard.core.content_models import EMPTY

from .content_files import ContentFiles
from .field_reader import FieldReader
from .lazy_mapping import LazyMapping

if TYPE_CHECKING:
    from wizard.core.letter.models import Addressee, Language, Law, Letter

    from .letter_reader import SharedLetterParts

R = TypeVar("R")
T = TypeVar("T")


class LetterBundle(NamedTuple):
    """The letters and what they share; all empty where there is no folder of letters."""

    letters: Mapping[str, "Letter"] = EMPTY
    laws: Mapping[str, "Law"] = EMPTY
    addressees: Mapping[str, "Addressee"] = EMPTY
    languages: Mapping[str, "Language"] = EMPTY


def load_letters(folder: Path, files: ContentFiles) -> LetterBundle:
    """The folder `letters/`; files that no one has proven are read at once, so that what is wrong comes to light."""
    if not folder.is_dir():
        return LetterBundle()

    @cache
    def shared() -> "SharedLetterParts":
        from .letter_reader import read_shared_parts

        return read_shared_parts(folder, files)

    def letter(_: str, path: Path) -> "Letter":
        from .letter_reader import read_letter

        return read_letter(path, files, shared())

    def addressee(id: str, fields: FieldReader) -> "Addressee":
        from .letter_reader import read_addressee

        return read_addressee(id, fields)

    def language(id: str, fields: FieldReader) -> "Language":
        from .letter_reader import read_language

        return read_language(id, fields)

    def records(name: str) -> dict[str, FieldReader]:
        return {id: FieldReader(table, f"{folder / name} [{id}]") for id, table in files.table(folder / name).items()}

    def gather(raw: Mapping[str, R], make: Callable[[str, R], T]) -> Mapping[str, T]:
        return LazyMapping(raw, make) if files.proven else {id: make(id, each) for id, each in raw.items()}

    return LetterBundle(
        letters=gather({path.stem: path for path in files.list_files(folder, ".md")}, letter),
        laws=gather(records("laws.toml"), lambda id, _: shared().laws[id]),
        addressees=gather(records("addressees.toml"), addressee),
        languages=gather(records("languages.toml"), language),
    )
