"""Archives and lists with any bytes changed, cut or put in: a report or one sentence, no traceback, no hang, no written file.

What fails is printed as a line to paste (`@reproduce_failure`); make it small, and keep it in `finds/`, where it stays for good.
The more examples, the more is found:  FUZZ=100000 .venv/bin/pytest -n 2 tests/audit/test_fuzz.py
"""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.making import TODAY
from wizard.audit.audit_runner import run_audit
from wizard.errors import WizardError
from wizard.views.audit_sentences import unread_lines
from wizard.views.error_messages import error_text

from .facebook import as_bytes, facebook_2024
from .instagram import instagram_2026
from .packing import zipped
from .shapes import written
from .world import facebook_life, instagram_life

FINDS = Path(__file__).parent / "finds"
EXAMPLES = int(os.environ.get("FUZZ", "60"))
fuzzed = settings(
    deadline=None, max_examples=EXAMPLES, print_blob=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


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
        report = run_audit([path], TODAY)
        assert all("\x1b" not in line and "\n" not in line for line in unread_lines(report))
        assert all(number >= 0 for service in report.services for number in service.counts.values())
    except WizardError as error:
        said = error_text(error)
    assert not said or said.endswith(("unpacked to.", "All time are best.", "ask Meta for a new export."))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@fuzzed
@given(changes=CHANGES, cut=st.none() | PLACES)
@example(changes=[], cut=None)
def test_changed_bytes(tmp_path: Path, changes: list[tuple[int, int]], cut: int | None) -> None:
    """Anywhere: in the data, in the headers, in the list of files."""
    data = bytearray(ARCHIVE)
    for place, value in changes:
        data[place] = value
    survives(tmp_path / "x.zip", bytes(data[:cut]))


@fuzzed
@given(changes=st.lists(st.tuples(st.integers(1, 3000), st.integers(0, 255)), max_size=12))
def test_changed_bytes_in_the_list_of_files(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    """Sizes, offsets, flags, names."""
    data = bytearray(ARCHIVE)
    for back, value in changes:
        data[-back] = value
    survives(tmp_path / "x.zip", bytes(data))


FIELDS = st.sampled_from(
    [
        "timestamp", "data", "post", "attachments", "media", "uri", "creation_timestamp", "media_metadata", "photo_metadata",
        "exif_data", "latitude", "title", "name", "photos", "string_map_data", "string_list_data", "value", "label_values",
        "label", "dict", "vec", "category", "events", "tags", "description", "fbid",
    ]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS, inner, max_size=5),
    max_leaves=25,
)
NAMES = sorted({*facebook_2024(facebook_life()), *instagram_2026(instagram_life())})
WRAPPERS = st.sampled_from(["comments_v2", "installed_apps_v2", "ig_stories", "ig_reels_media", "profile_user", "group_posts_v2"])


@fuzzed
@given(files=st.dictionaries(st.sampled_from(NAMES), VALUES | st.dictionaries(WRAPPERS, VALUES, max_size=2), max_size=4))
def test_any_values_under_the_right_names(tmp_path: Path, files: dict[str, object]) -> None:
    """Whatever a file of an export holds."""
    inside = BytesIO()
    with ZipFile(inside, "w", ZIP_DEFLATED) as file:
        for name, value in files.items():
            file.writestr(name, written(value, as_meta=False))
    survives(tmp_path / "x.zip", inside.getvalue())


LISTS = {name: data for name, data in as_bytes(facebook_2024(facebook_life(size=3))).items() if len(data) > 400}
LISTS |= {f"x/{name}": written(value, indent=None) for name, value in instagram_2026(instagram_life(size=11)).items()}
TOKENS = st.sampled_from(
    [
        b"{", b"}", b"[", b"]", b'"', b":", b",", b"\\", b"\\u", b"null", b"NaN", b"-1", b"1e999", b'"\\ud800"', b"\xff", b"\0",
        b"[]", b"{}", b'""', b"true", b"99999999999999999999", b'{"a":', b"}, {", b"]}", b"\xef\xbb\xbf", b"\r\n",
    ]
)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), TOKENS | st.binary(max_size=4)), min_size=1, max_size=6)


@fuzzed
@given(
    name=st.sampled_from(sorted(LISTS)), edits=EDITS, cut=st.none() | st.floats(0, 1), run=st.sampled_from([1, 30, 500, 1 << 20])
)
def test_changed_lists(tmp_path: Path, name: str, edits: list[tuple[float, int, bytes]], cut: float | None, run: int) -> None:
    """Signs left out and put in, a file cut anywhere; read in runs of any length."""
    data = bytearray(LISTS[name])
    for share, length, token in edits:
        at = int(share * len(data))
        data[at : at + length] = token
    path = zipped(tmp_path / "x.zip", {name: bytes(data[: None if cut is None else int(cut * len(data))])})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wizard.audit.json_stream.CHUNK_BYTES", run)
        survives(path, path.read_bytes())


@pytest.mark.parametrize("find", sorted(FINDS.glob("*.json")), ids=lambda find: find.stem)
@pytest.mark.parametrize("name", ["your_facebook_activity/posts/your_posts_1.json", "comments_and_reactions/comments.json"])
def test_what_was_found_once(tmp_path: Path, name: str, find: Path) -> None:
    """Lists that ended in a traceback when they were found."""
    path = zipped(tmp_path / "x.zip", {name: find.read_bytes()})
    with pytest.MonkeyPatch.context() as patch:
        for run in (1, 1 << 20):
            patch.setattr("wizard.audit.json_stream.CHUNK_BYTES", run)
            survives(path, path.read_bytes())
