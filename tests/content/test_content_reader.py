"""One reader for the program and for the check: it stops at the first error, or goes on and reports every one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.samples import CONTENT, small
from wizard.content.content_error import ContentError
from wizard.content.content_files import ContentFiles, TomlTable
from wizard.content.content_loader import build_library
from wizard.content.content_reader import ContentReader, LazyMapping
from wizard.content.record_formats import REGION, SERVICE

SERVICES = '[good]\nname = "Good"\n[bad]\nname = 1\nnote = 2\n[worse]\n'
REGIONS = "id,name,law,authority,valid_from,valid_until,note\nDE-BY,Bavaria,,,,,\nDE-BE,Berlin,,,soon,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good and two bad services."""
    (tmp_path / "services.toml").write_text(SERVICES, encoding="utf-8")
    (tmp_path / "regions.csv").write_text(REGIONS, encoding="utf-8")
    return tmp_path


def test_every_error_is_reported_and_the_rest_is_read(folder: Path) -> None:
    """All fields of all records, each with its table and its path."""
    errors: list[ContentError] = []
    reader = ContentReader(ContentFiles(folder), errors.append)
    assert [*reader.records("services.toml", SERVICE)] == ["good"]
    assert [*reader.rows("regions.csv", REGION)] == ["DE-BY"]
    assert [(error.part, error.fields, error.problem) for error in errors] == [
        ("[bad]", ("name",), "“name” should be a text."),
        ("[bad]", ("note",), "“note” should be a text."),
        ("[worse]", (), "“name” is missing."),
        ("DE-BE", ("valid_from",), "“valid_from” should be a day like 2026-11-23."),
    ]
    assert reader.error_count == len(errors)


def test_the_program_stops_at_the_first_error(folder: Path) -> None:
    """It needs all of its content."""
    with raises_message(r"services\.toml \[bad\]: “name” should be a text"):
        ContentReader(ContentFiles(folder)).records("services.toml", SERVICE)


def test_a_sound_folder_is_read_alike_by_both() -> None:
    """What to do with an error makes no difference where there is none."""
    errors: list[ContentError] = []
    assert build_library(ContentReader(ContentFiles(CONTENT), errors.append)) == small()
    assert errors == []


class ProvenFiles(ContentFiles):
    """Files as they come from the index, which count what is parsed."""

    proven = True

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.parsed: list[str] = []

    def table(self, place: str) -> TomlTable:
        self.parsed.append(place)
        return {"good": {"name": "Good"}, "never-read": 1}

    def rows(self, place: str) -> list[dict[str, str]]:
        self.parsed.append(place)
        return [{"id": "DE-BY", "name": "Bavaria"}]


def test_files_of_the_index_are_parsed_when_they_are_needed(tmp_path: Path) -> None:
    """Once each, and of their records only those that are asked for."""
    files = ProvenFiles(tmp_path)
    reader = ContentReader(files)
    services, regions = reader.records("services.toml", SERVICE), reader.rows("regions.csv", REGION)
    assert files.parsed == []
    assert (services["good"].name, "never-read" in services, [*services]) == ("Good", True, ["good", "never-read"])
    assert services["good"] is services["good"]
    assert (regions["DE-BY"].country, "DE-BE" in regions) == ("DE", False)
    assert files.parsed == ["services.toml", "regions.csv"]


@pytest.mark.parametrize("records", [{}, {"a": 1}, {"a": 1, "b": 2}])
def test_a_lazy_mapping_is_a_mapping(records: Mapping[str, int]) -> None:
    """It has the same ids in the same order; an id that is not there is a KeyError."""
    lazy = LazyMapping(lambda: records, lambda id, record: f"{id}{record}")
    assert (len(lazy), dict(lazy)) == (len(records), {id: f"{id}{record}" for id, record in records.items()})
    assert lazy.get("c") is None
    with pytest.raises(KeyError):
        lazy["c"]
