"""Files of others, in place of the state file or beside it: every command leaves every byte, and says so in one sentence."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import Run, Said
from tests.storage.keeping import TORN, held, record, recorded
from wizard.storage.state_format import serialize_state

STEP = "privacy-settings/instagram-private"
READING: tuple[tuple[str, ...], ...] = (
    ("status",), ("status", "--json"), ("plan",), ("plan", "--format", "json"), ("answer", "--list"), ("why", STEP),
    ("state", "show"), ("state", "export", "-"), ("state", "export", "{elsewhere}/copy.json"),
)  # fmt: skip
CHANGING: tuple[tuple[str, ...], ...] = (
    ("mark", STEP, "done"), ("mark", "case/facebook", "note", "--note", "x"), ("answer", "country=DE"),
    ("state", "import", "{elsewhere}/other.json"),
)  # fmt: skip
WIPING = (("state", "wipe"), ("state", "wipe", "--yes"))


def text(path: Path) -> None:
    path.write_text("my thesis\n", encoding="utf-8")


def object_of_json(path: Path) -> None:
    path.write_text('{"name": "not yours"}', encoding="utf-8")


def settings_of_another_program(path: Path) -> None:
    path.write_text('{"schema": 1, "settings": {"theme": "dark"}, "about": "Written by another program"}', encoding="utf-8")


def list_of_json(path: Path) -> None:
    path.write_text("[1, 2]", encoding="utf-8")


def half_of_json(path: Path) -> None:
    path.write_text('{"schema": 1, "settings": {"th', encoding="utf-8")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 5)


def folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("kept", encoding="utf-8")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_file(path: Path) -> None:
    target = path.parent.parent / "target"
    text(target)
    path.symlink_to(target)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent.parent / "nowhere")


def link_to_a_state(path: Path) -> None:
    """Ours, but not under this name."""
    record(path.parent.parent / "target", "one")
    path.symlink_to(path.parent.parent / "target")


def empty(path: Path) -> None:
    path.touch()


def zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 4096)


Plant = Callable[[Path], None]
FILES: tuple[Plant, ...] = (
    text, object_of_json, settings_of_another_program, list_of_json, half_of_json, binary, folder, pipe, link_to_a_file,
)  # fmt: skip
SINGLE = (*FILES, empty, zeros)
BESIDE = (text, object_of_json, half_of_json, binary, folder, pipe, link_to_a_file, link_to_nothing, link_to_a_state)
NEEDED = (".bak", ".new", ".bak.new", ".lock")
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")

Seen = dict[str, tuple[object, ...]]


def seen(*folders: Path) -> Seen:
    """Everything in these folders: kind, rights, identity, and every byte."""
    found: Seen = {}
    for path in sorted(path for each in folders for path in each.rglob("*")):
        status = path.lstat()
        held = path.read_bytes() if stat.S_ISREG(status.st_mode) else path.readlink() if path.is_symlink() else None
        found[str(path)] = (status.st_mode, status.st_ino, status.st_mtime_ns if path.is_file() else 0, held)
    return found


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with another copy of a state, where an export may be written too."""
    made = tmp_path / "elsewhere"
    made.mkdir()
    record(made / "other.json", "theirs")
    return made


def called(run: Run, words: tuple[str, ...], elsewhere: Path) -> Said:
    return run(*(word.format(elsewhere=elsewhere) for word in words))


@pytest.mark.parametrize("words", READING + CHANGING + WIPING, ids=" ".join)
@pytest.mark.parametrize("plant", SINGLE)
def test_a_foreign_file_in_place_of_the_state(
    run: Run, state_file: Path, elsewhere: Path, plant: Plant, words: tuple[str, ...]
) -> None:
    """One sentence that names it, exit code 1, no byte changed and no new file, not even a lock."""
    state_file.parent.mkdir()
    plant(state_file)
    before = seen(state_file.parent.parent, elsewhere)
    said = called(run, words, elsewhere)
    assert said.code == 1
    assert str(state_file.resolve()) in said.sentence
    assert "--state FILE" in said.sentence
    assert seen(state_file.parent.parent, elsewhere) == before


@pytest.mark.parametrize("words", READING + CHANGING + WIPING, ids=" ".join)
def test_a_foreign_file_with_neighbours_of_ours(run: Run, state_file: Path, elsewhere: Path, words: tuple[str, ...]) -> None:
    """It shields them: nothing is removed or used before somebody has moved it away."""
    record(state_file, "first", "second")
    text(state_file)
    before = seen(state_file.parent, elsewhere)
    assert called(run, words, elsewhere).code == 1
    assert seen(state_file.parent, elsewhere) == before
    state_file.unlink()
    assert run("status").code == 0
    assert recorded(state_file) == ["first"]


@pytest.mark.parametrize("state", [True, False], ids=["beside a state", "alone"])
@pytest.mark.parametrize("ending", [*NEEDED, ".broken-heart", ".broken-2026-01-01-000000-000000"])
@pytest.mark.parametrize("plant", BESIDE)
def test_a_foreign_file_beside_the_state(
    run: Run, state_file: Path, elsewhere: Path, plant: Plant, ending: str, *, state: bool
) -> None:
    """Reading does not mind it. A change that needs its name is refused and names it; `wipe` leaves it and names it."""
    state_file.parent.mkdir()
    if state:
        state_file.write_bytes(serialize_state({"answers": {"country": "DE"}, "events": [{"target": "before"}]}))
    foreign = state_file.with_name(state_file.name + ending)
    plant(foreign)
    before = seen(state_file.parent.parent)
    for words in READING:
        said = called(run, words, elsewhere)
        assert said.code == 0 or (not state and said.sentence.startswith("There is no plan yet")), words
        assert seen(state_file.parent.parent) == before, words
    if ending in NEEDED:
        for words in CHANGING:
            said = called(run, words, elsewhere)
            assert said.code == 1, words
            assert said.sentence.startswith(
                f"{foreign} is in the way, and it is not a file of this program. Nothing was changed."
            ), words
            assert seen(state_file.parent.parent) == before, words
    said = run("state", "wipe", "--yes")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert f"Not removed, since it is not a file of this program: {foreign}" in lines
    assert (f"Removed {state_file}" in lines) is state
    now = seen(state_file.parent.parent)
    assert now == {path: what for path, what in before.items() if path != str(state_file)}


