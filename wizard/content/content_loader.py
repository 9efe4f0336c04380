"""Load content/ into a Library. The program and the check use the same loader; they differ in what an error does."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wizard.core.content_models import ACTION_IDS, Action, Library, Question, Step
from wizard.errors import WizardError

from .content_files import ContentFiles, content_root
from .content_index import load_fresh_index
from .content_reader import ContentReader, LazyMapping, file_id
from .decoder import decode_table
from .record_formats import (
    ACTION,
    ARTICLE,
    AUTHORITY,
    COUNTRY,
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
    from wizard.core.letter.models import Addressee, Language, Law, Letter

    from .letter_loader import LetterBundle

T = TypeVar("T")


@cache
def load_shipped_content() -> Library:
    """Return the library that is part of the program, from its index if fresh. Cached."""
    root = content_root()
    return build_library(ContentReader(load_fresh_index(root) or ContentFiles(root)))


def load_content_folder(root: Path) -> Library:
    """Load a content folder. Raises WizardError at the first file that cannot be read."""
    if not (root / "questions").is_dir():
        raise WizardError("not-a-content-folder", path=root)
    return build_library(ContentReader(ContentFiles(root)))


def build_library(reader: ContentReader) -> Library:
    """Build the library. Records with errors are reported, and left out if the reader goes on."""
    letters, laws, addressees, languages = _letter_records(reader)
    return Library(
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
        letters=letters,
        laws=laws,
        addressees=addressees,
        languages=languages,
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


def _letter_records(
    reader: ContentReader,
) -> tuple[Mapping[str, "Letter"], Mapping[str, "Law"], Mapping[str, "Addressee"], Mapping[str, "Language"]]:
    """Return the letters and what they share. From the index they are read, and their modules imported, when one is needed."""

    @cache
    def bundle() -> "LetterBundle":
        from .letter_loader import load_letters

        return load_letters(reader)

    if not reader.files.proven:
        return bundle()
    return (
        LazyMapping(lambda: bundle().letters, _as_built),
        LazyMapping(lambda: bundle().laws, _as_built),
        LazyMapping(lambda: bundle().addressees, _as_built),
        LazyMapping(lambda: bundle().languages, _as_built),
    )


def _as_built(_: str, record: T) -> T:
    return record
