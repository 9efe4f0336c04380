"""No output replaces an input: not what is read, not what lies in it, and not the user's progress; whatever names are used."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.errors import raises_message
from tests.running import Run

ME = ("--set", "name=Kim", "--set", "email=kim@example.org", "--set", "accounts=Facebook: kim", "--set", "reasons=face")
POSTS = "your_facebook_activity/posts/your_posts_1.json"
LISTS = {POSTS: json.dumps([{"timestamp": 1_400_000_000, "data": [{"post": "x"}]}])}
STATE_FILES = ("state.json", "state.json.bak", "state.json.lock", "state.json.new", "state.json.bak.new")
WRITES = {
    "plan": ("plan", "--format", "text", "-o"),
    "plan for minutes": ("plan", "--format", "json", "--minutes", "20", "-o"),
    "plan from answers": ("plan", "--format", "text", "--answers", "answers.json", "-o"),
    "letter": ("letter", "objection", *ME, "--format", "txt", "-o"),
    "letter that keeps": ("letter", "objection", *ME, "--keep", "--format", "txt", "-o"),
    "calendar": ("calendar", "-o"),
    "audit": ("audit", "new.zip", "--format", "json", "-o"),
    "audit that keeps": ("audit", "new.zip", "--keep", "--format", "json", "-o"),
    "audit that compares": ("audit", "new.zip", "--compare", "old.zip", "--format", "json", "-o"),
    "audit of a folder": ("audit", "folder", "--format", "json", "-o"),
    "state export": ("state", "export"),
}
"""Every command that writes a file, up to the file's name."""
INPUTS = {
    "plan from answers": ["answers.json"],
    "audit": ["new.zip"],
    "audit that keeps": ["new.zip"],
    "audit that compares": ["new.zip", "old.zip"],
    "audit of a folder": [f"folder/{POSTS}", "folder/report.json", "folder/new/report.json"],
}
NAMES: dict[str, Callable[[Path, Path], Path | str]] = {
    "as it is": lambda path, _: path,
    "relative": lambda path, _: os.path.relpath(path),
    "another spelling": lambda path, _: f"{path.parent}/./../{path.parent.name}//{path.name}",
    "a link to the file": lambda path, beside: linked(beside / "link.json", path),
    "a link to its folder": lambda path, beside: linked(beside / "way", path.parent) / path.name,
    "a second name": lambda path, beside: named_again(beside / "again.json", path),
}


def linked(link: Path, target: Path) -> Path:
    """A link, made once its folder is there."""
    link.symlink_to(target)
    return link


def named_again(second: Path, path: Path) -> Path:
    """A hard link; what is not there yet has one name only."""
    if not path.exists():
        return path
    second.hardlink_to(path)
    return second


def zipped(path: Path) -> None:
    """A small export."""
    with ZipFile(path, "w") as file:
        for name, text in LISTS.items():
            file.writestr(name, text)


@pytest.fixture
def here(run: Run, state_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with exports, answers and a state file that has a backup and a lock."""
    run("answer", "country=DE", "services=facebook")
    run("mark", "case/facebook", "sent")
    assert state_file.with_name("state.json.bak").exists()
    folder = tmp_path / "work"
    (folder / "folder" / POSTS).parent.mkdir(parents=True)
    for name, text in LISTS.items():
        (folder / "folder" / name).write_text(text, encoding="utf-8")
    zipped(folder / "new.zip")
    zipped(folder / "old.zip")
    (folder / "answers.json").write_text('{"country": "DE", "services": ["facebook"]}', encoding="utf-8")
    (tmp_path / "beside").mkdir()
    monkeypatch.chdir(folder)
    return folder


def everything(*folders: Path) -> dict[Path, bytes | None]:
    """What stands in every file below these folders."""
    return {path: path.read_bytes() if path.is_file() else None for folder in folders for path in folder.rglob("*")}


def refused(run: Run, words: tuple[str, ...], output: Path | str, *folders: Path) -> None:
    """One sentence and the next step, exit code 1, and every byte as before."""
    before = everything(*folders)
    said = run(*words, str(output))
    assert said.code == 1, said
    assert any(each in said.sentence for each in ("so it is not replaced. Name", "so nothing is written there. Name"))
    assert everything(*folders) == before


@pytest.mark.parametrize("way", NAMES)
@pytest.mark.parametrize(("command", "name"), [(command, name) for command, names in INPUTS.items() for name in names])
def test_an_input_is_never_replaced(run: Run, here: Path, state_file: Path, command: str, name: str, way: str) -> None:
    """By whatever name the file is called."""
    (here / name).parent.mkdir(exist_ok=True)
    output = NAMES[way](here / name, here.parent / "beside")
    refused(run, WRITES[command], output, here.parent, state_file.parent)


@pytest.mark.parametrize("name", STATE_FILES)
@pytest.mark.parametrize("command", WRITES)
def test_the_users_progress_is_never_replaced(run: Run, here: Path, state_file: Path, command: str, name: str) -> None:
    """Nor its backup, its lock, or what becomes either of them."""
    refused(run, WRITES[command], state_file.with_name(name), here.parent, state_file.parent)


@pytest.mark.parametrize("command", [name for name in WRITES if name != "state export"])  # which replaces only its own copies
def test_any_other_file_is_written(run: Run, here: Path, command: str) -> None:
    """Beside what is read; a file that was there is replaced, and none that looks like a draft of it goes away."""
    new = here / ("new.ics" if command == "calendar" else "new.txt")  # no calendar program reads another file
    new.write_text("an older one", encoding="utf-8")
    (here / f".{new.name}.new").write_text("somebody's own", encoding="utf-8")
    before = everything(here)
    assert run(*WRITES[command], str(new)).code == 0
    after = everything(here)
    assert {path.name for path in after if after[path] != before.get(path, b"")} == {new.name}
    assert set(after) == set(before)


@pytest.mark.parametrize("way", NAMES)
@pytest.mark.parametrize("name", STATE_FILES[:3])
def test_progress_is_not_merged_into_itself(run: Run, here: Path, state_file: Path, name: str, way: str) -> None:
    """The merge would write over the copy that it reads."""
    copy = NAMES[way](state_file.with_name(name), here.parent / "beside")
    before = everything(state_file.parent)
    said = run("state", "import", str(copy))
    assert said.code == 1, said
    assert "belongs to your saved progress here, so there is nothing to merge. Name another copy." in said.sentence
    assert everything(state_file.parent) == before


def test_what_was_read_once_is_safe_to_the_end(run: Run, here: Path) -> None:
    """A front end reads an export, and saves a plan much later."""
    from wizard.system.desktop import write_document

    assert run("audit", "new.zip").code == 0
    before = everything(here)
    with raises_message(r"new\.zip is one of the files that are read, so it is not replaced\. Name another"):
        write_document(here / "new.zip", "a plan", replace=True)
    assert everything(here) == before