def test_all_of_them_at_once(run: Run, state_file: Path) -> None:
    """Each is named as it stands in the way; where all have been moved, the change is made."""
    state_file.parent.mkdir()
    state_file.write_bytes(serialize_state({"answers": {"country": "DE"}}))
    for ending in NEEDED:
        text(state_file.with_name(state_file.name + ending))
    for _ in NEEDED:
        said = run("mark", STEP, "done")
        Path(said.sentence.partition(" is in the way")[0]).unlink()
    assert run("mark", STEP, "done").code == 0
    assert recorded(state_file) == [STEP]


@pytest.mark.parametrize("marker", [b"", b"\0", b"4711\nmy-computer\n", b"4711\nmy-computer\n99\n", b"filelock/2\npid=4711\n"])
def test_a_lock_of_ours_is_no_hindrance_and_goes_with_the_rest(run: Run, state_file: Path, marker: bytes) -> None:
    """Empty, or with what the library of locks writes into it."""
    state_file.parent.mkdir()
    state_file.with_name("state.json.lock").write_bytes(marker)
    assert run("answer", "country=DE").code == 0
    assert run("state", "wipe", "--yes").code == 0
    assert list(state_file.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"pinned\n", b"4711", b"4711\n", b"4711\nmy computer\n", b"x\ny\n", b"1\n" * 600])
def test_a_lock_of_others_is_left(run: Run, state_file: Path, content: bytes) -> None:
    """As poetry.lock, which pins what another project needs."""
    state_file.parent.mkdir()
    lock = state_file.with_name("state.json.lock")
    lock.write_bytes(content)
    assert run("answer", "country=DE").code == 1
    assert run("state", "wipe", "--yes").out.startswith("There was nothing to remove.\nNot removed, since it is not a file")
    assert lock.read_bytes() == content
    assert list(state_file.parent.iterdir()) == [lock]


@pytest.mark.parametrize("plant", [*SINGLE, link_to_nothing])
def test_an_export_replaces_nothing_but_a_copy(run: Run, state_file: Path, tmp_path: Path, plant: Plant) -> None:
    """What is there and not ours stays; a copy that was exported before is replaced."""
    record(state_file, "first")
    target = tmp_path / "there" / "copy.json"
    target.parent.mkdir()
    plant(target)
    before = seen(tmp_path)
    said = run("state", "export", str(target))
    if plant is link_to_nothing:
        assert held(target) == held(state_file)
        return
    assert said.code == 1
    assert str(target.resolve()) in said.sentence
    assert seen(tmp_path) == before
    copy = target.with_name("mine.json")
    assert [run("state", "export", str(copy)).code for _ in range(2)] == [0, 0]
    assert held(copy) == held(state_file)


def test_a_document_leaves_a_file_that_has_the_name_of_its_draft(run: Run, state_file: Path, tmp_path: Path) -> None:
    """A free name is used instead: nobody else need find the draft."""
    run("answer", "country=DE")
    for name in (".plan.md.new", ".copy.json.new"):
        text(tmp_path / name)
    before = seen(tmp_path)
    assert run("plan", "-o", str(tmp_path / "plan.md")).code == 0
    assert run("state", "export", str(tmp_path / "copy.json")).code == 0
    assert held(tmp_path / "copy.json") == held(state_file)
    assert {path: what for path, what in seen(tmp_path).items() if path in before} == before
    assert {each.name for each in tmp_path.iterdir()} == {"plan.md", "copy.json", ".plan.md.new", ".copy.json.new"}


@pytest.mark.parametrize("ending", [".bak", ".new", ".bak.new", ".broken-2026-01-01-000000-000000"])
@pytest.mark.parametrize("content", [TORN, serialize_state({}), b"", b"\0" * 99])
def test_what_an_accident_left_of_ours_is_replaced_and_removed(run: Run, state_file: Path, ending: str, content: bytes) -> None:
    """The rule protects others; it does not keep our own rubbish."""
    state_file.parent.mkdir()
    state_file.write_bytes(serialize_state({"answers": {"country": "DE"}}))
    state_file.with_name(state_file.name + ending).write_bytes(content)
    assert run("mark", STEP, "done").code == 0
    said = run("state", "wipe", "--yes")
    assert "Not removed, since it is not" not in said.out
    assert list(state_file.parent.iterdir()) == []


@pytest.mark.parametrize("words", [("state", "import"), ("plan", "--answers")], ids=" ".join)
def test_a_file_larger_than_any_state_is_not_taken_in(run: Run, state_file: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Nor an endless one."""
    record(state_file, "first")
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    for path in (large, Path("/dev/zero")):
        said = run(*words, str(path))
        assert said.code == 1
        assert said.sentence.startswith(f"{path} is larger than 20 MB")
    assert recorded(state_file) == ["first"]
