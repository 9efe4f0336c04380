"""Load content/ into a Library. The program and the check use the same loader; they differ in what an error does."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wizard.core.content_models import ACTION_IDS, Action, Library, Question, Step
from wizard.errors import WizardError
from wizard.i18n import SOURCE_LANGUAGE, current_language

from .content_files import ContentFiles
from .content_reader import ContentReader, LazyMapping, file_id
from .decoder import decode_table
from .language_choice import LANGUAGES
from .languages import files_in_language, shipped_files
from .menu_words import MENU_WORDS
from .record_formats import (
    ACTION,
    ARTICLE,
    AUTHORITY,
    COUNTRY,
    INTERFACE_LANGUAGE,
    MENU_LANGUAGE,
    OUTCOME,
    QUESTION_FILE,
    REGIME,
    REGION,
    REQUEST_KIND,
    SERVICE,
    SOURCE,
    STEP,
)
from .value_decoders import decode_filled_text

if TYPE_CHECKING:
    from .letter_loader import LetterBundle

T = TypeVar("T")
LETTER_PARTS = ("letters", "laws", "addressees", "languages", "openings")
"""The fields of the library that `letter_loader.LetterBundle` fills."""


class _OtherLanguages(Mapping[str, Library]):
    """The library in every language. It follows from the files, so libraries are compared without it."""

    def __init__(self, codes: Mapping[str, object], in_language: Callable[[str], Library]) -> None:
        self._codes = codes
        self._in_language = in_language

    def __getitem__(self, code: str) -> Library:
        if code not in self._codes:
            raise KeyError(code)
        return self._in_language(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping)

    __hash__ = None  # type: ignore[assignment]


def load_shipped_content() -> Library:
    """Return the library that is part of the program in the language of the program, from its index if fresh. Cached."""
    return _shipped_library(current_language())


@cache
def _shipped_library(language: str) -> Library:
    return _library_in(shipped_files(), language, _shipped_library)


def load_content_folder(root: Path, language: str = SOURCE_LANGUAGE) -> Library:
    """Load a content folder in a language. Raises WizardError at the first file that cannot be read."""
    if not (root / "questions").is_dir():
        raise WizardError("not-a-content-folder", path=root)
    return _library_in(ContentFiles(root), language, cache(lambda other: load_content_folder(root, other)))


def _library_in(files: ContentFiles, language: str, in_language: Callable[[str], Library]) -> Library:
    """Build the library in a language. Those in other languages, for letters, are built when one is needed."""
    library = build_library(ContentReader(files_in_language(files, language)))
    return library._replace(language=language, in_language=_OtherLanguages(library.interface_languages, in_language))


def build_library(reader: ContentReader) -> Library:
    """Build the library. Records with errors are reported, and left out if the reader goes on."""
    letters = _letter_records(reader)
    return Library(
        interface_languages=reader.records(LANGUAGES, INTERFACE_LANGUAGE) if reader.files.has(LANGUAGES) else {},
        menu_words=reader.records(MENU_WORDS, MENU_LANGUAGE) if reader.files.has(MENU_WORDS) else {},
        questions=tuple(question for _, question in read_questions(reader)),
        actions=tuple(_actions(reader)),
        steps={step.id: step for step in _steps(reader)},
        articles=reader.pages("articles", ARTICLE),
        regimes=reader.by_file("regimes", ".toml", lambda id, place: decode_table(REGIME, reader.files.table(place), id=id)),
        countries=reader.rows("countries.csv", COUNTRY),
        regions=reader.rows("regions.csv", REGION),
        authorities=reader.records("authorities.toml", AUTHORITY),
        services=reader.records("services.toml", SERVICE),
        sources=reader.records("sources.toml", SOURCE),
        outcomes=reader.records("outcomes.toml", OUTCOME),
        requests=reader.records("requests.toml", REQUEST_KIND),
        retired=reader.by_id("retired.toml", lambda _, new: decode_filled_text(new)),
        **letters,
    )


def read_questions(reader: ContentReader) -> Iterator[tuple[str, Question]]:
    """Yield all questions with the places of their files."""
    for place in reader.files.list_files("questions", ".toml"):
        for file in reader.attempt(place, partial(_question_file, reader, place)):
            yield from ((place, question) for question in file["questions"])


def _question_file(reader: ContentReader, place: str) -> Mapping[str, tuple[Question, ...]]:
    return decode_table(QUESTION_FILE, reader.files.table(place))


def _actions(reader: ContentReader) -> Iterator[Action]:
    for id in ACTION_IDS:
        place = f"actions/{id}/action.md"
        yield from reader.attempt(place, partial(reader.page, ACTION, id, place))


def _steps(reader: ContentReader) -> Iterator[Step]:
    for action in ACTION_IDS:
        for place in reader.files.list_files(f"actions/{action}", ".md"):
            if not place.endswith("/action.md"):
                yield from reader.attempt(place, partial(reader.page, STEP, f"{action}/{file_id(place)}", place, action=action))


def _letter_records(reader: ContentReader) -> dict[str, Any]:
    """Return the letters and what they share, by the names of the library.

    From the index they are read, and their modules imported, when one is needed.
    """

    @cache
    def bundle() -> "LetterBundle":
        from .letter_loader import load_letters

        return load_letters(reader)

    if not reader.files.proven:
        return bundle()._asdict()
    return {name: LazyMapping(partial(_part_of, bundle, name), _as_built) for name in LETTER_PARTS}


def _part_of(bundle: Callable[[], "LetterBundle"], name: str) -> Mapping[str, Any]:
    return getattr(bundle(), name)  # type: ignore[no-any-return]


def _as_built(_: str, record: T) -> T:
    return record
