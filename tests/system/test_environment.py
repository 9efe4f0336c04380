"""Where files live, and which day it is."""

import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.errors import raises_message
from tests.making import day
from tests.running import Run
from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError
from wizard.storage.store import Store
from wizard.system.environment import NEIGHBOUR_BYTES, clock, current_date, program_command, state_path


@pytest.mark.parametrize(
    ("option", "env", "expected"),
    [
        ("/a/state.json", {}, "/a/state.json"),
        (None, {"PROTECT_MY_PHOTOS_STATE": "/b/s.json"}, "/b/s.json"),
        ("/a/state.json", {"PROTECT_MY_PHOTOS_STATE": "/b/s.json"}, "/a/state.json"),
        ("/a/../c/./s.json", {}, "/c/s.json"),
        ("~nobody-of-that-name/s.json", {}, "{here}/~nobody-of-that-name/s.json"),
        ("s.json", {}, "{here}/s.json"),
        ("~/s.json", {}, "{home}/s.json"),
        (None, {}, "{home}/.local/state/protect-my-photos/state.json"),
        (None, {"PROTECT_MY_PHOTOS_STATE": ""}, "{home}/.local/state/protect-my-photos/state.json"),
    ],
)
def test_the_state_file_is_named(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, option: str | None, env: dict[str, str], expected: str
) -> None:
    """On the command line, else by the environment, else the user's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.platform", "linux")
    assert state_path(option, env) == Path(expected.format(here=tmp_path.resolve(), home=home.resolve()))


@pytest.mark.parametrize("words", [["--state", "", "status"], ["--state=", "state", "wipe", "--yes"], ["status", "--state="]])
@pytest.mark.parametrize("person", [[], ["--person", "Kim"]])
def test_an_empty_name_is_refused(words: list[str], person: list[str], run: Run, state_file: Path) -> None:
    """A script forgot to set its variable: the usual file is not used instead, and certainly not removed."""
    run("answer", "country=DE")
    before = state_file.read_bytes()
    said = run(*person, *words)
    assert said.code in (1, 2)
    assert said.out == ""
    assert state_file.read_bytes() == before


def test_a_link_is_followed_once_and_for_all(tmp_path: Path) -> None:
    """Writing replaces the file it leads to, not the link."""
    (tmp_path / "link").symlink_to(tmp_path / "real.json")
    assert state_path(str(tmp_path / "link"), {}) == tmp_path.resolve() / "real.json"


def test_links_to_the_users_own_file_are_followed_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a folder that is kept in step with other computers, or a file there."""
    monkeypatch.setattr("sys.platform", "linux")
    kept = home / "in step"
    kept.mkdir()
    (home / ".local/state").mkdir(parents=True)
    (home / ".local/state/protect-my-photos").symlink_to(kept)
    assert state_path(None, {}) == kept.resolve() / "state.json"
    (kept / "state.json").symlink_to(home / "elsewhere.json")
    Store(state_path(None, {})).change(lambda state: state.answers.update(country="DE"))
    assert (kept / "state.json").is_symlink()
    assert "DE" in (home / "elsewhere.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "said", [Path("~/.local/state"), RuntimeError("could not determine the home directory")], ids=["as it is", "refused"]
)
def test_nobody_knows_the_home_folder(said: Path | RuntimeError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then no folder named “~” is made where one happens to be."""

    def user_state_path(*_: object, **__: object) -> Path:
        if isinstance(said, Path):
            return said
        raise said

    monkeypatch.setattr("platformdirs.user_state_path", user_state_path)
    with raises_message(r"It is not known where your home folder is\. Name a file"):
        state_path(None, {})


def test_a_folder_without_a_name_is_no_file() -> None:
    """The root of the disk."""
    with raises_message(r"^/ is a folder, so your progress cannot be kept there\. Name a file"):
        state_path("/", {})


def test_today_is_today() -> None:
    """The day where the person is."""
    assert abs(current_date({}) - datetime.now().astimezone().date()) <= timedelta(days=1)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be changed here")
@pytest.mark.parametrize("zone", ["UTC+25", "X-99", "bogus", ":/dev/null", ""])
def test_a_time_zone_that_cannot_exist_changes_no_more_than_the_hour(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """TZ is typed by people, and every command needs the day."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert abs(current_date({}) - datetime.now(UTC).date()) <= timedelta(days=1)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("fixed", "expected"), [("2026-11-23", day("2026-11-23")), ("2028-02-29", day("2028-02-29")), ("9999-12-31", date.max)]
)
def test_the_day_can_be_fixed(fixed: str, expected: date) -> None:
    """For tests and rehearsals."""
    assert current_date({"PROTECT_MY_PHOTOS_TODAY": fixed}) == expected
    assert clock({"PROTECT_MY_PHOTOS_TODAY": fixed})().date() == expected


