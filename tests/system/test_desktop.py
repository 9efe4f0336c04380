"""The doors out: a document in a file, an address in the browser."""

import os
import stat
import subprocess
import sys
import webbrowser
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from tests.errors import raises_message
from tests.storage.trouble import trouble
from wizard.child_process import SAFE_FOLDER
from wizard.commands.error_hints import command_error_text
from wizard.errors import WizardError
from wizard.system.desktop import (
    default_path,
    existing_target,
    has_browser,
    is_web_address,
    open_in_browser,
    unused_path,
    write_document,
)

WINDOW = {"DISPLAY": ":0"}


def test_a_document_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    """In UTF-8, with the same line ends everywhere, and nothing beside it."""
    path = write_document(tmp_path / "plan.md", "Österreich\n한국\n")
    assert path.read_bytes() == "Österreich\n한국\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_there_is_replaced_only_where_that_is_said(tmp_path: Path) -> None:
    """Then whole; else it stays as it is, also where a link leads to it, and the next step is said."""
    path = tmp_path / "plan.md"
    path.write_text("an older and much longer plan")
    (tmp_path / "link.md").symlink_to(path)
    for name in ("plan.md", "link.md"):
        with raises_message(r"plan\.md is there already\. Name another file\."):
            write_document(tmp_path / name, "new")
    assert path.read_text() == "an older and much longer plan"
    write_document(path, "new", replace=True)
    assert path.read_text() == "new"


def test_a_name_that_is_free_is_found_beside_one_that_is_taken(tmp_path: Path) -> None:
    """With the next number; what is no file, and a link that leads nowhere, are in the way too."""
    path = tmp_path / "my.plan.html"
    assert unused_path(path) == path
    path.touch()
    (tmp_path / "my.plan-2.html").mkdir()
    (tmp_path / "my.plan-3.html").symlink_to(tmp_path / "nowhere")
    assert unused_path(path) == tmp_path / "my.plan-4.html"


def test_one_is_asked_about_the_file_that_a_name_leads_to(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its whole path; what is no file is none, nor is a name that no system takes, or a place that is gone."""
    monkeypatch.chdir(tmp_path)
    (home / "plan.md").touch()
    (tmp_path / "link.md").symlink_to(home / "plan.md")
    assert existing_target("~/plan.md") == existing_target("link.md") == home.resolve() / "plan.md"
    assert [existing_target(name) for name in ("new.md", ".", "missing/plan.md", "x" * 300)] == [None] * 4
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert existing_target("plan.md") is None
    monkeypatch.chdir(tmp_path)


def test_a_document_is_suggested_where_documents_are(home: Path) -> None:
    """In the folder for documents where there is one, wherever the system says that it is; else at home."""
    assert default_path("plan.html") == home / "plan.html"
    (home / "Documents").mkdir()
    (home / "Documents" / "plan.html").touch()
    assert default_path("plan.html") == home / "Documents" / "plan-2.html"
    (home / "Papiere").mkdir()
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Papiere"\n')
    assert default_path("plan.html") == home / "Papiere" / "plan.html"


def test_without_a_home_the_present_folder_has_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made up, and nothing fails."""
    monkeypatch.setenv("HOME", str(home / "gone"))
    assert default_path("plan.html") == Path("plan.html")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "deep" / "plan.md")
    assert write_document(tmp_path / "link.md", "x") == tmp_path / "deep" / "plan.md"
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "link.md").read_text() == "x"


def test_home_is_understood(home: Path) -> None:
    """As a shell would."""
    assert write_document(Path("~/plan.md"), "x") == home.resolve() / "plan.md"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (".", "is not a file. Name a file to write to."),
        ("/", "/ is not a file. Name a file to write to."),
        ("missing/plan.md", "plan.md could not be written: No such file or directory. Name another file."),
        ("file/plan.md", "plan.md could not be written: Not a directory. Name another file."),
        ("~nobody-of-that-name/plan.md", "plan.md could not be written: No such file or directory."),
        ("x" * 300, "could not be written: File name too long."),
        ("pipe", "pipe is not a file."),
    ],
)
def test_what_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str) -> None:
    """With the next step, and nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    os.mkfifo("pipe")
    with pytest.raises(WizardError) as caught:
        write_document(Path(name), "x")
    assert sentence in command_error_text(caught.value)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "pipe"]


def test_a_document_is_flushed_before_it_is_moved_and_its_folder_after_that(tmp_path: Path) -> None:
    """So that a copy made just before a wipe outlives a power cut."""
    with trouble(-1, lambda: None) as made:
        write_document(tmp_path / "copy.json", "{}")
    assert [call for call in made if call in ("write", "fsync", "replace")] == ["write", "fsync", "replace", "fsync"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_document_that_fails_half_way_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """A full disk, or Ctrl-C."""

    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "plan.md"
    path.write_text("old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((WizardError, KeyboardInterrupt)):
        write_document(path, "new", replace=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://www.facebook.com/help/contact/712876720715583", True),
        ("http://example.org", True),
        ("HTTPS://example.org/a?b=c#d", True),
        ("https://", False),
        ("https:///path", False),
        ("ftp://example.org", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("example.org", False),
        ("--help", False),
        ("https://example.org/a b", False),
        ("https://example.org/\n", False),
        ("https://example.org/\u202e", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_opened(url: str, allowed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that could be a file, a program or an option."""
    calls = _calls(monkeypatch)
    assert is_web_address(url) is allowed
    assert open_in_browser(url, WINDOW) is allowed
    assert [call[-1] for call, _ in calls] == ([url] if allowed else [])


def _calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, Any]]]:
    calls: list[tuple[list[str], dict[str, Any]]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: calls.append((command, more)))
    monkeypatch.setattr("sys.platform", "linux")
    return calls


def test_the_browser_cannot_write_onto_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its output goes nowhere, it listens to nothing, and it lives on by itself; no shell sees the address."""
    calls = _calls(monkeypatch)
    assert open_in_browser("https://example.org/;rm", WINDOW)
    ((command, more),) = calls
    assert command[1:] == ["-I", "-m", "webbrowser", "-t", "https://example.org/;rm"]
    silent = {"stdin": -3, "stdout": -3, "stderr": -3, "bufsize": 0}
    assert more == {**silent, "cwd": SAFE_FOLDER, "start_new_session": True, "env": None}


def test_a_browser_that_cannot_be_asked_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback where the system starts no more programs."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert open_in_browser("https://example.org", WINDOW) is False


def test_a_stand_alone_executable_asks_without_a_second_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """There `sys.executable` is the program itself, which would begin anew and know no such option."""
    calls, asked = _calls(monkeypatch), Queue[str]()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(webbrowser, "open_new_tab", asked.put)
    assert open_in_browser("https://example.org", WINDOW) is True
    assert asked.get(timeout=10) == "https://example.org"
    assert calls == []


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_browser_needs_a_desktop(monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str], expected: bool) -> None:
    """Over SSH a text browser would take over the terminal, so none is asked."""
    calls = _calls(monkeypatch)
    monkeypatch.setattr("sys.platform", platform)
    assert has_browser(env) is expected
    assert open_in_browser("https://example.org", env) is expected
    assert len(calls) == expected
