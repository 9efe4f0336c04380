"""Archives with any bytes changed, cut or doubled: a report or one sentence, never a traceback, a hang or a written file."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.making import TODAY
from wizard.errors import WizardError
from wizard.services.audits import audit

from .facebook import as_bytes, facebook_2024
from .instagram import instagram_2026
from .shapes import written
from .world import facebook_life, instagram_life


def small_archive() -> bytes:
    """An export of both services."""
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w", ZIP_DEFLATED) as file:
        for name, data in as_bytes(facebook_2024(facebook_life(size=2)), None).items():
            file.writestr(name, data)
    with ZipFile(outer, "w", ZIP_DEFLATED) as file:
        for name, value in instagram_2026(instagram_life(size=11)).items():
            file.writestr(name, written(value, indent=None))
        file.writestr("part.zip", inner.getvalue())
    return outer.getvalue()


ARCHIVE = small_archive()
PLACES = st.integers(0, len(ARCHIVE) - 1)
CHANGES = st.lists(st.tuples(PLACES, st.integers(0, 255)), max_size=12)


def survives(path: Path, data: bytes) -> None:
    """It is read, or it is said why not; nothing else is in the folder afterwards."""
    path.write_bytes(data)
    said = ""
    try:
        report = audit([path], TODAY)
        assert all("\x1b" not in line and "\n" not in line for line in report.unreadable)
        assert all(number >= 0 for service in report.services for number in service.counts.values())
    except WizardError as error:
        said = str(error)
    assert not said or said.endswith("unpacked to.")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES, cut=st.none() | PLACES)
@example(changes=[], cut=None)
def test_changed_bytes(tmp_path: Path, changes: list[tuple[int, int]], cut: int | None) -> None:
    """Anywhere: in the data, in the headers, in the list of files."""
    data = bytearray(ARCHIVE)
    for place, value in changes:
        data[place] = value
    survives(tmp_path / "x.zip", bytes(data[:cut]))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(1, 3000), st.integers(0, 255)), max_size=12))
def test_changed_bytes_in_the_list_of_files(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    """Sizes, offsets, flags, names."""
    data = bytearray(ARCHIVE)
    for back, value in changes:
        data[-back] = value
    survives(tmp_path / "x.zip", bytes(data))


FIELDS = st.sampled_from(
    [
        "timestamp",
        "data",
        "post",
        "attachments",
        "media",
        "uri",
        "creation_timestamp",
        "media_metadata",
        "photo_metadata",
        "exif_data",
        "latitude",
        "title",
        "name",
        "photos",
        "string_map_data",
        "string_list_data",
        "value",
        "label_values",
        "label",
        "dict",
        "vec",
        "category",
        "events",
        "tags",
        "description",
        "fbid",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS, inner, max_size=5),
    max_leaves=25,
)
NAMES = sorted({*facebook_2024(facebook_life()), *instagram_2026(instagram_life())})
WRAPPERS = st.sampled_from(["comments_v2", "installed_apps_v2", "ig_stories", "ig_reels_media", "profile_user", "group_posts_v2"])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.dictionaries(st.sampled_from(NAMES), VALUES | st.dictionaries(WRAPPERS, VALUES, max_size=2), max_size=4))
def test_any_values_under_the_right_names(tmp_path: Path, files: dict[str, object]) -> None:
    """Whatever a file of an export holds."""
    inside = BytesIO()
    with ZipFile(inside, "w", ZIP_DEFLATED) as file:
        for name, value in files.items():
            file.writestr(name, written(value, as_meta=False))
    survives(tmp_path / "x.zip", inside.getvalue())