def test_the_clock_is_that_of_the_computer_where_no_day_is_fixed() -> None:
    """In UTC, and it goes on."""
    before, now, after = datetime.now(UTC), clock({})(), datetime.now(UTC)
    assert before <= now <= after


@pytest.mark.parametrize("fixed", ["tomorrow", "2026-02-30", "23.11.2026", " ", "2026-11-23T10:00"])
def test_a_day_that_is_none_is_refused(fixed: str) -> None:
    """With the form it should have."""
    for read in (current_date, clock):
        with raises_message("is not a day"):
            read({"PROTECT_MY_PHOTOS_TODAY": fixed})
    with pytest.raises(WizardError) as caught:
        clock({"PROTECT_MY_PHOTOS_TODAY": fixed})
    assert (
        command_error_text(caught.value) == f"PROTECT_MY_PHOTOS_TODAY is “{fixed}”, which is not a day. Write it like 2026-11-23."
    )


def test_the_words_that_start_the_program_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name where the shell finds it, else the path by which it was started, as seen from here."""
    monkeypatch.chdir(tmp_path)
    program = tmp_path / ".venv" / "bin" / "protect-my-photos"
    program.parent.mkdir(parents=True)
    program.touch(0o755)
    nowhere, there = {"PATH": str(tmp_path)}, {"PATH": str(program.parent)}
    assert program_command(str(program), there) == "protect-my-photos"
    assert program_command(str(program), nowhere) == ".venv/bin/protect-my-photos"
    assert program_command("/some where/protect-my-photos", nowhere) == "'/some where/protect-my-photos'"
    assert program_command("/usr/lib/wizard/__main__.py", there) == f"{sys.executable} -m wizard"
    assert program_command("/home/kim/.cache/uv/archive-v0/x7/bin/protect-my-photos", nowhere) == "uvx protect-my-photos"
    assert program_command("/home/kim/.local/pipx/.cache/1f/bin/protect-my-photos", nowhere) == "pipx run protect-my-photos"
    assert program_command("/home/kim/.local/bin/protect-my-photos", there) == "protect-my-photos"


LIMIT = 255 - NEIGHBOUR_BYTES


@pytest.mark.skipif(os.name == "nt", reason="Windows counts in other units, and paths of this length fail earlier")
@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("a" * LIMIT, True),
        ("é" * (LIMIT // 2), True),
        ("a" * (LIMIT + 1), False),
        ("é" * (LIMIT // 2 + 1), False),
        ("a" * 248, False),
        ("a" * 251, False),
        ("a" * 252, False),
        ("a" * 255, False),
        ("a" * 256, False),
        ("a" * 5000, False),
        ("long/" * 1000 + "s.json", False),
    ],
)
def test_a_name_is_refused_where_its_neighbours_would_not_fit(tmp_path: Path, name: str, fits: bool) -> None:
    """The same sentence for reading and writing; what is accepted can be written, set aside when broken, and removed."""
    named = str(tmp_path / "kept" / name)
    if not fits:
        with raises_message(r"is too long: copies of your progress are kept beside it under longer names\. Name"):
            state_path(named, {})
        return
    store = Store(state_path(named, {}))
    for number in range(3):
        store.change(lambda state, number=number: state.answers.update(n=number))  # type: ignore[misc]
    store.path.write_text("{", encoding="utf-8")
    assert store.read().answers == {"n": 1}
    assert {len(each.name.encode()) for each in store.path.parent.iterdir()} <= set(range(256))
    store.wipe()
    assert not store.path.exists()


@pytest.fixture
def gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The present folder was removed."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--state", "rel.json", "status"], "rel.json cannot be found: the folder you are in is gone. Go to another folder, or"),
        (["--state", "rel.json", "state", "wipe", "--yes"], "rel.json cannot be found: the folder you are in is gone."),
        (["audit", "."], "The folder you are in is gone. Go to another folder, or give the whole path of the export."),
        (["audit", "export.zip"], "The folder you are in is gone."),
        (["audit", "/missing.zip", "."], "The folder you are in is gone."),
        (
            ["state", "export", "copy.json"],
            "copy.json could not be written: the folder you are in is gone. Name a file in another",
        ),
        (["audit", "/missing.zip"], "The file cannot be found."),
    ],
)
def test_a_folder_that_is_gone(run: Run, words: list[str], sentence: str) -> None:
    """What depends on the present folder says that it is gone; what does not works as ever."""
    said = run(*words)
    assert (said.code, said.out) == (1, "")
    assert said.sentence.startswith(sentence)
    assert run("status").code == 0


def test_a_name_that_no_file_can_have() -> None:
    """A sentence."""
    with raises_message("No file can have the name"):
        state_path("a\0b", {})
