"""The folder of letters: each is read when it is first asked for, since most runs write none."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from wizard.core.library import NONE

from .content import Files
from .fields import Fields
from .lazy import Lazy

if TYPE_CHECKING:
    from wizard.core.letter.parts import Addressee, Language, Law, Letter

    from .letters import Shared

R = TypeVar("R")
T = TypeVar("T")


class Post(NamedTuple):
    """The letters and what they share; all empty where there is no folder of letters."""

    letters: Mapping[str, "Letter"] = NONE
    laws: Mapping[str, "Law"] = NONE
    addressees: Mapping[str, "Addressee"] = NONE
    languages: Mapping[str, "Language"] = NONE


def read_post(folder: Path, files: Files) -> Post:
    """The folder `letters/`; files that no one has proven are read at once, so that what is wrong comes to light."""
    if not folder.is_dir():
        return Post()

    @cache
    def shared() -> "Shared":
        from .letters import read_shared

        return read_shared(folder, files)

    def letter(_: str, path: Path) -> "Letter":
        from .letters import read_letter

        return read_letter(path, files, shared())

    def addressee(id: str, fields: Fields) -> "Addressee":
        from .letters import read_addressee

        return read_addressee(id, fields)

    def language(id: str, fields: Fields) -> "Language":
        from .letters import read_language

        return read_language(id, fields)

    def records(name: str) -> dict[str, Fields]:
        return {id: Fields(table, f"{folder / name} [{id}]") for id, table in files.table(folder / name).items()}

    def gather(raw: Mapping[str, R], make: Callable[[str, R], T]) -> Mapping[str, T]:
        return Lazy(raw, make) if files.proven else {id: make(id, each) for id, each in raw.items()}

    return Post(
        letters=gather({path.stem: path for path in files.within(folder, ".md")}, letter),
        laws=gather(records("laws.toml"), lambda id, _: shared().laws[id]),
        addressees=gather(records("addressees.toml"), addressee),
        languages=gather(records("languages.toml"), language),
    )
